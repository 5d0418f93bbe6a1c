"""The words the program may never answer with, and how they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.house_rules.reading import Finding, Rule, Source, dotted, words_in

# By language; whole words only. An answer like these would be a verdict, and a verdict is somebody's reaction.
FORBIDDEN = {
    "en": (
        "safe", "safely", "ok", "okay", "cleared", "no allergies", "no allergy", "no known allergies", "allergy-free",
        "can have", "can eat", "can take", "compatible", "contraindicated", "recommended", "do not dispense",
        "verified", "harmless", "green tick",
    ),
    "de": (
        "sicher", "sicheres", "sichere", "unbedenklich", "verträglich", "keine allergien", "freigegeben", "geprüft",
        "allergiefrei", "ok", "okay", "darf essen",
    ),
    "fr": ("sûr", "sûre", "sans danger", "sans risque", "compatible", "aucune allergie", "validé", "ok"),
    "es": ("seguro", "segura", "apto", "apta", "sin riesgo", "sin alergias", "compatible", "validado", "ok"),
}  # fmt: skip
_TICKS = re.compile("[\u2713\u2714\u2705\u2611\U0001f7e2\U0001f44d]")

# The whole sentence, and why it may stand. Nothing is excused by a part of it.
EXCUSED: dict[str, str] = {}


def forbidden_in(text: str, language: str = "en") -> list[str]:
    """What a sentence says that it must not; holes are not ours, so what was typed is never read."""
    if text in EXCUSED:
        return []
    ours = re.sub(r"\{\w*\}", " ", text)
    words = FORBIDDEN.get(language.split("_")[0], ())
    found = [word for word in words if re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", ours, re.IGNORECASE)]
    return found + _TICKS.findall(ours)


def sentences(source: Source) -> Iterator[tuple[int, str]]:
    """Every sentence that a file has to say: the second argument of translate()."""
    for call, name in source.calls():
        if name.split(".")[-1] == "translate" and len(call.args) >= 2:
            yield from ((call.lineno, text) for text in words_in(call.args[1]))


def _verdicts(source: Source) -> Iterator[Finding]:
    for line, text in sentences(source):
        for word in forbidden_in(text):
            yield line, f"{word!r} in {text!r}"


def _unharvestable(source: Source) -> Iterator[Finding]:
    import ast

    for call, name in source.calls():
        # `QCoreApplication.translate` in ui/say.py is the one that looks a sentence up instead of making it.
        if name != "translate" and not name.endswith("phrase.translate"):
            continue
        literal = [isinstance(one, ast.Constant) and isinstance(one.value, str) for one in call.args[:3]]
        if len(call.args) < 2 or not all(literal):
            yield call.lineno, f"{dotted(call.func)}(...) without its context and sentence as literals"


WORD_RULES = (
    Rule(
        "no verdict is ever given",
        "the card says what was told; it never says that something may be eaten or taken",
        _verdicts,
        bad=(
            'translate("Card", "This is safe for {name}")\n',
            'translate("Card", "No allergies")\n',
            'translate("Card", "OK")\n',
            'translate("Card", "\u2713 asked")\n',
        ),
        good=(
            'translate("Card", "Not a safety check")\n',
            'translate("Card", "Keep it in the safe-deposit box")\n',
            'translate("Card", "asked, told of none")\n',
            'x = "safe"\n',
        ),
    ),
    Rule(
        "every sentence can be harvested",
        "lupdate reads the call, it does not run it",
        _unharvestable,
        bad=('translate("Card", words)\n', 'translate("Card", f"{name} is here")\n', 'translate("Card")\n'),
        good=('translate("Card", "%n day(s)", "", n)\n', "QCoreApplication.translate(p.context, p.text)\n"),
        except_in={},
    ),
)

"""Harvest every sentence of the program into resources/i18n/shopkeeper_LANGUAGE.ts. Run as `dev.py words`.

lupdate alone is not enough: in Python it sees a plural only where the number is written as a literal, and it drops a
sentence without a word where the number is an expression (`len(people)`, `days // 7`). So the calls are read here and
handed to lupdate in the one form it understands; it then merges them with what has been translated already.
"""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "resources" / "i18n"


class Sentence(NamedTuple):
    """One sentence as the translator meets it."""

    context: str
    text: str
    comment: str
    plural: bool


def sentences_of(text: str) -> Iterator[Sentence]:
    """Every `translate(context, text, comment, n)` of one file."""
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        given = [one.value if isinstance(one, ast.Constant) else None for one in node.args[:3]]
        named = {one.arg: one.value for one in node.keywords}
        comment = named.get("comment")
        if isinstance(comment, ast.Constant) and len(given) == 2:
            given.append(comment.value)
        if name != "translate" or len(given) < 2 or not all(isinstance(one, str) for one in given):
            continue
        context, words, *more = (str(one) for one in given)
        yield Sentence(context, words, more[0] if more else "", len(node.args) > 3 or "n" in named)


def harvest() -> list[Sentence]:
    """Every sentence of the program once, in the order of context and text."""
    found = {
        sentence
        for path in (ROOT / "shopkeeper").rglob("*.py")
        for sentence in sentences_of(path.read_text(encoding="utf-8"))
    }
    return sorted(found)


def as_python(sentences: Iterable[Sentence]) -> str:
    """The sentences as calls that lupdate reads without a miss."""

    def literal(text: str) -> str:
        return json.dumps(text, ensure_ascii=False)

    return "".join(
        f"translate({literal(one.context)}, {literal(one.text)}, {literal(one.comment)}{', 1' if one.plural else ''})\n"
        for one in sentences
    )


def main(languages: list[str]) -> int:
    """Merge the harvest into every catalogue there is, and into those of the languages just begun."""
    sentences = harvest()
    print(f"{len(sentences)} sentences, {sum(one.plural for one in sentences)} of them with a number.")
    begun = {CATALOGUES / f"shopkeeper_{language}.ts" for language in languages}
    catalogues = sorted(begun | set(CATALOGUES.glob("shopkeeper_*.ts")))
    if not catalogues:
        print("English is the source; begin another language with its code: dev.py words de")
    lupdate = Path(sys.executable).parent / "pyside6-lupdate"
    CATALOGUES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        calls = Path(folder, "sentences.py")
        calls.write_text(as_python(sentences), encoding="utf-8")
        for catalogue in catalogues:
            language = catalogue.stem.removeprefix("shopkeeper_")
            # No line numbers: a function that moved is no change of words.
            options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
            command = [lupdate, *options, calls, "-ts", catalogue]
            failed = subprocess.run(list(map(str, command)), cwd=ROOT, check=False).returncode
            if failed:
                return failed
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

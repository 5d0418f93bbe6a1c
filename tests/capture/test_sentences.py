"""What people type at the counter, and what is understood of it, language by language.

Each block of sentences/LANGUAGE.txt is a line as typed, at the foot of Ana's card (>) or in the search box (+), then
its chips as they are shown, the words left over for the note (~) and whom an allergy may be about (?).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shopkeeper.capture.chip import ChipKind
from tests.capture.lines import LANGUAGES, in_the_box, of_ana, told


def _sentences() -> Iterator[object]:
    for language in LANGUAGES:
        text = Path(__file__).with_name("sentences").joinpath(f"{language}.txt").read_text(encoding="utf-8")
        for block in text.strip().split("\n\n"):
            line, *chips = block.split("\n")
            yield pytest.param(language, line, chips, id=f"{language}: {line}")


@pytest.mark.parametrize(("language", "line", "chips"), tuple(_sentences()))
def test_what_is_typed_at_the_counter_is_understood(language: str, line: str, chips: list[str]) -> None:
    draft = (of_ana if line[0] == ">" else in_the_box)(line[2:], language)
    question = [f"? {' or '.join(one.name for one in draft.question.asks)}"] if draft.question else []
    assert [*told(draft), *question] == chips
    relatives = {chip.begins for chip in draft.chips if chip.kind is ChipKind.KIN}
    assert {chip.whose.kin for chip in draft.chips} <= {None, *relatives}

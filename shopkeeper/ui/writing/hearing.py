"""Hearing: one line while it is written, with what the shopkeeper changed about how it was understood.

Every key reads the whole line anew. A change belongs to the words of its chip, so it holds for as long as they stand.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from shopkeeper.capture.chip import Chip, Whose
from shopkeeper.capture.draft import Draft

if TYPE_CHECKING:
    from shopkeeper.usecases.tell import Heard

_Step: TypeAlias = "Callable[[Draft, Chip], Draft]"


class Hearing:
    """The line as it is understood now; None while nothing is typed."""

    def __init__(self) -> None:
        self.heard: Heard | None = None
        self._steps: list[tuple[str, _Step]] = []

    def hear(self, heard: Heard | None) -> None:
        """The line was read anew: what was changed about it before is changed again."""
        self.heard = heard
        if heard is None:
            self._steps.clear()
            return
        draft = heard.draft
        for words, step in self._steps:
            chip = next((chip for chip in draft.chips if _words(draft, chip) == words), None)
            if chip is not None:
                draft = step(draft, chip)
        self.heard = replace(heard, draft=draft)

    def turn(self, chip: Chip) -> None:
        """These words are meant in the next other way."""
        self._change(chip, lambda draft, one: draft.instead(one, one.turned()))

    def drop(self, chip: Chip) -> None:
        """These words are a note, and nothing else."""
        self._change(chip, Draft.without)

    def give(self, chip: Chip, whose: Whose) -> None:
        """This is about somebody else, or the answer to the question whose it is."""
        self._change(chip, lambda draft, one: draft.of(one, _now(draft, whose)))

    def answered(self) -> Heard | None:
        """The same with every question answered as it is shown: Enter keeps what can be read."""
        if self.heard is None:
            return None
        draft = self.heard.draft
        while (chip := draft.question) is not None:
            draft = draft.of(chip, chip.whose)
        return replace(self.heard, draft=draft)

    def _change(self, chip: Chip, step: _Step) -> None:
        if self.heard is not None:
            self._steps.append((_words(self.heard.draft, chip), step))
            self.heard = replace(self.heard, draft=step(self.heard.draft, chip))


def _words(draft: Draft, chip: Chip) -> str:
    return " ".join(draft.text[start:end].strip(" ,;") for start, end in chip.spans)


def _now(draft: Draft, whose: Whose) -> Whose:
    """The same person where they stand in the line now."""
    return next((one for one in draft.people if (one.uid, one.name) == (whose.uid, whose.name)), whose)

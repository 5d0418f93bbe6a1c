"""Draft: a typed line as it was understood, chip by chip, and the words that were not; nothing typed is ever lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

from shopkeeper.capture.chip import OWN, Chip, ChipKind, Span, Whose
from shopkeeper.capture.sharing import given
from shopkeeper.domain.household import Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What Enter would keep. Every character that is not blank lies in exactly one chip's span or in `left`."""

    text: str
    chips: tuple[Chip, ...] = ()
    left: tuple[Span, ...] = ()
    own: Whose = OWN  # the line's own person
    members: tuple[Whose, ...] = ()  # the known family

    @property
    def note(self) -> str:
        """The words that were not understood, verbatim, in their order."""
        return " ".join(self.text[start:end] for start, end in self.left)

    @property
    def question(self) -> Chip | None:
        """The first chip that still asks whom it is about."""
        return next((chip for chip in self.chips if chip.asks), None)

    @property
    def people(self) -> tuple[Whose, ...]:
        """Everybody whom a chip of this line can be about: its own person, the relatives it names, the known family."""
        named = tuple(relative(chip) for chip in self.chips if chip.kind is ChipKind.KIN)
        return (self.own, *named, *self.members)

    def without(self, chip: Chip) -> Draft:
        """The same with a chip dropped: its words go to the note.

        What is said of a relative goes with the relative, so that it never becomes somebody else's.
        """
        gone = {chip.begins}
        if chip.kind is ChipKind.KIN:
            gone |= {other.begins for other in self.chips if other.whose.kin == chip.begins}
        dropped = [span for other in self.chips if other.begins in gone for span in other.spans]
        kept = tuple(other for other in self.chips if other.begins not in gone)
        return replace(self, chips=kept, left=joined(self.text, [*self.left, *dropped]))

    def instead(self, chip: Chip, other: Chip) -> Draft:
        """The same with another reading of a chip's words."""
        new = replace(other, spans=chip.spans)
        return replace(self, chips=tuple(new if old.begins == chip.begins else old for old in self.chips))

    def of(self, chip: Chip, whose: Whose) -> Draft:
        """The same with a chip given to somebody: the answer to its question, or a change of mind."""
        what = chip.what
        if isinstance(what, Relationship) and chip.kind is ChipKind.KIN:
            # Asked was who the relative is, not whose: whoever is not among the answers is somebody new.
            known = whose.uid if whose.uid in {one.uid for one in chip.asks} else ""
            return self.instead(chip, replace(chip, what=replace(what, related_uid=known), asks=()))
        return self.instead(chip, given(chip, whose))


def relative(chip: Chip) -> Whose:
    """The relative whom a KIN chip names, as somebody other chips can be about."""
    return Whose(name=chip.named, kin=chip.begins)


def joined(text: str, spans: list[Span]) -> tuple[Span, ...]:
    """Spans in their order; those with only blanks between them are one, blanks included."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)

"""What else was written down? Notes in words of their own; the private ones only while a key is held."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shopkeeper.domain.phrase import verbatim
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency


def notes(moment: Moment) -> Iterator[Reminder]:
    """Every note in the words that were typed, the newest first."""
    for note in moment.memory.notes:
        yield Reminder(
            slot=Slot.CARES_ABOUT,
            mark=Mark.NOTE,
            title=verbatim(_in_one_line(note.text)),
            details=(when.ago(note.written_on, moment.today),) if note.written_on else (),
            urgency=Urgency.LATER,
            order=(2, -(note.written_on or date.min).toordinal()),
            about=(note.uid,),
            private=note.private,
        )


def _in_one_line(text: str) -> str:
    """A card has one line for a note: what stood on lines of its own is told apart by a dot."""
    lines = text.splitlines()
    return text if len(lines) < 2 else " · ".join(filter(None, map(str.strip, lines)))

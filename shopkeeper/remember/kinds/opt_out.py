"""Did they ask us not to remember them? Then that is all that is said, beside their name."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.remember.moment import Moment
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency
from shopkeeper.remember.tells import ASKED_NOT_TO_BE


def opt_out(moment: Moment) -> Iterator[Reminder]:
    """The one line of such a card."""
    for asked in moment.memory.opt_outs[:1]:
        yield Reminder(slot=Slot.NOW, mark=Mark.NOTE, title=ASKED_NOT_TO_BE, urgency=Urgency.FIRST, about=(asked.uid,))

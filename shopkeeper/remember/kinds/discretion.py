"""What must be kept quiet? Lines seen only while a key is held, and the one protective line that gives no reason."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.domain.household import Standing
from shopkeeper.domain.phrase import translate
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency


def discretion(moment: Moment) -> Iterator[Reminder]:
    """The protective line, without a name or a reason; and what not to mention, privately."""
    apart = [n for n in moment.around.near if n.standing is Standing.KEEP_APART]
    if apart:
        yield Reminder(
            slot=Slot.NOW,
            mark=Mark.NOTE,
            title=translate("card", "Ask the owner before sharing", "anything about this person with others"),
            urgency=Urgency.FIRST,
            order=(-2000,),
            about=(moment.me,),
        )
    for thing in moment.memory.dont_mention:
        yield Reminder(
            slot=Slot.NOW,
            mark=Mark.NOTE,
            title=translate("card", "Don't mention: {what}", "what to keep quiet about").with_values(what=thing.text),
            urgency=Urgency.FIRST,
            order=(-1900,),
            about=(thing.uid,),
            private=True,
        )

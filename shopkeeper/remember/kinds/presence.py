"""When were they last here, and who saw them?"""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.domain.phrase import translate
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.reminder import Mark, Reminder, Slot


def presence(moment: Moment) -> Iterator[Reminder]:
    """The newest visit; of someone who has died, it is no news."""
    newest = max(moment.memory.visits, key=lambda v: v.at, default=None)
    if newest is None or moment.memory.has_died:
        return
    days = when.ago(newest.at.date(), moment.today)
    if newest.seen_by:
        title = translate("card", "last here {when}, seen by {staff}", "when: yesterday; staff: who saw them")
        title = title.with_values(when=days, staff=newest.seen_by)
    else:
        title = translate("card", "last here {when}", "when: yesterday, 9 days ago").with_values(when=days)
    yield Reminder(slot=Slot.HERE, mark=Mark.NOTE, title=title, about=(newest.uid,))

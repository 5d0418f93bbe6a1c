"""Where did we send them? A neighbour who had what we had not: ask whether they found it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from shopkeeper.domain.phrase import translate
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency

# After so many days nobody remembers having been sent anywhere.
_FADES_AFTER: Final = 90


def referrals(moment: Moment) -> Iterator[Reminder]:
    """The newest one that we have not heard of again."""
    open_ = [r for r in moment.memory.referrals if r.found is None and not r.outcome]
    newest = max(open_, key=lambda r: r.on or date.min, default=None)
    if newest is None or (newest.on and (moment.today - newest.on).days > _FADES_AFTER):
        return
    title = translate("card", "We sent them to {where} for {what}", "a neighbour had what we had not")
    found = translate("card", "ask if they found it", "after we sent someone to a neighbour")
    yield Reminder(
        slot=Slot.CARES_ABOUT,
        mark=Mark.HEART,
        title=title.with_values(where=newest.sent_to, what=newest.sought),
        details=(*((when.ago(newest.on, moment.today),) if newest.on else ()), found),
        urgency=Urgency.LATER,
        about=(newest.uid,),
        offers=(Offer.FOUND, Offer.NOT_FOUND),
    )

"""Has something come in that they were waiting for?"""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency


def arrivals(moment: Moment) -> Iterator[Reminder]:
    """What has arrived and they have not been told of yet; then what they are still waiting for."""
    for wanted in moment.memory.wanted:
        if wanted.told_on is not None:
            continue
        if wanted.arrived_on is not None:
            title = translate("card", "Tell them it has arrived: {what}", "something they had asked for")
            arrived = translate("card", "came in {when}", "when something arrived: yesterday")
            details: tuple[Phrase, ...] = (arrived.with_values(when=when.ago(wanted.arrived_on, moment.today)),)
        else:
            title = translate("card", "Waiting for {what}", "something they asked for that we do not have yet")
            details = (when.ago(wanted.since, moment.today),) if wanted.since else ()
        yield Reminder(
            slot=Slot.CARES_ABOUT,
            mark=Mark.HEART,
            title=title.with_values(what=wanted.text),
            details=details,
            urgency=Urgency.FIRST if wanted.arrived_on else Urgency.LATER,
            about=(wanted.uid,),
            offers=(Offer.TOLD_THEM,) if wanted.arrived_on else (Offer.ARRIVED,),
        )

"""What was kind? A thank-you that we owe, and the last kindness each way; never summed, never weighed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import call
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency


def kindnesses(moment: Moment) -> Iterator[Reminder]:
    """Thanks first, then the newest kindness from them with the newest from us beneath it."""
    kept = moment.memory.kindnesses
    owed = [k for k in kept if k.direction is Direction.RECEIVED and k.thanks_owed and k.thanked_on is None]
    for kindness in owed:
        yield Reminder(
            slot=Slot.KINDNESS,
            mark=Mark.HEART,
            title=translate("card", "Say thank you: {what}", "what: brought plums").with_values(what=kindness.text),
            details=_when(kindness, moment.today),
            urgency=Urgency.SOON,
            order=(_age(kindness, moment.today),),
            about=(kindness.uid,),
            offers=(Offer.THANKED, Offer.ADD_OURS),
        )
    theirs = _newest([k for k in kept if k.direction is Direction.RECEIVED and k not in owed])
    ours = _newest([k for k in kept if k.direction is Direction.GIVEN])
    if theirs:
        below = (_from_us(ours, moment.today),) if ours else ()
        about = (theirs.uid, ours.uid) if ours else (theirs.uid,)
        yield _reminder(moment, _from_them(moment, theirs), (*_when(theirs, moment.today), *below), about)
    elif ours:
        yield _reminder(moment, _ours(ours), _when(ours, moment.today), (ours.uid,))


def _reminder(moment: Moment, title: Phrase, details: tuple[Phrase, ...], about: tuple[Uid, ...]) -> Reminder:
    return Reminder(
        slot=Slot.KINDNESS,
        mark=Mark.GIFT,
        title=title,
        details=details,
        about=about,
        offers=() if moment.memory.has_died else (Offer.ADD_OURS,),
    )


def _from_them(moment: Moment, kindness: Kindness) -> Phrase:
    said = translate("card", "From {name}: {what}", "a kindness; what: brought plums")
    return said.with_values(name=call(moment.memory.person), what=kindness.text)


def _ours(kindness: Kindness) -> Phrase:
    return translate("card", "From us: {what}", "a kindness; what: a bag of doughnuts").with_values(what=kindness.text)


def _from_us(kindness: Kindness, today: date) -> Phrase:
    days = when.was(kindness.on, today)
    if days is None:
        return _ours(kindness)
    said = translate("card", "From us: {what}, {when}", "a kindness; what: a bag of doughnuts; when: 2 months ago")
    return said.with_values(what=verbatim(kindness.text), when=days)


def _when(kindness: Kindness, today: date) -> tuple[Phrase, ...]:
    days = when.was(kindness.on, today)
    return (days,) if days else ()


def _newest(kept: list[Kindness]) -> Kindness | None:
    """The newest of them; of those without a day, the one that was written down last."""
    return max(enumerate(kept), key=lambda one: (_day(one[1]), one[0]), default=(0, None))[1]


def _day(kindness: Kindness) -> date:
    return when.latest(kindness.on) or date.min


def _age(kindness: Kindness, today: date) -> int:
    return (today - _day(kindness)).days

"""Whose day is it? Their own days, those that two people share, and those of their family, inside the lead time."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.domain.memory import MEMORIAL
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge import Tone
from shopkeeper.remember import occasion_words
from shopkeeper.remember.falling import Falling, falls, is_too_late, orders_close
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import call, call_near, speak_of
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency


def occasions(moment: Moment) -> Iterator[Reminder]:
    """One line for each day, however many people have it in their cards."""
    said: set[tuple[str, frozenset[Uid], int | None, int | None]] = set()
    for occasion, who in _days(moment):
        people = frozenset({occasion.person_uid, occasion.with_uid} - {""})
        key = (occasion.kind + occasion.label, people, occasion.on.month, occasion.on.day)
        falling = falls(occasion, moment.today, moment.shop, moment.knowledge.occasions)
        if falling is not None and key not in said:
            said.add(key)
            yield _reminder(moment, falling, who)


def _days(moment: Moment) -> Iterator[tuple[Occasion, Phrase]]:
    """Each day with whose it is, as one speaks of them on this card."""
    me = verbatim(call(moment.memory.person))
    for occasion in moment.memory.occasions:
        yield occasion, _both(moment, occasion, me, moment.me)
    for near in moment.family():
        for occasion in near.occasions:
            if occasion.kind != MEMORIAL:  # the quiet days of others are theirs
                # Who lives here is named at the foot of the card; of others the card says who they are.
                who = verbatim(speak_of(near.person)) if near.same_household else call_near(near)
                yield occasion, _both(moment, occasion, who, near.person.uid)


def _both(moment: Moment, occasion: Occasion, who: Phrase, uid: Uid) -> Phrase:
    other_uid = occasion.with_uid if occasion.person_uid == uid else occasion.person_uid
    other = moment.memory.person if other_uid == moment.me else moment.around.person(other_uid)
    if occasion.kind == MEMORIAL:
        if other:
            return verbatim(speak_of(other))
        return verbatim(occasion.label) if occasion.label else who
    if not other or other.uid == uid:
        return who
    both = translate("card", "{name} and {other}", "two people who share a day")
    return both.with_values(name=who, other=speak_of(other))


def _reminder(moment: Moment, falling: Falling, who: Phrase) -> Reminder:
    days = 500 if falling.day is None else (falling.day - moment.today).days
    return Reminder(
        slot=Slot.NOW,
        mark=Mark.CANDLE if falling.occasion.kind == MEMORIAL else Mark.OCCASION,
        title=occasion_words.title(falling, who, moment.today),
        details=tuple(occasion_words.details(falling, moment.now, moment.shop)),
        urgency=_urgency(moment, falling),
        order=(abs(days), days),
        about=(falling.occasion.uid,),
        # A day that is glad is one to do something kind on; of what was done, a kindness tells.
        offers=(Offer.ADD_OURS,) if falling.kind.tone is Tone.GLAD else (),
    )


def _urgency(moment: Moment, falling: Falling) -> Urgency:
    if falling.day is None or falling.day < moment.today:
        return Urgency.LATER
    if (falling.day - moment.today).days < 2 or falling.kind.tone is Tone.QUIET:
        return Urgency.FIRST
    close = orders_close(falling, moment.shop)
    closes_soon = close is not None and not is_too_late(close, moment.now, moment.shop) and close <= moment.today
    return Urgency.SOON if closes_soon else Urgency.USUAL

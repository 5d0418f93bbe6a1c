"""The day sheet: whose day it is, what we promised, whom to ask after; one line each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from shopkeeper.domain.memory import MEMORIAL, Around, Memory, spoken_of
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.promise import PromiseStatus
from shopkeeper.domain.record import Uid
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.knowledge import Knowledge, Tone
from shopkeeper.remember import occasion_words, when
from shopkeeper.remember.falling import Falling, day_around, falling_on, missed_since
from shopkeeper.remember.kinds.concerns import concerns
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import dotted
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Urgency

# What began so many days ago is new enough to stand on the day sheet; older matters wait on their card.
_NEW: Final = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """One line of the day: whose it is, what to know, on which day."""

    person_uid: Uid
    mark: Mark
    title: Phrase
    detail: Phrase
    day: date
    urgency: Urgency
    about: tuple[Uid, ...] = ()  # the records it was made from
    offers: tuple[Offer, ...] = ()  # what can be done about it with one key, the most usual first

    @property
    def agreed(self) -> bool:
        """Whether somebody agreed that this is written down, or nobody need."""
        return Offer.AGREED not in self.offers


class DaySheet:
    """The sheet of a day while it is written, person by person: of whom it has heard it keeps the lines only.

    Only people's own days are listed, so a child has one line however many parents have cards; a day that
    two people share is listed once.
    """

    def __init__(self, now: datetime, shop: ShopCalendar, knowledge: Knowledge, days_ahead: int = 7) -> None:
        """An empty sheet, for today and so many days ahead."""
        self._now, self._shop, self._knowledge = now, shop, knowledge
        self._days_ahead = days_ahead
        self._lines: list[DayLine] = []
        self._shared: set[tuple[str, frozenset[Uid]]] = set()

    def add(self, person: Memory, around: Around) -> None:
        """Write down what one person brings to the day."""
        memory, others = spoken_of(person, around)
        moment = Moment(memory, others, self._now, self._shop, self._knowledge)
        for occasion in memory.occasions:
            key = (
                occasion.kind + occasion.label + str(occasion.on),
                frozenset({occasion.person_uid, occasion.with_uid}),
            )
            line = None if key in self._shared else _day_line(moment, occasion, self._days_ahead)
            if line is not None:
                self._shared.add(key)
                self._lines.append(line)
        self._lines += _promised(moment)
        self._lines += _to_ask(moment)
        self._lines += _to_tell(moment)

    def lines(self, last: date) -> tuple[DayLine, ...]:
        """Those until this day, the most urgent first: today's and just missed, what is owed, what comes."""
        told = (line for line in self._lines if line.day <= last)
        return tuple(sorted(told, key=lambda line: (line.urgency, line.day, line.title.in_english())))


def _day_line(moment: Moment, occasion: Occasion, days_ahead: int) -> DayLine | None:
    today = moment.today
    day = day_around(occasion, missed_since(today, moment.shop))
    if day is None or (day - today).days > days_ahead:
        return None
    falling = falling_on(occasion, day, moment.knowledge.occasions)
    if occasion.kind == MEMORIAL and day != today:
        return None
    days = (day - today).days
    return DayLine(
        person_uid=moment.me,
        mark=Mark.CANDLE if occasion.kind == MEMORIAL else Mark.OCCASION,
        title=occasion_words.short_title(falling, _who(moment, occasion)),
        detail=_detail(moment, falling, day),
        day=day,
        urgency=Urgency.FIRST if days <= 0 else Urgency.SOON if days == 1 else Urgency.USUAL,
        about=(occasion.uid,),
        offers=(Offer.ADD_OURS,) if falling.kind.tone is Tone.GLAD else (),
    )


def _who(moment: Moment, occasion: Occasion) -> Phrase:
    """Whole names: the day sheet is read without the card beside it."""
    name = str(moment.memory.person.name)
    other_uid = occasion.with_uid if occasion.person_uid == moment.me else occasion.person_uid
    other = moment.around.person(other_uid)
    if occasion.kind == MEMORIAL:
        return verbatim(str(other.name) if other else occasion.label or name)
    if other is None or other.uid == moment.me:
        return verbatim(name)
    both = translate("card", "{name} and {other}", "two people who share a day")
    return both.with_values(name=name, other=str(other.name))


def _detail(moment: Moment, falling: Falling, day: date) -> Phrase:
    today = moment.today
    if day < today:
        first = translate("card", "was {when}", "a day just past; when: yesterday, on Monday")
        first = first.with_values(when=when.just_past(day, today))
    else:
        first = when.in_days(day, today)
    return dotted([first, *occasion_words.details(falling, moment.now, moment.shop)]) or first


def _promised(moment: Moment) -> Iterator[DayLine]:
    """What we owe by today or should have done already."""
    for promise in moment.memory.promises:
        due = when.latest(promise.by) if promise.by else None
        if promise.status is not PromiseStatus.OWED or due is None or due > moment.today:
            continue
        title = translate("card", "We promised {name}: {what}", "what: the rye recipe")
        late = translate("card", "it was for {when}", "a promise past its day; when: yesterday, 9 days ago")
        yield DayLine(
            person_uid=moment.me,
            mark=Mark.PROMISE,
            title=title.with_values(name=str(moment.memory.person.name), what=promise.text),
            detail=when.TODAY if due == moment.today else late.with_values(when=when.ago(due, moment.today)),
            day=due,
            urgency=Urgency.FIRST,
            about=(promise.uid,),
            offers=(Offer.KEPT, Offer.LATER, Offer.RELEASED),
        )


def _to_ask(moment: Moment) -> Iterator[DayLine]:
    """What began within the week and nobody has asked after today; each is told by the card it was written on."""
    own = {c.uid: c for c in moment.memory.concerns}
    for reminder in concerns(moment):
        concern = own.get(reminder.about[0])
        began = concern.since.whole() if concern else None
        if concern is None or began is None or concern.asked_on is not None:
            continue
        if 0 <= (moment.today - began).days <= _NEW:
            name = verbatim(str(moment.memory.person.name))
            yield DayLine(
                person_uid=moment.me,
                mark=Mark.ASK,
                title=reminder.title,
                detail=dotted([name, *reminder.details]) or name,
                day=began,
                urgency=Urgency.LATER,
                about=reminder.about,
                offers=reminder.offers,
            )


def _to_tell(moment: Moment) -> Iterator[DayLine]:
    """Whom to tell that what they asked for is here."""
    for wanted in moment.memory.wanted:
        if wanted.arrived_on is None or wanted.told_on is not None or wanted.arrived_on > moment.today:
            continue
        title = translate("card", "Tell {name}: {what} is here", "what someone had asked for; what: quince jelly")
        came = translate("card", "came in {when}", "when something arrived: yesterday")
        yield DayLine(
            person_uid=moment.me,
            mark=Mark.HEART,
            title=title.with_values(name=str(moment.memory.person.name), what=wanted.text),
            detail=came.with_values(when=when.ago(wanted.arrived_on, moment.today)),
            day=wanted.arrived_on,
            urgency=Urgency.USUAL,
            about=(wanted.uid,),
            offers=(Offer.TOLD_THEM,),
        )

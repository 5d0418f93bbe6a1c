"""The sentences about a kept day: who, what and when, in the tone that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from shopkeeper.domain.memory import MEMORIAL
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.knowledge import Tone
from shopkeeper.remember import calendar_words, when
from shopkeeper.remember.falling import Falling, is_too_late, orders_close
from shopkeeper.remember.names import opening


def title(falling: Falling, who: Phrase, today: date) -> Phrase:
    """What the day is, whose it is and when: "Leo turns 8 on Friday, in 3 days"."""
    when_, past = _when(falling, today), falling.day is not None and falling.day < today
    if falling.occasion.kind == MEMORIAL:
        return translate("card", "Remembering {who} {when}", "a quiet day").with_values(who=who, when=when_)
    if falling.occasion.kind == "birthday":
        return _birthday(falling, past).with_values(name=who, when=when_)
    what = _what(falling)
    if falling.occasion.kind == "exam_or_event" and past:
        sentence = translate("card", "Ask {who} how it went: {what}, {when}", "after an exam; when: yesterday")
        what = verbatim(falling.occasion.label) if falling.occasion.label else what
    elif past:
        sentence = translate("card", "{what}: {who}, was {when}", "a day just past: Name day: Ana, was on Monday")
    else:
        sentence = translate("card", "{what}: {who}, {when}", "a coming day: Name day: Ana, on Friday, in 3 days")
    return sentence.with_values(what=what, who=who, when=when_)


def _birthday(falling: Falling, past: bool) -> Phrase:
    age = falling.age
    if falling.day is None:
        return translate("card", "{name} has a birthday {when}", "when: in May; the day is not known")
    if age is None:
        if past:
            return translate("card", "{name}'s birthday was {when}", "when: yesterday, on Monday")
        return translate("card", "{name}'s birthday is {when}", "when: today, on Friday, in 3 days")
    if age.years == 1 and not age.about:
        if past:
            return translate("card", "{name}'s first birthday was {when}", "when: yesterday, on Monday")
        return translate("card", "{name}'s first birthday is {when}", "when: today, on Friday, in 3 days")
    if age.about and past:
        sentence = translate("card", "{name} turned about {age} {when}", "an age counted on from one that was told")
    elif age.about:
        sentence = translate("card", "{name} turns about {age} {when}", "an age counted on from one that was told")
    elif past:
        sentence = translate("card", "{name} turned {age} {when}", "when: yesterday, on Monday")
    else:
        sentence = translate("card", "{name} turns {age} {when}", "when: today, on Friday, in 3 days")
    return sentence.with_values(age=age.years)


def short_title(falling: Falling, who: Phrase) -> Phrase:
    """What the day is and whose, where the day itself stands beside it: "Leo Duarte turns 8"."""
    age = falling.age
    if falling.occasion.kind == MEMORIAL:
        return translate("card", "Remembering {who}", "a quiet day").with_values(who=who)
    if falling.occasion.kind != "birthday":
        return translate("card", "{what}: {who}", "what the day is, and whose").with_values(
            what=_what(falling), who=who
        )
    if age is None:
        return translate("card", "{name}'s birthday", "in a list of days").with_values(name=who)
    if age.years == 1 and not age.about:
        return translate("card", "{name}'s first birthday", "in a list of days").with_values(name=who)
    if age.about:
        about = translate("card", "{name} turns about {age}", "an age counted on from one that was told")
        return about.with_values(name=who, age=age.years)
    return translate("card", "{name} turns {age}", "in a list of days").with_values(name=who, age=age.years)


def _what(falling: Falling) -> Phrase:
    if falling.occasion.label:
        return opening(falling.occasion.label)
    if falling.years and falling.occasion.kind == "wedding_anniversary":
        return translate("card", "%n year(s) married", "a wedding day", falling.years)
    return falling.kind.label


def _when(falling: Falling, today: date) -> Phrase:
    if falling.day is None:
        return calendar_words.in_month(today.month)
    if falling.day < today:
        return when.just_past(falling.day, today)
    days = (falling.day - today).days
    if days < 2 or falling.kind.tone is Tone.QUIET:
        return when.in_days(falling.day, today)
    counted = translate("card", "{day}, in %n day(s)", "on Friday, in 3 days", days)
    return counted.with_values(day=when.in_days(falling.day, today))


def details(falling: Falling, now: datetime, shop: ShopCalendar) -> Iterator[Phrase]:
    """What goes with it: until when to order or bake, what we know about it, where the day is not quite the day."""
    occasion, day, today = falling.occasion, falling.day, now.date()
    if day is not None and day >= today and falling.kind.tone is not Tone.QUIET:
        yield from _in_time(falling, day, now, shop)
    if day is not None and day < today and not _open_since(day, today, shop):
        yield translate("card", "While you were closed", "the day was while the shop was shut")
    if occasion.kind == "birthday" and occasion.label:
        yield verbatim(occasion.label)
    if falling.moved and occasion.kind == "birthday":
        yield translate("card", "Born on 29 February", "said in a year that has no such day")
    elif falling.moved:
        yield translate("card", "The day itself is 29 February", "said in a year that has no such day")
    if occasion.on.about and day is not None:
        yield translate("card", "about that day", "a day that is not known exactly")
    if occasion.on.said:
        yield when.quoted(occasion.on.said)
    if occasion.note:
        yield verbatim(occasion.note)


def _in_time(falling: Falling, day: date, now: datetime, shop: ShopCalendar) -> Iterator[Phrase]:
    today, close = now.date(), orders_close(falling, shop)
    ready = shop.last_open_day(day)
    if ready is not None and today < day and ready < day and falling.kind.tone is Tone.GLAD:
        yield _shut(ready, today)
    if close is None or (day == today and close < today):
        return
    if is_too_late(close, now, shop):
        closed = translate(
            "card", "Orders closed {when}", "the last day to order has passed; when: yesterday, on Monday"
        )
        yield closed.with_values(when=when.just_past(close, today))
    elif shop.order_until is None:
        yield translate("card", "Orders close {when}", "the last day to order").with_values(
            when=when.in_days(close, today)
        )
    else:
        until = translate("card", "Orders close {when} at {hour}", "the last day to order, and its last hour")
        yield until.with_values(when=when.in_days(close, today), hour=f"{shop.order_until:%H:%M}")


def _shut(ready: date, today: date) -> Phrase:
    if ready < today:
        return translate("card", "You are shut that day", "the shop is shut on someone's day")
    shut = translate("card", "You are shut: bake {by}", "the shop is shut on someone's day; by: by Saturday")
    return shut.with_values(by=when.by(ready, today))


def _open_since(day: date, today: date, shop: ShopCalendar) -> bool:
    """Whether the shop has been open on the day itself or on any day between it and today."""
    return any(shop.is_open(date.fromordinal(n)) for n in range(day.toordinal(), today.toordinal()))

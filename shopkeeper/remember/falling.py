"""Falling: a kept day as it falls around now, with the age that may be said and what must be ready by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from shopkeeper.domain.occasion import Occasion, Recurs
from shopkeeper.domain.partial_date import LeapDay, PartialDate
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.knowledge import OccasionKind, OccasionKinds, Tone

# So many days after it, a day is still spoken of: "was on Monday".
BELATED: Final = 7
# After being shut for longer than this, what was missed is past.
_LONGEST_AWAY: Final = 62
# Under this age everyone may be told how old a child turns.
GROWN_UP: Final = 18
# No one is older than this; a year that says so is a slip, and then no age is said.
_OLDEST: Final = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """How old someone turns, and whether that is counted on from an age told rather than from a year."""

    years: int
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Falling:
    """One kept day, near enough to be spoken of."""

    occasion: Occasion
    kind: OccasionKind
    day: date | None  # None: some time in this month, no day is known
    age: Age | None = None
    years: int | None = None  # of a day that counts its years and is no birthday
    moved: bool = False  # kept on another day, because this year has no 29 February


def falls(occasion: Occasion, today: date, shop: ShopCalendar, kinds: OccasionKinds) -> Falling | None:
    """The day as it falls inside its lead time, today, or within the last week; None when it is not yet time."""
    day = day_around(occasion, min(today - timedelta(days=BELATED), missed_since(today, shop)))
    kind = kinds.of(occasion.kind)
    if day is None:
        return Falling(occasion=occasion, kind=kind, day=None) if _is_some_time_now(occasion, today) else None
    belated = day < today
    if belated and kind.tone is Tone.QUIET:
        return None
    if not belated and today < starts(occasion, day, shop, kind):
        return None
    return falling_on(occasion, day, kinds)


def falling_on(occasion: Occasion, day: date, kinds: OccasionKinds) -> Falling:
    """The occasion as it falls on one day, whether or not it is time to speak of it."""
    kind = kinds.of(occasion.kind)
    birthday = occasion.kind == "birthday"
    years = occasion.on.years_by(day) if kind.counts_years and not birthday else None
    return Falling(
        occasion=occasion,
        kind=kind,
        day=day,
        age=_said_age(occasion, day, kinds) if birthday else None,
        years=years if years and years > 0 else None,
        moved=(occasion.on.month, occasion.on.day) == (2, 29) and (day.month, day.day) != (2, 29),
    )


def day_around(occasion: Occasion, since: date) -> date | None:
    """The first day from a day on, on which it falls; None when no day is known or none is left."""
    whole = occasion.on.whole()
    match occasion.recurs:
        case Recurs.FEAST:
            return None  # until the table of moving feasts is here, no day is better than a wrong one
        case Recurs.ONCE:
            once = whole or _next_after_told(occasion)
            return once if once is not None and once >= since else None
        case _:
            return occasion.on.next_on_or_after(since, occasion.leap_day)


def _next_after_told(occasion: Occasion) -> date | None:
    """A day that comes once, told without its year, is the first of that name after it was told.

    None where that day was not noted: a day on the wrong year's card would come back every year.
    """
    return occasion.on.next_on_or_after(occasion.told_on, occasion.leap_day) if occasion.told_on else None


def missed_since(today: date, shop: ShopCalendar) -> date:
    """The first of the days just gone on which the shop was shut; today when it was open yesterday."""
    day = today
    while (today - day).days < _LONGEST_AWAY and not shop.is_open(day - timedelta(days=1)):
        day -= timedelta(days=1)
    return day if (today - day).days < _LONGEST_AWAY else today


def starts(occasion: Occasion, day: date, shop: ShopCalendar, kind: OccasionKind) -> date:
    """The first day on which the card speaks of it, counted back over the days on which the shop is open."""
    lead = kind.lead_days if occasion.lead_days is None else max(0, occasion.lead_days)
    return shop.open_days_before(day, lead)


def orders_close(falling: Falling, shop: ShopCalendar) -> date | None:
    """The last day to order for it; None where nothing is ordered."""
    if falling.day is None or not falling.kind.order_days:
        return None
    return shop.open_days_before(falling.day, falling.kind.order_days)


def is_too_late(close: date, now: datetime, shop: ShopCalendar) -> bool:
    """Whether the last day to order, or its last hour, has passed."""
    if now.date() != close:
        return now.date() > close
    return shop.order_until is not None and now.time() >= shop.order_until


def age_on(occasion: Occasion, day: date) -> Age | None:
    """How old someone is on a day: from the year of birth, else counted on from an age told."""
    if occasion.on.year is not None:
        born = occasion.on.earliest()
        birthday = occasion.on.in_year(day.year, occasion.leap_day)
        if born is None or day < born:
            return None
        years = day.year - occasion.on.year - (1 if birthday and birthday > day else 0)
        return Age(years=years, about=occasion.on.about or birthday is None)
    told_on = occasion.age_told_on or occasion.told_on
    if occasion.age_told is None or told_on is None:
        return None
    return Age(years=occasion.age_told + _returns(occasion.on, told_on, day, occasion.leap_day), about=True)


def _returns(on: PartialDate, after: date, until: date, leap_day: LeapDay) -> int:
    """How many times a day of the year came back after one day and up to another."""
    days = (on.in_year(year, leap_day) for year in range(after.year, until.year + 1))
    known = [day for day in days if day is not None]
    if not known:
        return max(0, (until - after).days // 365)
    return sum(1 for day in known if after < day <= until)


def _said_age(occasion: Occasion, day: date, kinds: OccasionKinds) -> Age | None:
    age = age_on(occasion, day)
    if age is None or not 0 < age.years <= _OLDEST:
        return None
    may_be_said = age.years < GROWN_UP or (occasion.age_may_be_said and age.years in kinds.round_ages)
    return age if may_be_said else None


def _is_some_time_now(occasion: Occasion, today: date) -> bool:
    on = occasion.on
    if on.day is not None or on.month != today.month or occasion.recurs is Recurs.FEAST:
        return False
    if occasion.recurs is Recurs.ONCE and on.year is None:
        told = occasion.told_on
        return told is not None and 0 <= (today.year - told.year) * 12 + today.month - told.month < 12
    if occasion.recurs is Recurs.ONCE:
        return on.year == today.year
    return on.year is None or on.year <= today.year

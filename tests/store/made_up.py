"""Made-up records of every kind: any text, any date, any picture that a field allows."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name
from shopkeeper.domain.record import Record

# Any sign of any script but halves of letters, which no text file can hold either.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
WORDS = st.lists(TEXT, max_size=3).map(tuple)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
LEAP_YEAR = 2000


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A day of which any part may be unknown."""
    day = draw(st.dates())
    year, month, number = (draw(st.booleans()) for _ in range(3))
    if not year and month and number:
        day = draw(st.dates(date(LEAP_YEAR, 1, 1), date(LEAP_YEAR, 12, 31)))
    return PartialDate(
        year=day.year if year else None,
        month=day.month if month else None,
        day=(min(day.day, 28) if year != month else day.day) if number else None,
        about=draw(st.booleans()),
        said=draw(TEXT),
    )


def names() -> st.SearchStrategy[Name]:
    """A name in any parts."""
    return st.builds(Name, **{f.name: WORDS if f.name == "nicknames" else TEXT for f in fields(Name)})


_PLAIN: dict[object, st.SearchStrategy[Any]] = {
    str: TEXT,
    bytes: st.binary(max_size=50),
    int: st.integers(-(2**63), 2**63 - 1),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=ZONES),
    Name: names(),
    PartialDate: partial_dates(),
}


def _values(hint: Any) -> st.SearchStrategy[Any]:
    if getattr(hint, "__origin__", None) is tuple:
        return WORDS
    kinds = get_args(hint) or (hint,)
    return st.one_of([_value(kind) for kind in kinds])


def _value(kind: Any) -> st.SearchStrategy[Any]:
    if kind is type(None):
        return st.none()
    if issubclass(kind, StrEnum):
        return st.sampled_from(list(kind))
    return _PLAIN[kind]


def records(kind: type[Record], uid: str, refers_to: dict[str, list[str]]) -> st.SearchStrategy[Any]:
    """Any record of a kind with this uid; its references are to the given uids."""
    hints = get_type_hints(kind)
    parts: dict[str, st.SearchStrategy[Any]] = {}
    for f in fields(kind):
        if f.name == "uid":
            parts["uid"] = st.just(uid)
        elif f.type == "Uid":
            nobody = [""] if f.default == "" else []
            parts[f.name] = st.sampled_from([*refers_to[f.name], *nobody])
        else:
            parts[f.name] = _values(hints[f.name])
    return st.builds(kind, **parts)

"""Any kept thing and any of its values in plain words: for the history, and for lists of all that is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeAlias

from shopkeeper.domain.household import Relationship
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Record, Uid
from shopkeeper.knowledge import Knowledge
from shopkeeper.remember import calendar_words
from shopkeeper.remember.kept_words import CHOICES, field_word, kind_word
from shopkeeper.remember.names import listed

# Whom a uid names; empty where nobody knows.
Named: TypeAlias = Callable[[Uid], str]

_YES: Final = translate("kept", "yes", "an answer")
_NO: Final = translate("kept", "no", "an answer")
# Who wrote it down and when, whose it is and where it came from is not what a thing says.
_BESIDE_THE_POINT: Final = frozenset({
    "uid", "person_uid", "owner_uid", "told_on", "age_told_on", "written_on", "written_by", "recorded_by",
    "consent_uid", "pref", "types", "source", "source_uid", "extras", "checked_on", "made_on", "made_by",
    "told_by", "substance_ref", "ref", "private", "leap_day", "recurs", "status_on", "status_by", "agreed_on",
    "media_type", "uri",
})  # fmt: skip

# Kinds of day that say less than the shop's own words for it.
_NAMED_BY_LABEL: Final = frozenset({"exam_or_event", "other"})


def value_words(field: str, value: object, knowledge: Knowledge, named: Named) -> Phrase | None:
    """The value of a field; None where nothing was told."""
    match value:
        case None | "" | () | b"":
            return None
        case bool():
            return _YES if value else _NO
        case StrEnum():
            return CHOICES[value]
        case PartialDate():
            return day_words(value)
        case datetime():
            at = translate("kept", "{day}, {hour}", "on 4 May 2027, 10:15")
            return at.with_values(day=calendar_words.on_date(value.date()), hour=f"{value:%H:%M}")
        case date():
            return calendar_words.on_date(value)
        case Name():
            return listed(verbatim(name) for name in dict.fromkeys((str(value), *value.nicknames)) if name)
        case tuple():
            return listed(verbatim(str(part)) for part in value)
        case bytes():
            return kind_word("Photo")
    text = str(value)
    if field == "consent_uid":
        return _YES
    if field.endswith("_uid"):
        text = named(text)
    return verbatim(text) if text else None


def day_words(day: PartialDate) -> Phrase | None:
    """A day as far as it is known, or the words it was told in."""
    if day.said and not day.is_known:
        return verbatim(day.said)
    if whole := day.whole():
        return calendar_words.on_date(whole)
    if day.month and day.day:
        return calendar_words.on_day(day.month, day.day)
    if day.month and day.year:
        return calendar_words.in_month_of(day.month, day.year)
    if day.month:
        return calendar_words.in_month(day.month)
    return verbatim(str(day.year)) if day.year else None


def record_words(record: Record, knowledge: Knowledge, named: Named) -> Phrase:
    """What a kept thing says, in one line: "nuts, life-threatening"; what it is where it says nothing more."""
    return listed(_told(record, knowledge, named)) or kind_word(type(record).__name__)


def _told(record: Record, knowledge: Knowledge, named: Named) -> Iterator[Phrase]:
    match record:
        case Person():
            yield verbatim(str(record.name))
            return
        case Occasion() if not (record.label and record.kind in _NAMED_BY_LABEL):
            yield knowledge.occasions.of(record.kind).label
        case Relationship():
            who = named(record.related_uid) or record.related_name
            if who:
                yield verbatim(who)
            yield verbatim(record.words) if record.words else knowledge.kinship.word(record.kind)
            yield from _values(record, ("standing",), knowledge, named)
            return
    told = [f.name for f in fields(record) if f.name not in _BESIDE_THE_POINT]
    yield from _values(record, _own_words_first(told), knowledge, named)


def _own_words_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: name not in ("text", "substance", "what", "value", "name", "label"))


def _values(record: Record, names: Iterable[str], knowledge: Knowledge, named: Named) -> Iterator[Phrase]:
    untold = {f.name: f.default for f in fields(record) if f.default is not MISSING}
    for name in names:
        value = getattr(record, name)
        if value == untold.get(name, MISSING) or (isinstance(record, Occasion) and name == "kind"):
            continue
        if isinstance(value, bool):
            # "Yes" says nothing without its question.
            if value:
                yield field_word(type(record).__name__, name)
        elif words := value_words(name, value, knowledge, named):
            yield words

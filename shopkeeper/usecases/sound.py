"""Sound: what a kept thing must at least say before it can be written down, in a sentence for whoever left it out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Record
from shopkeeper.usecases.refused import Refused, Why


class _Needed(NamedTuple):
    """One of these fields has to say something; else this is asked for."""

    fields: tuple[str, ...]
    ask: Phrase


_WORDS: Final = translate("Records", "Write it in a few words first.")
_WHO: Final = translate("Records", "Choose who it is first.")
# By the names of the records, which are also those that the history keeps.
_NEEDED: Final[Mapping[str, _Needed]] = MappingProxyType(
    {
        "Person": _Needed(("name",), translate("Records", "Nobody can be found without a name: write one first.")),
        "Membership": _Needed(("household_uid",), translate("Records", "Choose the household first.")),
        "Relationship": _Needed(("related_uid", "related_name"), _WHO),
        "Tel": _Needed(("value",), translate("Records", "Write the number first.")),
        "Email": _Needed(("value",), translate("Records", "Write the e-mail address first.")),
        "Adr": _Needed(
            ("street", "extended", "po_box", "locality", "region", "code", "country", "label"),
            translate("Records", "Write a street or a place first."),
        ),
        "AllergyIntolerance": _Needed(
            ("substance",), translate("Records", "Write what it is first, in their own words.")
        ),
        "Diet": _Needed(("text",), _WORDS),
        "Occasion": _Needed(
            ("on", "feast"), translate("Records", "Say when it is first: a day, a month, or the words they used.")
        ),
        "Kindness": _Needed(("text",), _WORDS),
        "Promise": _Needed(("text",), translate("Records", "Write what we promised first.")),
        "Concern": _Needed(("what",), translate("Records", "Write what to ask after first.")),
        "Interest": _Needed(("text",), _WORDS),
        "Introduction": _Needed(("other_uid",), _WHO),
        "Referral": _Needed(("sought",), translate("Records", "Write what they were looking for first.")),
        "Wanted": _Needed(("text",), translate("Records", "Write what they asked for first.")),
        "DontMention": _Needed(("text",), translate("Records", "Write what to keep quiet about first.")),
        "Collects": _Needed(("for_uid",), _WHO),
        "Pet": _Needed(("name", "species"), translate("Records", "Write the pet's name first.")),
        "Note": _Needed(("text",), translate("Records", "Write the note first.")),
        "Code": _Needed(("value",), translate("Records", "Scan or write the card's number first.")),
        "Photo": _Needed(("data", "uri"), translate("Records", "Choose a picture first.")),
    }
)
_OTHERS: Final = ("related_uid", "other_uid", "for_uid", "with_uid")


def refuse_unsound(record: Record) -> None:
    """Refused, and what is missing, when a kept thing does not say what it must."""
    needed = _NEEDED.get(type(record).__name__)
    if needed and not any(_says_something(getattr(record, field)) for field in needed.fields):
        raise Refused(needed.ask, Why.ASKED_WRONGLY)
    person: Any = getattr(record, "person_uid", "")
    if person and any(getattr(record, field, "") == person for field in _OTHERS):
        raise Refused(translate("Records", "This takes two people: choose somebody else."), Why.ASKED_WRONGLY)


def _says_something(value: object) -> bool:
    if isinstance(value, PartialDate):
        return value.is_known or bool(value.said.strip())
    return bool(value) if isinstance(value, bytes) else bool(str(value).strip())

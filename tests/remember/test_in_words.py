from __future__ import annotations

from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import get_args, get_type_hints

import pytest

from shopkeeper.domain.household import Household, Relationship
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.records import RECORDS
from shopkeeper.examples.street import Street, street
from shopkeeper.remember.in_words import record_words, value_words
from shopkeeper.remember.kept_words import CHOICES, FIELD_WORDS, KIND_WORDS
from shopkeeper.usecases.shop import knowledge_here

KNOWLEDGE = knowledge_here()
STREET: Street = street(date(2026, 11, 22))
NAMES = {r.uid: str(r.name) for r in STREET.records if isinstance(r, Person | Household)}

# What comes from a file and goes back into one.
NEVER_EDITED = frozenset(["uid", "source", "source_uid", "extras", "substance_ref", "ref", "media_type", "data", "uri"])


def said(words: Phrase | None) -> str:
    return words.in_english() if words else ""


def named(uid: str) -> str:
    return NAMES.get(uid, "")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_kind_of_kept_thing_and_every_field_has_a_word(record: type) -> None:
    assert record.__name__ in KIND_WORDS
    for field in fields(record):
        if field.name not in NEVER_EDITED:
            assert field.name in FIELD_WORDS or f"{record.__name__}.{field.name}" in FIELD_WORDS, field.name


def test_every_answer_that_can_be_chosen_has_a_word() -> None:
    for record in RECORDS:
        for hint in get_type_hints(record).values():
            for kind in (hint, *get_args(hint)):
                if isinstance(kind, type) and issubclass(kind, StrEnum):
                    assert set(kind) <= set(CHOICES)


def test_every_thing_of_the_street_is_said_in_one_line_without_a_uid() -> None:
    for record in STREET.records:
        line = said(record_words(record, KNOWLEDGE, named))
        assert line
        assert "0193" not in line
        assert "\n" not in line


def test_what_a_thing_says_comes_in_their_own_words_first() -> None:
    of = {(type(record).__name__, getattr(record, "person_uid", "")): record for record in STREET.records}
    ana, leo, rosa = (STREET.uid(key) for key in ("ana", "leo", "rosa"))

    def line(kind: str, uid: str) -> str:
        return said(record_words(of[kind, uid], KNOWLEDGE, named))

    assert line("AllergyIntolerance", ana) == "tree nuts, food, serious, throat swells, carries a pen, traces matter"
    assert line("Occasion", leo).startswith("Birthday, on 4 May, 7, football cake")
    day = Occasion(uid="o", person_uid=leo, kind="exam_or_event", label="starts judo", on=PartialDate(month=5, day=4))
    assert said(record_words(day, KNOWLEDGE, named)) == "starts judo, on 4 May"
    assert line("Concern", rosa).startswith("flu, ")
    assert said(
        record_words(Relationship(uid="r", person_uid=ana, kind="child", related_uid=leo), KNOWLEDGE, named)
    ) == ("Leo Duarte, child")


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("text", "", ""),
        ("private", False, "no"),
        ("who_uid", STREET.uid("rosa"), "Rosa Duarte"),
        ("told_on", date(2026, 11, 22), "on 22 November 2026"),
        ("types", ("home", "cell"), "home, cell"),
    ],
)
def test_a_value_is_said_as_one_would_say_it(field: str, value: object, words: str) -> None:
    assert said(value_words(field, value, KNOWLEDGE, named)) == words

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.change import Change, edited, made, removed, taken_back
from shopkeeper.domain.person import Name, Person, Tel
from shopkeeper.domain.record import Record

WORDS = st.text(max_size=8)
NAMES = st.builds(Name, formatted=WORDS, given=WORDS, family=WORDS, nicknames=st.tuples(WORDS))
PEOPLE = st.builds(
    Person, uid=st.just("p"), name=NAMES, call_them=WORDS, pronouns=WORDS, extras=st.tuples(WORDS, WORDS)
)


def applied(record: Record, changes: tuple[Change, ...]) -> Record:
    for change in changes:
        assert change.field is not None
        assert getattr(record, change.field) == change.before
        record = replace(record, **{change.field: change.after})
    return record


@given(PEOPLE, PEOPLE)
def test_the_changes_of_an_edit_lead_from_one_state_to_the_other_and_back(before: Person, after: Person) -> None:
    changes = edited(before, after)
    assert applied(before, changes) == after
    assert applied(after, taken_back(changes)) == before


@given(PEOPLE, PEOPLE)
def test_an_edit_touches_only_the_fields_that_differ(before: Person, after: Person) -> None:
    touched = {change.field for change in edited(before, after)}
    assert touched == {f.name for f in fields(Person) if getattr(before, f.name) != getattr(after, f.name)}


@given(PEOPLE)
def test_an_edit_that_changes_nothing_is_no_change(person: Person) -> None:
    assert edited(person, replace(person)) == ()


@given(PEOPLE)
def test_taking_back_twice_is_doing_it_again(person: Person) -> None:
    changes = (made(person), *edited(person, replace(person, call_them="Millie")))
    assert taken_back(taken_back(changes)) == changes


def test_what_was_made_is_taken_back_by_removing_it() -> None:
    tel = Tel(uid="t", owner_uid="p", value="4188")
    assert taken_back((made(tel),)) == (removed(tel),)


def test_an_edit_is_between_two_states_of_one_thing() -> None:
    tel = Tel(uid="t", owner_uid="p", value="4188")
    with pytest.raises(ValueError):
        edited(tel, replace(tel, uid="other"))
    with pytest.raises(ValueError):
        edited(tel, Person(uid="t", name=Name()))

"""What holds for every kind of record: it comes back as it was written, and every act on it is undone exactly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from shopkeeper.domain.change import removed
from shopkeeper.domain.consent import Consent, Purpose
from shopkeeper.domain.household import Household
from shopkeeper.domain.record import Record
from shopkeeper.domain.records import RECORDS
from shopkeeper.store import Store
from tests.store.books import KEY, Book, a_book, rows_in
from tests.store.made_up import records

# The book is opened once for all examples of a kind; each example leaves it as it found it, and that is what is tested.
EXAMPLES = settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@dataclass
class Stage:
    """A book with the people, the household and the agreement that records may speak of."""

    book: Book
    refers_to: dict[str, list[str]]

    @property
    def path(self) -> Path:
        return self.book.store.path


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with a_book(tmp_path) as book:
        ana, bo = book.person("Ana Duarte"), book.person("Bo Lund")
        home = Household(uid=book.uid(), name="Elm Street 4")
        agreed = Consent(uid=book.uid(), person_uid=ana.uid, purpose=Purpose.HEALTH, agreed_on=date(2026, 1, 2))
        book.make(ana, bo, home, agreed)
        people = [ana.uid, bo.uid]
        yield Stage(
            book,
            {
                **dict.fromkeys(("person_uid", "related_uid", "with_uid", "who_uid", "other_uid", "for_uid"), people),
                "owner_uid": [*people, home.uid],
                "household_uid": [home.uid],
                "consent_uid": [agreed.uid],
            },
        )


@EXAMPLES
@given(data=st.data())
@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_comes_back_as_it_was_written(stage: Stage, kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(records(kind, stage.book.uid(), stage.refers_to))
    before = rows_in(stage.path)
    act = stage.book.make(record)
    assert stage.book.store.act(act.uid) == act
    stage.book.undo(act.uid)
    assert rows_in(stage.path) == before


@EXAMPLES
@given(data=st.data())
@pytest.mark.parametrize("kind", RECORDS)
def test_every_edit_of_a_record_is_undone_exactly(stage: Stage, kind: type[Record], data: st.DataObject) -> None:
    uid = stage.book.uid()
    first, second = (data.draw(records(kind, uid, stage.refers_to)) for _ in range(2))
    start = rows_in(stage.path)
    making = stage.book.make(first)
    before = rows_in(stage.path)
    act = stage.book.edit(first, second)
    assert stage.book.store.act(act.uid) == act
    assert stage.book.store.act(making.uid) == making, "the history tells what was made, not what became of it"
    again = stage.book.undo(act.uid)
    assert rows_in(stage.path) == before
    stage.book.undo(again.uid)
    stage.book.do(removed(second))
    assert rows_in(stage.path) == start


@EXAMPLES
@given(data=st.data())
@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_that_was_taken_out_comes_back_to_its_own_place(
    stage: Stage, kind: type[Record], data: st.DataObject
) -> None:
    record = data.draw(records(kind, stage.book.uid(), stage.refers_to))
    stage.book.make(record)
    before = rows_in(stage.path)
    act = stage.book.do(removed(record))
    assert stage.book.store.act(act.uid) == act
    stage.book.undo(act.uid)
    assert rows_in(stage.path) == before
    stage.book.do(removed(record))


def test_the_search_still_agrees_with_the_people_after_all_of_this(stage: Stage) -> None:
    assert stage.book.store.check() == ()
    stage.book.store.close()
    with Store.open(stage.path, KEY) as again:
        assert again.check() == ()

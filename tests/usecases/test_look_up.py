"""A search in parts: what can be seen first, the rest when there is time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from shopkeeper.capture import words
from shopkeeper.domain.change import Act, made
from shopkeeper.domain.person import Code
from shopkeeper.domain.phrase import translate
from shopkeeper.host.clock import Clock
from shopkeeper.knowledge.capture import CaptureWords
from shopkeeper.store import Store
from shopkeeper.usecases import look_up
from shopkeeper.usecases.bring_in import bring_in
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.look_up import Looking, Seen
from shopkeeper.usecases.shop import Shop, knowledge_here
from shopkeeper.usecases.tell import capture_words
from shopkeeper.usecases.undo import undo_now_or_later
from tests.usecases.shops import own_shop, vcard


def never() -> bool:
    return False


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """Thirty people called Ana, all of Elm St."""
    with own_shop(tmp_path / "book") as opened:
        bring_in(opened, b"".join(vcard(f"FN:Ana Number{n}", "ADR:;;Elm St 4;;;;") for n in range(30)), "anas.vcf")
        yield opened


class Later(Clock):
    """A minute later."""

    def now(self) -> datetime:
        return super().now() + timedelta(minutes=1)


def said(row: look_up.Row) -> str:
    return row.line.in_english()


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Of whom anything was read."""
    uids: list[str] = []
    memory_of, beside = Store.memory_of, Store.beside

    def noted(store: Store, uid: str) -> object:
        uids.append(uid)
        return memory_of(store, uid)

    def noted_all(store: Store, these: Sequence[str]) -> object:
        uids.extend(these)
        return beside(store, these)

    monkeypatch.setattr(Store, "memory_of", noted)
    monkeypatch.setattr(Store, "beside", noted_all)
    return uids


def test_in_the_first_turn_only_rows_in_sight_are_whole(shop: Shop, read: list[str]) -> None:
    found = Looking(shop, "ana").begin(8, never)
    assert [row.is_whole for row in found.rows] == [True] * 8 + [False] * 12
    assert not found.is_whole
    assert all(said(row) == "Elm St" for row in found.rows[:8])
    assert len(read) == 8


def test_the_rest_is_told_later_and_nobody_changes_place(shop: Shop) -> None:
    looking = Looking(shop, "ana")
    first = looking.begin(8, never)
    last = looking.go_on()
    assert last.is_whole
    assert [row.person_uid for row in first.rows] == [row.person_uid for row in last.rows]
    assert first.rows[:8] == last.rows[:8]
    assert all(said(row) == "Elm St" for row in last.rows)


def test_a_later_turn_tells_no_more_rows_than_it_has_time_for(shop: Shop) -> None:
    looking = Looking(shop, "ana")
    looking.begin(8, never)
    found = looking.go_on(_times(6))
    assert 8 <= sum(row.is_whole for row in found.rows) < 20
    assert looking.go_on().is_whole


def test_that_nobody_is_there_is_only_said_when_it_is_sure(shop: Shop) -> None:
    found = Looking(shop, "zzzyx").begin(8, never)
    assert found.rows == ()
    assert found.is_whole


def test_whoever_has_left_the_book_since_they_were_found_has_no_row(shop: Shop) -> None:
    looking = Looking(shop, "ana")
    assert len(looking.begin(8, never).rows) == 20
    undo_now_or_later(shop)
    found = looking.go_on()
    assert found.is_whole
    assert found.rows == (), "where the book has changed the search begins anew"


def test_what_was_told_for_one_key_is_not_read_again_for_the_next(shop: Shop, read: list[str]) -> None:
    seen = Seen()
    Looking(shop, "an", seen=seen).go_on()
    before = len(read)
    Looking(shop, "ana", seen=seen).go_on()
    assert len(read) == before


def test_the_card_of_the_best_row_needs_no_second_reading(shop: Shop, read: list[str]) -> None:
    counter = Counter(shop, lambda: None)
    first = counter.look("ana").begin(8, never).rows[0].person_uid
    card = counter.card(first)
    assert card is counter.card(first)
    assert read.count(first) == 1


def test_a_card_is_made_anew_when_something_was_written_down(shop: Shop) -> None:
    counter = Counter(shop, lambda: None)
    uid = counter.look("ana").begin(8, never).rows[0].person_uid
    before = counter.card(uid)
    counter.was_here(uid)
    assert counter.card(uid) is not before
    assert counter.card(uid) != before


def test_a_loyalty_card_says_whose_it_is_and_a_telephone_is_none(shop: Shop) -> None:
    counter = Counter(shop, lambda: None)
    uid = counter.look("ana").go_on().rows[0].person_uid
    code = Code(uid="0192f0c1-0000-7000-8000-00000000c0de", person_uid=uid, value="5901234123457")
    act = Act(uid="act", name=translate("test", "a card"), at=shop.clock.now(), changes=(made(code),))
    shop.store.apply(act, new_uid="undo")
    assert counter.scanned("5901234123457") == (uid,)
    assert counter.scanned("5901234123450") == ()


def test_the_book_keeps_who_was_chosen_for_what_was_typed(shop: Shop) -> None:
    counter = Counter(shop, lambda: None)
    last = counter.look("ana").go_on().rows[-1].person_uid
    counter.chose("ana", last)
    assert shop.store._raw.execute("SELECT count(*) FROM choice").fetchone()[0] == 1


def test_the_first_keys_find_warm_what_is_only_read_once(shop: Shop, read: list[str]) -> None:
    counter = Counter(shop, lambda: None)
    for _ in counter.warm("en"):
        pass
    before = len(read)
    assert before
    counter.look("a").begin(4, never)
    assert len(read) == before


def test_the_words_of_the_first_line_are_made_ready_a_few_at_a_time(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: dict[CaptureWords, words.Tables] = {}
    monkeypatch.setattr(words, "_MADE", made)
    for _ in Counter(shop, lambda: None).warm("fr_FR"):
        pass
    french = capture_words("fr_FR")
    assert made.pop(french).starts
    assert len(list(words.made_in_steps(french))) > 8, "no key waits until all of them are made"
    assert words.tables(french) is made[french]


def test_the_likeliest_next_key_reads_nobody_anew(shop: Shop, read: list[str]) -> None:
    seen = Seen()
    looking = Looking(shop, "an", seen=seen)
    looking.begin(8, never)
    expected = [row for rows in looking.ahead() for row in rows]
    before = len(read)
    found = Looking(shop, "ana", seen=seen).begin(8, never)
    assert len(read) == before
    assert set(found.rows[:8]) <= set(expected), "rows are made ready as they will be shown"


def test_what_was_made_ready_is_read_again_when_something_was_written_down(shop: Shop, read: list[str]) -> None:
    counter = Counter(shop, lambda: None)
    looking = counter.look("an")
    uid = looking.begin(8, never).rows[0].person_uid
    for _ in (*looking.ahead(), *counter.warm("en")):
        pass
    counter.was_here(uid)
    before = len(read)
    counter.look("ana").begin(8, never)
    assert len(read) == before + 8
    counter.was_here(uid)
    before = len(read)
    for _ in counter.warm("en"):
        pass
    assert len(read) > before, "first letters are made ready anew"


def test_a_card_made_ready_is_not_shown_a_minute_later(shop: Shop, read: list[str]) -> None:
    later = replace(shop, clock=Later(shop.clock.day))
    seen = Seen()
    uid = Looking(shop, "ana", seen=seen).begin(8, never).rows[0].person_uid
    look_up.card(shop, uid, seen)
    assert read.count(uid) == 1
    look_up.card(later, uid, seen)
    assert read.count(uid) == 2


def test_rows_in_sight_are_whole_and_first_letters_warm_however_little_is_kept(
    shop: Shop, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(look_up, "_MOST_SEEN", 4)
    counter = Counter(shop, lambda: None)
    for _ in counter.warm("en"):
        pass
    for text in ("an", "ana p", "porto", "p"):
        found = counter.look(text).begin(8, never)
        assert all(row.is_whole for row in found.rows[:8])
    before = len(read)
    counter.look("a").begin(8, never)
    assert len(read) == before


def test_what_is_known_of_names_helps_to_find_people(shop: Shop) -> None:
    bring_in(shop, vcard("FN:Robert Lund"), "bob.vcf")
    row = Counter(shop, lambda: None).look("bob lund").go_on().rows[0]
    assert row.name == "Robert Lund"
    assert row.reason is not None


@pytest.mark.parametrize(
    ("typed", "line"), [("ana porto", "Elm St · ··41 88"), ("4188", "Elm St"), ("porto elm", "··41 88")]
)
def test_a_row_says_nothing_that_its_reason_says(shop: Shop, typed: str, line: str) -> None:
    bring_in(shop, vcard("FN:Ana Porto", "ADR:;;Elm St 4;;;;", "TEL:+351 912 344 188"), "porto.vcf")
    rows = {row.name: row for row in Looking(shop, typed).go_on().rows}
    assert said(rows["Ana Porto"]) == line


def test_names_are_folded_once_for_all_searches(shop: Shop) -> None:
    look_up.find(shop, "ana")
    assert look_up.names_of(shop) is look_up.names_of(shop)
    assert look_up.names_of(shop) is not look_up.names_of(replace(shop, knowledge=knowledge_here()))


def _times(n: int) -> Callable[[], bool]:
    left = iter(range(n))
    return lambda: next(left, None) is not None

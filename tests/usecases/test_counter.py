from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.remember.day import DayLine
from shopkeeper.remember.reminder import Slot
from shopkeeper.usecases.bring_in import bring_in
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.job import UNDO, heard
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done, Long, undo_act
from tests.usecases.shops import DAY, card_of, names_of, own_shop, said_in, vcard


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


@pytest.fixture
def counter(shop: Shop) -> Counter:
    return Counter(shop, lambda: None)


def day_of(counter: Counter) -> tuple[DayLine, ...]:
    *_, lines = counter.today_in_steps()
    return lines or ()


@pytest.mark.parametrize("typed", ["Ana Duarte", "王小明", "O'Neill-Müller, Siobhán", "Tuesday rye!", "x"])
def test_a_new_person_has_every_word_that_was_typed(counter: Counter, shop: Shop, typed: str) -> None:
    done = counter.make_person(f"  {typed} ")
    card = counter.card(done.person_uid)
    assert card is not None
    assert card.name == typed
    assert names_of(shop, typed) == [typed]
    assert done.name.in_english() == f"wrote down {typed}"


def test_nothing_typed_makes_nobody(counter: Counter) -> None:
    with pytest.raises(Refused, match="Type a name first"):
        counter.make_person("   ")
    assert counter.count() == 0


def test_ctrl_z_takes_a_person_back_and_passes_over_their_visit(counter: Counter, shop: Shop) -> None:
    made = counter.make_person("Ana Duarte")
    counter.was_here(made.person_uid)
    assert "MK" in said_in(card_of(shop, "ana"), Slot.HERE)
    bo = counter.make_person("Bo Lund")
    counter.was_here(made.person_uid)
    undone = counter.undo()
    assert undone is not None
    assert undone.name.in_english() == "wrote down Bo Lund"
    assert counter.card(bo.person_uid) is None
    redone = counter.redo()
    assert redone is not None
    assert redone.name.in_english() == "wrote down Bo Lund"
    assert names_of(shop, "bo") == ["Bo Lund"]


def test_with_nothing_done_there_is_nothing_to_take_back(counter: Counter) -> None:
    assert counter.undo() is None
    assert counter.redo() is None


def test_somebody_who_was_here_is_here_at_once(counter: Counter, shop: Shop) -> None:
    made = counter.make_person("Ana Duarte")
    counter.look("ana").go_on()
    counter.was_here(made.person_uid)
    assert counter._seen.total is None, "what rows say may depend on the visit"


def test_a_birthday_on_a_day_when_the_shop_was_shut_is_told_the_day_after(tmp_path: Path) -> None:
    monday = date(2026, 11, 23)
    sundays_off = ShopCalendar(closed_weekdays=frozenset({6}))
    with own_shop(tmp_path / "other", monday) as opened:
        shop = replace(opened, calendar=sundays_off)
        bring_in(shop, vcard("FN:Ana Duarte", "BDAY:--1122") + vcard("FN:Bo Lund", "BDAY:--1123"), "days.vcf")
        told = [line.title.in_english() for line in day_of(Counter(shop, lambda: None))]
    assert any("Ana" in line for line in told)
    assert any("Bo" in line for line in told)


def test_an_empty_book_has_nothing_for_today(counter: Counter) -> None:
    assert day_of(counter) == ()
    assert counter.day() == DAY


def test_the_key_goes_to_a_child_in_its_first_line_and_not_in_its_command(counter: Counter, shop: Shop) -> None:
    job = counter.job("bring-in", {"file": "/x.vcf"})
    assert shop.key.hex() in job.line().decode()
    assert b"\n" not in job.line()
    assert heard(job.line()) == job
    assert shop.key.hex() not in repr(job)
    assert shop.key.hex() not in repr(shop)


@pytest.mark.parametrize("line", [b"", b"hello", b"[]", b"{}", json.dumps({"verb": "ping"}).encode()])
def test_what_is_no_job_is_not_taken_for_one(line: bytes) -> None:
    with pytest.raises(ValueError, match="no job"):
        heard(line)


def test_the_counter_is_closed_once(shop: Shop) -> None:
    closed: list[bool] = []
    counter = Counter(shop, lambda: closed.append(True))
    counter.close()
    counter.close()
    assert closed == [True]


def test_a_row_says_at_once_what_was_just_written_down(counter: Counter, shop: Shop) -> None:
    counter.make_person("Ana Duarte")
    assert counter.look("ana").go_on().total == 1
    counter.make_person("Ana Silva")
    found = counter.look("ana").go_on()
    assert (found.total, len(found.rows)) == (2, 2)
    counter.undo()
    assert counter.look("ana").go_on().total == 1
    bring_in(shop, vcard("FN:Ana Park", "ADR:;;Elm St 4;;;;"), "child.vcf")
    day_of(counter)
    found = counter.look("ana park").go_on()
    assert found.total == 2
    assert found.rows[0].line.in_english() == "Elm St"


def test_what_takes_long_to_take_back_is_a_childs_job_and_what_does_not_is_done_at_once(
    counter: Counter, shop: Shop
) -> None:
    small = bring_in(shop, vcard("FN:Ana Park"), "small.vcf")
    done = counter.undo()
    assert isinstance(done, Done)
    assert done.act_uid == small.act_uid
    large = bring_in(shop, b"".join(vcard(f"FN:Person {n}", f"TEL:+4420{n:08}") for n in range(300)), "large.vcf")
    long = counter.undo()
    assert isinstance(long, Long)
    assert (long.act_uid, long.job.verb, long.job.arguments) == (large.act_uid, UNDO, {"act": large.act_uid})
    undo_act(shop, large.act_uid)
    again = counter.redo()
    assert isinstance(again, Long)
    assert again.name == long.name
    undo_act(shop, again.act_uid)
    assert counter.count() == 300

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from shopkeeper.cli.say import card_said, card_text, days_text, escaped, row_said, rows_text, shown, width
from shopkeeper.host.clock import Clock
from shopkeeper.remember.reminder import Slot
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.look_up import card, find
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.today import today
from tests.usecases.shops import DAY


@pytest.fixture(scope="module")
def street() -> Iterator[Shop]:
    with demo(Clock.fixed(DAY)) as shop:
        yield shop


def test_every_card_of_the_street_is_read_at_80_columns_with_every_line_of_safety(street: Shop) -> None:
    for uid in street.store.uids():
        shown = card(street, uid)
        text = card_text(shown)
        assert max(map(width, text.splitlines())) <= 80
        flowing = " ".join(text.split())
        for reminder in shown.slot(Slot.SAFETY):
            assert " ".join(reminder.title.in_english().split())[1:] in flowing
        assert not any(line.isspace() for line in text.splitlines())
        assert text.endswith("Read the label and ask.")


def test_private_lines_are_neither_in_the_text_nor_in_the_json_of_a_card(street: Shop) -> None:
    seen = 0
    for uid in street.store.uids():
        shown = card(street, uid)
        private = [reminder.title.in_english() for reminder in shown.reminders if reminder.private]
        seen += len(private)
        for words in private:
            assert words not in card_text(shown)
            assert words not in str(card_said(shown))
    assert seen, "Demo Street has something that is not for every eye"


def test_what_nobody_has_agreed_to_is_marked_in_the_text_and_in_the_json_of_a_card(street: Shop) -> None:
    for name, agreed in (("joe park", False), ("rosa duarte", True)):
        told = card(street, find(street, name).rows[0].person_uid)
        line = card_said(told)["slots"]["safety"][0]
        assert line["agreed"] is agreed
        flowing = " ".join(card_text(told).split())
        assert (f"{' · '.join((line['text'], *line['details']))} · not agreed yet" in flowing) is not agreed


def test_a_name_in_another_script_takes_the_columns_that_it_takes() -> None:
    assert [width(name) for name in ("Ana", "王小明", "박지", "Siobha\u0301n")] == [3, 6, 4, 7]


def test_results_stand_in_columns_and_say_why_where_it_is_not_the_name(street: Shop) -> None:
    rows = find(street, "ana").rows
    text = rows_text(rows)
    assert len(text.splitlines()) == len(rows)
    assert text.splitlines()[0].startswith("Ana Duarte")
    assert "[allergy]" in text.splitlines()[0]
    assert all(row_said(row)["reason"] for row in rows)


@pytest.mark.parametrize("days", range(0, 365, 30))
def test_the_days_stand_in_order_each_once(days: int) -> None:
    day = date(2027, 1, 1) + timedelta(days)
    with demo(Clock.fixed(day)) as shop:
        text = days_text(today(shop), day)
    headings = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert len(headings) == len(set(headings))
    assert headings[0].startswith("Today, ")


def test_an_empty_week_says_so() -> None:
    assert "Nobody's day" in days_text((), DAY)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Ana \x1b]0;owned\x07", "Ana ␛]0;owned␇"),
        ("Ana\x9b2J", "Ana[U+009B]2J"),
        ("nuts\u202eefas", "nuts[U+202E]efas"),
        ("Siobhán 王小明 فاطمة 👩‍🍳\u00a0x\ny", "Siobhán 王小明 فاطمة 👩‍🍳\u00a0x\ny"),
    ],
)
def test_a_name_out_of_a_file_never_steers_the_terminal(typed: str, seen: str) -> None:
    assert shown(typed) == seen
    said = escaped(json.dumps(typed, ensure_ascii=False))
    assert json.loads(said) == typed
    assert shown(said) == said

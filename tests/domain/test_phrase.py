from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.phrase import translate, verbatim


@given(st.text())
def test_typed_words_are_said_as_they_were_typed(words: str) -> None:
    assert verbatim(words).in_english() == words


@given(st.text(), st.text())
def test_a_typed_value_that_looks_like_a_hole_is_left_as_it_is(name: str, other: str) -> None:
    phrase = translate("test", "{name} and {other}").with_values(name="{other}" + name, other=other)
    assert phrase.in_english() == "{other}" + name + " and " + other


@given(st.integers(0, 10_000))
def test_one_day_is_a_day_and_any_other_number_are_days(n: int) -> None:
    assert translate("test", "%n day(s) ago", "", n).in_english() == f"{n} {'day' if n == 1 else 'days'} ago"


def test_a_sentence_may_stand_in_a_sentence() -> None:
    inner = translate("test", "%n day(s) ago", "", 3)
    assert translate("test", "last in {when}").with_values(when=inner).in_english() == "last in 3 days ago"


def test_a_day_is_said_in_words() -> None:
    assert translate("test", "on {day}").with_values(day=date(2026, 5, 4)).in_english() == "on 4 May 2026"


def test_the_order_in_which_holes_are_filled_makes_no_difference() -> None:
    phrase = translate("test", "{a} {b}")
    assert phrase.with_values(a="1").with_values(b="2") == phrase.with_values(b="2", a="1")


def test_a_hole_that_nobody_filled_stays_to_be_seen() -> None:
    assert translate("test", "last in {when}").in_english() == "last in {when}"

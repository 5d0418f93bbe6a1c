"""Phrases become text: plurals, days, typed words, and both directions of writing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from shopkeeper.domain.phrase import translate, verbatim
from shopkeeper.ui.say import begun, day_with_weekday, emphasised, said, say, typed


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(("n", "words"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (1000, "1000 days")])
def test_english_plurals_are_said_without_a_catalogue(n: int, words: str) -> None:
    assert say(translate("test", "%n day(s)", "", n)) == words


def test_typed_words_are_never_translated_nor_filled() -> None:
    assert say(verbatim("{name} day(s) %n")) == "{name} day(s) %n"


def test_sentences_stand_in_sentences() -> None:
    inner = translate("test", "%n day(s) ago", "", 3)
    assert say(translate("test", "told {when}").with_values(when=inner)) == "told 3 days ago"


def test_days_are_said_as_the_language_writes_them() -> None:
    assert say(translate("test", "on {day}").with_values(day=date(2026, 5, 4))) == "on 4 May 2026"
    assert day_with_weekday(date(2026, 11, 24)) == "Tuesday 24 November"


def test_a_year_is_not_grouped_like_a_number() -> None:
    assert say(translate("test", "here since {year}").with_values(year=2014)) == "here since 2014"


def test_a_name_of_the_other_direction_is_kept_in_one_piece() -> None:
    assert say(translate("test", "Ask {name}").with_values(name="فاطمة")) == "Ask \u2068فاطمة\u2069"
    assert say(translate("test", "Ask {name}").with_values(name="Иван")) == "Ask Иван"


def test_nothing_is_said_as_nothing() -> None:
    assert said(None) == ""
    assert said("Elm St") == "Elm St"


def test_signs_that_turn_the_rest_round_are_shown_as_marks() -> None:
    assert say(translate("test", "Ask {name} today").with_values(name="Ana\u202egnp")) == "Ask Ana\ufffdgnp today"
    assert said("Elm\u2067St\x1b[2J") == "Elm\ufffdSt\ufffd[2J"
    assert typed("a\u202eb") == "a\ufffdb"


def test_joiners_inside_a_name_stay_as_they_were_typed() -> None:
    assert typed("علی\u200cرضا") == "علی\u200cرضا"


def test_lines_of_a_note_do_not_run_into_one_another() -> None:
    assert said("plays cards\nkeeps bees") == "plays cards keeps bees"


@pytest.mark.parametrize("substance", ["A", "to", "Ana"])
def test_what_carries_a_sentence_is_found_in_its_hole_and_not_inside_other_words(substance: str) -> None:
    title = translate("test", "Ana: Allergic to {what}, as told").with_values(what=substance)
    assert emphasised(title, verbatim(substance)) == ("Ana: Allergic to ", substance, ", as told")


def test_what_carries_a_sentence_may_stand_in_a_sentence_within_it() -> None:
    inner = translate("test", "allergic to {what}").with_values(what="a")
    title = translate("test", "{name}: {what}").with_values(name="Ada", what=inner)
    assert emphasised(title, verbatim("a")) == ("Ada: allergic to ", "a", "")


def test_where_the_window_is_mirrored_a_number_and_a_street_stay_in_order(qapp: QApplication) -> None:
    street = verbatim("4 Elm St")
    assert say(street) == "4 Elm St"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        assert say(street) == "\u20684 Elm St\u2069"
        assert said("020 7946 0188") == "\u2068020 7946 0188\u2069"
        assert said("") == ""
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_sentence_begins_with_a_capital_and_a_name_as_it_was_typed() -> None:
    what = translate("test", "an allergy of {name}").with_values(name="ana")
    assert begun(translate("test", "{what} was changed.").with_values(what=what)) == "An allergy of ana was changed."
    assert begun(translate("test", "{name} was here").with_values(name="de Vries")) == "de Vries was here"
    named = translate("test", "{who} is here").with_values(who=verbatim("van Dijk"))
    assert begun(named) == "van Dijk is here"

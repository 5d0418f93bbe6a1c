"""The laws of the line: no typed character is lost, and what is unsure is never a fact."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from shopkeeper.capture.chip import Chip, ChipKind
from shopkeeper.capture.draft import Draft
from shopkeeper.capture.readers import READERS
from shopkeeper.capture.words import tables
from shopkeeper.domain.household import Relationship
from tests.capture.lines import LANGUAGES, in_the_box, of_ana, told, words

SPOKEN = """
Ana Duarte Leo leo's Rosa son grandma two kids and her his mum b. born birthday 4 May (7) 31 February monday on in by
nuts eggs penicillin !! ! , , , . : ; ( ) ? not no never allergic to asked none likes hates usual: always has brought
gave us plums promised rye recipe Friday collects for Mr Haddad died flu has back from hospital dog Biscuit beagle Elm
St 4 0171 234567 ana@example.org she/her mrs since 2014 say "uh-MEE" call Millie 王小明 فاطمة 🎂 don't: wedding
"""
WORDS = SPOKEN.split()
LINES = st.one_of(st.lists(st.sampled_from(WORDS), max_size=24).map(" ".join), st.text(max_size=120))


def _covered(draft: Draft) -> None:
    spans = [span for chip in draft.chips for span in chip.spans] + list(draft.left)
    for place, letter in enumerate(draft.text):
        if not letter.isspace():
            assert sum(start <= place < end for start, end in spans) == 1, (draft.text, place)


@given(LINES)
@settings(max_examples=400)
@example("(((((((")
@example("son son son son")
def test_every_typed_character_is_in_one_chip_or_in_the_note(line: str) -> None:
    for draft in (of_ana(line), in_the_box(line)):
        _covered(draft)
        assert [c for c in draft.note if not c.isspace()] == [
            c for start, end in draft.left for c in draft.text[start:end] if not c.isspace()
        ]


@given(LINES)
@settings(max_examples=200)
@example("(?), husband Tom died, 42")
@example("王小明, grandma Rosa has flu")
def test_whoever_a_chip_is_about_is_named_by_a_chip_of_the_line(line: str) -> None:
    for draft in (of_ana(line), in_the_box(line)):
        relatives = {chip.begins for chip in draft.chips if chip.kind is ChipKind.KIN}
        for chip in draft.chips:
            about = [chip, *chip.others]
            assert {one.whose.kin for one in about} | {one.kin for one in chip.asks} <= {None, *relatives}


@given(LINES)
@settings(max_examples=200)
def test_dropping_a_chip_moves_its_words_to_the_note(line: str) -> None:
    draft = of_ana(line)
    for chip in draft.chips:
        without = draft.without(chip)
        _covered(without)
        gone = {c.begins for c in draft.chips} - {c.begins for c in without.chips}
        about = {c.begins for c in draft.chips if c.whose.kin == chip.begins} if chip.kind is ChipKind.KIN else set()
        assert gone >= {chip.begins} | about
        for start, end in chip.spans:
            assert any(a <= start and end <= b for a, b in without.left)


@given(LINES)
@settings(max_examples=100)
def test_the_same_line_is_always_read_the_same(line: str) -> None:
    assert of_ana(line) == of_ana(line)
    assert in_the_box(line) == in_the_box(line)


@given(st.text(min_size=1500, max_size=2000))
@settings(max_examples=10)
@example("has and " * 250)
@example("son " * 500)
@example("(" * 1000 + ")" * 1000)
@example("likes nuts and " * 130)
def test_a_very_long_line_is_read_too(line: str) -> None:
    _covered(of_ana(line))
    _covered(in_the_box(line))


def test_the_neighbourhood_s_own_example_is_understood() -> None:
    draft = in_the_box("Ana Duarte, Elm St 4, son Leo b. 4 May (7), nuts!!, grandma Rosa has flu")
    assert told(draft) == [
        "name: Ana Duarte",
        "adr: Elm St 4",
        "kin: Leo, son",
        "occasion: Leo: Birthday, 4 May (7)",
        "allergy: Ana: nuts, life-threatening",
        "kin: Rosa, grandma",
        "concern: Rosa: ask after: flu",
    ]
    assert draft.question is not None
    assert [one.name for one in draft.question.asks] == ["Ana", "Leo"]


def test_an_answered_question_is_asked_no_more() -> None:
    draft = in_the_box("Ana Duarte, son Leo b. 4 May, nuts!!")
    asked = draft.question
    assert asked is not None
    answered = draft.of(asked, asked.asks[1])
    assert answered.question is None
    assert told(answered)[-1] == "allergy: Leo: nuts, life-threatening"


def test_a_key_steps_through_every_reading_and_comes_back() -> None:
    draft = of_ana("nuts!!")
    seen = []
    for _ in range(8):
        seen.append(told(draft)[0])
        draft = draft.instead(draft.chips[0], draft.chips[0].turned())
    assert seen == [
        "allergy: Ana Duarte: nuts, life-threatening",
        "allergy: Ana Duarte: nuts",
        "allergy: Ana Duarte: nuts, mild",
        "allergy: Ana Duarte: nuts, serious",
        "allergy: Ana Duarte: nuts, intolerance, life-threatening",
        "allergy: Ana Duarte: nuts, medicine, life-threatening",
        "diet: avoids nuts",
        "interest: does not like nuts",
    ]
    assert told(draft)[0] == seen[0]


def test_what_is_said_of_a_relative_goes_with_the_relative() -> None:
    draft = of_ana("son Max b. 4 May, likes rye")
    max_, *_ = draft.chips
    assert isinstance(max_.what, Relationship)
    assert told(draft.without(max_)) == ["interest: likes rye", "~ son Max b. 4 May,"]


def test_a_chip_can_be_given_to_anybody_the_line_is_about() -> None:
    draft = of_ana("likes rye")
    leo = next(one for one in draft.people if one.uid == "leo")
    assert told(draft.of(draft.chips[0], leo)) == ["interest: Leo: likes rye"]


NAMES = """
Ana Duarte
Siobhán O'Neill-Müller
Ludwig van Beethoven
María de la Cruz
فاطمة الزهراء
王小明
박지
Γιάννης Παππάς
Иван Иванов
Tom Baker
May Brown
J. R. Smith
ana duarte
Nguyen Son Ha
June March
Mrs Okafor
D’Arcy Wood
हिन्दी देवी
สมชาย ใจดี
Þórður Æ
Jean-Luc
Dr Chi Park
Kim Son
Will Young
Mark Usual
"""


def _names() -> st.SearchStrategy[str]:
    return st.sampled_from(NAMES.strip().splitlines())


@given(_names())
def test_a_line_of_only_a_name_is_one_name(name: str) -> None:
    draft = in_the_box(name)
    assert [(chip.kind, chip.spans) for chip in draft.chips] == [(ChipKind.NAME, ((0, len(name)),))]
    assert not draft.left


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_meaning_is_read_and_can_be_said(language: str) -> None:
    assert set(words(language).phrases) == set(READERS)
    assert tables(words(language)).starts


@given(LINES)
@settings(max_examples=100)
def test_no_language_loses_a_character(line: str) -> None:
    for language in LANGUAGES:
        _covered(of_ana(line, language))
        _covered(in_the_box(line, language))


def test_nothing_is_read_of_an_empty_line() -> None:
    for line in ("", "   ", "\n"):
        assert in_the_box(line) == Draft(text=line)


def test_chips_say_whom_they_are_about() -> None:
    chips: dict[ChipKind, Chip] = {chip.kind: chip for chip in of_ana("daughter Mia likes rye").chips}
    assert chips[ChipKind.INTEREST].whose.kin == chips[ChipKind.KIN].begins

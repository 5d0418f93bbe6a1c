"""How a name sounds: spellings of one name are one, whatever language wrote them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.search.fold import fold
from shopkeeper.search.phonetic import abjad_skeletons, skeleton, skeletons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("meyer", "maier"), ("catherine", "kathryn"), ("geoffrey", "jeffrey"), ("stephen", "steven"),
        ("schmidt", "smith"), ("thomson", "thompson"), ("sean", "shawn"), ("clark", "clarke"), ("knight", "nite"),
        ("mcdonald", "macdonald"), ("muhammad", "mohamed"), ("yusuf", "joseph"), ("tchaikovsky", "czajkowski"),
        ("cohen", "kohn"), ("wright", "rite"), ("phillip", "filip"), ("isobel", "isabelle"),
    ],
)  # fmt: skip
def test_spellings_that_sound_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


@pytest.mark.parametrize(("one", "other"), [("anna", "hanna"), ("ben", "len"), ("marta", "mara"), ("ana", "ada")])
def test_names_that_sound_different_have_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("محمد", "muhammad"), ("يوسف", "youssef"), ("شريف", "cherif"), ("جمال", "gamal"), ("جمال", "djamel"),
        ("العقيل", "alaqeel"), ("العقيل", "aqeel"), ("عبدالرحمن", "abdurrahman"), ("חיים", "chaim"), ("חיים", "haim"),
        ("יעקב", "yaakov"), ("גיורא", "giora"), ("יצחק", "itzik"), ("פאטמה", "fatma"), ("موسوی", "mousavi"),
    ],
)  # fmt: skip
def test_a_name_written_without_vowels_is_heard_in_its_latin_spellings(written: str, typed: str) -> None:
    assert set(abjad_skeletons(fold(written))) & set(skeletons(typed))


@given(st.text())
def test_a_skeleton_is_short_and_only_latin_words_have_one(word: str) -> None:
    assert len(skeleton(word)) <= 7
    assert word.isascii() or not skeleton(word)
    assert all(len(sound) <= 7 for sound in abjad_skeletons(fold(word)))

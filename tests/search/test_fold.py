"""Folding: the same name however it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.search.fold import KIN_MARK, fold, tokens, words, written_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("SIOBHÁN", "siobhan"),
        ("Strauß", "STRAUSS"),
        ("e\u0301", "é"),
        ("Łukasz", "lukasz"),
        ("Ёлкин", "елкин"),
        ("İstanbul", "istanbul"),
        ("ガブリエル", "がぶりえる"),
        ("ｱﾅ", "アナ"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("علی", "علي"),
        ("박지", "박지"),
        ("٠١٢", "012"),
        ("ﬁona", "fiona"),
    ],
)
def test_case_accents_and_ways_of_typing_are_not_told_apart(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("カブ", "カフ"), ("सिंह", "सह"), ("พี", "พ")])
def test_marks_that_are_letters_of_their_script_are_told_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_half_typed_hangul_syllable_is_a_beginning() -> None:
    assert fold("박").startswith(fold("바"))
    assert fold("박지").startswith(fold("박ㅈ"))


def test_hyphens_apostrophes_and_unseen_joiners_part_words() -> None:
    assert tokens("O'Neill-Müller") == ["o", "neill", "muller"]
    assert tokens("O’Neill") == ["o", "neill"]
    assert tokens("علی\u200cرضا") == ["علي", "رضا"]


def test_someone_known_as_a_sunflower_and_nothing_else_has_a_word() -> None:
    assert tokens("🌻") == ["🌻"]


def test_the_mark_of_kin_cannot_be_typed() -> None:
    assert KIN_MARK not in fold(KIN_MARK + "leo")


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_every_word_holds_letters_only(text: str) -> None:
    for word in tokens(text):
        assert word
        assert not set(word) & set(" \0\"'*()+-^:{}")
        assert word.encode()


@given(st.text(max_size=80))
def test_the_place_of_every_letter_is_known(text: str) -> None:
    written = written_words(text)
    if any(char.isalnum() for char in fold(text)):
        assert [word.letters[:40] for word in written] == words(fold(text))
    for word in written:
        assert len(word.letters) == len(word.starts) == len(word.ends)
        for start, end in zip(word.starts, word.ends, strict=True):
            assert 0 <= start < end <= len(text)
        assert list(word.starts) == sorted(word.starts)

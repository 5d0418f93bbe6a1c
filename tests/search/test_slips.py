"""Slips: two beginnings that are one slip apart are neighbours."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.search.slips import neighbourhood, slips_between, slips_so_far

words = st.text("abcde", min_size=3, max_size=7)


@given(words, st.integers(0, 6), st.sampled_from("abcde"))
def test_beginnings_one_slip_apart_share_a_neighbour(word: str, at: int, letter: str) -> None:
    at %= len(word)
    for slip in (
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    ):
        assert neighbourhood(word) & neighbourhood(slip)
        assert slips_between(word, slip) <= 1


def test_a_word_half_typed_is_compared_with_as_much_of_the_name() -> None:
    assert slips_so_far("duatr", "duarte") == 1
    assert slips_so_far("duart", "duarte") == 0
    assert slips_so_far("xyzz", "duarte") == 3

"""Packed texts answer what a sorted list of them would."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.search.packed import Packed, PackedTable

WORD = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6)


@given(st.lists(WORD), WORD)
def test_all_that_begin_so_are_found_in_the_order_of_the_alphabet(words: list[str], start: str) -> None:
    begun = sorted(word for word in words if word.startswith(start))
    packed = Packed(words)
    assert packed.begun(start) == begun
    assert packed.first(start) == (begun[0] if begun else None)


@given(st.dictionaries(WORD, st.lists(WORD, min_size=1)), WORD)
def test_a_word_keeps_what_goes_with_it_in_its_order(table: dict[str, list[str]], other: str) -> None:
    packed = PackedTable(table.items())
    assert all(packed.of(word) == others for word, others in table.items())
    assert list(packed.of(other)) == table.get(other, [])
    assert list(packed.rows()) == sorted(table.items())


def test_where_nothing_is_packed_nothing_is_found() -> None:
    assert Packed(()).begun("") == []
    assert Packed(()).first("a") is None
    assert PackedTable(()).of("bob") == ()

"""What one search asks of the store: the same answers, however it is asked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.search.asked import Asked
from shopkeeper.search.fold import KIN_MARK
from shopkeeper.search.index import Term
from shopkeeper.search.names import NO_NAMES
from shopkeeper.search.query import Query
from tests.search.small_book import SmallBook

# More than are looked through one by one, and a few whose names are rare.
MANY = [(n, "ana smith", "", "") for n in range(90)]
FEW = [
    (100, "ana wexcombe", "", f"{KIN_MARK}leo"),
    (101, "leo wexcombe", "lion", ""),
    (102, "anatol wexford", "", f"{KIN_MARK}leonard"),
    (103, "ana smithson", "millbridgestone", ""),
]
WORDS = ("ana", "anatol", "smith", "smi", "wex", "wexcombe", "leo", "lion", "millbridgest", "millbridges", "nobody")
TERMS = st.builds(
    lambda mark, word, whole: Term(mark + word, whole=whole),
    st.sampled_from(("", "", KIN_MARK)),
    st.sampled_from(WORDS),
    st.booleans(),
)


@given(st.lists(st.lists(TERMS, min_size=1, max_size=8), min_size=1, max_size=3), st.sampled_from((1, 20, 60)))
def test_looking_through_a_few_finds_whom_joining_the_lists_finds(groups: list[list[Term]], limit: int) -> None:
    book = SmallBook(*MANY, *FEW)
    assert Asked(Query.parse("ana"), book, NO_NAMES).named(groups, limit) == book.names(groups, limit)

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.memory import COUPLES
from shopkeeper.knowledge.kinship import KINDS, inverse
from shopkeeper.remember.family import FamilyPicture, Join, Line, Someone, family_picture

Ties = dict[str, dict[str, str]]


def ties(*told: tuple[str, str, str]) -> Ties:
    """("ana", "child", "leo"): Leo is Ana's child, and she is his parent."""
    kept: Ties = {}
    for one, kind, other in told:
        kept.setdefault(one, {})[other] = kind
        kept.setdefault(other, {})[one] = inverse(kind)
    return kept


def drawn(told: Ties, *uids: str) -> FamilyPicture:
    return family_picture([Someone(uid=uid, name=uid.title()) for uid in uids], told)


def rows(picture: FamilyPicture) -> list[list[str]]:
    by_row: list[list[str]] = [[] for _ in range(picture.rows)]
    for place in sorted(picture.places, key=lambda place: place.column):
        by_row[place.row].append(place.someone.uid)
    return by_row


@st.composite
def families(draw: st.DrawFn) -> tuple[list[str], Ties]:
    uids = [f"p{n}" for n in range(draw(st.integers(1, 9)))]
    pairs = st.tuples(st.sampled_from(uids), st.sampled_from(sorted(KINDS)), st.sampled_from(uids))
    told = [pair for pair in draw(st.lists(pairs, max_size=20)) if pair[0] != pair[2]]
    return uids, ties(*told)


@given(families())
def test_everybody_stands_in_one_place_of_their_own(family: tuple[list[str], Ties]) -> None:
    uids, told = family
    picture = drawn(told, *uids)
    assert sorted(place.someone.uid for place in picture.places) == sorted(uids)
    assert len({(place.row, place.column) for place in picture.places}) == len(uids)
    assert all(0 <= place.row < picture.rows and 0 <= place.column < picture.columns for place in picture.places)


@given(families())
def test_two_of_one_row_never_overlap(family: tuple[list[str], Ties]) -> None:
    uids, told = family
    for row in range((picture := drawn(told, *uids)).rows):
        columns = sorted(place.column for place in picture.places if place.row == row)
        assert all(right - left == 2 for left, right in pairwise(columns))


@given(families())
def test_the_same_family_gives_the_same_picture(family: tuple[list[str], Ties]) -> None:
    uids, told = family
    turned = {one: dict(reversed(kinds.items())) for one, kinds in reversed(told.items())}
    assert drawn(told, *uids).places == drawn(turned, *uids).places


@given(families())
def test_lines_join_only_those_in_the_picture_and_each_two_once(family: tuple[list[str], Ties]) -> None:
    uids, told = family
    joins = drawn(told, *uids[:4]).joins
    assert all({join.one, join.other} <= set(uids[:4]) for join in joins)
    assert len({(join.line, frozenset((join.one, join.other))) for join in joins}) == len(joins)
    assert all(told[join.one][join.other] in COUPLES for join in joins if join.line is Line.COUPLE)


def test_generations_stand_in_rows_and_partners_side_by_side() -> None:
    told = ties(("ana", "child", "leo"), ("ana", "child", "mia"), ("ana", "parent", "rosa"), ("ana", "spouse", "tom"))
    picture = drawn(told, "ana", "leo", "mia", "rosa", "tom")
    assert rows(picture) == [["rosa"], ["ana", "tom"], ["leo", "mia"]]
    assert Join(line=Line.COUPLE, one="ana", other="tom") in picture.joins
    assert Join(line=Line.CHILD, one="ana", other="leo") in picture.joins
    assert Join(line=Line.CHILD, one="rosa", other="ana") in picture.joins


def test_who_is_only_a_grandmother_stands_two_rows_up() -> None:
    picture = drawn(ties(("leo", "grandparent", "rosa"), ("leo", "parent", "ana")), "leo", "rosa", "ana")
    assert rows(picture) == [["rosa"], ["ana"], ["leo"]]


def test_a_generation_of_whom_nobody_is_known_takes_no_row() -> None:
    assert rows(drawn(ties(("leo", "grandparent", "rosa")), "leo", "rosa")) == [["rosa"], ["leo"]]


def test_a_grandmother_is_joined_to_her_grandchild_while_nobody_between_them_is_known() -> None:
    told = ties(("leo", "grandparent", "rosa"))
    assert drawn(told, "leo", "rosa").joins == (Join(line=Line.KIN, one="rosa", other="leo"),)
    told = ties(("leo", "grandparent", "rosa"), ("leo", "parent", "ana"), ("ana", "parent", "rosa"))
    assert {join.line for join in drawn(told, "leo", "rosa", "ana").joins} == {Line.CHILD}


def test_parents_who_parted_both_stand_there_and_no_line_joins_them() -> None:
    told = ties(("leo", "parent", "ana"), ("leo", "parent", "tom"))
    picture = drawn(told, "leo", "ana", "tom")
    assert rows(picture) == [["ana", "tom"], ["leo"]]
    assert {join.line for join in picture.joins} == {Line.CHILD}


def test_a_child_stands_under_its_own_parents() -> None:
    told = ties(
        ("ana", "child", "leo"), ("ana", "sibling", "eva"), ("eva", "child", "kim"), ("eva", "sibling", "bea"),
        ("bea", "child", "zoe"), ("ana", "sibling", "bea"),
    )  # fmt: skip
    picture = drawn(told, "ana", "zoe", "kim", "leo", "eva", "bea")
    assert rows(picture) == [["ana", "eva", "bea"], ["leo", "kim", "zoe"]]


def test_a_lodger_of_whom_nothing_is_said_stands_beside_them() -> None:
    assert rows(drawn(ties(("ana", "child", "leo")), "ana", "leo", "lodger")) == [["ana", "lodger"], ["leo"]]


def test_nobody_is_an_empty_picture() -> None:
    assert family_picture([], {}) == FamilyPicture()
    assert (FamilyPicture().rows, FamilyPicture().columns) == (0, 0)

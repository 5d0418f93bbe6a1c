"""The labelled queries: that they are fair, made again as they are, and made without the search they are to judge."""

from __future__ import annotations

import ast
from functools import cache
from types import SimpleNamespace
from typing import cast

import pytest

from shopkeeper.domain.person import Person
from shopkeeper.examples.crowd import crowd
from shopkeeper.store import Store
from tests.speed.truth import slips
from tests.speed.truth.book import SCRIPTS, SHORT_UID, TODAY
from tests.speed.truth.hand import readings
from tests.speed.truth.make import FOLDER, HALVES, SIZES, TUNING, UNSEEN, UNSEEN_SIZES, half_of, lines
from tests.speed.truth.score import Query, labelled, misses, score, table

_HELD_BACK = HALVES[1]
_MAKERS = ("make.py", "around.py", "kinds.py", "harder.py", "book.py", "slips.py", "hand.py")
_MAY_BE_KNOWN = ("shopkeeper.domain.", "shopkeeper.examples.", "tests.speed.truth")


def _both_halves(size: int) -> list[Query]:
    return [query for half in HALVES for query in labelled(size, half)]


@cache
def _uids(size: int) -> frozenset[str]:
    return frozenset(record.uid[:SHORT_UID] for record in crowd(size, today=TODAY) if isinstance(record, Person))


def test_the_same_queries_are_made_every_time() -> None:
    for half, text in lines(SIZES[0]).items():
        assert (FOLDER / f"{half}_{SIZES[0]}.tsv").read_text("utf-8") == text


@pytest.mark.parametrize("file", _MAKERS)
def test_the_queries_are_made_without_the_search(file: str) -> None:
    for node in ast.walk(ast.parse((FOLDER / file).read_text("utf-8"))):
        assert not isinstance(node, ast.Import) or all(one.name in ("sys", "unicodedata") for one in node.names), (
            ast.unparse(node)
        )
        if isinstance(node, ast.ImportFrom):
            of_this_house = (node.module or "").startswith(("shopkeeper", "tests"))
            assert not of_this_house or f"{node.module}.".startswith(_MAY_BE_KNOWN), ast.unparse(node)
            assert "score" not in ast.unparse(node)
            assert (node.module or "").split(".")[0] not in ("anyascii", "rapidfuzz")


@pytest.mark.parametrize("size", SIZES)
def test_there_are_plenty_of_queries_and_none_is_asked_twice(size: int) -> None:
    queries = _both_halves(size)
    assert len(queries) >= 900
    assert len({query.text for query in queries}) == len(queries)
    for half in HALVES:
        assert all(half_of(query.text) == half for query in labelled(size, half))


@pytest.mark.parametrize("size", SIZES)
def test_every_kind_and_every_script_is_asked_for_in_both_halves(size: int) -> None:
    queries = _both_halves(size)
    for half in HALVES:
        assert {query.kind for query in labelled(size, half)} == {query.kind for query in queries}
        assert {query.script for query in labelled(size, half)} == {*SCRIPTS.values(), "Latin", "digits"}
    kinds = [query.kind for query in queries]
    assert all(kinds.count(kind) >= 18 for kind in kinds)


@pytest.mark.parametrize("size", UNSEEN_SIZES)
def test_the_harder_queries_are_none_of_the_others(size: int) -> None:
    texts = [query.text for query in labelled(size, UNSEEN)]
    assert len(texts) > 300
    assert len(set(texts)) == len(texts)
    assert not {*texts} & {query.text for query in _both_halves(size)}


@pytest.mark.parametrize("size", [SIZES[0], pytest.param(SIZES[1], marks=pytest.mark.slow)])
def test_whoever_is_meant_is_in_the_book(size: int) -> None:
    for query in (*_both_halves(size), *labelled(size, UNSEEN)):
        assert query.right, query
        assert query.right <= _uids(size), query


def test_names_are_read_in_latin_letters_as_their_bearers_read_them() -> None:
    for language in SCRIPTS:
        for table_of in readings(language):
            assert all(read and all(one.isascii() or "ü" in one for one in read) for read in table_of.values()), (
                language
            )
    assert readings("ru")[1]["Щербов"] == ("shcherbov", "schtscherbow")
    assert readings("zh")[0]["建华"] == ("jianhua", "chienhua")
    assert readings("ja")[1]["大野"] == ("ono", "ohno", "oono")


@pytest.mark.parametrize(
    ("name", "language", "keys"),
    [
        ("Иванов", "ru", "bdfyjd"),
        ("김민준", "ko", "rlaalswns"),
        ("Κώστας", "el", "kvstaw"),
        ("დავით შოთაძე", "ka", "daviT SoTaZe"),
        ("كريم النجار", "ar", ";vdl hgk[hv"),
        ("מאיר כהן", "he", "nthr fvi"),
    ],
)
def test_a_name_on_the_wrong_keyboard_is_what_the_keys_say(name: str, language: str, keys: str) -> None:
    assert slips.typed_on_latin_keys(name, language) == keys


def test_a_slip_is_of_the_keyboard_of_its_user() -> None:
    assert "z" in slips.neighbours("t", "de")
    assert "y" in slips.neighbours("t", "en")
    assert slips.slipped("ashbury", "swapped", 1, "en") == "asbhury"
    assert "ashbury" in slips.one_slip_from("asbhury")


def _searching(found: dict[str, list[str]]) -> Store:
    """A book in which exactly this is found, and whose people are all called Anyone."""

    def find(text: str, limit: int, names: object) -> list[SimpleNamespace]:
        return [SimpleNamespace(person_uid=uid + "-8000", name="Someone", why="name") for uid in found.get(text, [])]

    uids = sorted({uid for query in _both_halves(SIZES[0]) for uid in query.right})
    person = SimpleNamespace(name="Anyone")
    return cast(
        "Store",
        SimpleNamespace(find=find, uids=lambda: uids, memory_of=lambda uid: SimpleNamespace(person=person)),
    )


@pytest.mark.parametrize("half", HALVES)
def test_a_search_that_finds_everybody_has_full_marks_and_one_that_finds_nobody_has_none(half: str) -> None:
    queries = labelled(SIZES[0], half)
    best = score(_searching({query.text: sorted(query.right) for query in queries}), SIZES[0], half)
    worst = score(_searching({}), SIZES[0], half)
    assert (best["queries"], best["recall@1"], best["recall@5"], best["MRR"]) == (len(queries), 1, 1, 1)
    assert (worst["recall@1"], worst["recall@5"], worst["MRR"]) == (0, 0, 0)
    assert not best["misses"]


def test_the_second_row_counts_for_half() -> None:
    queries = labelled(SIZES[0], TUNING)
    said = score(_searching({one.text: ["nobody", min(one.right)] for one in queries}), SIZES[0], TUNING)
    assert (said["recall@1"], said["recall@5"], said["MRR"]) == (0, 1, 0.5)
    assert "recall@5 1.000" in table(said)
    assert f"“{queries[0].text}”" in misses(said)


@pytest.mark.parametrize("half", [_HELD_BACK, UNSEEN])
def test_of_what_nobody_tunes_to_no_miss_is_told(half: str) -> None:
    said = score(_searching({}), SIZES[0], half)
    assert said["misses"] == []
    assert said["queries"] > 300
    assert said["recall@5"] == 0


def test_a_book_of_another_size_has_no_labelled_queries() -> None:
    assert score(_searching({}), 300, TUNING)["queries"] == 0

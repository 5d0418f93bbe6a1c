"""The cascade: names first, then telephones, then kin; and how another stage is added."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from shopkeeper.search import cascade
from shopkeeper.search.asked import Asked
from shopkeeper.search.cascade import STAGES, Index, Search, Step, Term
from shopkeeper.search.hit import Candidate, Reason
from shopkeeper.search.keys import kin_key
from shopkeeper.search.query import Query
from shopkeeper.search.rank import TIER_SHIFT, row_of, score, tier_of
from tests.search.small_book import SmallBook


def found(text: str, index: Index, limit: int = 20) -> list[tuple[int, Reason]]:
    return [(one.row, one.why) for one in Search(Query.parse(text), index, limit=limit).go_on()]


def kin(*names: str) -> str:
    return " ".join(kin_key(name) for name in names)


def test_names_stand_above_telephones_and_those_above_kin() -> None:
    index = SmallBook(
        (1, "ana", "", kin("500")),
        (2, "house 500", "", ""),
        (3, "bo", "", ""),
        phones=[(3, "77500")],
    )
    assert found("500", index) == [(3, Reason.PHONE)]
    assert found("house", index) == [(2, Reason.NAME)]
    assert found("house 500", index)[0] == (2, Reason.NAME)


def test_someone_found_by_name_is_not_found_again_through_kin() -> None:
    index = SmallBook((1, "leo", "", kin("leo")), (2, "ana", "", kin("leo")))
    assert found("leo", index) == [(1, Reason.NAME), (2, Reason.KIN)]


def test_several_words_may_be_shared_between_someone_and_their_kin() -> None:
    index = SmallBook((1, "ana duarte", "", kin("leo")), (2, "ana", "", ""), (3, "leo", "", ""))
    assert found("leo ana", index) == [(1, Reason.KIN)]


def test_a_code_stands_first() -> None:
    index = SmallBook((1, "abcd", "", ""), (2, "bo", "", ""), codes=[("abcd", 2)])
    assert found("abcd", index) == [(2, Reason.CODE), (1, Reason.NAME)]


def test_no_more_are_found_than_were_asked_for_and_none_twice() -> None:
    index = SmallBook(*((row, "ana", "", kin("ana")) for row in range(1, 100)))
    assert len(found("ana", index, 7)) == 7
    assert len({row for row, _ in found("ana", index, 50)}) == 50


def test_another_stage_is_one_function_and_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def by_flower(asked: Asked) -> Iterable[Candidate]:
        names = {"bob": "robert"}
        groups = [[Term(names.get(word, word))] for word in asked.query.words]
        return [Candidate(row[0], 1, Reason.MEMORY) for row in asked.index.names(groups, 60)]

    monkeypatch.setattr(cascade, "STAGES", (*STAGES, Step(by_flower, 3)))
    index = SmallBook((1, "robert", "", ""), (2, "bobby", "", ""))
    assert found("bob", index) == [(2, Reason.NAME), (1, Reason.MEMORY)]


def test_a_stage_is_not_asked_while_there_is_enough() -> None:
    many = SmallBook(*((row, "ana duarte", "", "") for row in range(1, 8)))
    found("ana duarte", many)
    assert many.asked == 1


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (("ana", "", ""), ("anabel", "", "")),
        (("duarte", "", ""), ("x", "duarte", "")),
        (("x", "ana", ""), ("x", "", kin("ana"))),
        (("anabel", "", ""), ("annabella x", "anabella", "")),
    ],
)
def test_exact_own_words_rank_above_beginnings_other_ways_and_kin(
    better: tuple[str, str, str], worse: tuple[str, str, str]
) -> None:
    typed = ["duarte"] if "duarte" in better[0] else ["ana"]
    assert score(1, *better, typed) > score(1, *worse, typed)


def test_an_exact_name_of_a_stranger_ranks_above_the_beginning_of_a_regulars() -> None:
    assert score(row_of(1, tier_of(None)), "ana", "", "", ["ana"]) > score(row_of(2, 0), "anab", "", "", ["ana"])


def test_of_equals_the_one_seen_lately_ranks_first() -> None:
    tiers = [tier_of(days) for days in (0, 90, 91, 365, 366, 1100, 1101, None)]
    assert tiers == [0, 0, 1, 1, 2, 2, 3, 3]
    scores = [score(tier << TIER_SHIFT | 1, "maria", "", "", ["maria"]) for tier in range(4)]
    assert scores == sorted(scores, reverse=True)


def test_one_word_twice_is_not_answered_by_one_word_of_the_name() -> None:
    assert score(1, "ana lund", "", "", ["ana", "an"]) < score(1, "ana anders", "", "", ["ana", "an"])


def test_a_number_dialled_from_abroad_finds_the_number_written_at_home() -> None:
    index = SmallBook(phones=[(1, "0912344188"), (2, "351912344188")])
    assert found("+351 912 344 188", index) == [(2, Reason.PHONE)]
    assert found("00351 912 344 188", index) == [(2, Reason.PHONE)]
    assert found("0912 344 188", SmallBook(phones=[(2, "351912344188")])) == [(2, Reason.PHONE)]
    assert found("+351 912 344 188", SmallBook(phones=[(1, "0912344188")])) == [(1, Reason.PHONE)]


def test_a_choice_stands_above_equals_and_never_above_a_better_number() -> None:
    stranger = row_of(2, tier_of(None))
    numbers = [(1, "5550123"), (stranger, "5012399")]
    chosen = SmallBook(phones=numbers, choices=[("0123", stranger)])
    assert found("0123", chosen) == [(1, Reason.PHONE), (stranger, Reason.PHONE)]
    equals = SmallBook(phones=[(1, "5550123"), (stranger, "7770123")], choices=[("0123", stranger)])
    assert found("0123", equals)[0] == (stranger, Reason.PHONE)


def test_a_name_beside_digits_that_hundreds_have_is_not_lost() -> None:
    people = [(number, "maria lost" if number == 400 else "bo lund", "", "") for number in range(401)]
    index = SmallBook(*people, phones=[(number, f"{number}0123") for number in range(401)])
    assert found("maria 123", index) == [(400, Reason.PHONE)]


def test_a_whole_name_stands_above_a_longer_one_that_has_it() -> None:
    stranger = row_of(2, tier_of(None))
    index = SmallBook((1, "hannah beth woodstead", "", ""), (stranger, "beth woodstead", "", ""))
    assert found("beth woodstead", index)[0] == (stranger, Reason.NAME)
    assert found("beth", index)[0] == (1, Reason.NAME)


def test_one_letter_is_not_tried_on_other_keyboards() -> None:
    assert found("q", SmallBook((1, "ana", "", ""))) == []

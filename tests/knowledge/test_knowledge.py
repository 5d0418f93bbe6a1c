from __future__ import annotations

import json
from pathlib import Path

import pytest

from shopkeeper.domain.occasion import Recurs
from shopkeeper.knowledge import Kinship, Knowledge, OccasionKinds, Tone, inverse
from shopkeeper.knowledge.kinship import KINDS
from shopkeeper.knowledge.occasions import LABELS

FOLDER = Path(__file__).parents[2] / "resources" / "knowledge"
TEXTS = {name: (FOLDER / f"{name}.json").read_text(encoding="utf-8") for name in Knowledge.NAMES}
KNOWLEDGE = Knowledge.read(TEXTS.__getitem__)


def test_every_kind_of_day_has_its_numbers_and_its_words() -> None:
    assert list(KNOWLEDGE.occasions.kinds) == list(LABELS)


def test_nothing_must_be_ordered_before_the_card_speaks_of_the_day() -> None:
    for kind in KNOWLEDGE.occasions.kinds.values():
        assert 0 <= kind.order_days <= kind.lead_days, kind.id


def test_a_quiet_day_is_never_ordered_for_and_never_counted() -> None:
    quiet = [kind for kind in KNOWLEDGE.occasions.kinds.values() if kind.tone is Tone.QUIET]
    assert {kind.id for kind in quiet} >= {"memorial"}
    assert not any(kind.order_days or kind.counts_years for kind in quiet)


def test_a_birthday_comes_back_every_year_and_a_wedding_is_once() -> None:
    assert KNOWLEDGE.occasions.of("birthday").recurs is Recurs.YEARLY
    assert KNOWLEDGE.occasions.of("wedding").recurs is Recurs.ONCE


def test_a_kind_of_day_that_we_do_not_know_is_another_day() -> None:
    assert KNOWLEDGE.occasions.of("fêteZ").id == "other"


def test_round_ages_are_ages_of_grown_ups() -> None:
    assert min(KNOWLEDGE.occasions.round_ages) >= 18


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_relation_is_a_relation_seen_from_the_other_side(kind: str) -> None:
    back = inverse(kind)
    assert back in KINDS
    # Whom to call in an emergency is a contact, and a contact need not be called in one.
    assert inverse(back) == kind or kind == "emergency"


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"emergency"}))
def test_family_is_family_from_both_sides(kind: str) -> None:
    assert KINDS[kind].family == KINDS[inverse(kind)].family


def test_a_relation_that_we_do_not_know_is_itself_and_is_said_as_it_was_written() -> None:
    assert inverse("milk-sibling") == "milk-sibling"
    assert KNOWLEDGE.kinship.word("milk-sibling").in_english() == "milk-sibling"
    assert not KNOWLEDGE.kinship.is_family("milk-sibling")


def test_neutral_words_are_all_different() -> None:
    words = [kin.word.in_english() for kin in KINDS.values()]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize(
    ("word", "language", "kind"),
    [
        ("mum", "en", "parent"),
        ("Mum", "en-GB", "parent"),
        ("grandma", "en", "grandparent"),
        ("son", "en", "child"),
        ("foster  mother", "en", "foster-parent"),
        ("Oma", "de", "grandparent"),
        ("ABUELA", "es", "grandparent"),
        ("belle-mère", "fr", "step-parent"),
        ("carpenter", "en", None),
        ("mum", "xx", None),
    ],
)
def test_the_words_of_families_stand_for_neutral_kinds(word: str, language: str, kind: str | None) -> None:
    assert KNOWLEDGE.kinship.kind_of(word, language) == kind


def test_in_each_language_a_word_stands_for_one_kind_only() -> None:
    for language, table in json.loads(TEXTS["kinship"])["words"].items():
        words = [word.casefold() for some in table.values() for word in some]
        assert sorted(set(words)) == sorted(words), language


def test_most_kinds_have_words_in_every_language_that_has_any() -> None:
    told = json.loads(TEXTS["kinship"])["words"]
    wanted = {"parent", "child", "sibling", "grandparent", "grandchild", "spouse", "partner", "friend", "neighbour"}
    for language, table in told.items():
        assert wanted <= set(table), language


def test_a_kind_that_does_not_exist_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="grandmum"):
        Kinship.from_text('{"words": {"en": {"grandmum": ["gran"]}}}')


def test_a_text_that_is_missing_or_broken_is_refused() -> None:
    with pytest.raises(KeyError):
        Knowledge.read({"kinship": TEXTS["kinship"]}.__getitem__)
    with pytest.raises(ValueError):
        OccasionKinds.from_text("{")

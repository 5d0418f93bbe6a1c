"""The words of the one-line grammar are read as they are written, and a slip in them is named."""

from __future__ import annotations

import json

import pytest

from shopkeeper.knowledge.capture import CaptureWords

KINSHIP = json.dumps({"words": {"en": {"child": ["son", "daughter"]}}})
SUBSTANCES = json.dumps({"_about": "x", "food": {"tree_nuts": ["nuts"]}, "medicine": {"penicillins": ["penicillin"]}})


def _read(told: object, kinship: str = KINSHIP, substances: str = SUBSTANCES) -> CaptureWords:
    return CaptureWords.from_texts("en", json.dumps(told), kinship, substances)


def test_a_list_stands_for_its_words_and_a_table_for_the_words_at_its_left() -> None:
    words = _read({"phrases": {}, "lists": {"ailment": ["flu"], "month": {"5": ["may", "mai"]}}})
    assert words.lists["ailment"] == {"flu": "flu"}
    assert words.lists["month"] == {"may": "5", "mai": "5"}


def test_family_words_and_substances_are_lists_too() -> None:
    words = _read({"phrases": {}, "lists": {}})
    assert words.lists["kin"] == {"son": "child", "daughter": "child"}
    assert words.lists["substance"] == {"nuts": "food", "penicillin": "medicine"}


@pytest.mark.parametrize("told", [{"ailment": "flu"}, {"month": {"5": "may"}}])
def test_a_list_that_is_none_is_named(told: object) -> None:
    with pytest.raises(ValueError, match="capture-en"):
        _read({"phrases": {}, "lists": told})


def test_substances_that_are_no_table_are_named() -> None:
    with pytest.raises(ValueError, match="substances, food"):
        _read({"phrases": {}, "lists": {}}, substances=json.dumps({"food": ["nuts"]}))

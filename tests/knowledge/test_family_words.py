from __future__ import annotations

import pytest

from shopkeeper.knowledge.kinship import KINDS
from tests.remember.gather import KNOWLEDGE

LANGUAGES = ("en", "de", "fr", "es", "pt")
# What a family says at any counter.
EVERYDAY = {
    "parent", "child", "sibling", "grandparent", "grandchild", "aunt-or-uncle", "niece-or-nephew", "cousin", "spouse",
    "partner", "former-partner", "step-parent", "child-in-law", "sibling-in-law", "godparent", "godchild",
    "great-grandparent", "great-grandchild", "half-sibling", "carer", "friend", "neighbour", "guardian", "ward", "kin",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words_for_the_everyday_family(language: str) -> None:
    assert set(KNOWLEDGE.kinship.words[language].values()) >= EVERYDAY


@pytest.mark.parametrize(
    ("language", "word", "kind"),
    [
        ("en", "Nanna", "grandparent"),
        ("de", "Patentante", "godparent"),
        ("fr", "beau-fils", "step-child"),
        ("es", "tía abuela", "aunt-or-uncle"),
        ("pt", "Avó", "grandparent"),
        ("pt-BR", "mamãe", "parent"),
        ("pt", "nora", "child-in-law"),
    ],
)
def test_a_family_word_is_understood_in_its_language(language: str, word: str, kind: str) -> None:
    assert KNOWLEDGE.kinship.kind_of(word, language) == kind


@pytest.mark.parametrize(
    ("kind", "she", "he"),
    [
        ("child", "daughter", "son"),
        ("step-parent", "stepmother", "stepfather"),
        ("parent-in-law", "mother-in-law", "father-in-law"),
        ("great-grandchild", "great-granddaughter", "great-grandson"),
        ("godparent", "godmother", "godfather"),
        ("cousin", "cousin", "cousin"),
    ],
)
def test_their_own_pronouns_choose_the_word_and_nothing_else_does(kind: str, she: str, he: str) -> None:
    word = KNOWLEDGE.kinship.word
    assert (word(kind, "she/her").in_english(), word(kind, "he").in_english()) == (she, he)
    assert word(kind) == word(kind, "they") == KINDS[kind].word


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"cared-for", "contact", "emergency"}))
def test_a_language_may_have_two_words_where_english_has_one(kind: str) -> None:
    word = KNOWLEDGE.kinship.word
    assert len({word(kind), word(kind, "she"), word(kind, "he")}) == 3, "each is translated by itself"

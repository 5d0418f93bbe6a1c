from __future__ import annotations

import pytest

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

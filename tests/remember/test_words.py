"""Every sentence that this ring and the rings inside it can say, found as `pyside6-lupdate` finds them."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Final

import pytest

SHOPKEEPER: Final = Path(__file__).parents[2] / "shopkeeper"
FILES: Final = sorted(p for ring in ("domain", "knowledge", "remember") for p in (SHOPKEEPER / ring).rglob("*.py"))
# Never an answer, in any language; whole words, as shared/design/product.md lists them.
FORBIDDEN: Final = re.compile(
    r"\b(safe|ok|okay|cleared|no allergies|allergy-free|compatible|verified|recommended)\b", re.I
)


def calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "translate"
    ]


CALLS: Final = [(path, call) for path in FILES for call in calls(path)]


def text_of(call: ast.Call, place: int) -> str:
    value = call.args[place]
    assert isinstance(value, ast.Constant)
    assert isinstance(value.value, str)
    return value.value


def test_every_sentence_is_a_literal_that_the_catalogues_can_find() -> None:
    assert len(CALLS) > 150
    for path, call in CALLS:
        assert len(call.args) >= 3, f"{path.name}:{call.lineno} has no comment for the translator"
        for place in (0, 1, 2):
            assert isinstance(call.args[place], ast.Constant), f"{path.name}:{call.lineno}"
        assert not call.keywords, f"{path.name}:{call.lineno}"


@pytest.mark.parametrize("place", [1, 2])
def test_no_sentence_and_no_comment_is_empty_or_shouts(place: int) -> None:
    for path, call in CALLS:
        text = text_of(call, place)
        assert text, f"{path.name}:{call.lineno}"
        assert "!" not in text, f"{path.name}:{call.lineno}"


def test_no_sentence_gives_an_answer_that_only_a_label_can_give() -> None:
    for path, call in CALLS:
        assert not FORBIDDEN.search(text_of(call, 1)), f"{path.name}:{call.lineno}"


def test_one_sentence_in_one_place_has_one_comment() -> None:
    """A catalogue would otherwise ask the translator twice for the same words."""
    comments: dict[tuple[str, str], set[str]] = {}
    for _, call in CALLS:
        comments.setdefault((text_of(call, 0), text_of(call, 1)), set()).add(text_of(call, 2))
    assert {key: some for key, some in comments.items() if len(some) > 1} == {}


def test_a_number_that_changes_the_words_is_a_real_plural() -> None:
    for path, call in CALLS:
        has_number = len(call.args) > 3
        assert has_number == ("%n" in text_of(call, 1)), f"{path.name}:{call.lineno}"

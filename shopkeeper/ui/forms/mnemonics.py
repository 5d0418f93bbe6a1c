"""The letters that lead to a field with Alt: each underlined where it stands in the label, none of them twice."""

from __future__ import annotations

from collections.abc import Iterable


def with_letters(labels: Iterable[str]) -> tuple[str, ...]:
    """The labels with a sign before the letter of each; a label whose letters are all taken has none."""
    taken: set[str] = set()
    return tuple(_with_letter(label, taken) for label in labels)


def _with_letter(label: str, taken: set[str]) -> str:
    beginnings = [n for n in range(len(label)) if n == 0 or label[n - 1] == " "]
    for n in (*beginnings, *range(len(label))):
        letter = label[n].casefold()
        if letter.isalpha() and letter not in taken:
            taken.add(letter)
            return f"{label[:n]}&{label[n:]}"
    return label

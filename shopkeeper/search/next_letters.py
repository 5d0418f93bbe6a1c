"""Next letters: what is likely to be typed next, going by the names of those who were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from shopkeeper.search.fold import tokens, written_words


def next_letters(typed: str, names: Iterable[str], most: int) -> tuple[str, ...]:
    """The letters with which these names go on, those of most names first; a space where a word is at its end."""
    words = tokens(typed)
    if not words:
        return ()
    counted: Counter[str] = Counter()
    for name in names:
        counted.update(set(_next(typed[-1:].isspace(), words, [word.letters for word in written_words(name)])))
    return tuple(letter for letter, _ in counted.most_common(most))


def _next(is_between: bool, words: list[str], name: list[str]) -> Iterator[str]:
    last = words[-1]
    for word in name:
        if is_between:
            if not any(word.startswith(one) for one in words):
                yield word[0]
        elif word.startswith(last):
            yield word[len(last)] if len(word) > len(last) else " "

"""Marks: which letters of a name, as it is written, answer what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from shopkeeper.search import latin
from shopkeeper.search.fold import Written, fold, written_words

_MOST_SIGNS: Final = 6  # of a name without spaces; there are no longer ones


def matched_in(shown: str, typed: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The stretches of a name that answer the words typed; each word takes its best place, or all that are as good."""
    spans: set[tuple[int, int]] = set()
    parts = written_words(shown)
    for word in typed:
        length = len(word)
        places = [part for part in parts if part.letters.startswith(word)]
        if len(places) > 1:
            places = [part for part in places if len(part.letters) == length] or places
        if places:
            spans.update([part.span(0, length) for part in places])
        else:
            spans.update(_across(parts, word) or _spelt_out(shown, word))
    return merged(spans)


def _across(parts: Sequence[Written], word: str) -> list[tuple[int, int]]:
    """A word typed over several written ones ("oneill"), or beginning within one that has no spaces (小明)."""
    for first in range(len(parts) - 1):
        left = word
        found: list[tuple[int, int]] = []
        for part in parts[first:]:
            if left.startswith(part.letters):
                found.append(part.span(0, len(part.letters)))
                left = left[len(part.letters) :]
            elif part.letters.startswith(left):
                found.append(part.span(0, len(left)))
                left = ""
            else:
                break
            if not left:
                return found
    for part in parts:
        at = -1 if part.letters.isascii() else part.letters.find(word)
        if at > 0:
            return [part.span(at, len(word))]
    return []


def _spelt_out(shown: str, word: str) -> list[tuple[int, int]]:
    """A word typed with ue for ü, and the like."""
    if shown.isascii():
        return []
    parts = written_words(shown, spelt_out=True)
    return [part.span(0, len(word)) for part in parts if part.letters.startswith(word)]


def merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that touch or overlap made one."""
    every = sorted(spans)
    if len(every) < 2:
        return tuple(every)
    whole: list[tuple[int, int]] = []
    for start, end in every:
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)


def read_in(shown: str, typed: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The Latin spelling of a name in another script that answers what was typed, or comes closest to it, and the
    words of the name that are spelt so.
    """
    spelt = [
        (form, span)
        for part in written_words(shown)
        if not part.letters.isascii()
        for span in _stretches(part)
        for form in latin.forms(shown[slice(*span)])
    ]
    answering = [one for word in typed if (one := next((one for one in spelt if _is_spelt(word, one[0])), None))]
    best = (*answering, *spelt)[0][0] if spelt else ""
    return best, merged({span for _, span in answering})


def _stretches(part: Written) -> list[tuple[int, int]]:
    """What is read as one word: all of it, and in a name written without spaces every part of it, the whole last."""
    most = len(part.letters)
    if most > _MOST_SIGNS or not all("\u3041" <= sign <= "\u9fff" for sign in part.letters):
        return [part.span(0, most)]
    return [part.span(first, count) for count in range(1, most + 1) for first in range(most - count + 1)]


def _is_spelt(typed: str, form: str) -> bool:
    return form.startswith(typed) or latin.loose(form).startswith(latin.loose(typed))


def as_written(text: str, word: str) -> str:
    """A word of a text as it is written there; nothing if it is not in it."""
    sought = fold(word)
    places = (part.span(0, len(sought)) for part in written_words(text) if part.letters == sought)
    return next((text[start:end] for start, end in places), "")

"""Hit: someone who was found, why, and which letters of their name say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.search.fold import tokens, word_spans

# Parts the names of several kin, and several nicknames, in one text.
SEPARATOR: Final = "\x1f"


class Reason(StrEnum):
    """Why someone was found, the plainest reason first."""

    CODE = "code"
    NAME = "name"
    NICKNAME = "nickname"
    PHONE = "phone"
    KIN = "kin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One row of the results."""

    person_uid: Uid
    name: str
    reason: Phrase
    matched: tuple[tuple[int, int], ...] = ()  # begin and end of each stretch of the name to embolden
    why: Reason


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone whom a stage of the search found, before their name is fetched."""

    row: int
    score: float
    why: Reason
    detail: str = ""  # the digits of the telephone number that answered


_BY_NAME: Final = translate("find", "by name", "why a search found someone")
_BY_CODE: Final = translate("find", "loyalty card", "why a search found someone: their card was scanned")


@lru_cache(maxsize=4096)
def matched_in(shown: str, typed: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The stretches of a name that answer the words typed; each word takes its best place, or all that are as good."""
    spans: set[tuple[int, int]] = set()
    parts = word_spans(shown)
    for word in typed:
        places = [(letters, place) for letters, place in parts if letters.startswith(word)]
        exact = [(letters, place) for letters, place in places if letters == word]
        for _, place in exact or places:
            spans.add((place[0][0], place[len(word) - 1][1]))
        if not places:
            spans.update(_across(parts, word) or _spelt_out(shown, word))
    return _merged(spans)


def _across(parts: Sequence[tuple[str, tuple[tuple[int, int], ...]]], word: str) -> list[tuple[int, int]]:
    """A word typed over several written ones ("oneill"), or beginning within one that has no spaces (小明)."""
    for first in range(len(parts)):
        left = word
        found: list[tuple[int, int]] = []
        for letters, place in parts[first:]:
            if left.startswith(letters):
                found.append((place[0][0], place[-1][1]))
                left = left[len(letters) :]
            elif letters.startswith(left):
                found.append((place[0][0], place[len(left) - 1][1]))
                left = ""
            else:
                break
            if not left:
                return found if len(found) > 1 else []
    for letters, place in parts:
        at = letters.find(word) if not letters.isascii() else -1
        if at > 0:
            return [(place[at][0], place[at + len(word) - 1][1])]
    return []


def _spelt_out(shown: str, word: str) -> list[tuple[int, int]]:
    """A word typed with ue for ü, and the like."""
    if shown.isascii():
        return []
    parts = word_spans(shown, spelt_out=True)
    return [(place[0][0], place[len(word) - 1][1]) for letters, place in parts if letters.startswith(word)]


def _merged(spans: set[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, those that touch or overlap made one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return tuple(whole)


def hit_of(found: Candidate, typed: tuple[str, ...], uid: Uid, shown: str, nicknames: str, kin: str) -> Hit:
    """The row that a candidate becomes, with its reason in words."""
    matched = matched_in(shown, typed) if found.why is not Reason.CODE else ()
    match found.why:
        case Reason.CODE:
            return Hit(person_uid=uid, name=shown, reason=_BY_CODE, why=Reason.CODE)
        case Reason.PHONE:
            return Hit(person_uid=uid, name=shown, reason=_by_phone(found.detail), matched=matched, why=Reason.PHONE)
        case Reason.KIN:
            relative = _answering(kin, typed)
            reason = translate("find", "related to {name}", "why a search found someone").with_values(name=relative)
            return Hit(person_uid=uid, name=shown, reason=reason, matched=matched, why=Reason.KIN)
        case _:
            nickname = _answering(nicknames, typed) if nicknames and not matched else ""
            if not nickname:
                return Hit(person_uid=uid, name=shown, reason=_BY_NAME, matched=matched, why=Reason.NAME)
            reason = translate("find", "also called {name}", "why a search found someone").with_values(name=nickname)
            return Hit(person_uid=uid, name=shown, reason=reason, why=Reason.NICKNAME)


def _by_phone(end: str) -> Phrase:
    return translate("find", "phone ··{digits}", "why a search found someone; the end of their number").with_values(
        digits=end
    )


def _answering(names: str, typed: Sequence[str]) -> str:
    """The first of several names that answers one of the words typed; an exact word before a beginning."""
    written = [name for name in names.split(SEPARATOR) if name]
    for answers in (str.__eq__, str.startswith):
        for name in written:
            own = tokens(name)
            own.append("".join(own))
            if any(answers(word, wanted) for word in own for wanted in typed):
                return name
    return ""

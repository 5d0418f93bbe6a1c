"""Relatives: who is meant by the family words of a line; known ones are found again, others become people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from shopkeeper.capture.chip import Chip
from shopkeeper.capture.read import Member, Subject
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.memory import Around, Memory, Near
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase
from shopkeeper.knowledge import Kinship
from shopkeeper.remember.names import speak_of
from shopkeeper.search.fold import fold

# Who lives with the one whose child they are.
CHILDREN: Final = frozenset({"child", "step-child", "foster-child"})


def subject_of(memory: Memory, around: Around, kinship: Kinship) -> Subject:
    """The card's person, as a line at its foot speaks of them and of their family."""
    person = memory.person
    members = tuple(
        Member(uid=near.person.uid, names=tuple(_names(near.person)), words=tuple(_words(near, kinship)))
        for near in around.near
    )
    return Subject(uid=person.uid, name=speak_of(person), pronouns=person.pronouns, members=members)


def _names(person: Person) -> Iterator[str]:
    name = person.name
    yield from dict.fromkeys(filter(None, (name.given, str(name), person.call_them, *name.nicknames)))


def _words(near: Near, kinship: Kinship) -> Iterator[str]:
    # Not every word for a kind: "her daughter" must never be taken for the son whom we know.
    word: Phrase = kinship.word(near.kind, near.person.pronouns)
    yield from dict.fromkeys(filter(None, (near.words, word.in_english() if near.kind else "")))


def known_as(told: Relationship, near: Iterable[Near]) -> Near | None:
    """Whom of the family a family word means: by their name, or as the only one whom the family calls so."""
    around = list(near)
    if told.related_name:
        called = fold(told.related_name)
        named = (n for n in around if called in map(fold, _names(n.person)))
        return next((n for n in named if _fits(told.kind, n.kind)), None)
    meant = [n for n in around if n.kind == told.kind and told.words and fold(n.words) == fold(told.words)]
    return meant[0] if len(meant) == 1 else None


def _fits(told: str, known: str) -> bool:
    return not known or told in (known, "kin")


def hangs_on(chip: Chip, chips: Iterable[Chip], which: Callable[[Chip], bool]) -> bool:
    """Whether anything of this sort is said of the relative whom a chip names."""
    return any(other.whose.kin == chip.begins and which(other) for other in chips)

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
from shopkeeper.knowledge.kinship import Gender, gender_of
from shopkeeper.remember.names import speak_of
from shopkeeper.search.fold import fold

# Who lives with the one whose child they are.
CHILDREN: Final = frozenset({"child", "step-child", "foster-child"})
# Who sits at one table: a food allergy of one of them is news for the other.
AT_ONE_TABLE: Final = CHILDREN | {"spouse", "partner"}
# Of whom there is one, of women and of men: no other word for them means somebody else.
ONE_OF_A_KIND: Final = frozenset({"parent", "spouse", "partner"})


def subject_of(memory: Memory, around: Around, kinship: Kinship) -> Subject:
    """The card's person, as a line at its foot speaks of them and of their family."""
    person = memory.person
    members = tuple(
        Member(uid=near.person.uid, names=tuple(called_by(near.person)), words=tuple(_words(near, kinship)))
        for near in around.near
    )
    return Subject(uid=person.uid, name=speak_of(person), pronouns=person.pronouns, members=members)


def called_by(person: Person) -> Iterator[str]:
    """All that somebody is called."""
    name = person.name
    yield from dict.fromkeys(filter(None, (name.given, str(name), person.call_them, *name.nicknames)))


def _words(near: Near, kinship: Kinship) -> Iterator[str]:
    # Not every word for a kind: "her daughter" must never be taken for the son whom we know.
    word: Phrase = kinship.word(near.kind, near.person.pronouns)
    yield from dict.fromkeys(filter(None, (near.words, word.in_english() if near.kind else "")))


def known_as(told: Relationship, near: Iterable[Near], kinship: Kinship) -> Near | None:
    """Whom of the family a family word means, where that is sure."""
    around = list(near)
    if told.related_name:
        called = fold(told.related_name)
        named = [n for n in around if called in map(fold, called_by(n.person)) and _fits(told.kind, n.kind)]
        # "husband Tom": the name of whoever was only "husband" until now.
        meant = named or [n for n in _alike(told, around, kinship) if is_only_a_word(n.person, kinship)]
    elif told.kind in ONE_OF_A_KIND:
        # Mum is mother, and there is one of her.
        meant = _alike(told, around, kinship)
    else:
        meant = [n for n in around if n.kind == told.kind and told.words and fold(n.words) == fold(told.words)]
    return meant[0] if len(meant) == 1 else None


def could_be(told: Relationship, near: Iterable[Near], kinship: Kinship) -> list[Near]:
    """Whom of the family it may mean where that is not sure: "nan" need not be the grandma whom we know."""
    alike = _alike(told, near, kinship)
    if not told.related_name:
        return alike if kinship.is_family(told.kind) else []
    called = fold(told.related_name)
    return [n for n in alike if called in map(fold, called_by(n.person))]


def is_only_a_word(person: Person, kinship: Kinship) -> bool:
    """Whether all that is known of somebody's name is what the family calls them: "mum"."""
    return any(kinship.kind_of(str(person.name), language) for language in kinship.words)


def _alike(told: Relationship, near: Iterable[Near], kinship: Kinship) -> list[Near]:
    """Those of this kind, a woman where the word is said of women and a man where it is said of men."""
    gender = kinship.gender_of_word(told.words)
    return [n for n in near if n.kind == told.kind and (gender is None or _gender(n, kinship) in (None, gender))]


def _gender(near: Near, kinship: Kinship) -> Gender | None:
    by_word = kinship.gender_of_word(near.words) or kinship.gender_of_word(str(near.person.name))
    return gender_of(near.person.pronouns) or by_word


def _fits(told: str, known: str) -> bool:
    return not known or told in (known, "kin")


def hangs_on(chip: Chip, chips: Iterable[Chip], which: Callable[[Chip], bool]) -> bool:
    """Whether anything of this sort is said of the relative whom a chip names."""
    return any(other.whose.kin == chip.begins and which(other) for other in chips)

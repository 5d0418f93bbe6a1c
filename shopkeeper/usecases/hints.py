"""Hints: what the book says while a treat for somebody is written. Facts on record only, never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shopkeeper.capture.draft import Draft
from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus, Category
from shopkeeper.domain.interest import InterestKind
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.memory import Around, Memory, spoken_of
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember.in_words import day_words
from shopkeeper.remember.names import speak_of


def hints(draft: Draft, memory: Memory, around: Around, today: date) -> tuple[Phrase, ...]:
    """What to know before a treat is given; nothing while none is written."""
    gives = any(isinstance(c.what, Kindness) and c.what.direction is Direction.GIVEN for c in draft.chips)
    return tuple(_of(*spoken_of(memory, around), today)) if gives else ()


def _of(memory: Memory, around: Around, today: date) -> Iterator[Phrase]:
    yield from _on_record(memory, around)
    for interest in memory.interests:
        if interest.kind is InterestKind.DISLIKES:
            yield translate("Hints", "does not like {what}", "what: cinnamon").with_values(what=interest.text)
    for diet in memory.diets:
        yield verbatim(diet.text)
    given = [kindness for kindness in memory.kindnesses if kindness.direction is Direction.GIVEN]
    for kindness in given:
        if kindness.on.whole() == today:
            yield _already(kindness)
    before = [kindness for kindness in given if kindness.on.whole() != today]
    if before:
        last = max(before, key=lambda kindness: kindness.on.earliest() or date.min)
        when = day_words(last.on)
        said = translate("Hints", "last time: {what}, {when}", "a treat that was given; when: on 12 March")
        if when is None:
            said = translate("Hints", "last time: {what}", "a treat that was given")
        yield said.with_values(what=last.text, when=when or "")


def _on_record(memory: Memory, around: Around) -> Iterator[Phrase]:
    """The food allergies of the person and of whoever eats with them."""
    for allergy in memory.allergies:
        if _counts(allergy):
            yield verbatim(allergy.substance)
    for near in around.near:
        for allergy in near.allergies if near.same_household else ():
            if _counts(allergy):
                whose = translate("Hints", "{what} ({name})", "an allergy on record, and whose: tree nuts (Leo)")
                yield whose.with_values(what=allergy.substance, name=speak_of(near.person))


def _counts(allergy: AllergyIntolerance) -> bool:
    return allergy.category is Category.FOOD and allergy.status is AllergyStatus.CURRENT


def _already(kindness: Kindness) -> Phrase:
    if not kindness.recorded_by:
        return translate("Hints", "given today already: {what}", "a treat").with_values(what=kindness.text)
    said = translate("Hints", "{staff} gave today already: {what}", "a treat; staff: initials")
    return said.with_values(staff=kindness.recorded_by, what=kindness.text)

"""Suggestions: what kept relations make likely, asked one by one; nothing is ever written without a yes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Final

from shopkeeper.domain.memory import COUPLES
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge.kinship import gender_of, word_for
from shopkeeper.remember.names import speak_of
from shopkeeper.usecases.circle import Circle, circle_of
from shopkeeper.usecases.family import relate
from shopkeeper.usecases.household import join, make_household
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done

# So many are asked at once: nobody works through a list at a counter.
_MOST: Final = 4
_ANSWERED_NO: Final = "suggestions_answered_no"
_PARENTS: Final = 2
_AT_HOME: Final = "at home"
_IS: Final = translate("Family", "Is {other} {name}'s {kin}?", "a question: Is Rosa Leo's grandmother?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One question with its two answers: `accept` writes it down, `refuse` keeps it from being asked again."""

    question: Phrase
    uid: Uid
    what: str  # what the other would be to this person: a kind of relation, or that they share a roof
    other: Uid

    @property
    def key(self) -> str:
        """The same for the same question, whoever's card it is asked on."""
        two = sorted((self.uid, self.other)) if self.what in (_AT_HOME, "sibling") else (self.uid, self.other)
        return ":".join((self.what, *two))


def suggestions(shop: Shop, uid: Uid) -> tuple[Suggestion, ...]:
    """What could be asked about this person's family, those first who concern the person."""
    circle, refused = circle_of(shop, uid), _refused(shop)
    asked = {one.key: one for one in _all(circle) if one.key not in refused}
    return tuple(sorted(asked.values(), key=lambda one: uid not in (one.uid, one.other))[:_MOST])


def accept(shop: Shop, suggestion: Suggestion) -> Done:
    """They said yes: one act."""
    if suggestion.what != _AT_HOME:
        return relate(shop, suggestion.uid, suggestion.what, suggestion.other)
    homes = shop.store.memory_of(suggestion.other).households
    if homes:
        return join(shop, suggestion.uid, homes[0].uid)
    return make_household(shop, (suggestion.other, suggestion.uid))


def refuse(shop: Shop, suggestion: Suggestion) -> None:
    """They said no, or one does not want to be asked: it is not offered again, on nobody's card.

    A setting and no record: that two people are not related is nothing to keep about either of them.
    """
    refused = _refused(shop) | {suggestion.key}
    shop.store.set_setting(_ANSWERED_NO, json.dumps(sorted(refused)))


def _refused(shop: Shop) -> frozenset[str]:
    kept = shop.store.setting(_ANSWERED_NO)
    return frozenset(json.loads(kept)) if kept else frozenset()


def _all(circle: Circle) -> Iterator[Suggestion]:
    yield from _parents(circle)
    yield from _siblings(circle)
    yield from _grandparents(circle)
    yield from _at_home(circle)


def _parents(circle: Circle) -> Iterator[Suggestion]:
    """The partner of a parent, and the parent of a brother or sister, while one parent is missing."""
    for child, parent in permutations(circle.people, 2):
        if not _is_open(circle, child, parent) or list(circle.told[child].values()).count("parent") >= _PARENTS:
            continue
        through = (
            *(one for one in _who_is(circle, child, "parent") if circle.ties[one].get(parent) in COUPLES),
            *(one for one in _who_is(circle, child, "sibling") if circle.ties[one].get(parent) == "parent"),
        )
        if through:
            asked = translate("Family", "Is {other} {name}'s {kin} too?", "a question: Is Tom Leo's father too?")
            yield _ask(circle, asked, child, "parent", parent)


def _siblings(circle: Circle) -> Iterator[Suggestion]:
    for one, other in combinations(circle.people, 2):
        shared = set(_who_is(circle, one, "parent")) & set(_who_is(circle, other, "parent"))
        if shared and _is_open(circle, one, other):
            asked = translate("Family", "Are {other} and {name} brother or sister?", "a question; two names")
            if gender_of(circle.people[other].person.pronouns):
                asked = _IS
            yield _ask(circle, asked, one, "sibling", other)


def _grandparents(circle: Circle) -> Iterator[Suggestion]:
    for one, other in permutations(circle.people, 2):
        through = [p for p in _who_is(circle, one, "parent") if circle.ties[p].get(other) == "parent"]
        if through and _is_open(circle, one, other):
            yield _ask(circle, _IS, one, "grandparent", other)


def _at_home(circle: Circle) -> Iterator[Suggestion]:
    """Couples and their children of whom nothing says yet where they live."""
    for one, other in permutations(circle.people, 2):
        if circle.ties[one].get(other) not in (*COUPLES, "parent") or not circle.are_alive(one, other):
            continue
        theirs = circle.people[one]
        if not theirs.households and not theirs.adrs:
            asked = translate("Family", "Does {name} live with {other}?", "a question: Does Leo live with Ana?")
            yield _ask(circle, asked, one, _AT_HOME, other)


def _who_is(circle: Circle, uid: Uid, kind: str) -> Iterator[Uid]:
    return (other for other, is_ in circle.ties[uid].items() if is_ == kind)


def _is_open(circle: Circle, one: Uid, other: Uid) -> bool:
    """Whether nothing is kept between two who are both alive."""
    return other not in circle.told[one] and circle.are_alive(one, other)


def _ask(circle: Circle, question: Phrase, uid: Uid, what: str, other: Uid) -> Suggestion:
    person, relative = circle.people[uid].person, circle.people[other].person
    asked = question.with_values(name=speak_of(person), other=speak_of(relative), kin=word_for(what, relative.pronouns))
    return Suggestion(question=asked, uid=uid, what=what, other=other)

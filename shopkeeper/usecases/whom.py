"""Whom: which one person a typed name means; nobody is guessed where it could be several."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.remember.names import dotted, listed
from shopkeeper.search.fold import fold, tokens
from shopkeeper.search.hit import Reason
from shopkeeper.usecases.look_up import Row, find
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.relatives import called_by
from shopkeeper.usecases.shop import Shop

_AT_MOST = 20
_BY_NAME = frozenset({Reason.NAME, Reason.NICKNAME})


def the_one(shop: Shop, name: str) -> Uid:
    """The one person whom a search finds best; Refused when it finds nobody, or several who bear that name."""
    rows = find(shop, name).rows
    if not rows:
        raise Refused(translate("Card", "Nobody found for {name}.").with_values(name=name))
    meant = [row for row in rows if fold(row.name) == fold(rows[0].name)]
    if len(meant) > 1:
        raise several(meant, meant[0].name)
    return meant[0].person_uid


def all_called(shop: Shop, name: str) -> tuple[Uid, ...]:
    """Everybody whose whole name this is, whatever the case and the accents: asked at every key of a line."""
    words, typed = fold(name), " ".join(name.split())
    if not words:
        return ()
    alike = (hit for hit in shop.store.look(typed, _AT_MOST).go_on(lambda: False) if fold(hit.name) == words)
    return tuple(dict.fromkeys((*shop.store.called(typed), *(hit.person_uid for hit in alike))))


def bearers(shop: Shop, name: str) -> tuple[Uid, ...]:
    """Everybody who bears a name: as their whole name, as what they are called, or as any one word of their name.

    A whole name of two words is only theirs: Maria Silva is not Ana Maria Silva.
    """
    whole, words = all_called(shop, name), fold(" ".join(name.split()))
    if not words or (whole and " " in words):
        return whole
    parts = (hit for hit in shop.store.look(words, _AT_MOST).go_on(lambda: False) if hit.why in _BY_NAME)
    found = (hit.person_uid for hit in parts if words in tokens(hit.name) or _is_called(shop, hit.person_uid, words))
    return tuple(dict.fromkeys((*whole, *found)))


def _is_called(shop: Shop, uid: Uid, words: str) -> bool:
    person = shop.store.record(uid)
    return isinstance(person, Person) and words in map(fold, called_by(person))


def told_apart(shop: Shop, name: str, uids: Collection[Uid]) -> tuple[Row, ...]:
    """These people, whom this name finds, with what tells them apart, for whoever has to choose."""
    return tuple(row for row in find(shop, name, _AT_MOST).rows if row.person_uid in uids)


def several(rows: Sequence[Row], name: str) -> Refused:
    """That it could be any of them, with what tells them apart."""
    question = translate("Whom", "%n people are called {name}: {lines}. Say whom you mean.", "", len(rows))
    lines = listed(_line(row, name) for row in rows)
    return Refused(question.with_values(name=name, lines=lines or ""))


def _line(row: Row, name: str) -> Phrase:
    parts = (row.line,) if fold(row.name) == fold(name) else (verbatim(row.name), row.line)
    said = dotted(part for part in parts if part.in_english())
    return said or translate("Whom", "one of whom nothing more is known")

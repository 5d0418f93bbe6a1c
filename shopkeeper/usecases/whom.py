"""Whom: which one person a typed name means; nobody is guessed where it could be several."""

from __future__ import annotations

from collections.abc import Sequence

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.remember.names import dotted, listed
from shopkeeper.search.fold import fold
from shopkeeper.usecases.look_up import Row, find
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop

_AT_MOST = 20


def the_one(shop: Shop, name: str) -> Uid:
    """The one person whom a search finds best; Refused when it finds nobody, or several who bear that name."""
    rows = find(shop, name).rows
    if not rows:
        raise Refused(translate("Card", "Nobody found for {name}.").with_values(name=name))
    meant = [row for row in rows if fold(row.name) == fold(rows[0].name)]
    if len(meant) > 1:
        raise several(meant)
    return meant[0].person_uid


def all_called(shop: Shop, name: str) -> tuple[Uid, ...]:
    """Everybody whose whole name this is, whatever the case and the accents: asked at every key of a line."""
    words, typed = fold(name), " ".join(name.split())
    if not words:
        return ()
    alike = (hit for hit in shop.store.look(typed, _AT_MOST).go_on(lambda: False) if fold(hit.name) == words)
    return tuple(dict.fromkeys((*shop.store.called(typed), *(hit.person_uid for hit in alike))))


def told_apart(shop: Shop, name: str) -> tuple[Row, ...]:
    """The same people with what tells them apart, for whoever has to choose."""
    return tuple(row for row in find(shop, name, _AT_MOST).rows if fold(row.name) == fold(name))


def several(rows: Sequence[Row]) -> Refused:
    """That it could be any of them, with what tells them apart."""
    question = translate("Whom", "%n people are called {name}: {lines}. Say whom you mean.", "", len(rows))
    lines = listed(_line(row) for row in rows)
    return Refused(question.with_values(name=rows[0].name, lines=lines or ""))


def _line(row: Row) -> Phrase:
    said = dotted((row.line,))
    return said if said and said.in_english() else translate("Whom", "one of whom nothing more is known")

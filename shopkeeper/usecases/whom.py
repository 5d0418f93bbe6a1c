"""Whom: which one person a typed name means; nobody is guessed where it could be several."""

from __future__ import annotations

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


def all_called(shop: Shop, name: str) -> tuple[Row, ...]:
    """Everybody whose whole name this is, whatever the case and the accents."""
    words = fold(name)
    return tuple(row for row in find(shop, name, _AT_MOST).rows if fold(row.name) == words) if words else ()


def several(rows: list[Row] | tuple[Row, ...]) -> Refused:
    """That it could be any of them, with what tells them apart."""
    question = translate("Whom", "%n people are called {name}: {lines}. Say whom you mean.", "", len(rows))
    lines = listed(_line(row) for row in rows)
    return Refused(question.with_values(name=rows[0].name, lines=lines or ""))


def _line(row: Row) -> Phrase:
    said = dotted((row.line,))
    return said if said and said.in_english() else translate("Whom", "one of whom nothing more is known")

"""The family picture: generations in rows, partners side by side, lines from parents to children; plain values."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from shopkeeper.domain.memory import COUPLES
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid

# What each is to each: ties[ana][leo] is "child". Of those who parted there is none.
Ties: TypeAlias = "Mapping[Uid, Mapping[Uid, str]]"

# How many rows further down somebody stands. All others stand in the same row.
_DOWN: Final[Mapping[str, int]] = MappingProxyType(
    {
        "great-grandparent": -3,
        "grandparent": -2,
        "parent": -1,
        "step-parent": -1,
        "foster-parent": -1,
        "parent-in-law": -1,
        "aunt-or-uncle": -1,
        "godparent": -1,
        "guardian": -1,
        "child": 1,
        "step-child": 1,
        "foster-child": 1,
        "child-in-law": 1,
        "niece-or-nephew": 1,
        "godchild": 1,
        "ward": 1,
        "grandchild": 2,
        "great-grandchild": 3,
    }
)
_CHILDREN: Final = frozenset({"child", "step-child", "foster-child"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """Somebody who is to be in the picture."""

    uid: Uid
    name: str
    kin: Phrase | None = None  # what they are to the one in the middle
    has_died: bool = False
    at_home: bool = True  # lives under the same roof


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody stands. Rows go down with the generations; the columns of a row differ by two."""

    someone: Someone
    row: int
    column: int


class Line(StrEnum):
    """What a line says of the two whom it joins."""

    COUPLE = "couple"
    CHILD = "child"  # from a parent down to a child
    KIN = "kin"  # of the family, and nobody between them is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """A line between two places."""

    line: Line
    one: Uid
    other: Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyPicture:
    """Everybody in their place, and the lines between them."""

    places: tuple[Place, ...] = ()
    joins: tuple[Join, ...] = ()

    @property
    def rows(self) -> int:
        """How many generations there are."""
        return max((place.row for place in self.places), default=-1) + 1

    @property
    def columns(self) -> int:
        """How many columns the widest row takes."""
        return max((place.column for place in self.places), default=-1) + 1


def family_picture(people: Sequence[Someone], ties: Ties) -> FamilyPicture:
    """The picture of these people, around the first of them. The same people give the same picture."""
    known = {someone.uid: someone for someone in people}
    rows: dict[int, list[Uid]] = {}
    for uid, row in _generations(list(known), ties).items():
        rows.setdefault(row, []).append(uid)
    order = _in_order(rows, ties)
    widest = max(map(len, order.values()), default=0)
    places = tuple(
        Place(someone=known[uid], row=row, column=widest - len(order[generation]) + 2 * at)
        for row, generation in enumerate(sorted(order))  # a generation of whom nobody is known takes no row
        for at, uid in enumerate(order[generation])
    )
    return FamilyPicture(places=places, joins=tuple(_joins(list(known), ties)))


def _generations(people: Sequence[Uid], ties: Ties) -> dict[Uid, int]:
    """The row of each, seen from the first of them, and from the first whom nothing ties to those before."""
    rows: dict[Uid, int] = {}
    for first in people:
        if first in rows:
            continue
        rows[first] = 0
        waiting = deque([first])
        while waiting:
            uid = waiting.popleft()
            told = ties.get(uid, {})
            for other in people:
                if other in told and other not in rows:
                    rows[other] = rows[uid] + _DOWN.get(told[other], 0)
                    waiting.append(other)
    return rows


def _in_order(rows: Mapping[int, Sequence[Uid]], ties: Ties) -> dict[int, list[Uid]]:
    """Each row from left to right: couples side by side, and everybody near those in the rows already laid out."""
    order: dict[int, list[Uid]] = {}
    middle: dict[Uid, float] = {}
    for row in sorted(rows, key=lambda row: (abs(row), row < 0)):
        blocks = _blocks(rows[row], ties)
        places = {id(block): _pull(block, middle, ties) for block in blocks}
        blocks.sort(key=lambda block: places[id(block)])
        order[row] = [uid for block in blocks for uid in block]
        middle |= {uid: at - (len(order[row]) - 1) / 2 for at, uid in enumerate(order[row])}
    return order


def _blocks(row: Sequence[Uid], ties: Ties) -> list[list[Uid]]:
    """Those who stand together: somebody, and whoever is their partner."""
    left, blocks = list(row), []
    while left:
        block = [left.pop(0)]
        while partner := next((uid for uid in left if ties.get(block[-1], {}).get(uid) in COUPLES), None):
            left.remove(partner)
            block.append(partner)
        blocks.append(block)
    return blocks


def _pull(block: Sequence[Uid], middle: Mapping[Uid, float], ties: Ties) -> float:
    """How far to the left or right their relatives in the other rows stand."""
    told = [middle[other] for uid in block for other in ties.get(uid, {}) if other in middle]
    return sum(told) / len(told) if told else 0.0


def _joins(people: Sequence[Uid], ties: Ties) -> list[Join]:
    joins = []
    for at, uid in enumerate(people):
        for other, kind in ties.get(uid, {}).items():
            if kind in COUPLES and other in people[at + 1 :]:
                joins.append(Join(line=Line.COUPLE, one=uid, other=other))
            elif kind in _CHILDREN and other in people:
                joins.append(Join(line=Line.CHILD, one=uid, other=other))
    joined = {uid for join in joins for uid in (join.one, join.other)}
    for uid in people[1:]:
        kind = ties.get(people[0], {}).get(uid, "")
        if uid not in joined and kind in _DOWN:
            pair = (people[0], uid) if _DOWN[kind] > 0 else (uid, people[0])
            joins.append(Join(line=Line.KIN, one=pair[0], other=pair[1]))
    return joins

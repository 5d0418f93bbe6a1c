"""Whom a fact of a clause is about, where more than one person could be meant: the chip asks, nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from shopkeeper.capture.chip import ASKING, Chip, ChipKind, Whose
from shopkeeper.capture.line import Line
from shopkeeper.capture.names import name_end
from shopkeeper.capture.readers.family import relation
from shopkeeper.capture.tokens import Sort

# What is said of somebody's card, so that it must be clear whose.
_OF_SOMEBODY: Final = frozenset({*ChipKind} - {ChipKind.NAME, ChipKind.KIN, ChipKind.MET, ChipKind.NOTE})


def ask_whose(line: Line, known: int, at: int, end: int, alone: tuple[Whose, ...]) -> None:
    """Ask where two go by one name, and where somebody else is named among the words that were not understood.

    "leo, rosa: nuts!!" may be about both; "kids Leo, Mia and Kit: nuts!!" is about all of them.
    """
    others = (*_others(line, known, at, end), *(() if line.whose.is_own else alone))
    for number in range(known, len(line.chips)):
        chip = line.chips[number]
        asks: tuple[Whose, ...] = chip.asks
        if len(line.unclear) > 1 and chip.whose in line.unclear and chip.kind in _OF_SOMEBODY:
            asks = asks or line.unclear
        if others and chip.kind in ASKING and number not in line.shared:
            asks = tuple(dict.fromkeys((*(asks or (chip.whose,)), *others)))
        if number in line.shared and line.several:
            line.shared[number] = tuple(dict.fromkeys((*alone, *line.shared[number])))
        line.chips[number] = replace(chip, asks=asks if len(asks) > 1 else ())


def _others(line: Line, known: int, at: int, end: int) -> tuple[Whose, ...]:
    """Everybody named among the unread words of a clause with an allergy: "nuts!! for leo", "husband says nuts!!"."""
    if all(chip.kind is not ChipKind.ALLERGY for chip in line.chips[known:]):
        return ()
    found: list[Whose] = []
    for place in range(at, end):
        if line.owner[place] is not None or line.toks[place].sort is not Sort.WORD:
            continue
        named = line.called_at(place, end)
        kin = line.words.longest("kin", line.toks, place, end)
        if named:
            found += named.whose
        elif kin:
            stop = name_end(line, kin[0], end) or kin[0]
            word = line.said(place, kin[0])
            what = relation(kin[1], line.said(kin[0], stop), word)
            found.append(
                line.whose_of(line.add(Chip(kind=ChipKind.KIN, whose=line.own, what=what), range(place, stop)))
            )
    return tuple(found)


def only_named(line: Line, known: int, at: int, end: int, alone: tuple[Whose, ...]) -> tuple[Whose, ...]:
    """Whoever a clause names, if it says nothing else; of a list that goes on from clause to clause, all so far."""
    new = range(known, len(line.chips))
    if line.several and new and all(line.chips[number].kind is ChipKind.KIN for number in new):
        return (*alone, *map(line.whose_of, new))
    named = line.called_at(at, end)
    return named.whose if named and named.end == end and not new else ()


def ask_behind(line: Line, earlier: int, alone: tuple[Whose, ...]) -> None:
    """ "peanuts and sesame!!, leo": whose that was, if a clause behind it is nothing but a name."""
    for number in range(earlier, len(line.chips)):
        chip = line.chips[number]
        if alone and chip.kind is ChipKind.ALLERGY and chip.whose.is_own:
            asks = tuple(dict.fromkeys((*(chip.asks or (chip.whose,)), *alone)))
            line.chips[number] = replace(chip, asks=asks if len(asks) > 1 else ())

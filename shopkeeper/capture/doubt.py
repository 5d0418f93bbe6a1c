"""What a clause does not say for sure is taken back: its words go to the note.

A clause is doubted once, as a whole: by a word such as not, maybe or "used to" that no phrase took along, by a question
mark, or by standing in the order of a question. Then nothing of it counts but how to reach someone, the relatives
named before the doubt, and an allergy that was marked with ! before it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from shopkeeper.capture.chip import ASKING, Chip, ChipKind
from shopkeeper.capture.line import Line
from shopkeeper.capture.match import phrases_at
from shopkeeper.capture.tokens import Sort

_CONTACT: Final = frozenset({ChipKind.NAME, ChipKind.TEL, ChipKind.EMAIL})
_SAFETY: Final = frozenset({"allergy", "deadly", "intolerance", "died", "dead", "concern", "keeps_to"})
# What is as true of animals as of people.
_OF_A_BODY: Final = frozenset({*ASKING, ChipKind.OCCASION, ChipKind.DIET})
_RETRACTED: Final = frozenset({*ASKING, ChipKind.DIET})
_QUESTIONS: Final = frozenset({"?", "？", "؟", "¿"})


def sift(line: Line, known: int, at: int, end: int, *, of_pet: bool, of_nobody: bool) -> None:
    """Take back of the clause just read what it does not say for sure; the chips from `known` on are its own.

    It may be about an animal, or about "both" where nobody can tell which two.
    """
    doubt = at if of_nobody or asks_something(line, at, end) else _first_doubt(line, at, end)
    gone: list[int] = []
    for number in range(known, len(line.chips)):
        chip = line.chips[number]
        begins = line.owner.index(number) if number in line.owner else at
        if chip.kind is ChipKind.PET:
            of_pet = True
        elif chip.kind is ChipKind.KIN:
            of_pet = False
        is_marked = chip.kind is ChipKind.ALLERGY and _is_marked(line, number)
        is_kept = chip.kind in _CONTACT or (chip.kind is ChipKind.KIN and begins < doubt)
        is_doubted = doubt < end and not is_kept and not (is_marked and begins < doubt)
        is_pets = of_pet and chip.kind in _OF_A_BODY and chip.whose.is_own and not (is_marked or _is_bare(line, number))
        is_half = chip.kind is ChipKind.DIED and _is_unread(line, at, end)
        if is_doubted or is_pets or is_half:
            gone.append(number)
    line.drop(gone)


def retract(line: Line, earlier: int, known: int, at: int, end: int) -> None:
    """ "nuts, no longer": a clause that is nothing else takes back what the one before said."""
    place = at
    while place < end and (line.words.has("join", line.toks[place]) or line.words.has("filler", line.toks[place])):
        place += 1
    said = line.words.longest("takes_back", line.toks, place, end)
    if said is None or any(token.sort in {Sort.WORD, Sort.NUMBER} for token in line.toks[said[0] : end]):
        return
    line.drop([
        number
        for number in range(earlier, known)
        if line.chips[number].kind in _RETRACTED and not _is_marked(line, number)
    ])  # fmt: skip


def names_pet(line: Line, known: int, at: int, end: int) -> bool:
    """Whether the clause that was just read ended with an animal, so that the next may go on about it."""
    new: Iterable[Chip] = line.chips[known:]
    last = [chip.kind for chip in new if chip.kind in {ChipKind.PET, ChipKind.KIN}]
    if last:
        return last[-1] is ChipKind.PET
    return any(
        line.owner[place] is None and line.words.longest("species", line.toks, place, end) for place in range(at, end)
    )


def asks_something(line: Line, at: int, end: int) -> bool:
    """Whether the clause is a question: by its mark, or because its verb stands before whom it is about."""
    if any(line.toks[place].fold in _QUESTIONS and line.owner[place] is None for place in range(at, end)):
        return True
    verb = line.words.longest("asking", line.toks, at, end)
    if verb is None or verb[0] >= end:
        return False
    place = verb[0]
    his = line.words.longest("his", line.toks, place, end)
    if line.words.has("they", line.toks[place]) or (not his and line.called_at(place, end) is not None):
        return line.words.longest("kin", line.toks, place, end) is None or _is_told(line, place, end)
    return _is_told(line, his[0] if his else place, end)


def _is_told(line: Line, at: int, end: int) -> bool:
    """Whether a relative without a name stands there with a grave fact right behind: "is mum dead"."""
    kin = line.words.longest("kin", line.toks, at, end)
    if kin is None or kin[0] >= end:
        return False
    return any(said.meaning in _SAFETY for said in phrases_at(line, kin[0], end, head=True))


def _first_doubt(line: Line, at: int, end: int) -> int:
    """Where the first unsure word stands that no phrase took along; the end of the clause where none does."""
    for place in range(at, end):
        if line.owner[place] is None and line.is_unsure_at(place, end):
            return place
    return end


def _is_marked(line: Line, number: int) -> bool:
    return any(
        whose == number and token.sort is Sort.STRONG for whose, token in zip(line.owner, line.toks, strict=True)
    )


def _is_bare(line: Line, number: int) -> bool:
    """Whether the words of a chip are a substance and nothing else: told of people, not of their animals."""
    places = [place for place, whose in enumerate(line.owner) if whose == number]
    if not places or line.chips[number].kind is not ChipKind.ALLERGY:
        return False
    found = line.words.longest("substance", line.toks, places[0], places[-1] + 1)
    return found is not None and found[0] == places[-1] + 1


def _is_unread(line: Line, at: int, end: int) -> bool:
    """Whether words of the clause were not understood."""
    told = {Sort.WORD, Sort.NUMBER, Sort.QUOTED}
    return any(line.owner[place] is None and line.toks[place].sort in told for place in range(at, end))

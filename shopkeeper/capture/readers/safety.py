"""Allergies, intolerances and "asked: none". What could be a "no" is never read as a fact: it stays in the note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from shopkeeper.capture.chip import Chip, ChipKind, What
from shopkeeper.capture.dates import Dated
from shopkeeper.capture.line import Line, Said
from shopkeeper.capture.readers.reader import Reader
from shopkeeper.capture.readers.tastes import diet, interest
from shopkeeper.capture.tokens import Sort, fold
from shopkeeper.domain.allergy import AllergyIntolerance, AllergyKind, Asked, Category, Severity
from shopkeeper.domain.diet import DietKind
from shopkeeper.domain.interest import InterestKind

# In the order in which one key steps through them.
_SEVERITIES: Final = (Severity.NOT_SAID, Severity.MILD, Severity.SERIOUS, Severity.LIFE_THREATENING)


def strength(line: Line, at: int, end: int) -> Severity:
    """! is serious, !! life-threatening, none of them: not said."""
    while end < len(line.toks) and line.toks[end].sort is Sort.STRONG:
        end += 1
    marks = max((len(token.text) for token in line.toks[at:end] if token.sort is Sort.STRONG), default=0)
    return (Severity.NOT_SAID, Severity.SERIOUS, Severity.LIFE_THREATENING)[min(marks, 2)]


def category_of(line: Line, at: int, end: int, substance: str) -> Category:
    """Food, medicine or something else, by the first known word; unknown ones are food, as told at a counter.

    A medicine with a slip in it is one too: what is kept is the word as typed.
    """
    for place in range(at, end):
        found = line.words.longest("substance", line.toks, place, end)
        if found:
            return Category(found[1])
    known = line.words.alone("substance", fold(substance))
    if known:
        return Category(known)
    said = [fold(substance), *(token.fold for token in line.toks[at:end])]
    return Category.MEDICINE if any(map(line.words.is_nearly_medicine, said)) else Category.FOOD


def chip_of(
    line: Line,
    at: int,
    end: int,
    kind: AllergyKind,
    *,
    told: Severity = Severity.NOT_SAID,
    marks_end: int | None = None,
    stem: str = "",
    category: Category | None = None,
) -> Chip | None:
    """The allergy to the words from one place to another, with its other readings.

    The marks may stand behind further words, and the substance be only the first part of a word.
    """
    bad = line.words.longest("severity", line.toks, at, end)
    if bad and bad[0] < end:
        told, at = Severity(bad[1]), bad[0]
    substance = stem or line.said(at, end)
    is_no_substance = line.words.alone("category", fold(substance))  # "medicine allergy"
    if not substance or is_no_substance or line.is_unsure(at, end):
        return None
    marks = strength(line, at, marks_end or end)
    what = AllergyIntolerance(
        uid="",
        person_uid="",
        category=category or category_of(line, at, end, substance),
        substance=substance,
        kind=kind,
        severity=told if marks is Severity.NOT_SAID else marks,
        told_on=line.today,
    )
    return replace(_chip(line, what), others=tuple(_others(line, what)))


def _chip(line: Line, what: What) -> Chip:
    return Chip(kind=ChipKind.ALLERGY, whose=line.whose, what=what, asks=line.asks)


def _others(line: Line, what: AllergyIntolerance) -> Iterator[Chip]:
    """The next severities, the other kind, the other category, then what is no allergy at all."""
    now = _SEVERITIES.index(what.severity)
    for severity in (*_SEVERITIES[now + 1 :], *_SEVERITIES[:now]):
        yield _chip(line, replace(what, severity=severity))
    other = AllergyKind.INTOLERANCE if what.kind is AllergyKind.ALLERGY else AllergyKind.ALLERGY
    yield _chip(line, replace(what, kind=other))
    category = Category.MEDICINE if what.category is Category.FOOD else Category.FOOD
    yield _chip(line, replace(what, category=category))
    yield diet(DietKind.AVOIDS, what.substance, line)
    yield interest(InterestKind.DISLIKES, what.substance, line)


def _allergic(kind: AllergyKind, told: Severity = Severity.NOT_SAID) -> Reader:
    def read(said: Said, line: Line) -> Chip | None:
        name = next(name for name in said.slots if name not in {"severity", "date", "category"})
        slot = said.slots[name]
        bad, category = said.slots.get("severity"), said.slots.get("category")
        return chip_of(
            line,
            slot.at,
            slot.end,
            kind,
            told=Severity(str(bad.value)) if bad else told,
            marks_end=said.end,
            stem=str(slot.value) if name.startswith("compound") else "",
            category=Category(str(category.value)) if category else None,
        )

    return read


def _bare(said: Said, line: Line) -> Chip | None:
    """A substance by itself: an allergy, unless it goes on a list of what they like or of what was denied.

    Cats and bees by themselves are no allergy: they need the word for it, or its marks.
    """
    slot = said.slots["substance"]
    is_marked = strength(line, said.at, said.end) is not Severity.NOT_SAID
    if not is_marked and (line.in_list or slot.value == Category.OTHER):
        return None
    return chip_of(line, slot.at, slot.end, AllergyKind.ALLERGY)


def _without(said: Said, line: Line) -> Chip | None:
    """ "no nuts" is something they avoid; "no nuts!!" and "no penicillin" are said by nobody who only avoids them."""
    if (
        said.end < line.end
        and line.toks[said.end].sort is Sort.WORD
        and not line.words.has("join", line.toks[said.end])
    ):
        # "no nut allergy", "no nuts today": who knows.
        return None
    slot = said.slots["substance"]
    if line.words.longest("ailment", line.toks, slot.at, slot.end):
        # A crab, or cancer.
        return None
    allergy = chip_of(line, slot.at, slot.end, AllergyKind.ALLERGY)
    avoided = diet(DietKind.AVOIDS, line.said(slot.at, slot.end), line)
    if allergy is None:
        return avoided
    if strength(line, said.at, said.end) is not Severity.NOT_SAID:
        return allergy
    if slot.value == Category.MEDICINE:
        return replace(allergy, others=(avoided, *(other for other in allergy.others if other != avoided)))
    return replace(avoided, others=(replace(allergy, others=()),))


def _rather_not(kind: DietKind | InterestKind) -> Reader:
    """What they avoid or dislike; with its marks, or if it is a medicine they avoid, it is an allergy."""

    def read(said: Said, line: Line) -> Chip | None:
        slot = said.slots.get("what") or said.slots.get("substance") or said.slots.get("avoided")
        if slot is None:
            return None
        known = line.words.longest("substance", line.toks, slot.at, slot.end)
        is_medicine = kind is DietKind.AVOIDS and known is not None and known[1] == Category.MEDICINE
        is_marked = strength(line, slot.at, said.end) is not Severity.NOT_SAID
        allergy = chip_of(line, slot.at, slot.end, AllergyKind.ALLERGY) if is_medicine or is_marked else None
        text = line.said(slot.at, slot.end)
        mild = diet(kind, text, line) if isinstance(kind, DietKind) else interest(kind, text, line)
        if allergy is None:
            return mild
        return replace(allergy, others=(mild, *(other for other in allergy.others if other != mild)))

    return read


def _asked(categories: tuple[Category, ...]) -> Reader:
    def read(said: Said, line: Line) -> Chip | None:
        """Only where nothing goes on behind it: none except nuts."""
        if any(token.sort is not Sort.STRONG and token.fold != "." for token in line.toks[said.end : line.end]):
            return None
        told = said.slots.get("category") or said.slots.get("category_allergy")
        asked = (Category(str(told.value)),) if told else categories
        date = said.slots.get("date")
        day = date.value.last(line.today) if date and isinstance(date.value, Dated) else None
        records = tuple(Asked(uid="", person_uid="", category=one, asked_on=day or line.today) for one in _BOTH)
        first, *more = (record for record in records if record.category in asked)
        chip = Chip(kind=ChipKind.ASKED, whose=line.whose, what=first, also=tuple(more))
        if told:
            return chip
        readings = (records[:1], records[1:], records)
        others = (replace(chip, what=one[0], also=one[1:]) for one in readings if (first, *more) != one)
        return replace(chip, others=tuple(others))

    return read


_BOTH: Final = (Category.FOOD, Category.MEDICINE)


def _more(**fields: bool) -> Reader:
    """What is said of the allergy before it, if nothing goes on: carries a pen, traces matter; not "traces fine"."""

    def read(said: Said, line: Line) -> int | None:
        number = line.last_allergy()
        if any(token.sort is Sort.WORD for token in line.toks[said.end : line.end]):
            return None
        return None if number is None else line.mend(number, **fields)

    return read


def _reaction(said: Said, line: Line) -> int | None:
    number = line.last_allergy()
    if number is None:
        return None
    what = line.chips[number].what
    before = what.reaction if isinstance(what, AllergyIntolerance) else ""
    words = line.slot(said, "reaction")
    return line.mend(number, reaction=f"{before}, {words}" if before else words)


def _told_by(said: Said, line: Line) -> Chip | int | None:
    """Who told us of an allergy: "told by her husband: penicillin", or behind it."""
    teller, slot = line.slot(said), said.slots.get("substance")
    if slot is None:
        number = line.last_allergy()
        return None if number is None else line.mend(number, told_by=teller)
    number = line.add(chip, []) if (chip := chip_of(line, slot.at, slot.end, AllergyKind.ALLERGY)) else None
    return None if number is None else line.mend(number, told_by=teller)


SAFETY: Final[Mapping[str, Reader]] = {
    "allergy": _allergic(AllergyKind.ALLERGY),
    "deadly": _allergic(AllergyKind.ALLERGY, Severity.LIFE_THREATENING),
    "intolerance": _allergic(AllergyKind.INTOLERANCE),
    "substance": _bare,
    "without": _without,
    "avoids": _rather_not(DietKind.AVOIDS),
    "dislikes": _rather_not(InterestKind.DISLIKES),
    "asked_none": _asked((Category.FOOD,)),
    "asked_none_both": _asked(_BOTH),
    "carries_pen": _more(carries_pen=True),
    "traces": _more(traces_matter=True),
    "reaction": _reaction,
    "told_by": _told_by,
}

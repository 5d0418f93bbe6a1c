"""The days that matter to someone: birthdays and ages, name days, weddings, and what lies ahead once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from shopkeeper.capture.chip import Chip, ChipKind
from shopkeeper.capture.dates import Dated
from shopkeeper.capture.line import Line, Said
from shopkeeper.capture.readers.reader import Reader
from shopkeeper.domain.occasion import Occasion, Recurs
from shopkeeper.domain.partial_date import PartialDate


def _dated(said: Said) -> Dated | None:
    slot = said.slots.get("date")
    return slot.value if slot and isinstance(slot.value, Dated) else None


def _age(said: Said) -> int | None:
    slot = said.slots.get("age")
    return slot.value if slot and isinstance(slot.value, int) else None


def _chip(occasion: Occasion, said: Said, line: Line, words: str) -> Chip:
    told = _dated(said)
    chip = Chip(kind=ChipKind.OCCASION, whose=line.whose, what=occasion, said=words)
    if told and told.swapped:
        other = replace(chip, what=replace(occasion, on=told.swapped))
        return replace(chip, others=(other,))
    return chip


def _yearly(kind: str) -> Reader:
    def read(said: Said, line: Line) -> Chip | None:
        told = _dated(said)
        if told is None:
            return None
        age = _age(said)
        on = told.yearly(line.today)
        what = Occasion(uid="", person_uid="", kind=kind, on=on, told_on=line.today)
        words = told.said
        if age is not None:
            what = replace(what, age_told=age, age_told_on=line.today)
            words = line.said(told_at(said), said.end)
        return _chip(what, said, line, words)

    return read


def told_at(said: Said) -> int:
    """Where the date or the age of a phrase begins, whichever is first."""
    return min(said.slots[name].at for name in ("date", "age") if name in said.slots)


def _turns(said: Said, line: Line) -> Chip | None:
    """ "turns 40 on friday": on that day they are 40; the year they were born in is not written."""
    told, age = _dated(said), _age(said)
    if told is None or age is None:
        return None
    day = told.once(line.today).whole()
    what = Occasion(
        uid="", person_uid="", kind="birthday", on=told.yearly(line.today),
        age_told=age, age_told_on=day or line.today, told_on=line.today,
    )  # fmt: skip
    return _chip(what, said, line, line.said(told_at(said), said.end))


def _aged(said: Said, line: Line) -> Chip | int | None:
    """An age is kept as said with its day, beside the birthday that was just told; no year is counted back from it."""
    age = _age(said)
    if age is None:
        return None
    last = len(line.chips) - 1
    before = line.chips[last].what if last >= 0 else None
    if last >= 0 and line.chips[last].kind is ChipKind.KIN:
        line.whose = line.whose_of(last)
    elif isinstance(before, Occasion):
        line.whose = line.chips[last].whose
    elif line.asks:
        # "husband Tom died, 42": nobody can tell whose age that is.
        return None
    if isinstance(before, Occasion) and before.kind == "birthday" and before.age_told is None:
        line.chips[last] = replace(line.chips[last], said=f"{line.chips[last].said} {words_in_brackets(said, line)}")
        return line.mend(last, age_told=age, age_told_on=line.today)
    words = line.said(said.at, said.end) if said.meaning == "about_age" else line.slot(said, "age")
    what = Occasion(
        uid="", person_uid="", kind="birthday", on=PartialDate(about=said.meaning == "about_age", said=words),
        age_told=age, age_told_on=line.today, told_on=line.today,
    )  # fmt: skip
    return _chip(what, said, line, words)


def words_in_brackets(said: Said, line: Line) -> str:
    """An age as it stands beside a date: (7)."""
    return f"({line.said(said.at, said.end)})"


def _once(said: Said, line: Line) -> Chip | None:
    """An exam, a wedding, a journey that lies ahead; its kind is what its word stands for."""
    told = _dated(said)
    if told is None:
        return None
    slot = said.slots.get("event")
    kind = str(slot.value) if slot else "exam_or_event"
    label = "" if kind != "exam_or_event" else line.but(said, said.slots["date"])
    what = Occasion(
        uid="", person_uid="", kind=kind, on=told.once(line.today), recurs=Recurs.ONCE, label=label, told_on=line.today
    )
    return _chip(what, said, line, told.said)


DAYS: Final[Mapping[str, Reader]] = {
    "birthday": _yearly("birthday"),
    "name_day": _yearly("name_day"),
    "wedding_day": _yearly("wedding_anniversary"),
    "turns": _turns,
    "age": _aged,
    "about_age": _aged,
    "once": _once,
}

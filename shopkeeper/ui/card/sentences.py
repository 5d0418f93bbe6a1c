"""What the lines of a card say: reminders as runs of writing, and as plain words for a screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from shopkeeper.domain.phrase import translate
from shopkeeper.remember.offer import NOT_AGREED, Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot
from shopkeeper.ui.needs import CardShown
from shopkeeper.ui.say import emphasised, isolated, say
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.typeset import Run, Runs

DOT: Final = " · "
_ASK_KEY: Final = translate("card", "F6", "the key that asks again about an allergy; keep it")
_ABOUT: Final = translate("card", "{what}:", "before the buttons under an allergy; what: tree nuts, Medicine")
_OF: Final = {
    Offer.ASKED_NONE_FOOD: translate("card", "Food", "asked about"),
    Offer.ASKED_NONE_MEDICINE: translate("card", "Medicine", "asked about"),
}
_ROWS: Final = (Slot.NOW, Slot.ASK_AFTER, Slot.KINDNESS, Slot.CARES_ABOUT)


def safety_runs(reminder: Reminder, *, key: bool = False) -> Runs:
    """One line of the safety bar: the words that carry it in bold, then who told us and how old the answer is.

    With `key`, what to press when it is asked again.
    """
    red = reminder.told and not reminder.struck
    title_role = Role.SAFETY if red else (Role.SOFT if reminder.struck else Role.INK)
    detail_role = Role.SAFETY if red else Role.SOFT
    face, strong = (Face.SAFETY, Face.SAFETY_STRONG) if reminder.told else (Face.TITLE, Face.TITLE_STRONG)
    runs = _emphasised(reminder, face, strong, title_role)
    details = _details(reminder)
    if details:
        runs = (*runs, Run(f" —\u00a0{details}", Face.SECOND, detail_role))
    if not reminder.agreed:
        runs = (*runs, Run(f"{DOT}{say(NOT_AGREED)}", Face.SECOND_STRONG, detail_role))
    return (*runs, Run(f"\u2002{say(_ASK_KEY)}", Face.SMALL, detail_role)) if key else runs


def subject(reminder: Reminder) -> str:
    """What a line of slot 2 is about, before the buttons under it."""
    about = reminder.strong or next((_OF[offer] for offer in reminder.offers if offer in _OF), None)
    return say(_ABOUT.with_values(what=about)) if about is not None else ""


def asking(reminders: Sequence[Reminder]) -> list[int]:
    """Which lines of slot 2 can be asked about: all but those that were settled, or wait for a yes only."""
    return [at for at, one in enumerate(reminders) if any(offer is not Offer.AGREED for offer in one.offers)]


def title_runs(reminder: Reminder) -> Runs:
    """The first line of a reminder."""
    return _emphasised(reminder, Face.TITLE, Face.TITLE_STRONG, Role.SOFT if reminder.struck else Role.INK)


def detail_runs(reminder: Reminder) -> Runs:
    """The second, quieter line of a reminder; nothing when there is none."""
    details = _details(reminder)
    runs = (Run(details, Face.SECOND, Role.SOFT),) if details else ()
    if reminder.agreed:
        return runs
    return (*runs, Run(f"{DOT if runs else ''}{say(NOT_AGREED)}", Face.SECOND_STRONG, Role.SOFT))


def plain(reminder: Reminder) -> str:
    """The whole reminder in one breath, for a screen reader."""
    parts = (reminder.title, *reminder.details, *(() if reminder.agreed else (NOT_AGREED,)))
    words = ", ".join(map(say, parts))
    if reminder.struck:
        return say(
            translate("card", "no longer: {words}", "read aloud: an allergy that is struck through").with_values(
                words=words
            )
        )
    return words


def in_rows(card: CardShown, *, revealed: bool) -> tuple[Reminder, ...]:
    """What stands in a row of its own; the private lines only while a key is held."""
    # They may sit in any slot; who and here have places of their own.
    elsewhere = (Slot.SAFETY,) if revealed else (Slot.WHO, Slot.SAFETY, Slot.HERE)
    return tuple(
        r
        for r in card.reminders
        if (revealed or not r.private) and (r.slot in _ROWS or (r.private and r.slot not in elsewhere))
    )


def who_line(card: CardShown) -> str:
    """What stands under the name: how to say it, what tells them from others, when they were in."""
    parts: list[str] = []
    for reminder in card.slot(Slot.WHO):
        title = say(reminder.title)
        if title.strip("\u2068\u2069") != card.name:
            parts.append(title)
        parts.extend(say(part) for part in reminder.details)
    for reminder in card.slot(Slot.HERE):
        if reminder.mark is not Mark.HOUSE and not reminder.private:
            parts.append(_one_line(reminder))
    return DOT.join(part for part in parts if part)


def household_line(card: CardShown) -> str:
    """Who is at home: the left half of the foot."""
    return DOT.join(_one_line(r) for r in card.slot(Slot.HERE) if r.mark is Mark.HOUSE and not r.private)


def aloud(name: str, who: str, safety: Sequence[Reminder], rest: Iterable[Reminder]) -> str:
    """The card in slot order, as it is read aloud."""
    return ". ".join(part for part in (isolated(name), who, *map(plain, safety), *map(plain, rest)) if part)


def _one_line(reminder: Reminder) -> str:
    return DOT.join((say(reminder.title), *(say(part) for part in reminder.details)))


def _details(reminder: Reminder) -> str:
    return DOT.join(filter(None, (say(part) for part in reminder.details)))


def _emphasised(reminder: Reminder, face: Face, strong_face: Face, role: Role) -> Runs:
    if reminder.strong is None:
        return (Run(say(reminder.title), face, role, reminder.struck),)
    before, words, after = emphasised(reminder.title, reminder.strong)
    parts = (
        Run(before, face, role, reminder.struck),
        Run(words, strong_face, role, reminder.struck),
        Run(after, face, role, reminder.struck),
    )
    return tuple(run for run in parts if run.text)

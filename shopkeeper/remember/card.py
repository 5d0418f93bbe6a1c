"""what_to_remember: from everything the shop knows about someone to the one card that says it, in seven slots."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from shopkeeper.domain.memory import Around, Memory, spoken_of
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.knowledge import Knowledge
from shopkeeper.remember.kinds import KINDS
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.reminder import Reminder, Slot

__all__ = ["FOOT", "Card", "Moment", "what_to_remember"]

FOOT: Final = translate(
    "card",
    "Our own notes, as told to us. Not a safety check. Read the label and ask.",
    "stands at the foot of every card",
)

# The slots that give way when the card is short, the first of them first. Who it is and safety never do.
_YIELDING: Final = (Slot.HERE, Slot.CARES_ABOUT, Slot.KINDNESS, Slot.ASK_AFTER, Slot.NOW)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What to remember about one person, in slot order."""

    person_uid: Uid
    name: str
    reminders: tuple[Reminder, ...]
    foot: Phrase = FOOT

    def slot(self, slot: Slot) -> tuple[Reminder, ...]:
        """The reminders of one slot, the most urgent first."""
        return tuple(r for r in self.reminders if r.slot is slot)

    def within(self, lines: int, *, private: bool = False) -> tuple[tuple[Reminder, ...], int]:
        """What fits into so many lines, and how many reminders yielded to "and %n more thing(s)", itself a line.

        Slot 2 never yields, whatever the limit; slots 7 to 3 do, in that order, the least urgent first.
        Private lines are shown and counted only while the key is held.
        """
        shown = [r for r in self.reminders if private or not r.private]
        yielded = 0
        for slot in _YIELDING:
            while sum(map(_lines, shown)) + bool(yielded) > lines and shown and any(r.slot is slot for r in shown):
                last = max(n for n, r in enumerate(shown) if r.slot is slot)
                del shown[last]
                yielded += 1
        return tuple(shown), yielded


def _lines(reminder: Reminder) -> int:
    one_line = reminder.slot in (Slot.SAFETY, Slot.HERE)
    return 1 if one_line or not reminder.details else 2


def what_to_remember(person: Memory, around: Around, now: datetime, shop: ShopCalendar, knowledge: Knowledge) -> Card:
    """The card of one person, now. The same question always has the same answer.

    Loss, separation and keep-apart are settled here, once, before any kind of reminder is asked.
    """
    memory, others = spoken_of(person, around)
    moment = Moment(memory, others, now, shop, knowledge)
    found = [reminder for kind in KINDS for reminder in kind(moment)]
    found.sort(key=lambda r: (r.slot, r.urgency, r.order))
    return Card(person_uid=memory.uid, name=str(memory.person.name), reminders=tuple(found))

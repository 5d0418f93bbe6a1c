"""Has someone died? Their own card says so quietly; the cards of those near them say "be gentle" for a while."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shopkeeper.domain.memory import Mourned, Near, newest_loss
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import call, kin_of, kin_word, speak_of, whose
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency

# For so many days, counted from the day on which we heard.
GENTLE_DAYS: Final = 90


def loss(moment: Moment) -> Iterator[Reminder]:
    """The quiet lines of slot 3."""
    for own in moment.memory.losses[:1]:
        on = when.was(own.on, moment.today)
        name = call(moment.memory.person)
        if on:
            title = translate("card", "{name} died {when}", "when: in March, 2 years ago").with_values(
                name=name, when=on
            )
        else:
            title = translate("card", "{name} has died", "the day is not known").with_values(name=name)
        yield _quiet(title, (), own.uid, 0)
    lost: tuple[Near | Mourned, ...] = (*moment.around.near, *moment.around.mourned)
    for n, one in enumerate(lost):
        heard = newest_loss(one)
        if heard is not None and (moment.today - heard).days < GENTLE_DAYS:
            title = translate("card", "Be gentle: lost {name}", "someone near them has died").with_values(
                name=speak_of(one.person)
            )
            yield _quiet(title, tuple(_details(moment, one)), one.losses[0].uid, n + 1)


def _quiet(title: Phrase, details: tuple[Phrase, ...], uid: str, n: int) -> Reminder:
    return Reminder(
        slot=Slot.NOW,
        mark=Mark.CANDLE,
        title=title,
        details=details,
        urgency=Urgency.FIRST,
        order=(-1000, n),
        about=(uid,),
    )


def _details(moment: Moment, lost: Near | Mourned) -> Iterator[Phrase]:
    if kin := kin_word(lost, moment.knowledge.kinship):
        yield kin_of(lost.by, kin) if isinstance(lost, Mourned) else whose(moment.memory.person, kin)
    newest = max(lost.losses, key=lambda one: one.told_on)
    if on := when.was(newest.on, moment.today):
        yield translate("card", "died {when}", "when: in March, 9 days ago").with_values(when=on)
    else:
        heard = translate("card", "we heard {when}", "of a death; when: 9 days ago")
        yield heard.with_values(when=when.ago(newest.told_on, moment.today))

"""What do they keep to? Diets, faith and what someone avoids: a leaf, never red, never mixed with allergies."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember.agreement import and_agreed
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import listed, opening
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency


def diets(moment: Moment) -> Iterator[Reminder]:
    """All of it in one line."""
    kept = moment.memory.diets
    title = listed(_said(d, first=d is kept[0]) for d in kept)
    if title:
        yield Reminder(
            slot=Slot.CARES_ABOUT,
            mark=Mark.LEAF,
            title=title,
            urgency=Urgency.SOON,
            order=(1,),
            about=tuple(d.uid for d in kept),
            offers=and_agreed((), moment.memory, *kept),
        )


def _said(diet: Diet, *, first: bool) -> Phrase:
    if diet.kind is not DietKind.AVOIDS:
        return opening(diet.text) if first else verbatim(diet.text)
    if first:
        avoids = translate("card", "Avoids {what}", "no allergy: they would rather not have it")
    else:
        avoids = translate("card", "avoids {what}", "in a list; no allergy: they would rather not have it")
    return avoids.with_values(what=diet.text)

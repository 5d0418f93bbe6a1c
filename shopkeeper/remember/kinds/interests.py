"""What do they care about? Interests and the usual, likes and dislikes, in their own words."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.domain.interest import InterestKind
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import listed, opening
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency


def interests(moment: Moment) -> Iterator[Reminder]:
    """One line for all of it: what they care about, and beneath it the usual, the likes and the dislikes."""
    lines = tuple(_lines(moment))
    if lines:
        yield Reminder(
            slot=Slot.CARES_ABOUT,
            mark=Mark.HEART,
            title=lines[0],
            details=lines[1:],
            urgency=Urgency.SOON,
            about=tuple(i.uid for i in moment.memory.interests),
        )


def _lines(moment: Moment) -> Iterator[Phrase]:
    if caring := _all(moment, InterestKind.INTEREST):
        yield caring
    if usual := _all(moment, InterestKind.USUAL):
        yield translate("card", "The usual: {what}", "what they always have").with_values(what=usual)
    if likes := _all(moment, InterestKind.LIKES):
        yield translate("card", "Likes {what}", "what: her sourdough sliced thick").with_values(what=likes)
    if dislikes := _all(moment, InterestKind.DISLIKES):
        yield translate("card", "Does not like {what}", "what: raisins").with_values(what=dislikes)


def _all(moment: Moment, kind: InterestKind) -> Phrase | None:
    words = [i.text for i in moment.memory.interests if i.kind is kind]
    heads_the_line = kind is InterestKind.INTEREST
    return listed(opening(text) if heads_the_line and text is words[0] else verbatim(text) for text in words)

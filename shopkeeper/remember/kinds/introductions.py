"""Who would be glad to meet? Two people who share something, and who of them has said yes."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import call
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency


def introductions(moment: Moment) -> Iterator[Reminder]:
    """Those not made yet to which nobody has said no and somebody has said yes."""
    for one in moment.memory.introductions:
        is_mine = one.person_uid == moment.me
        other = moment.around.person(one.other_uid if is_mine else one.person_uid)
        agrees = (one.person_agrees, one.other_agrees)
        if other is None or one.introduced_on or False in agrees or not any(agrees):
            continue
        mine, theirs = agrees if is_mine else agrees[::-1]
        yield _reminder(moment, one, other, bool(mine), bool(theirs))


def _reminder(moment: Moment, one: Introduction, other: Person, mine: bool, theirs: bool) -> Reminder:
    title = translate("card", "Introduce to {name}: {about}", "two customers who share something")
    return Reminder(
        slot=Slot.CARES_ABOUT,
        mark=Mark.HEART,
        title=title.with_values(name=str(other.name), about=one.about),
        details=(_who_said_yes(moment.memory.person, other, mine, theirs),),
        urgency=Urgency.USUAL if mine and theirs else Urgency.LATER,
        about=(one.uid,),
    )


def _who_said_yes(me: Person, other: Person, mine: bool, theirs: bool) -> Phrase:
    if mine and theirs:
        return translate("card", "both have said yes", "to an introduction")
    yes, ask = (me, other) if mine else (other, me)
    said = translate(
        "card", "{yes} has said yes, ask {other}", "to an introduction: one agreed, the other is not asked"
    )
    return said.with_values(yes=call(yes), other=call(ask))

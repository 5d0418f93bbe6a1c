"""Who is this? Their whole name, what to call them, how to say it, and what tells them from others of the name."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency
from shopkeeper.remember.tells import distinguishing


def who(moment: Moment) -> Iterator[Reminder]:
    """The head of the card."""
    person = moment.memory.person
    name = str(person.name) or person.call_them
    yield Reminder(
        slot=Slot.WHO,
        mark=Mark.NOTE,
        title=verbatim(name) if name else translate("card", "No name yet", "the head of a card without a name"),
        details=tuple(_details(moment)),
        urgency=Urgency.FIRST,
        about=(person.uid,),
    )


def _details(moment: Moment) -> Iterator[Phrase]:
    person = moment.memory.person
    if person.call_them and person.call_them != str(person.name):
        yield translate("card", "Say “{name}”", "what to call someone").with_values(name=person.call_them)
    if person.say_it:
        yield verbatim(person.say_it)
    if person.pronouns:
        yield verbatim(person.pronouns)
    if tell := distinguishing(moment.memory, moment.around):
        yield verbatim(tell)
    if here := _here_since(moment):
        yield here


def _here_since(moment: Moment) -> Phrase | None:
    since = moment.memory.person.here_since
    if since is None or moment.memory.has_died:
        return None
    if since.year:
        return translate("card", "here since {year}", "since when someone has been coming in").with_values(
            year=str(since.year)
        )
    words = when.said(since)
    return words and translate("card", "here since {year}", "since when someone has been coming in").with_values(
        year=words
    )

"""What did we say we would do? Owed promises stand first, the one that is due soonest before the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.promise import Promise, PromiseStatus
from shopkeeper.remember import when
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency


def promises(moment: Moment) -> Iterator[Reminder]:
    """Every promise that we still owe."""
    for promise in moment.memory.promises:
        if promise.status is PromiseStatus.OWED:
            due = when.latest(promise.by) if promise.by else None
            yield Reminder(
                slot=Slot.KINDNESS,
                mark=Mark.PROMISE,
                title=_title(promise, due, moment.today),
                details=tuple(_details(promise, due, moment.today)),
                urgency=Urgency.FIRST,
                order=(0, due.toordinal() if due else date.max.toordinal()),
                about=(promise.uid,),
                offers=(Offer.KEPT, Offer.LATER, Offer.RELEASED),
            )


def _title(promise: Promise, due: date | None, today: date) -> Phrase:
    whole = promise.by.whole() if promise.by else None
    if whole and whole >= today:
        by = translate("card", "We promised: {what}, {by}", "what: the rye recipe; by: by Friday")
        return by.with_values(what=promise.text, by=when.by(whole, today))
    return translate("card", "We promised: {what}", "what: the rye recipe").with_values(what=promise.text)


def _details(promise: Promise, due: date | None, today: date) -> Iterator[Phrase]:
    whole = promise.by.whole() if promise.by else None
    if whole and whole < today:
        late = translate("card", "it was for {when}", "a promise past its day; when: yesterday, 9 days ago")
        yield late.with_values(when=when.ago(whole, today))
    elif promise.by and not whole and (by := when.was(promise.by, today)):
        yield translate("card", "for {when}", "by when a promise is owed: in May").with_values(when=by)
    if promise.made_by and promise.made_on:
        made = translate("card", "{staff} said so {when}", "who promised it, and how long ago")
        yield made.with_values(staff=promise.made_by, when=when.ago(promise.made_on, today))
    elif promise.made_on:
        yield translate("card", "said {when}", "how long ago we promised it").with_values(
            when=when.ago(promise.made_on, today)
        )

"""Deeds: what is done about a line with one key. Each is one act with a name of its own, and is undone as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Final, Unpack

from shopkeeper.domain.change import Change, edited
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.promise import Promise, PromiseStatus
from shopkeeper.domain.record import Uid
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.wanted import Wanted
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.when import latest
from shopkeeper.search.fold import fold
from shopkeeper.usecases.asking import ASK_LATER, ASKING_DEEDS
from shopkeeper.usecases.deed import STALE, Deed, Desk, Do, How
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done

_NO_DEED: Final = translate("Deeds", "That cannot be done about this line.")
# A promise that takes longer is put off by so much, where nobody says until when.
_KEEP_BY: Final = timedelta(days=7)


def do(shop: Shop, offer: Offer, about: Sequence[Uid], person_uid: Uid, **how: Unpack[How]) -> Done:
    """Do what a line offers: `about` is what the line was made from, `person_uid` is whose card it is on.

    Refused when the line is older than the book: what is settled, or was done today, is not done twice.
    """
    desk = Desk(shop, offer, tuple(about), person_uid, how)
    changes, name = _deed_for(desk)(desk)
    if not changes:
        raise Refused(STALE)
    return one_act(shop, name, changes, person_uid)


def _deed_for(desk: Desk) -> Do:
    if desk.offer is Offer.LATER:
        records = map(desk.shop.store.record, desk.about)
        return _PROMISE_LATER if any(isinstance(record, Promise) for record in records) else ASK_LATER
    deed = _DEEDS.get(desk.offer)
    if deed is None:
        raise Refused(_NO_DEED, Why.ASKED_WRONGLY)
    return deed


# Kindness and promises


def _is_owed(promise: Promise) -> bool:
    return promise.status is PromiseStatus.OWED


def _put_off(desk: Desk, promise: Promise) -> Promise:
    due = latest(promise.by) if promise.by else None
    later = max(desk.today, due or desk.today) + _KEEP_BY
    ready = desk.shop.calendar.last_open_day(later)
    if ready is None or ready <= desk.today:
        ready = later
    return replace(promise, by=desk.how.get("by", PartialDate.of(ready)))


def _settled(status: PromiseStatus, name: Phrase) -> Deed[Promise]:
    return Deed(
        kind=Promise,
        stands=_is_owed,
        after=lambda desk, promise: replace(promise, status=status, closed_on=desk.today),
        name=lambda desk, promise: name.with_values(name=desk.name(promise.person_uid), what=promise.text),
    )


_PROMISE_LATER: Final = Deed(
    kind=Promise,
    stands=_is_owed,
    after=_put_off,
    name=lambda desk, promise: translate(
        "Deeds", "put off our promise to {name}: {what}", "name of an act"
    ).with_values(name=desk.name(promise.person_uid), what=promise.text),
)
_THANKED: Final = Deed(
    kind=Kindness,
    stands=lambda kindness: kindness.thanks_owed and kindness.thanked_on is None,
    after=lambda desk, kindness: replace(kindness, thanked_on=desk.today),
    name=lambda desk, kindness: translate("Deeds", "said thank you to {name}: {what}", "name of an act").with_values(
        name=desk.name(kindness.person_uid), what=kindness.text
    ),
)


# Between people, and between neighbours


def _declined(desk: Desk, one: Introduction) -> Introduction:
    if one.person_uid == desk.person_uid:
        return replace(one, person_agrees=False)
    return replace(one, other_agrees=False)


def _about_introduction(
    stands: Callable[[Introduction], bool],
    after: Callable[[Desk, Introduction], Introduction],
    name: Phrase,
) -> Deed[Introduction]:
    def named(desk: Desk, one: Introduction) -> Phrase:
        other = one.other_uid if one.person_uid == desk.person_uid else one.person_uid
        return name.with_values(name=desk.name(desk.person_uid), other=desk.name(other))

    def both_agree(one: Introduction) -> bool:
        return bool(one.person_agrees and one.other_agrees) and one.met_on is None and stands(one)

    return Deed(kind=Introduction, stands=both_agree, after=after, name=named)


def _heard_of(found: bool, name: Phrase) -> Deed[Referral]:
    return Deed(
        kind=Referral,
        stands=lambda referral: referral.found is None,
        after=lambda desk, referral: replace(
            referral, found=found, outcome=desk.how.get("words", "") or referral.outcome
        ),
        name=lambda desk, referral: name.with_values(
            name=desk.name(referral.person_uid), what=referral.sought, where=referral.sent_to
        ),
    )


def _others_waiting(desk: Desk, wanted: Wanted) -> Iterable[Change]:
    """What has come in for one has come in for everybody who asked for it in the same words."""
    for other in desk.shop.store.waiting():
        if other.uid != wanted.uid and fold(other.text) == fold(wanted.text):
            yield from edited(other, replace(other, arrived_on=desk.today))


_ARRIVED: Final = Deed(
    kind=Wanted,
    stands=lambda wanted: wanted.arrived_on is None and wanted.told_on is None,
    after=lambda desk, wanted: replace(wanted, arrived_on=desk.today),
    name=lambda desk, wanted: translate("Deeds", "{what} has come in for {name}", "name of an act").with_values(
        name=desk.name(wanted.person_uid), what=wanted.text
    ),
    beside=_others_waiting,
)
_TOLD_THEM: Final = Deed(
    kind=Wanted,
    stands=lambda wanted: wanted.arrived_on is not None and wanted.told_on is None,
    after=lambda desk, wanted: replace(wanted, told_on=desk.today),
    name=lambda desk, wanted: translate("Deeds", "told {name} that it is here: {what}", "name of an act").with_values(
        name=desk.name(wanted.person_uid), what=wanted.text
    ),
)


_DEEDS: Final[Mapping[Offer, Do]] = MappingProxyType(
    {
        **ASKING_DEEDS,
        Offer.THANKED: _THANKED,
        Offer.KEPT: _settled(
            PromiseStatus.KEPT, translate("Deeds", "kept our promise to {name}: {what}", "name of an act")
        ),
        Offer.RELEASED: _settled(
            PromiseStatus.RELEASED, translate("Deeds", "{name} needs no longer: {what}", "name of an act; a promise")
        ),
        Offer.INTRODUCE: _about_introduction(
            lambda one: one.introduced_on is None,
            lambda desk, one: replace(one, introduced_on=desk.today),
            translate("Deeds", "introduced {name} to {other}", "name of an act"),
        ),
        Offer.MET: _about_introduction(
            lambda one: one.introduced_on is not None,
            lambda desk, one: replace(one, met_on=desk.today, outcome=desk.how.get("words", "") or one.outcome),
            translate("Deeds", "{name} and {other} have met", "name of an act"),
        ),
        Offer.DECLINED: _about_introduction(
            lambda one: True,
            _declined,
            translate("Deeds", "{name} would rather not be introduced to {other}", "name of an act"),
        ),
        Offer.FOUND: _heard_of(True, translate("Deeds", "{name} found {what} at {where}", "name of an act")),
        Offer.NOT_FOUND: _heard_of(
            False, translate("Deeds", "{name} did not find {what} at {where}", "name of an act")
        ),
        Offer.ARRIVED: _ARRIVED,
        Offer.TOLD_THEM: _TOLD_THEM,
    }
)

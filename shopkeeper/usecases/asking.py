"""Deeds of asking: how somebody is, whether an allergy still holds, whether somebody agrees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus, Asked, Category
from shopkeeper.domain.change import Change, edited, made
from shopkeeper.domain.concern import Concern, Outcome
from shopkeeper.domain.consent import Consent, Purpose
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Owned, Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.remember.agreement import covered_by, not_agreed, purpose_of
from shopkeeper.remember.offer import LEADS_TO, Offer
from shopkeeper.usecases.deed import STALE, Deed, Desk, Do, Doing
from shopkeeper.usecases.refused import Refused

# What was no good moment to ask is asked another day.
_ASK_AGAIN: Final = timedelta(days=1)

# What we ask after


def _is_open(concern: Concern) -> bool:
    return concern.closed_on is None


def _asked(desk: Desk, concern: Concern) -> Concern:
    outcome = _OUTCOMES.get(desk.offer, concern.outcome)
    closed = desk.today if outcome is Outcome.PASSED_ON else concern.closed_on
    return replace(concern, asked_on=desk.today, asked_by=desk.shop.by, outcome=outcome, closed_on=closed)


def _who(desk: Desk, concern: Concern) -> str:
    return concern.who or desk.name(concern.who_uid or concern.person_uid)


def _asked_name(desk: Desk, concern: Concern) -> Phrase:
    return _ASKED_NAMES[desk.offer].with_values(who=_who(desk, concern))


def _has_died(desk: Desk, concern: Concern) -> Iterable[Change]:
    """Whoever has died is marked so everywhere at once: a wish next week would hurt."""
    uid = concern.who_uid or ("" if concern.who else concern.person_uid)
    if desk.offer is Offer.PASSED_ON and uid and not desk.shop.store.memory_of(uid).has_died:
        told_by = desk.how.get("told_by", "")
        yield made(Loss(uid=new_uid(), person_uid=uid, on=PartialDate(), told_on=desk.today, told_by=told_by))


_OUTCOMES: Final = MappingProxyType(
    {
        Offer.BETTER: Outcome.BETTER,
        Offer.SAME: Outcome.SAME,
        Offer.WORSE: Outcome.WORSE,
        Offer.PASSED_ON: Outcome.PASSED_ON,
    }
)
_ASKED_HOW: Final = translate("Deeds", "asked how {who} is", "name of an act")
_ASKED_NAMES: Final = MappingProxyType(
    {
        Offer.ASKED: _ASKED_HOW,
        Offer.ASKED_THEM: _ASKED_HOW,
        Offer.BETTER: translate("Deeds", "asked how {who} is: better", "name of an act"),
        Offer.SAME: translate("Deeds", "asked how {who} is: the same", "name of an act"),
        Offer.WORSE: translate("Deeds", "asked how {who} is: worse", "name of an act"),
        Offer.PASSED_ON: translate("Deeds", "heard that {who} has died", "name of an act"),
    }
)
_ASKING: Final = Deed(kind=Concern, stands=_is_open, after=_asked, name=_asked_name, beside=_has_died)
ASK_LATER: Final = Deed(
    kind=Concern,
    stands=_is_open,
    after=lambda desk, concern: replace(concern, ask_from=desk.how.get("on", desk.today + _ASK_AGAIN)),
    name=lambda desk, concern: translate("Deeds", "put off asking how {who} is", "name of an act").with_values(
        who=_who(desk, concern)
    ),
)
_CLOSE: Final = Deed(
    kind=Concern,
    stands=_is_open,
    after=lambda desk, concern: replace(concern, closed_on=desk.today),
    name=lambda desk, concern: translate("Deeds", "no need to ask how {who} is", "name of an act").with_values(
        who=_who(desk, concern)
    ),
)


# Safety


def _still_so(desk: Desk, allergy: AllergyIntolerance) -> AllergyIntolerance:
    # Who told us today needs nobody to say today that it is still so.
    return allergy if allergy.answered_on == desk.today else replace(allergy, checked_on=desk.today)


def _about_allergy(
    after: Callable[[Desk, AllergyIntolerance], AllergyIntolerance], name: Phrase
) -> Deed[AllergyIntolerance]:
    return Deed(
        kind=AllergyIntolerance,
        stands=lambda allergy: allergy.status is AllergyStatus.CURRENT,
        after=after,
        name=lambda desk, allergy: name.with_values(name=desk.name(allergy.person_uid), what=allergy.substance),
    )


def _no_longer(status: AllergyStatus, name: Phrase) -> Deed[AllergyIntolerance]:
    return _about_allergy(
        lambda desk, allergy: replace(
            allergy, status=status, status_on=desk.today, status_by=desk.how.get("told_by", "")
        ),
        name,
    )


def _told_of_none(category: Category, name: Phrase) -> Do:
    def deed(desk: Desk) -> Doing:
        memory = desk.shop.store.memory_of(desk.person_uid)
        told_of_one = any(a.category is category and a.status is AllergyStatus.CURRENT for a in memory.allergies)
        if told_of_one or any(a.category is category and a.asked_on == desk.today for a in memory.asked):
            raise Refused(STALE)
        asked = Asked(
            uid=new_uid(),
            person_uid=desk.person_uid,
            category=category,
            asked_on=desk.today,
            told_by=desk.how.get("told_by", ""),
            recorded_by=desk.shop.by,
        )
        asked = replace(asked, consent_uid=covered_by(memory, asked))
        return (made(asked),), name.with_values(name=desk.name(desk.person_uid))

    return deed


# Privacy


def _agreed(desk: Desk) -> Doing:
    """One agreement for one purpose, which covers every fact of theirs that waited for it."""
    records = [record for record in map(desk.shop.store.record, desk.about) if record is not None]
    purpose = desk.how.get("purpose") or next(filter(None, map(purpose_of, records)), None)
    if purpose is None:
        raise Refused(STALE)
    owner = next((r.person_uid for r in records if isinstance(r, Owned)), desk.person_uid)
    memory = desk.shop.store.memory_of(owner)
    facts = not_agreed(memory, purpose, desk.today)
    if not facts:
        raise Refused(STALE)
    consent = Consent(
        uid=new_uid(),
        person_uid=owner,
        purpose=purpose,
        agreed_on=desk.today,
        given_by=desk.how.get("given_by", ""),
        recorded_by=desk.shop.by,
    )
    covered = [change for fact in facts for change in _covered(fact, consent.uid)]
    return (made(consent), *covered), _AGREED_NAMES[purpose].with_values(name=desk.name(owner))


def _covered(fact: Any, consent_uid: Uid) -> tuple[Change, ...]:
    return edited(fact, replace(fact, consent_uid=consent_uid)) if hasattr(fact, "consent_uid") else ()


_AGREED_NAMES: Final = MappingProxyType(
    {
        Purpose.HEALTH: translate("Deeds", "{name} agreed: we may write down what concerns health", "name of an act"),
        Purpose.FAMILY: translate("Deeds", "{name} agreed: we may write down who is family", "name of an act"),
        Purpose.CONTACT: translate("Deeds", "{name} agreed: we may write down address and number", "name of an act"),
    }
)

ASKING_DEEDS: Final[Mapping[Offer, Do]] = MappingProxyType(
    {
        Offer.ASKED: _ASKING,
        Offer.ASKED_THEM: _ASKING,
        **dict.fromkeys(LEADS_TO[Offer.ASKED], _ASKING),
        Offer.CLOSE: _CLOSE,
        Offer.STILL_SO: _about_allergy(
            _still_so, translate("Deeds", "asked {name} again, still so: {what}", "name of an act; an allergy")
        ),
        Offer.OUTGROWN: _no_longer(
            AllergyStatus.OUTGROWN, translate("Deeds", "{name} has outgrown {what}", "name of an act; an allergy")
        ),
        Offer.WAS_A_MISTAKE: _no_longer(
            AllergyStatus.WAS_A_MISTAKE,
            translate("Deeds", "noted by mistake for {name}: {what}", "name of an act; an allergy"),
        ),
        Offer.ASKED_NONE_FOOD: _told_of_none(
            Category.FOOD, translate("Deeds", "asked {name} about food, told us of none", "name of an act")
        ),
        Offer.ASKED_NONE_MEDICINE: _told_of_none(
            Category.MEDICINE, translate("Deeds", "asked {name} about medicine, told us of none", "name of an act")
        ),
        Offer.AGREED: _agreed,
    }
)

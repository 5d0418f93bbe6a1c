"""Random families for the laws: people with names of their own, and all that can be kept of them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

from hypothesis import strategies as st

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyKind, AllergyStatus, Asked, Category, Severity
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern, Outcome
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Standing
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion, Recurs
from shopkeeper.domain.partial_date import LeapDay, PartialDate
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.promise import Promise, PromiseStatus
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.domain.visit import Visit
from shopkeeper.domain.wanted import Wanted
from shopkeeper.knowledge.kinship import KINDS
from tests.remember.gather import KNOWLEDGE
from tests.remember.someone import Street

NAMES: Final = ("Adaq", "Benq", "Calq", "Dorq", "Eviq")
# Half of all that happens, happens around one week, or a law would seldom meet what it is about.
NOW: Final = st.datetimes(datetime(2026, 2, 20), datetime(2026, 3, 10)) | st.datetimes(
    datetime(2024, 1, 1), datetime(2030, 12, 31)
)
SHOPS: Final = st.builds(ShopCalendar, closed_weekdays=st.frozensets(st.integers(0, 6), max_size=7))
DAYS: Final = st.dates(date(2026, 2, 1), date(2026, 3, 20)) | st.dates(date(2021, 1, 1), date(2030, 12, 31))
WORDS: Final = st.sampled_from(
    ["nuts", "sesame, v.a. {roasted}", "ryé", "a\u200bb", " ".join(["the long way round"] * 4)]
)
MAYBE_DAY: Final = st.none() | DAYS


@st.composite
def _told_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(DAYS)
    year, month, of_month = draw(st.sampled_from([(1, 1, 1), (0, 1, 1), (1, 1, 0), (0, 1, 0), (1, 0, 0), (0, 0, 0)]))
    return PartialDate(
        year=day.year if year else None,
        month=day.month if month else None,
        day=min(day.day, 28) if of_month else None,
        said=draw(st.sampled_from(["", "some time"])),
    )


DATES: Final = _told_dates()
_SOMETHING: Final[dict[type[Any], dict[str, st.SearchStrategy[Any]]]] = {
    AllergyIntolerance: {
        "category": st.sampled_from(Category), "substance": WORDS, "kind": st.sampled_from(AllergyKind),
        "severity": st.sampled_from(Severity), "status": st.sampled_from(AllergyStatus), "told_on": MAYBE_DAY,
        "carries_pen": st.sampled_from([None, True, False]), "traces_matter": st.sampled_from([None, True, False]),
        "checked_on": MAYBE_DAY, "status_on": MAYBE_DAY, "last_reaction": st.none() | DATES,
        "told_by": st.sampled_from(["", "a nurse"]),
    },
    Asked: {"category": st.sampled_from(Category), "asked_on": DAYS},
    Diet: {"kind": st.sampled_from(DietKind), "text": WORDS},
    Occasion: {
        "kind": st.sampled_from([*KNOWLEDGE.occasions.kinds, "unheard-of"]), "on": DATES,
        "recurs": st.sampled_from(Recurs), "lead_days": st.none() | st.integers(0, 40),
        "leap_day": st.sampled_from(LeapDay), "age_told": st.none() | st.integers(0, 90), "age_told_on": MAYBE_DAY,
        "age_may_be_said": st.booleans(), "label": st.sampled_from(["", "judo"]),
    },
    Kindness: {
        "direction": st.sampled_from(Direction), "text": WORDS, "on": DATES, "thanks_owed": st.booleans(),
        "thanked_on": MAYBE_DAY,
    },
    Promise: {
        "text": WORDS, "by": st.none() | DATES, "made_on": MAYBE_DAY, "status": st.sampled_from(PromiseStatus),
    },
    Concern: {
        "what": WORDS, "since": DATES, "grave": st.booleans(), "outcome": st.none() | st.sampled_from(Outcome),
        "asked_on": MAYBE_DAY, "asked_by": st.sampled_from(["", "MK"]), "closed_on": MAYBE_DAY, "ask_from": MAYBE_DAY,
    },
    Interest: {"kind": st.sampled_from(InterestKind), "text": WORDS},
    Referral: {"sought": WORDS, "sent_to": WORDS, "on": MAYBE_DAY, "found": st.sampled_from([None, True])},
    Wanted: {"text": WORDS, "since": MAYBE_DAY, "arrived_on": MAYBE_DAY, "told_on": MAYBE_DAY},
    DontMention: {"text": WORDS},
    Note: {"text": WORDS, "private": st.booleans(), "written_on": MAYBE_DAY},
    Visit: {"at": st.datetimes(datetime(2023, 1, 1), datetime(2030, 1, 1)), "seen_by": st.sampled_from(["", "MK"])},
}  # fmt: skip

# Written down most often, as in any shop.
_OFTEN: Final = (AllergyIntolerance, Occasion, Concern)
_KINDS: Final = [*_SOMETHING, *_OFTEN, *_OFTEN]


@st.composite
def families(draw: st.DrawFn) -> Street:
    """Up to five people, some of whom have died, related and parted at random, with a few things kept of each."""
    street = Street()
    people = [street.person(name) for name in NAMES[: draw(st.integers(1, len(NAMES)))]]
    uids = st.sampled_from([p.uid for p in people])
    if draw(st.booleans()):
        street.home(*draw(st.lists(st.sampled_from(people), unique_by=lambda p: p.uid, min_size=1)), name="Q")
    for n, person in enumerate(people):
        for other in people[n + 1 :]:
            if draw(st.booleans()):
                kind, standing = draw(st.sampled_from(sorted(KINDS))), draw(st.sampled_from(Standing))
                street.related(person, kind, other, standing=standing, words=draw(st.sampled_from(["", "kinq"])))
    for record_type in draw(st.lists(st.sampled_from(_KINDS), max_size=14)):
        values = {name: draw(value) for name, value in _SOMETHING[record_type].items()}
        owner = draw(uids)
        if record_type is Occasion and draw(st.booleans()):
            values["with_uid"] = draw(st.sampled_from([p.uid for p in people if p.uid != owner] or [""]))
        if record_type is Concern and draw(st.booleans()):
            values["who_uid"] = draw(uids)
        street.keep(record_type, person_uid=owner, **values)
    if len(people) > 1 and draw(st.booleans()):
        one, two = draw(st.permutations(people))[:2]
        agree = {"person_agrees": draw(st.booleans()), "other_agrees": draw(st.booleans())}
        when = {"introduced_on": draw(MAYBE_DAY), "met_on": draw(MAYBE_DAY)}
        street.keep(Introduction, person_uid=one.uid, other_uid=two.uid, about="bees", **agree, **when)
        street.keep(Collects, person_uid=one.uid, for_uid=two.uid, medicine=draw(st.booleans()))
    if draw(st.booleans()):
        street.keep(Pet, owner_uid=draw(uids), name="Biscuit", species="beagle")
    for person in draw(st.lists(st.sampled_from(people), unique_by=lambda p: p.uid, max_size=2)):
        told_on = draw(DAYS)
        street.keep(Loss, person_uid=person.uid, on=draw(st.just(PartialDate()) | DATES), told_on=told_on)
    for person in draw(st.lists(st.sampled_from(people), max_size=1)):
        street.opted_out(person)
    return street

"""Who is at home? The people and the animals who live under one roof, in one line."""

from __future__ import annotations

from collections.abc import Iterator

from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.memory import Near
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember import when
from shopkeeper.remember.agreement import not_agreed
from shopkeeper.remember.falling import GROWN_UP, Age, age_on, day_around
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import call, dotted, kin_word, speak_of
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot


def household(moment: Moment) -> Iterator[Reminder]:
    """ "Duarte household: Ana · Leo (7) · Rosa (grandmother) · Frank † 2023"; nothing for one who lives alone."""
    near = [n for n in moment.around.near if n.same_household]
    members = [*(_member(moment, n) for n in sorted(near, key=lambda n: n.has_died)), *map(_pet, moment.memory.pets)]
    if not members:
        return
    me = verbatim(call(moment.memory.person))
    people = dotted([me, *members]) or me
    names = {h.name for h in moment.memory.households if h.name}
    if len(names) == 1:
        title = translate("card", "{family} household: {people}", "family: Duarte; people: Ana · Leo (7)")
        title = title.with_values(family=names.pop(), people=people)
    else:
        title = translate("card", "At home: {people}", "people: Ana · Leo (7)").with_values(people=people)
    waits = not_agreed(moment.memory, Purpose.FAMILY, moment.today)
    yield Reminder(
        slot=Slot.HERE,
        mark=Mark.HOUSE,
        title=title,
        order=(1,),
        about=tuple(h.uid for h in moment.memory.households) or (moment.me,),
        offers=(Offer.AGREED,) if waits else (),
    )


def _member(moment: Moment, near: Near) -> Phrase:
    name = speak_of(near.person)
    if near.has_died:
        year = next((loss.on.year for loss in near.losses if loss.on.year), None)
        if year is None:
            return translate("card", "{name} †", "someone who has died").with_values(name=name)
        return translate("card", "{name} † {year}", "someone who has died").with_values(name=name, year=str(year))
    beside = _childs_age(moment, near) or kin_word(near, moment.knowledge.kinship)
    if beside is None:
        return verbatim(name)
    return translate("card", "{name} ({beside})", "Leo (7), Rosa (grandmother)").with_values(name=name, beside=beside)


def _childs_age(moment: Moment, near: Near) -> Phrase | None:
    """How old a child is, and within a week of it how old it turns; nobody who is grown up has an age here."""
    for occasion in near.occasions:
        if occasion.kind != "birthday":
            continue
        age = age_on(occasion, moment.today)
        if age is None or not 0 <= age.years < GROWN_UP:
            continue
        day = day_around(occasion, moment.today)
        if day is not None and 0 < (day - moment.today).days < 7 and not age.about:
            turns = translate("card", "{age} {when}", "an age that is near: 8 on Friday")
            return turns.with_values(age=age.years + 1, when=when.in_days(day, moment.today))
        return _age(age)
    return None


def _age(age: Age) -> Phrase:
    if age.about:
        return translate("card", "about {age}", "an age counted on from one that was told").with_values(age=age.years)
    if age.years == 0:
        return translate("card", "baby", "a child in its first year")
    return verbatim(str(age.years))


def _pet(pet: Pet) -> Phrase:
    if not pet.species:
        return verbatim(pet.name)
    return translate("card", "{name} ({beside})", "Leo (7), Rosa (grandmother)").with_values(
        name=pet.name, beside=pet.species
    )

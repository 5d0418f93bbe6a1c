"""What must never be forgotten? Allergies and intolerances come first, always, all of them.

Nothing here may be shortened, grouped or hidden behind a click: a line saved on the card is not worth a reaction.
There is no function that takes a food or a medicine and gives a verdict; these are notes, as they were told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyKind, AllergyStatus, Asked, Category, Severity
from shopkeeper.domain.memory import Near
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember import when
from shopkeeper.remember.agreement import and_agreed
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.names import kin_word, speak_of, whose
from shopkeeper.remember.offer import Offer
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency

# After so many months an answer asks to be asked again; it never expires.
AGES_AFTER: Final = 12

_WORST: Final = tuple(Severity)
_TOLD_OF_NONE: Final = {Category.FOOD: Offer.ASKED_NONE_FOOD, Category.MEDICINE: Offer.ASKED_NONE_MEDICINE}
# Within one urgency: their own first, then the family's food, then what they pick up for others.
_OWN, _HOUSEHOLD, _COLLECTED = range(3)


def allergies(moment: Moment) -> Iterator[Reminder]:
    """Slot 2: what was told, worst first; then what was not; then what no longer holds, struck through."""
    own = moment.memory.allergies
    yield from told(moment)
    if not moment.memory.is_not_to_be_remembered:
        yield from _not_told(moment, Category.FOOD)
        yield from _not_told(moment, Category.MEDICINE)
    yield from (_struck(a, moment.today) for a in own if a.status is not AllergyStatus.CURRENT)


def told(moment: Moment) -> Iterator[Reminder]:
    """All that holds now: their own, the food allergies of their household, the medicines of those they collect for."""
    for allergy in _current(moment.memory.allergies):
        yield _line(moment, allergy, _own_title(allergy), _OWN)
    for near in moment.around.near:
        if near.same_household:
            for allergy in _current(near.allergies):
                if allergy.category is Category.FOOD:
                    yield _line(moment, allergy, _household_title(moment, near, allergy), _HOUSEHOLD)
    for near in moment.around.collected_for:
        if any(c.for_uid == near.person.uid and c.medicine for c in moment.memory.collects):
            for allergy in _current(near.allergies):
                if allergy.category is Category.MEDICINE:
                    yield _line(moment, allergy, _collected_title(near, allergy), _COLLECTED)


def _current(allergies: Iterable[AllergyIntolerance]) -> Iterator[AllergyIntolerance]:
    return (a for a in allergies if a.status is AllergyStatus.CURRENT)


def _line(moment: Moment, allergy: AllergyIntolerance, title: Phrase, whose: int) -> Reminder:
    ask = not moment.memory.has_died
    offers = and_agreed((Offer.STILL_SO, Offer.CHANGED, Offer.GONE), moment.memory, allergy)
    return Reminder(
        slot=Slot.SAFETY,
        mark=Mark.ALLERGY,
        title=title,
        details=tuple(_details(allergy, moment.today, ask=ask)),
        urgency=Urgency.FIRST,
        order=(whose, *_rank(allergy)),
        about=(allergy.uid,),
        strong=verbatim(allergy.substance),
        offers=offers if ask else (),
    )


def _rank(allergy: AllergyIntolerance) -> tuple[int, int]:
    """Worst first. Who carries a pen was told that it is life-threatening, even where the word was not said."""
    told_worst = _WORST.index(Severity.LIFE_THREATENING if allergy.carries_pen else allergy.severity)
    return (told_worst, 0 if allergy.kind is AllergyKind.ALLERGY else 1)


def _own_title(allergy: AllergyIntolerance) -> Phrase:
    if allergy.kind is AllergyKind.INTOLERANCE:
        title = translate("card", "Intolerance: {what}", "what: milk, in the person's own words")
    else:
        title = translate("card", "Allergic to {what}", "what: penicillin, in the person's own words")
    return title.with_values(what=allergy.substance)


def _household_title(moment: Moment, near: Near, allergy: AllergyIntolerance) -> Phrase:
    kin = kin_word(near, moment.knowledge.kinship)
    intolerance = allergy.kind is AllergyKind.INTOLERANCE
    if kin is None and intolerance:
        title = translate("card", "{name}, same household, intolerance: {what}", "someone they live with")
    elif kin is None:
        title = translate("card", "{name}, same household: {what}", "an allergy of someone they live with")
    elif intolerance:
        title = translate("card", "{name}, {kin}, intolerance: {what}", "kin: her son, in the shop's words")
    else:
        title = translate("card", "{name}, {kin}: {what}", "an allergy in the family; kin: her son")
    title = title.with_values(name=speak_of(near.person), what=allergy.substance)
    return title.with_values(kin=whose(moment.memory.person, kin)) if kin else title


def _collected_title(near: Near, allergy: AllergyIntolerance) -> Phrase:
    if allergy.kind is AllergyKind.INTOLERANCE:
        title = translate("card", "Collects for {name}, intolerance: {what}", "a medicine of someone they collect for")
    else:
        title = translate("card", "Collects for {name}, allergic to {what}", "a medicine of someone they collect for")
    return title.with_values(name=str(near.person.name), what=allergy.substance)


def _details(allergy: AllergyIntolerance, today: date, *, ask: bool) -> Iterator[Phrase]:
    match allergy.severity:
        case Severity.LIFE_THREATENING:
            yield translate("card", "life-threatening", "how bad an allergy is, as told")
        case Severity.SERIOUS:
            yield translate("card", "serious", "how bad an allergy is, as told")
        case Severity.MILD:
            yield translate("card", "mild", "how bad an allergy is, as told")
        case Severity.NOT_SAID:
            pass
    if allergy.reaction:
        yield verbatim(allergy.reaction)
    if allergy.carries_pen:
        yield translate("card", "carries a pen", "an adrenaline pen")
    if allergy.traces_matter is not None:
        yield (
            translate("card", "traces matter", "even traces of it")
            if allergy.traces_matter
            else translate("card", "says traces do not matter", "as told by the person")
        )
    if allergy.last_reaction and (last := when.was(allergy.last_reaction, today)):
        yield translate("card", "last time {when}", "the last reaction; when: in May, 2 years ago").with_values(
            when=last
        )
    if allergy.note:
        yield verbatim(allergy.note)
    yield _told_by(allergy, today, ask=ask)


def _told_by(allergy: AllergyIntolerance, today: date, *, ask: bool) -> Phrase:
    """Who said so and how long ago; an old answer asks to be asked again."""
    teller = _teller(allergy, today)
    newest = allergy.answered_on
    if newest is None or newest != allergy.told_on:
        checked = _still_so(allergy, today)
        teller = checked.with_values(teller=teller) if checked else teller
    if ask and (newest is None or when.whole_months(newest, today) >= AGES_AFTER):
        return translate("card", "{told}: ask again?", "told: told by Ana, 14 months ago").with_values(told=teller)
    return teller


def _teller(allergy: AllergyIntolerance, today: date) -> Phrase:
    by, on = allergy.told_by, allergy.told_on
    if by and on:
        told_by = translate("card", "told by {who}, {when}", "who told us, and how long ago")
        return told_by.with_values(who=by, when=when.ago(on, today))
    if on:
        return translate("card", "told us {when}", "they told us themselves").with_values(when=when.ago(on, today))
    if by:
        return translate("card", "told by {who}, the day was not noted", "who told us").with_values(who=by)
    return translate("card", "told us, the day was not noted", "they told us themselves")


def _still_so(allergy: AllergyIntolerance, today: date) -> Phrase | None:
    if allergy.checked_on is None:
        return None
    still = translate("card", "{teller}, still so {when}", "asked again, and it still holds; when: 2 months ago")
    return still.with_values(when=when.ago(allergy.checked_on, today))


def _not_told(moment: Moment, category: Category) -> Iterator[Reminder]:
    """The line for food or for medicine where nothing holds now: told us of none, never asked, or no longer so."""
    known = [a for a in moment.memory.allergies if a.category is category]
    if any(a.status is AllergyStatus.CURRENT for a in known):
        return
    asked = _newest_none(moment.memory.asked, known, category)
    offers = and_agreed((_TOLD_OF_NONE[category], Offer.ADD_ALLERGY), moment.memory, *([asked] if asked else ()))
    details: tuple[Phrase, ...] = ()
    if asked is not None:
        title = _asked_title(category).with_values(when=when.ago(asked.asked_on, moment.today))
        details = tuple(_asked_details(asked, moment))
    elif moment.memory.has_died:
        return  # nobody is left to be asked
    elif known:
        title = _no_longer(category)
    else:
        title = _never_asked(category)
    yield Reminder(
        slot=Slot.SAFETY,
        mark=Mark.ALLERGY,
        title=title,
        details=details,
        urgency=Urgency.USUAL,
        order=(tuple(Category).index(category),),
        about=(asked.uid,) if asked else (moment.me,),
        told=False,
        offers=() if moment.memory.has_died else offers,
    )


def _newest_none(asked: Iterable[Asked], known: Iterable[AllergyIntolerance], category: Category) -> Asked | None:
    """The newest "none", unless an allergy told since then has retired it; one that was a mistake never did."""
    newest = max((a for a in asked if a.category is category), key=_when_asked, default=None)
    outgrown = [a for a in known if a.status is AllergyStatus.OUTGROWN]
    if newest and all(a.told_on is not None and (a.told_on, a.uid) <= _when_asked(newest) for a in outgrown):
        return newest
    return None


def _when_asked(asked: Asked) -> tuple[date, str]:
    """In the order of the days, and of one day in the order in which they were written down: uids keep to it."""
    return asked.asked_on, asked.uid


def _asked_details(asked: Asked, moment: Moment) -> Iterator[Phrase]:
    me = moment.memory.person
    if asked.told_by and asked.told_by not in (me.name.given, me.call_them, str(me.name)):
        yield translate("card", "told by {who}", "who told us").with_values(who=asked.told_by)
    if when.whole_months(asked.asked_on, moment.today) >= AGES_AFTER and not moment.memory.has_died:
        yield translate("card", "ask again?", "an old answer")


def _asked_title(category: Category) -> Phrase:
    if category is Category.FOOD:
        return translate(
            "card", "Food: asked {when}, told us of none", "of no food allergy; when: yesterday, 3 weeks ago"
        )
    return translate("card", "Medicine: asked {when}, told us of none", "of no medicine allergy; when: yesterday")


def _never_asked(category: Category) -> Phrase:
    if category is Category.FOOD:
        return translate("card", "Food: never asked", "nobody has asked about food allergies yet")
    return translate("card", "Medicine: never asked", "nobody has asked about medicine allergies yet")


def _no_longer(category: Category) -> Phrase:
    if category is Category.FOOD:
        return translate(
            "card", "Food: what we were told no longer holds, ask again", "all food allergies are struck out"
        )
    return translate(
        "card", "Medicine: what we were told no longer holds, ask again", "all medicine ones are struck out"
    )


def _struck(allergy: AllergyIntolerance, today: date) -> Reminder:
    """What no longer holds stays to be seen, with who said so and when."""
    reason: Phrase
    if allergy.status is AllergyStatus.OUTGROWN:
        reason = translate("card", "outgrown", "an allergy that no longer holds")
    else:
        reason = translate("card", "was a mistake", "an allergy that was noted by mistake")
    details = [reason]
    if allergy.status_by:
        details.append(translate("card", "told by {who}", "who told us").with_values(who=allergy.status_by))
    if allergy.status_on:
        details.append(when.ago(allergy.status_on, today))
    return Reminder(
        slot=Slot.SAFETY,
        mark=Mark.ALLERGY,
        title=_own_title(allergy),
        details=tuple(details),
        urgency=Urgency.LATER,
        order=_rank(allergy),
        about=(allergy.uid,),
        strong=verbatim(allergy.substance),
        struck=True,
        told=False,
    )

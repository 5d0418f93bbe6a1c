"""What a chip says of itself: a few words, the owner's name first where it is not the line's own person."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from shopkeeper.capture.chip import Chip, ChipKind, PersonField, Whose
from shopkeeper.domain.allergy import AllergyIntolerance, AllergyKind, Asked, Category, Severity
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Adr, Code, Email, Name, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.phrase import Phrase, Value, translate, verbatim
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.wanted import Wanted
from shopkeeper.knowledge.kinship import word_for
from shopkeeper.knowledge.occasions import LABELS

_SEVERITY: Final[Mapping[Severity, Phrase]] = MappingProxyType(
    {
        Severity.LIFE_THREATENING: translate("chip", "life-threatening", "how bad an allergy is, as told"),
        Severity.SERIOUS: translate("chip", "serious", "how bad an allergy is, as told"),
        Severity.MILD: translate("chip", "mild", "how bad an allergy is, as told"),
    }
)
_FIELDS: Final[Mapping[ChipKind, Phrase]] = MappingProxyType(
    {
        ChipKind.CALL: translate("chip", "call them {what}", "what someone wants to be called"),
        ChipKind.SAY_IT: translate("chip", "say {what}", "how a name is said aloud"),
        ChipKind.SINCE: translate("chip", "here since {what}", "since when someone has been coming in"),
    }
)
_INTEREST: Final[Mapping[InterestKind, Phrase]] = MappingProxyType(
    {
        InterestKind.INTEREST: translate("chip", "cares about: {what}", "what: keeps bees"),
        InterestKind.LIKES: translate("chip", "likes {what}", "what: her rye well done"),
        InterestKind.DISLIKES: translate("chip", "does not like {what}", "what: cinnamon"),
        InterestKind.USUAL: translate("chip", "usual: {what}", "what: two poppy rolls"),
    }
)
_ASKED: Final[Mapping[Category, Phrase]] = MappingProxyType(
    {
        Category.FOOD: translate("chip", "asked about food: told us of none", "the answer about allergies"),
        Category.MEDICINE: translate("chip", "asked about medicine: told us of none", "the answer about allergies"),
    }
)
_ASKED_BOTH: Final = translate("chip", "asked about food and medicine: told us of none", "the answer about allergies")


def label_of(chip: Chip) -> Phrase:
    """The words of a chip; of an allergy always with its owner, of all else only when it is about somebody else."""
    said = _said(chip)
    owner = chip.whose.name
    if owner and (chip.kind is ChipKind.ALLERGY or not chip.whose.is_own):
        return translate("chip", "{name}: {what}", "whom a fact is about, and the fact").with_values(
            name=owner, what=said
        )
    return said


def answer_of(whose: Whose) -> Phrase:
    """Somebody whom a chip that asks could be about: Ana; Maria Silva, Elm St; or somebody new."""
    if not whose.name:
        return translate("chip", "somebody new", "who is in no book yet")
    if whose.tell is None:
        return verbatim(whose.name)
    frame = translate("chip", "{name}, {tell}", "somebody in the book, and what tells them from others: Elm St 4")
    return frame.with_values(name=whose.name, tell=whose.tell)


def _said(chip: Chip) -> Phrase:
    what = chip.what
    match what:
        case Name():
            return verbatim(str(what))
        case PersonField():
            frame = _FIELDS.get(chip.kind)
            return frame.with_values(what=chip.said or str(what.value)) if frame else verbatim(str(what.value))
        case Tel() | Email():
            return verbatim(what.value)
        case Adr():
            return verbatim(", ".join(part for part in (what.street, f"{what.code} {what.locality}".strip()) if part))
        case Code():
            return translate("chip", "card {number}", "a loyalty card").with_values(number=what.value)
        case Relationship():
            return _kin(what)
        case Pet():
            return verbatim(", ".join(part for part in (what.name, what.species) if part))
        case AllergyIntolerance():
            return _allergy(what)
        case Asked():
            return _ASKED_BOTH if chip.also else _ASKED[what.category]
        case Diet(kind=DietKind.AVOIDS):
            return translate("chip", "avoids {what}", "what: pork; no allergy").with_values(what=what.text)
        case Diet() | Note() | DontMention():
            return _FRAMES[type(what)].with_values(what=what.text)
        case Interest():
            return _INTEREST[what.kind].with_values(what=what.text)
        case _:
            return _event(chip)


_FRAMES: Final[Mapping[type, Phrase]] = MappingProxyType(
    {
        Diet: translate("chip", "{what}", "what someone keeps to, in their own words"),
        Note: translate("chip", "note: {what}", "words that are kept as they were typed"),
        DontMention: translate("chip", "do not mention: {what}", "what must not be brought up"),
    }
)


def _kin(told: Relationship) -> Phrase:
    word = verbatim(told.words) if told.words else word_for(told.kind)
    if not told.related_name:
        return word
    return translate("chip", "{name}, {kin}", "a relative: Leo, son").with_values(name=told.related_name, kin=word)


def _allergy(told: AllergyIntolerance) -> Phrase:
    parts: list[Phrase] = []
    if told.category is Category.MEDICINE:
        parts.append(translate("chip", "medicine", "an allergy to a medicine, not to food"))
    if told.kind is AllergyKind.INTOLERANCE:
        parts.append(translate("chip", "intolerance", "not an allergy"))
    if told.severity in _SEVERITY:
        parts.append(_SEVERITY[told.severity])
    if told.reaction:
        parts.append(verbatim(told.reaction))
    if told.carries_pen:
        parts.append(translate("chip", "carries a pen", "an adrenaline pen"))
    if told.traces_matter:
        parts.append(translate("chip", "traces matter", "even a trace of it"))
    if told.told_by:
        by = translate("chip", "told by {who}", "who told us of an allergy: her husband")
        parts.append(by.with_values(who=told.told_by))
    said = verbatim(told.substance)
    for part in parts:
        said = translate("chip", "{what}, {more}", "nuts, life-threatening").with_values(what=said, more=part)
    return said


def _event(chip: Chip) -> Phrase:
    what = chip.what
    values: dict[str, Value] = {"when": chip.said}
    match what:
        case Occasion():
            kind = LABELS.get(what.kind) or LABELS["other"]
            values["what"] = verbatim(what.label) if what.label else kind
            said = translate("chip", "{what}", "a day that matters")
        case Concern():
            values["what"] = what.what
            said = translate("chip", "ask after: {what}", "what: flu")
        case Promise():
            values["what"] = what.text
            said = translate("chip", "we promised: {what}", "what: the rye recipe")
        case Kindness():
            values["what"] = what.text
            owed = translate("chip", "from them: {what}, thank-you owed", "a kindness; what: plums")
            said = (
                owed
                if what.thanks_owed
                else (
                    translate("chip", "from us: {what}", "a kindness; what: a bag of doughnuts")
                    if what.direction is Direction.GIVEN
                    else translate("chip", "from them: {what}", "a kindness; what: plums")
                )
            )
        case Wanted():
            values["what"] = what.text
            said = translate("chip", "tell them when we have it: {what}", "what: spelt flour")
        case Referral():
            values |= {"what": what.sought, "where": what.sent_to}
            said = (
                translate("chip", "sent to {where} for {what}", "where: Marta's Mill")
                if what.sought
                else translate("chip", "sent to {where}", "where: Marta's Mill")
            )
        case _ if chip.kind is ChipKind.DIED:
            said = translate("chip", "has died", "of a person")
        case _:
            values["what"] = chip.whom
            said = translate("chip", "collects for {what}", "who picks things up for whom")
    said = said.with_values(**values)
    if not chip.said or chip.kind is ChipKind.SINCE:
        return said
    return translate("chip", "{what}, {when}", "a fact and the words of its date").with_values(
        what=said, when=verbatim(chip.said)
    )

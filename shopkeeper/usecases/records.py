"""Records: writing one kept thing down, changing it, taking it out; each is one act with a name of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeVar, get_type_hints

from shopkeeper.domain.allergy import AllergyIntolerance
from shopkeeper.domain.change import Change, edited, made
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.diet import Diet
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Household, Relationship
from shopkeeper.domain.interest import Interest
from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.wanted import Wanted
from shopkeeper.host.clock import new_uid
from shopkeeper.remember.agreement import agreement_for, covered_by
from shopkeeper.remember.names import speak_of
from shopkeeper.store import Conflict
from shopkeeper.usecases.named import owner_of, whose_and_what
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.sound import refuse_unsound
from shopkeeper.usecases.taking_out import taken_out
from shopkeeper.usecases.undo import Done

R = TypeVar("R", bound=Record)

_GONE: Final = translate("Records", "This is no longer in the book. Nothing was changed.")
_OWNERS: Final = ("person_uid", "owner_uid")
_BY: Final = frozenset({"recorded_by", "made_by", "written_by", "seen_by"})
# Where a new one begins with today, although it could say nothing.
_TODAY: Final[Mapping[type[Record], tuple[str, ...]]] = MappingProxyType(
    {
        AllergyIntolerance: ("told_on",),
        Collects: ("told_on",),
        Concern: ("since",),
        Diet: ("told_on",),
        DontMention: ("since",),
        Interest: ("told_on",),
        Kindness: ("on",),
        Note: ("written_on",),
        Occasion: ("told_on",),
        Promise: ("made_on",),
        Referral: ("on",),
        Wanted: ("since",),
    }
)
_USUAL: Final[Mapping[type[Record], Mapping[str, Any]]] = MappingProxyType(
    {Occasion: {"kind": "birthday"}, Relationship: {"kind": "kin"}}
)


class Stale(Refused):
    """Somebody else changed the same field since the form was opened: both values, for the shopkeeper to choose."""

    def __init__(self, field: str, kept: Record, mine: Record, what: Phrase) -> None:
        """`kept` is the record as the book has it, `mine` the same with what was typed here."""
        newer = translate("Records", "{what} was changed meanwhile. Yours is not written yet: keep theirs, or yours?")
        super().__init__(newer.with_values(what=what))
        self.field = field
        self.kept = kept
        self.mine = mine

    @property
    def yours(self) -> Any:
        """What was typed here. It is kept by `edit(shop, stale.kept, stale.mine)`."""
        return getattr(self.mine, self.field)

    @property
    def theirs(self) -> Any:
        """What the book says now. It is kept by going on from `stale.kept`."""
        return getattr(self.kept, self.field)


def record(shop: Shop, uid: Uid) -> Record | None:
    """The kept thing of this uid; None when it is not, or no longer, in the book."""
    return shop.store.record(uid)


def fresh(shop: Shop, kind: type[R], person_uid: Uid) -> R:
    """A blank one, with today's day and whoever is at the counter filled in. Nothing is kept until `add`."""
    now, hints = shop.clock.now(), get_type_hints(kind)
    values: dict[str, Any] = {}
    for field in fields(kind):
        if field.name in _BY:
            values[field.name] = shop.by
        elif field.name in _TODAY.get(kind, ()):
            today = now.date()
            values[field.name] = PartialDate.of(today) if hints[field.name] is PartialDate else today
        elif field.default is MISSING:
            values[field.name] = _blank(hints[field.name], now)
        elif field.name == "consent_uid":
            # Who agreed before agreed to what they tell, too; it can be taken back for all of it.
            values[field.name] = agreement_for(shop.store.memory_of(person_uid), Purpose.HEALTH)
    values.update(_USUAL.get(kind, {}), uid=new_uid())
    values.update((owner, person_uid) for owner in _OWNERS if owner in values)
    return kind(**values)


def add(shop: Shop, record: Record) -> Done:
    """Write a new thing down."""
    refuse_unsound(record)
    record = _agreed_to(shop, record)
    name = translate("Records", "wrote down {what}", "name of an act; what: Leo's allergy: sesame")
    changes = (made(record), *_other_side(shop, None, record))
    return one_act(shop, name.with_values(what=described(shop, record)), changes, owner_of(record))


def _agreed_to(shop: Shop, record: Record) -> Record:
    """Without the agreement of its person where somebody else told it, or it tells of somebody else."""
    consent: Uid = getattr(record, "consent_uid", "")
    if not consent or covered_by(shop.store.memory_of(owner_of(record)), record):
        return record
    without: dict[str, Any] = {"consent_uid": ""}
    return replace(record, **without)


def edit(shop: Shop, before: Record, after: Record) -> Done | None:
    """Write down the fields that differ; None: none does. Stale when one of them has a newer value in the book."""
    if isinstance(before, Concern) and isinstance(after, Concern) and after.asked_on != before.asked_on:
        after = replace(after, asked_by=shop.by)
    changes = edited(before, after)
    if not changes:
        return None
    refuse_unsound(after)
    name = translate("Records", "changed {what}", "name of an act; what: Ana's phone")
    what = described(shop, after, changes[0].field or "" if len(changes) == 1 else "")
    further = tuple(_other_side(shop, before, after))
    try:
        return one_act(shop, name.with_values(what=what), (*changes, *further), owner_of(after))
    except Conflict:
        mine = _laid_over(shop, changes, what)
        if mine is None:
            raise
        return edit(shop, *mine)


def remove(shop: Shop, uid: Uid) -> Done:
    """Take a kept thing out, with all that goes with it."""
    kept = shop.store.record(uid)
    if kept is None:
        raise Refused(_GONE)
    name = translate("Records", "took out {what}", "name of an act; what: Leo's allergy: sesame")
    return one_act(shop, name.with_values(what=described(shop, kept)), taken_out(shop.store, kept), owner_of(kept))


def _laid_over(shop: Shop, changes: tuple[Change, ...], what: Phrase) -> tuple[Record, Record] | None:
    """What the book says now, and the same with what was typed; None where nothing newer is in the way.

    Stale where the two differ in the same field.
    """
    kept = shop.store.record(changes[0].uid)
    if kept is None:
        raise Refused(_GONE)
    newer = [change for change in changes if getattr(kept, change.field or "") != change.before]
    mine = replace(kept, **{change.field or "": change.after for change in changes})
    for change in newer:
        if getattr(kept, change.field or "") != change.after:
            raise Stale(change.field or "", kept, mine, what)
    return (kept, mine) if newer else None


def described(shop: Shop, record: Record, field: str = "") -> Phrase:
    """A kept thing, or one field of a person, as the names of acts say it: "Leo's allergy: sesame"."""
    return whose_and_what(record, lambda uid: name_of(shop, uid), field)


def name_of(shop: Shop, uid: Uid) -> str:
    """How a person or a household is called; empty when they are not in the book, or have no name."""
    found = shop.store.record(uid)
    return speak_of(found) if isinstance(found, Person) else found.name if isinstance(found, Household) else ""


def _other_side(shop: Shop, before: Record | None, after: Record) -> Iterator[Change]:
    """What the other's card says of the two follows, so that both say the same; a word of its own stays if it can.

    A relation that is new says nothing yet of how the two stand.
    """
    if not isinstance(after, Relationship) or not after.related_uid:
        return
    kinship, was = shop.knowledge.kinship, before if isinstance(before, Relationship) else None
    for one in shop.store.about(after.related_uid, Relationship):
        if not isinstance(one, Relationship) or one.related_uid != after.person_uid:
            continue
        if kinship.is_family(one.kind) == kinship.is_family((was or after).kind):
            kind = one.kind if was and was.kind == after.kind else kinship.inverse(after.kind)
            words = one.words if kind == one.kind else ""
            standing = after.standing if was else one.standing
            yield from edited(one, replace(one, kind=kind, words=words, standing=standing))


def _blank(hint: Any, now: datetime) -> Any:
    """What a field says that nothing was said about."""
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return next(iter(hint))
    plain: dict[Any, Any] = {str: "", bytes: b"", date: now.date(), datetime: now}
    return plain[hint] if hint in plain else hint()

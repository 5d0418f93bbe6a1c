"""History: who did what and when, what was there before and after, and taking any act back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final

from shopkeeper.domain.change import Change
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Household, Membership, Relationship
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import MEMORIAL
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Record, Uid
from shopkeeper.remember.in_words import record_words, value_words
from shopkeeper.remember.kept_words import field_word, kind_word
from shopkeeper.store import Written
from shopkeeper.usecases.named import owner_of
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done, Long, undo_act, undo_act_now_or_later


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that an act changed: whose it is and what, and what was there before and after."""

    what: Phrase
    before: Phrase | None = None  # None: there was nothing
    after: Phrase | None = None
    private: bool = False  # seen only while a key is held


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One act of the history, under the number that it keeps."""

    number: int
    act_uid: Uid
    at: datetime
    by: str
    name: Phrase
    is_undone: bool
    changes: tuple[Told, ...]  # empty where there are more than anybody reads


# What is kept of someone who has died, but is no longer spoken of.
_SILENT: Final = frozenset({
    "Occasion", "Promise", "Concern", "Introduction", "Referral", "Wanted", "Interest", "Diet", "Collects",
})  # fmt: skip

# Where a kept thing names somebody beside its owner.
_OTHERS: Final = ("who_uid", "with_uid", "related_uid", "other_uid", "for_uid")


def history(shop: Shop, person_uid: Uid | None = None, limit: int = 50, before: int | None = None) -> tuple[Entry, ...]:
    """The newest acts first, of the whole shop or of one person; with `before`, those of lower numbers than it."""
    told = _Telling(shop, person_uid)
    return tuple(told.entry(written) for written in shop.store.history_of(person_uid, limit, before))


def take_back(shop: Shop, which: int | Uid) -> Done:
    """Take one act back by its number or its uid.

    Where something newer stands on it, the Conflict names that and its number: it has to be taken back first.
    """
    return undo_act(shop, _standing(shop, which))


def take_back_now_or_later(shop: Shop, which: int | Uid) -> Done | Long:
    """The same for a window: an act of thousands of changes is taken back by a child."""
    return undo_act_now_or_later(shop, _standing(shop, which))


def _standing(shop: Shop, which: int | Uid) -> Uid:
    if isinstance(which, str):
        return which
    written = next(iter(shop.store.history_of(limit=1, before=which + 1)), None)
    if written is None or written.number != which:
        raise Refused(translate("History", "There is nothing under number {number}.").with_values(number=which))
    if not written.stands:
        raise Refused(
            translate("History", "Number {number} was taken back already: {act}.").with_values(
                number=which, act=written.act.name
            )
        )
    return written.act.uid


class _Telling:
    """Says what acts changed, of all or of one person, and nothing that may no longer be said."""

    def __init__(self, shop: Shop, person_uid: Uid | None) -> None:
        self._shop, self._only = shop, person_uid
        self._quiet: dict[Uid, frozenset[str] | None] = {}  # kinds that are not told of someone; None: all

    def entry(self, written: Written) -> Entry:
        """One act as the history tells of it."""
        act, told = written.act, [(change, _spoken(change, written)) for change in written.act.changes]
        quiet = [record for _, record in told if record is not None and not self._may_be_told(record)]
        spoken = [(change, record) for change, record in told if record is None or self._may_be_told(record)]
        shown = [record for _, record in spoken if record is not None]
        return Entry(
            number=written.number,
            act_uid=act.uid,
            at=act.at,
            by=act.by,
            name=_quiet_name(written, quiet) if quiet and not any(map(_is_fact, shown)) else act.name,
            is_undone=not written.stands,
            changes=tuple(self._told(c, r, written) for c, r in spoken if self._is_about(r, written)),
        )

    def _may_be_told(self, record: Record) -> bool:
        """Nor may what was said of somebody else on another's card: asking Bo after Ana."""
        if isinstance(record, Person | Household):
            return True
        named = (getattr(record, field, "") for field in _OTHERS)
        return all(self._may_be_told_of(uid, record) for uid in filter(None, (owner_of(record), *named)))

    def _may_be_told_of(self, uid: Uid, record: Record) -> bool:
        if uid not in self._quiet:
            about = self._shop.store.about(uid, Loss, OptOut)
            asked = any(isinstance(one, OptOut) for one in about)
            self._quiet[uid] = None if asked else _SILENT if about else frozenset()
        kinds = self._quiet[uid]
        if kinds is None:
            return isinstance(record, OptOut)
        return type(record).__name__ not in kinds or (isinstance(record, Occasion) and record.kind == MEMORIAL)

    def _is_about(self, record: Record | None, written: Written) -> bool:
        if self._only is None or record is None or self._only in (record.uid, owner_of(record)):
            return True
        if isinstance(written.about.get(owner_of(record)), Household) or isinstance(record, Household):
            return True
        return self._only in (getattr(record, "related_uid", ""), getattr(record, "with_uid", ""))

    def _told(self, change: Change, record: Record | None, written: Written) -> Told:
        knowledge, named = self._shop.knowledge, partial(_name, written)

        def said(side: Any) -> Phrase | None:
            if change.field is not None:
                return value_words(change.field, side, knowledge, named)
            return None if side is None else record_words(side, knowledge, named)

        what, private = _what(change), isinstance(record, DontMention) or (isinstance(record, Note) and record.private)
        if record is not None and change.field is not None and not private and not isinstance(record, Person):
            frame = translate("History", "{what} ({thing})", "what was edited: allergy, how bad (nuts, serious)")
            what = frame.with_values(what=what, thing=record_words(record, knowledge, named))
        owner = "" if record is None or (record.uid == owner_of(record) and change.field is None) else owner_of(record)
        if whose := named(owner):
            what = translate("History", "{whose}: {what}", "whose it is, and what").with_values(whose=whose, what=what)
        return Told(what=what, before=said(change.before), after=said(change.after), private=private)


def _what(change: Change) -> Phrase:
    if change.field is None:
        return kind_word(change.kind)
    field = field_word(change.kind, change.field)
    if change.kind == "Person":
        return field
    what = translate("History", "{what}, {field}", "what was edited: allergy, how bad")
    return what.with_values(what=kind_word(change.kind), field=field)


def _is_fact(record: Record) -> bool:
    return not isinstance(record, Person | Household | Membership | Relationship)


def _quiet_name(written: Written, records: Iterable[Record]) -> Phrase:
    """What an act is called that was about nothing else, and whose own name could say what is no longer said."""
    names = dict.fromkeys(_name(written, owner_of(record)) for record in records)
    return translate("History", "something about {name}", "name of an act").with_values(name=", ".join(names))


def _spoken(change: Change, written: Written) -> Record | None:
    """The record that a change speaks of; None of one that was edited and is no longer in the book."""
    if change.field is not None:
        return written.about.get(change.uid)
    found: Record | None = change.after if change.after is not None else change.before
    return found


def _name(written: Written, uid: Uid) -> str:
    found = written.about.get(uid)
    if found is None:
        whole = (change for change in written.act.changes if change.field is None and change.uid == uid)
        found = next((change.after or change.before for change in whole), None)
    return str(found.name) if isinstance(found, Person | Household) else ""

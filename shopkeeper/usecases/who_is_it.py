"""Who is it: whether a relative named in a line is somebody in the book. Nobody is guessed by the name alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from shopkeeper.capture.chip import SOMEBODY_NEW, Chip, ChipKind, Whose
from shopkeeper.capture.draft import Draft
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.memory import Near
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge.capture import CaptureWords
from shopkeeper.knowledge.kinship import KINDS, inverse
from shopkeeper.remember.names import speak_of
from shopkeeper.usecases.relatives import could_be, hangs_on, known_as
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.whom import all_called, bearers, told_apart

# A name of so many words says who it is; of one it is anybody's.
_WHOLE_NAME: Final = 2
# A family word is so many words at most: mother in law.
_LONGEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class KinName:
    """A family word where a line should begin with a name, and the name behind it: "grandma", "Rosa"."""

    word: str
    kind: str
    given: str


def kin_name(name: str, words: CaptureWords) -> KinName | None:
    """What a line begins with, where that is "grandma Rosa", "her mother": one family's words, and nobody's name."""
    typed = name.split()
    if typed and any(typed[0] in words.lists.get(own, {}) for own in ("his", "stop")):
        typed = typed[1:]
    if len(typed) > 1 and typed[0][0].isupper() and typed[0].casefold() in words.lists.get("title", {}):
        return None  # Sister Agnes, Father Brown
    for many in range(min(_LONGEST, len(typed)), 0, -1):
        word = " ".join(typed[:many])
        if (kind := words.lists["kin"].get(word.casefold())) and KINDS[kind].family:
            return KinName(word=word, kind=kind, given=" ".join(typed[many:]))
    return None


def relatives_named(shop: Shop, kin: KinName) -> tuple[Uid, ...]:
    """Everybody of this name who is that to somebody in the book; nobody where only the family word was said."""

    def is_meant(uid: Uid) -> bool:
        return any(near.kind and inverse(near.kind) == kin.kind for near in _near_of(shop, uid))

    return tuple(filter(is_meant, bearers(shop, kin.given)))


def asking_who(shop: Shop, draft: Draft, own: Uid, near: tuple[Near, ...]) -> Draft:
    """The line with a question on every relative who could be somebody in the book: "Maria Silva, or somebody new?"."""
    chips = tuple(_asking(shop, draft, chip, own, near) for chip in draft.chips)
    return draft if chips == draft.chips else replace(draft, chips=chips)


def _asking(shop: Shop, draft: Draft, chip: Chip, own: Uid, near: tuple[Near, ...]) -> Chip:
    told = chip.what
    if not isinstance(told, Relationship) or chip.kind is not ChipKind.KIN:
        return chip
    around = near if chip.whose.is_own else _near_of(shop, chip.whose.uid)
    if known_as(told, around, shop.knowledge.kinship) is not None:
        return chip
    if not told.related_name and not hangs_on(chip, draft.chips, lambda other: True):
        return chip
    found = (*_in_family(shop, told, around), *_in_book(shop, told.related_name, {own, *_uids(around)}))
    return replace(chip, asks=(*found, SOMEBODY_NEW)) if found else chip


def _near_of(shop: Shop, uid: Uid) -> tuple[Near, ...]:
    return shop.store.around(shop.store.memory_of(uid)).near if uid else ()


def _uids(near: tuple[Near, ...]) -> Iterator[Uid]:
    return (one.person.uid for one in near)


def _in_family(shop: Shop, told: Relationship, near: tuple[Near, ...]) -> Iterator[Whose]:
    for one in could_be(told, near, shop.knowledge.kinship):
        yield Whose(uid=one.person.uid, name=speak_of(one.person))


def _in_book(shop: Shop, name: str, others: set[Uid]) -> Iterator[Whose]:
    """Everybody of this whole name, but nobody who is the line's own person or something else to them."""
    called = [uid for uid in all_called(shop, name) if uid not in others]
    if len(name.split()) < _WHOLE_NAME:
        # Of somebody who asked to be left alone only the name is left, and it may be a first name.
        called = [uid for uid in called if shop.store.about(uid, OptOut)]
    rows = {row.person_uid: row for row in told_apart(shop, name, called)} if called else {}
    for uid in called:
        row = rows.get(uid)
        yield Whose(uid=uid, name=row.name if row else name, tell=row.line if row and row.line.in_english() else None)

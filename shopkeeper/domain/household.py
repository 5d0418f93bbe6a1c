"""Household (vCard KIND:group), who belongs to it, and Relationship (RELATED, RFC 6350 6.6.6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shopkeeper.domain.record import Owned, Record, Uid


class Standing(StrEnum):
    """How two related people stand to each other. All but the first keep them off each other's cards."""

    TOGETHER = "together"
    SEPARATED = "separated"
    ESTRANGED = "estranged"
    KEEP_APART = "keep-apart"  # a protective flag: the card says only "ask the owner before sharing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Household(Record):
    """People who live under one roof and share an address, a telephone, pets and what is cooked."""

    name: str = ""
    source_uid: str = ""
    extras: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Owned):
    """One person's place in one household; someone may belong to several."""

    household_uid: Uid


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship(Owned):
    """What the related person is to this card's person: kind="child" says that they are the person's child.

    Kept once and read from both sides; the inverse word comes from the kinship table in knowledge/.
    """

    kind: str  # child, parent, spouse, partner, sibling, grandparent, …: an id of the kinship table
    related_uid: Uid = ""  # empty while the related person has no card of their own
    related_name: str = ""  # their name as told, when they have no card
    words: str = ""  # the shop's own word for it: "grandma", "godson"
    standing: Standing = Standing.TOGETHER

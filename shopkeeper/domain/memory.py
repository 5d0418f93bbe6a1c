"""Memory: one person with all that is kept about them. Around: the few facts of others that their card may mention."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date

from shopkeeper.domain.allergy import AllergyIntolerance, Asked
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Consent
from shopkeeper.domain.diet import Diet
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.interest import Interest
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.person import Adr, Code, Email, Person, Photo, Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.visit import Visit
from shopkeeper.domain.wanted import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """One person with all that is kept about them, each kind in the order in which it was written down."""

    person: Person
    tels: tuple[Tel, ...] = ()
    emails: tuple[Email, ...] = ()
    adrs: tuple[Adr, ...] = ()
    households: tuple[Household, ...] = ()
    memberships: tuple[Membership, ...] = ()
    relationships: tuple[Relationship, ...] = ()  # those kept on this person; the other side is in Around
    allergies: tuple[AllergyIntolerance, ...] = ()
    asked: tuple[Asked, ...] = ()
    diets: tuple[Diet, ...] = ()
    occasions: tuple[Occasion, ...] = ()  # also those of another person that are shared with this one
    kindnesses: tuple[Kindness, ...] = ()
    promises: tuple[Promise, ...] = ()
    concerns: tuple[Concern, ...] = ()
    interests: tuple[Interest, ...] = ()
    introductions: tuple[Introduction, ...] = ()  # also those in which this person is the other one
    referrals: tuple[Referral, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    dont_mention: tuple[DontMention, ...] = ()
    collects: tuple[Collects, ...] = ()
    pets: tuple[Pet, ...] = ()
    visits: tuple[Visit, ...] = ()  # newest first, at most the few that the card can use
    notes: tuple[Note, ...] = ()
    consents: tuple[Consent, ...] = ()
    losses: tuple[Loss, ...] = ()
    opt_outs: tuple[OptOut, ...] = ()
    codes: tuple[Code, ...] = ()
    photos: tuple[Photo, ...] = ()

    @property
    def uid(self) -> Uid:
        """The person's own uid."""
        return self.person.uid

    @property
    def has_died(self) -> bool:
        """Whether we were told that this person has died."""
        return bool(self.losses)

    @property
    def is_not_to_be_remembered(self) -> bool:
        """Whether this person asked us not to remember them."""
        return bool(self.opt_outs)

    def records(self) -> Iterator[Record]:
        """Every kept thing of this person, the person first."""
        yield self.person
        for kind in fields(self)[1:]:
            yield from getattr(self, kind.name)

    def as_spoken_of(self) -> Memory:
        """The same person with all that may no longer be said left out: what loss makes of a memory.

        Called once, before any kind of reminder runs, and by every sheet, list, print and export.
        Of someone who has died there remain who they were, their kindnesses to us and the quiet days; of someone
        who asked not to be remembered, their name and that they asked.
        """
        if self.is_not_to_be_remembered:
            return Memory(person=Person(uid=self.uid, name=self.person.name), opt_outs=self.opt_outs)
        if not self.has_died:
            return self
        return replace(
            self,
            occasions=tuple(o for o in self.occasions if o.kind == MEMORIAL),
            promises=(),
            concerns=(),
            introductions=(),
            referrals=(),
            wanted=(),
            interests=(),
            diets=(),
            collects=(),
            kindnesses=tuple(
                replace(k, thanks_owed=False) for k in self.kindnesses if k.direction is Direction.RECEIVED
            ),
        )


# The one kind of occasion that remains when someone has died.
MEMORIAL = "memorial"

# Days that belong to two people and become quiet for the one who is left.
SHARED_DAYS = frozenset({"wedding_anniversary", "wedding"})

# What the other of the two is, where the day itself does not name them.
COUPLES = frozenset({"spouse", "partner"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Someone in the same household or family, with the few facts that another person's card may mention."""

    person: Person
    kind: str = ""  # what they are to the card's person: child, parent, spouse, …; empty: only the household is shared
    words: str = ""  # the shop's own word for it: "grandma"
    standing: Standing = Standing.TOGETHER
    same_household: bool = False
    allergies: tuple[AllergyIntolerance, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    concerns: tuple[Concern, ...] = ()
    losses: tuple[Loss, ...] = ()
    ended: frozenset[Uid] = frozenset()  # partners of theirs who died or from whom they parted; "": one without a card

    @property
    def has_died(self) -> bool:
        """Whether we were told that they have died."""
        return bool(self.losses)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mourned:
    """Someone who has died and is no kin of the card's person, but of somebody close to them: grandma of a mother."""

    person: Person
    by: Person  # the one close to the card's person who lost them
    kind: str  # what they were to that one
    words: str = ""
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """Someone of the same name, and the short true lines that could tell the two apart, best first."""

    person_uid: Uid
    tells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the card of one person may mention of others: family, household, possible introductions, namesakes."""

    near: tuple[Near, ...] = ()
    others: tuple[Person, ...] = ()  # people named in introductions, shared days and collections
    collected_for: tuple[Near, ...] = ()  # whose things the card's person picks up, with their medicine lines if agreed
    namesakes: tuple[Namesake, ...] = ()
    gone: frozenset[Uid] = frozenset()  # those among the others who have died; of those near, their losses tell
    silent: frozenset[Uid] = frozenset()  # those around, near or not, who asked not to be remembered
    mourned: tuple[Mourned, ...] = ()  # whom those close to them have lost

    def person(self, uid: Uid) -> Person | None:
        """The person of this uid, if the card may mention them."""
        return next((p for p in (*(n.person for n in self.near), *self.others) if p.uid == uid), None)

    def unspoken(self) -> frozenset[Uid]:
        """The uids of those who must not be mentioned on this card at all: kept apart from it, or from every card."""
        return self.silent | {n.person.uid for n in self.near if n.standing is not Standing.TOGETHER}

    def have_died(self) -> frozenset[Uid]:
        """The uids of those around who have died, relatives or not."""
        return self.gone | {n.person.uid for n in self.near if n.has_died}

    def as_spoken_of(self) -> Around:
        """The same people with all that may no longer be said left out: loss, separation, and keep-apart.

        Those who are to be kept apart lose every fact but their standing; of those who have died there
        remain their name, their relation and the loss itself. Who asked not to be remembered is not there at all.
        """
        gone, apart = self.have_died(), self.unspoken()
        return replace(
            self,
            near=tuple(
                _as_spoken_of(n, gone, apart)
                for n in self.near
                if n.person.uid not in self.silent or n.standing is Standing.KEEP_APART
            ),
            others=tuple(p for p in self.others if p.uid not in apart),
            collected_for=tuple(n for n in self.collected_for if n.person.uid not in gone | apart and not n.has_died),
            mourned=tuple(m for m in self.mourned if apart.isdisjoint({m.person.uid, m.by.uid})),
        )


def _as_spoken_of(near: Near, gone: frozenset[Uid], apart: frozenset[Uid]) -> Near:
    if near.standing is not Standing.TOGETHER:
        return replace(near, same_household=False, allergies=(), occasions=(), concerns=(), losses=())
    if near.has_died:
        return replace(near, allergies=(), occasions=(), concerns=())
    return replace(
        near,
        occasions=tuple(
            o
            for o in near.occasions
            if not _is_over(o, near.person.uid, gone, apart)
            and not (o.kind in SHARED_DAYS and near.ended and _other(o, near.person.uid) in near.ended | {""})
        ),
        concerns=tuple(c for c in near.concerns if c.who_uid not in gone | apart),
    )


def spoken_of(memory: Memory, around: Around) -> tuple[Memory, Around]:
    """A person and the people near them, as they may be spoken of now: what every view, print and export reads.

    What reaches from one into the other is settled here: a day shared with someone who has died becomes
    quiet, an illness of someone who has died is not asked after, those who parted are not mentioned.
    On the card of someone who has died, nothing of the others' days and worries remains either; on that of
    someone who asked not to be remembered, nobody is.
    """
    if memory.is_not_to_be_remembered:
        return memory.as_spoken_of(), Around()
    gone, apart = around.have_died(), around.unspoken()
    alone = any(n.kind in COUPLES and (n.has_died or n.standing is not Standing.TOGETHER) for n in around.near) or any(
        r.kind in COUPLES and r.standing is not Standing.TOGETHER for r in memory.relationships
    )
    me, others = memory.as_spoken_of(), around.as_spoken_of()
    if me.has_died:
        quiet = tuple(replace(n, occasions=(), concerns=()) for n in others.near)
        others = replace(others, near=quiet, collected_for=(), mourned=())
    me = replace(
        me,
        relationships=tuple(
            r for r in me.relationships if r.standing is Standing.TOGETHER and r.related_uid not in apart
        ),
        occasions=tuple(
            o
            for o in me.occasions
            if not _is_over(o, me.uid, gone, apart) and not (alone and o.kind in SHARED_DAYS and not o.with_uid)
        ),
        concerns=tuple(c for c in me.concerns if c.who_uid not in gone | apart),
        introductions=tuple(i for i in me.introductions if {i.other_uid, i.person_uid}.isdisjoint(gone | apart)),
        collects=tuple(c for c in me.collects if c.for_uid not in gone | apart),
    )
    return me, others


def _is_over(occasion: Occasion, me: Uid, gone: frozenset[Uid], apart: frozenset[Uid]) -> bool:
    other = _other(occasion, me)
    return other in apart or (other in gone and occasion.kind != MEMORIAL)


def _other(occasion: Occasion, me: Uid) -> Uid:
    return occasion.with_uid if occasion.person_uid == me else occasion.person_uid


# Whose losses are felt on a card beside those of its own kin: those of whom they live with, and of these.
CLOSE = frozenset({"spouse", "partner", "child", "parent"})


def newest_loss(lost: Near | Mourned) -> date | None:
    """The day on which we heard that they have died."""
    return max((loss.told_on for loss in lost.losses), default=None)

"""Put down: a draft as the changes that keep it, with people for its relatives and nothing written twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from shopkeeper.capture.chip import Chip, ChipKind, PersonField, Whose
from shopkeeper.capture.draft import Draft
from shopkeeper.capture.names import plain_name
from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus, Category
from shopkeeper.domain.change import Change, edited, made
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.memory import Memory, Near
from shopkeeper.domain.note import Note
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.record import Record, Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.remember.agreement import covered_by
from shopkeeper.remember.names import speak_of
from shopkeeper.search.fold import fold
from shopkeeper.usecases.relatives import AT_ONE_TABLE, CHILDREN, could_be, hangs_on, is_only_a_word, known_as
from shopkeeper.usecases.retold import Known, known_among
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.whom import all_called

R = TypeVar("R", bound=Record)

_WRITERS: Final = ("recorded_by", "made_by", "written_by")
# A name of so many words says who it is; of one it is anybody's.
_WHOLE_NAME: Final = 2


def _is_food(record: Record) -> bool:
    """Whether it is a food allergy that holds."""
    if not isinstance(record, AllergyIntolerance):
        return False
    return record.category is Category.FOOD and record.status is AllergyStatus.CURRENT


class PutDown:
    """What one line changes in the book, gathered until it is written."""

    def __init__(self, shop: Shop, uid: Uid, name: Name) -> None:
        """Begin with whoever the line is about; with no uid they are new and have this name."""
        self._shop = shop
        self._made: dict[Uid, Record] = {}
        self._edited: dict[Uid, tuple[Record, Record]] = {}  # as it was, as it shall be
        self._memories: dict[Uid, Memory] = {}
        self._near: dict[Uid, tuple[Near, ...]] = {}
        self._kin: dict[int, Uid] = {}  # whom the family words at an offset mean
        self._kin_words: dict[int, str] = {}  # what they are called, of whom nothing is known but that
        self._homes: dict[Uid, Uid] = {}
        self.moved_in: list[Uid] = []  # who lives with the person of the line, by what was told of an allergy
        self.own = uid or self._new_person(name)

    @property
    def name(self) -> str:
        """What the person of the line is called."""
        return str(self._person(self.own).name)

    def changes(self) -> tuple[Change, ...]:
        """Everything that has to be written."""
        edits = (change for before, after in self._edited.values() for change in edited(before, after))
        return (*map(made, self._made.values()), *edits)

    def things(self) -> tuple[Record, ...]:
        """The facts among it, without the person of the line and what only holds families together."""
        edits = (after for _, after in self._edited.values())
        return tuple(
            one
            for one in (*self._made.values(), *edits)
            if one.uid != self.own and not isinstance(one, Relationship | Membership | Household)
        )

    def called(self, uid: Uid) -> str:
        """How one speaks of a person of the line."""
        return speak_of(self._person(uid))

    def draft(self, draft: Draft) -> None:
        """Put down every chip, and the words that were not understood as a note."""
        left: list[str] = [draft.note] if draft.note.strip() else []
        for chip in draft.chips:
            if chip.kind is ChipKind.KIN:
                self._relative(chip, draft)
        for chip in draft.chips:
            if not self._chip(chip):
                left.append(" ".join(draft.text[start:end] for start, end in chip.spans))
        if left:
            today = self._shop.clock.today()
            self._thing(self.own, Note(uid="", person_uid="", text=" ".join(left), written_on=today), self.own)
        for uid in self._fed_together():
            self._live_together(self.own, uid)
            self.moved_in.append(uid)

    # Whom it is about

    def _relative(self, chip: Chip, draft: Draft) -> None:
        """Find the relative whom a chip names, or make them a person of their own."""
        told = chip.what
        if not isinstance(told, Relationship):
            return
        base = self._whose(chip.whose)
        if not base:
            return
        kinship, around = self._shop.knowledge.kinship, self._near_of(base)
        if self._is_free(told.related_uid):
            self._known(chip.begins, base, told.related_uid, told)
            return
        near = known_as(told, around, kinship)
        if near is not None:
            self._known(chip.begins, base, near.person.uid, told)
            if told.related_name and is_only_a_word(near.person, kinship):
                self._edit(near.person.uid, name=plain_name(told.related_name))
            return
        says_more = hangs_on(chip, draft.chips, lambda other: not isinstance(other.what, Concern))
        if not told.related_name and not says_more:
            self._kin_words[chip.begins] = told.words or told.kind
            is_said = hangs_on(chip, draft.chips, lambda other: True) or could_be(told, around, kinship)
            if not is_said:
                self._tie(base, "", replace(told, related_name=told.words, words=""))
            return
        uid = self._new_person(plain_name(told.related_name or told.words))
        self._known(chip.begins, base, uid, told)
        if told.kind in CHILDREN:
            self._live_together(base, uid)

    def _is_free(self, uid: Uid) -> bool:
        """Whether somebody of the book may be this relative: nobody is two people of one line."""
        return bool(uid) and uid != self.own and uid not in self._kin.values()

    def _known(self, at: int, base: Uid, uid: Uid, told: Relationship) -> None:
        """The family words at an offset mean this person."""
        self._kin[at] = uid
        if not any(near.person.uid == uid and near.kind for near in self._near_of(base)):
            self._tie(base, uid, told)

    def _whose(self, whose: Whose) -> Uid:
        """The person a chip is about; empty where it is not clear: no fact lands on somebody else's card."""
        if whose.uid or whose.kin is None:
            return whose.uid or self.own
        return self.own if whose.kin in self._kin_words else self._kin.get(whose.kin, "")

    def _in_book(self, name: str) -> Uid:
        """Somebody whose whole name this is, where it is the name of one person only."""
        if len(name.split()) < _WHOLE_NAME:
            return ""
        called = all_called(self._shop, name)
        return called[0] if len(called) == 1 and called[0] != self.own else ""

    def _new_person(self, name: Name) -> Uid:
        person = Person(uid=new_uid(), name=name)
        self._made[person.uid] = person
        return person.uid

    def _tie(self, base: Uid, uid: Uid, told: Relationship) -> None:
        name = "" if uid else told.related_name
        tie = replace(told, uid=new_uid(), person_uid=base, related_uid=uid, related_name=name)
        kept = () if base in self._made else self._memory(base).relationships
        word = next((one for one in kept if uid and self._is_the_word_for(one, told)), None)
        if word is not None:
            self._keep(word, replace(word, related_uid=uid, related_name="", words=told.words or word.related_name))
        elif known_among(kept, tie) is None:
            self._made[tie.uid] = tie

    @staticmethod
    def _is_the_word_for(kept: Relationship, told: Relationship) -> bool:
        """Whether a relative without a card, of whom only the word was known, is the one who is told of now."""
        if kept.related_uid or kept.kind != told.kind:
            return False
        return fold(kept.related_name) in (fold(told.words), fold(told.related_name))

    def _fed_together(self) -> list[Uid]:
        """Partners and children with a food allergy who are not at home yet: nobody who bakes for both would see it.

        Whoever was of the family before comes home only when the allergy is told now.
        """
        made, around = self._made.values(), self._near_of(self.own)
        home = {one.person_uid for one in made if isinstance(one, Membership)}
        home |= {near.person.uid for near in around if near.same_household}
        told = {one.person_uid for one in made if isinstance(one, AllergyIntolerance) and _is_food(one)}
        near = {n.person.uid for n in around if n.kind in AT_ONE_TABLE and n.standing is Standing.TOGETHER}
        new = {one.related_uid for one in made if isinstance(one, Relationship) and self._is_at_table(one)}
        return sorted(((told & near) | {uid for uid in new if any(map(_is_food, self._kept_of(uid)))}) - home)

    def _is_at_table(self, tie: Relationship) -> bool:
        return tie.person_uid == self.own and tie.kind in AT_ONE_TABLE and bool(tie.related_uid)

    def _live_together(self, parent: Uid, child: Uid) -> None:
        """A child lives with its parent, in their household, or in one that is made for the two."""
        home = self._homes.get(parent)
        if home is None and parent not in self._made:
            home = next((m.household_uid for m in self._memory(parent).memberships if m.person_uid == parent), None)
        if home is None:
            house = Household(uid=new_uid(), name=self._person(parent).name.family)
            self._made[house.uid], home = house, house.uid
            self._belongs(parent, home)
        self._homes[parent] = home
        self._belongs(child, home)

    def _belongs(self, person: Uid, home: Uid) -> None:
        place = Membership(uid=new_uid(), person_uid=person, household_uid=home)
        self._made[place.uid] = place

    # What is said of them

    def _chip(self, chip: Chip) -> bool:
        """Put one chip down; False: its words go to the note, since it is not clear whom they mean."""
        whose = self._whose(chip.whose)
        if not whose:
            return False
        match chip.what:
            case Name():
                return True
            case PersonField():
                self._edit(whose, **{chip.what.name: chip.what.value})
            case Relationship() if chip.kind is ChipKind.KIN:
                return True
            case Relationship():
                self._tie(whose, self._in_book(chip.what.related_name), chip.what)
            case Collects():
                uid = self._collected(chip.whom)
                if not uid:
                    return False
                self._thing(whose, replace(chip.what, for_uid=uid), self.own)
            case Concern():
                self._concern(chip, chip.what, whose)
            case _:
                for record in (chip.what, *chip.also):
                    self._thing(whose, record, self.own)
        return True

    def _concern(self, chip: Chip, concern: Concern, whose: Uid) -> None:
        """On the card of the relative it is about; of who is no family, or has no card, on the teller's own."""
        if whose == self.own:
            word = "" if chip.whose.kin is None else self._kin_words.get(chip.whose.kin, "")
            self._thing(self.own, replace(concern, who=concern.who or word), self.own)
        elif any(self._is_family(tie) for tie in self._ties(whose)):
            self._thing(whose, replace(concern, who="", who_uid=""), self.own)
        else:
            self._thing(self.own, replace(concern, who_uid=whose), self.own)

    def _ties(self, uid: Uid) -> Iterator[str]:
        """The ways in which somebody is related to the person of the line."""
        for one in self._made.values():
            if isinstance(one, Relationship) and one.related_uid == uid:
                yield one.kind
        for near in self._near_of(self.own):
            if near.person.uid == uid:
                yield near.kind

    def _is_family(self, kind: str) -> bool:
        return self._shop.knowledge.kinship.is_family(kind)

    def _collected(self, name: str) -> Uid:
        """For whom something is collected: of the family, or the only one of that name."""
        told = Relationship(uid="", person_uid="", kind="kin", related_name=name)
        near = known_as(told, self._near_of(self.own), self._shop.knowledge.kinship)
        if near is not None:
            return near.person.uid
        new = [one.uid for one in self._made.values() if isinstance(one, Person) and fold(str(one.name)) == fold(name)]
        called = [*new, *all_called(self._shop, name)]
        if not called:
            return self._new_person(plain_name(name))
        return called[0] if len(called) == 1 else ""

    def _edit(self, uid: Uid, **values: Any) -> None:
        person = self._person(uid)
        self._keep(person, replace(person, **values))

    def _keep(self, before: Record, after: Record) -> None:
        if before.uid in self._made:
            self._made[before.uid] = after
        elif after != before:
            first, _ = self._edited.get(before.uid, (before, before))
            self._edited[before.uid] = (first, after)

    def _thing(self, owner: Uid, told: Record, teller: Uid) -> None:
        """Write one fact down, unless it is known; where more was told than is known, only that."""
        whole = self._signed(owner, told, teller)
        known = known_among(self._kept_of(owner), whole)
        if known is None:
            self._made[whole.uid] = whole
        elif not isinstance(known, Known):
            before = next(one for one in self._kept_of(owner) if one.uid == known.uid)
            self._keep(before, known)

    def _signed(self, owner: Uid, told: R, teller: Uid) -> R:
        """The fact with its owner, its teller, and whoever writes it down."""
        has = {field.name for field in fields(told)}
        values: dict[str, Any] = {name: self._shop.by for name in _WRITERS if name in has}
        values |= {name: owner for name in ("person_uid", "owner_uid") if name in has}
        if "told_by" in has and owner != teller:
            values["told_by"] = speak_of(self._person(teller))
        # That somebody would agree is never assumed: only what they agreed to before covers what they tell.
        whole = replace(told, uid=new_uid(), **values)
        if "consent_uid" not in has or owner in self._made:
            return whole
        agreed: dict[str, Any] = {"consent_uid": covered_by(self._memory(owner), whole)}
        return replace(whole, **agreed)

    def _kept_of(self, uid: Uid) -> Iterator[Record]:
        for one in self._made.values():
            if uid in (getattr(one, "person_uid", ""), getattr(one, "owner_uid", "")):
                yield one
        if uid not in self._made:
            for kept in self._memory(uid).records():
                yield self._edited[kept.uid][1] if kept.uid in self._edited else kept

    def _person(self, uid: Uid) -> Person:
        new = self._made.get(uid)
        if isinstance(new, Person):
            return new
        kept = self._memory(uid).person
        edited_to = self._edited.get(uid, (kept, kept))[1]
        return edited_to if isinstance(edited_to, Person) else kept

    def _memory(self, uid: Uid) -> Memory:
        if uid not in self._memories:
            self._memories[uid] = self._shop.store.memory_of(uid)
        return self._memories[uid]

    def _near_of(self, uid: Uid) -> tuple[Near, ...]:
        if uid in self._made:
            return ()
        if uid not in self._near:
            self._near[uid] = self._shop.store.around(self._memory(uid)).near
        return self._near[uid]

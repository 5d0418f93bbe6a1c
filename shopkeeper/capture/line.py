"""Line: a typed line while it is being read: whose clause it is, what has been found, and whose every word is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple, Self

from shopkeeper.capture.chip import OWN, Chip, ChipKind, Span, Whose
from shopkeeper.capture.draft import Draft
from shopkeeper.capture.sharing import SHARED, given_to_each
from shopkeeper.capture.tokens import Sort, Token, fold
from shopkeeper.capture.words import Tables, folded


class Slot(NamedTuple):
    """What stands in a slot: the words from one place to another, and what they stand for."""

    at: int
    end: int
    value: object = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A marker phrase that was found in the line, with its slots."""

    meaning: str
    at: int
    end: int
    slots: dict[str, Slot]
    weight: int = 0  # how much of it are words
    crosses: bool = False  # whether a comma is part of it


@dataclass(frozen=True, slots=True)
class Known:
    """Someone whom a clause can begin with: the names and words they are known by, ready to compare."""

    whose: Whose
    called: tuple[tuple[str, ...], ...]  # the longest first

    @classmethod
    def by(cls, whose: Whose, names: Sequence[str], elided: frozenset[str]) -> Self:
        """Somebody by their names, and by the first word of each."""
        whole = [folded(name, elided) for name in names]
        first = [words[:1] for words in whole if len(words) > 1]
        return cls(whose, tuple(sorted(dict.fromkeys(filter(None, (*whole, *first))), key=len, reverse=True)))

    def until(self, line: Line, at: int, end: int) -> int | None:
        """Where their name ends if it stands at a place."""
        for called in self.called:
            stop = at + len(called)
            if stop <= end and all(_is_called(line, line.toks[at + n], word) for n, word in enumerate(called)):
                return stop
        return None


def _is_called(line: Line, token: Token, word: str) -> bool:
    return token.fold == word or any(token.fold == word + ending for ending in line.words.known_possessive)


class Called(NamedTuple):
    """A name that was found, and all who go by it."""

    end: int
    whose: tuple[Whose, ...]


@dataclass(slots=True)
class Line:
    """The line with its words, and what has been understood so far."""

    text: str
    toks: Sequence[Token]
    words: Tables
    today: date
    own: Whose
    members: tuple[Whose, ...] = ()
    known: tuple[Known, ...] = ()
    # Of the clause that is being read:
    whose: Whose = OWN
    asks: tuple[Whose, ...] = ()  # whom an allergy in it may be about, where that is not sure
    who: str = ""  # the relative as the clause calls them: "grandma Rosa"
    end: int = 0  # where it ends
    theirs: Whose = OWN  # whose relatives it names
    several: tuple[str, str] | None = None  # the kind and the word of the relatives that it lists: two kids
    in_list: bool = False  # whether it may go on a list that the clause before began: of likes, of what was denied
    group: tuple[Whose, ...] = ()  # all whom it is about, where it names more than one: sons Tim and Jim
    unclear: tuple[Whose, ...] = ()  # all who go by the name that it begins with
    first: int = 0  # the number of its first chip
    begin: int = 0  # where it begins
    # Of the line:
    full_name: str = ""
    relative: Whose | None = None  # the relative named last
    chips: list[Chip] = field(default_factory=list)
    owner: list[int | None] = field(default_factory=list)  # for each token the chip it belongs to
    shared: dict[int, tuple[Whose, ...]] = field(default_factory=dict)  # chip -> all whom its fact is about
    nested: int = 0  # how deep one phrase is looked for inside another

    def __post_init__(self) -> None:
        """At first no word belongs to a chip."""
        self.owner = [None] * len(self.toks)

    def said(self, at: int, end: int) -> str:
        """The words from one place to another as they were typed, without the marks that close them."""
        while end > at and (self.toks[end - 1].sort is Sort.STRONG or self.toks[end - 1].fold in {".", ":", ","}):
            end -= 1
        while at < end and self.toks[at].fold in {":", "-", "–", "—"}:
            at += 1
        if end - at == 1 and self.toks[at].sort is Sort.QUOTED:
            return self.toks[at].text[1:-1]
        return self.text[self.toks[at].start : self.toks[end - 1].end] if at < end else ""

    def slot(self, said: Said, name: str = "what") -> str:
        """The words in a slot as they were typed; empty where the phrase has no such slot."""
        slot = said.slots.get(name)
        return self.said(slot.at, slot.end) if slot else ""

    def but(self, said: Said, slot: Slot | None) -> str:
        """The words of a phrase without one of its slots and without the small words in front: starts judo."""
        at = said.at
        while at < said.end - 1 and self.words.has("filler", self.toks[at]):
            at += 1
        if slot is None or slot.at < at:
            return self.said(at, said.end)
        parts = (self.said(at, slot.at), self.said(slot.end, said.end))
        return " ".join(part for part in parts if part)

    def without_ending(self, at: int, end: int) -> str:
        """A name as typed, without what makes it a possessive."""
        name = self.said(at, end)
        for ending in self.words.possessive:
            if fold(name).endswith(ending) and len(name) > len(ending):
                return name[: -len(ending)]
        return name

    def is_unsure(self, at: int, end: int) -> bool:
        """Whether a word such as not, no, maybe or a question mark stands there: nothing beside it is a fact."""
        return any(self.is_unsure_at(place, end) for place in range(at, end))

    def is_unsure_at(self, at: int, end: int) -> bool:
        """Whether such a word begins at a place."""
        words, toks = self.words, self.toks
        return bool(words.longest("unsure", toks, at, end) or words.longest("takes_back", toks, at, end))

    def is_marked(self, at: int, end: int) -> bool:
        """Whether a known substance with its marks stands at a place: nuts!!"""
        found = self.words.longest("substance", self.toks, at, end)
        return bool(found and found[0] < end and self.toks[found[0]].sort is Sort.STRONG)

    def called_at(self, at: int, end: int) -> Called | None:
        """Everybody who goes by the longest name that stands at a place, and where it ends."""
        found = [(stop, one.whose) for one in self.known if (stop := one.until(self, at, end)) is not None]
        longest = max((stop for stop, _ in found), default=0)
        return Called(longest, tuple(whose for stop, whose in found if stop == longest)) if found else None

    def last_allergy(self) -> int | None:
        """The number of the allergy that was read last, if nothing else was read since."""
        last = len(self.chips) - 1
        return last if last >= 0 and self.chips[last].kind is ChipKind.ALLERGY else None

    def mend(self, number: int, **fields: object) -> int:
        """Say more of a chip that is there already, in each of its readings that can say so; answers its number."""
        self.chips[number] = _mended(self.chips[number], fields)
        return number

    def add(self, chip: Chip, places: Sequence[int]) -> int:
        """Keep a chip with the words that say it; its number tells it from the others."""
        self.chips.append(chip)
        number = len(self.chips) - 1
        self.take(number, places)
        is_said_of_all = chip.kind in SHARED or (chip.kind is ChipKind.OCCASION and self.several is not None)
        if is_said_of_all and len(self.group) > 1 and chip.whose in self.group:
            self.shared[number] = self.group
        return number

    def name(self, number: int) -> Whose:
        """Let the relative whom a family chip names be known to the rest of the line."""
        whose = self.whose_of(number)
        if whose.name:
            self.known = (Known.by(whose, (whose.name,), self.words.elided), *self.known)
        return whose

    def drop(self, gone: Sequence[int]) -> None:
        """Take chips back: nobody owns their words, and nobody points at the relatives they named."""
        if not gone:
            return
        unnamed = {self.whose_of(number) for number in gone if self.chips[number].kind is ChipKind.KIN}
        kept = [number for number in range(len(self.chips)) if number not in gone]
        new = {number: place for place, number in enumerate(kept)}
        self.chips = [self.chips[number] for number in kept]
        self.owner = [None if number is None else new.get(number) for number in self.owner]
        self.shared = {new[number]: whose for number, whose in self.shared.items() if number in new}
        self.known = tuple(one for one in self.known if one.whose not in unnamed)
        if self.relative in unnamed:
            self.relative = None
        if self.whose in unnamed:
            self.whose = self.own

    def take(self, number: int, places: Sequence[int]) -> None:
        """Give more words to a chip."""
        for place in places:
            self.owner[place] = number

    def whose_of(self, number: int) -> Whose:
        """The relative whom a family chip names."""
        start = self.toks[self.owner.index(number)].start
        return Whose(name=self.chips[number].named, kin=start)

    def draft(self) -> Draft:
        """What was understood, once all has been read."""
        self._share_the_commas()
        begins = {
            number: self.toks[self.owner.index(number)].start
            for number in range(len(self.chips))
            if number in self.owner
        }
        chips = [
            chip
            for number in begins
            for chip in given_to_each(
                self.text, replace(self.chips[number], spans=self._spans(number)), self.shared.get(number, ())
            )
        ]
        return Draft(
            text=self.text,
            chips=tuple(sorted(chips, key=lambda chip: chip.begins)),
            left=self._spans(None),
            own=self.own,
            members=self.members,
        )

    def _share_the_commas(self) -> None:
        """A comma belongs to the chip that it closes, else to the one that it opens, else to what is left.

        A relative begins at their own word, since that is how other chips point at them.
        """
        last = len(self.toks) - 1
        for backwards in (False, True):
            for place in range(last, -1, -1) if backwards else range(last + 1):
                if self.owner[place] is None and self.toks[place].sort is Sort.SPLIT:
                    other = place + 1 if backwards else place - 1
                    whose = self.owner[other] if 0 <= other <= last else None
                    if whose is not None and not (backwards and self.chips[whose].kind is ChipKind.KIN):
                        self.owner[place] = whose

    def _spans(self, number: int | None) -> tuple[Span, ...]:
        found: list[Span] = []
        previous = -2
        for place, whose in enumerate(self.owner):
            token = self.toks[place]
            if whose != number or (number is None and token.text.isspace()):
                continue
            if place == previous + 1:
                found[-1] = (found[-1][0], token.end)
            else:
                found.append((token.start, token.end))
            previous = place
        return tuple(found)


def _mended(chip: Chip, fields: Mapping[str, object]) -> Chip:
    what = chip.what
    known = {name: value for name, value in fields.items() if hasattr(what, name)}
    others = tuple(_mended(other, fields) for other in chip.others)
    return replace(chip, what=replace(what, **known), others=others)  # type: ignore[arg-type]  # by name, just asked

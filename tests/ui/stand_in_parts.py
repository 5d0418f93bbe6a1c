"""Stand-ins for the parts of a book: they keep whole records, and remember what they were asked to do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from shopkeeper.domain.consent import Purpose
from shopkeeper.domain.household import Standing
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Record, Uid
from shopkeeper.remember.offer import Offer, offer_label
from shopkeeper.ui.needs import DoneShown
from shopkeeper.usecases.closing import NotAgreed
from shopkeeper.usecases.everything import Line, Section
from shopkeeper.usecases.history import Entry
from shopkeeper.usecases.leave import Leaving
from shopkeeper.usecases.look_up import Row
from shopkeeper.usecases.undo import Long


@dataclass(slots=True)
class StandInRecords:
    """Keeps records as they come; `did` is called with the name of each act."""

    did: Callable[[Phrase, Uid], DoneShown]
    kept: dict[Uid, Record] = field(default_factory=dict)
    refuse: Exception | None = None
    made: int = 0

    def record(self, uid: Uid, /) -> Record | None:
        return self.kept.get(uid)

    def small_of(self, uid: Uid, /) -> Mapping[type[Record], tuple[Record, ...]]:
        return {}

    def photo_of(self, uid: Uid, /) -> bytes:
        return b""

    def everything_of(self, uid: Uid, /) -> tuple[Section, ...]:
        mine = [one for one in self.kept.values() if getattr(one, "person_uid", one.uid) == uid]
        return tuple(
            Section(kind=type(one), title=verbatim(type(one).__name__), lines=(Line(uid=one.uid, title=_words(one)),))
            for one in mine
        )

    def fresh(self, kind: type[Record], owner: Uid, /) -> Record:
        from tests.ui.forms.desk import Desk

        self.made += 1
        blank: Any = Desk().fresh(kind, owner)
        return kind(**{**{name: getattr(blank, name) for name in kind.__dataclass_fields__}, "uid": f"n{self.made}"})

    def add(self, record: Record, /) -> DoneShown:
        self._may()
        self.kept[record.uid] = record
        return self.did(translate("test", "wrote down {what}").with_values(what=_words(record)), _owner(record))

    def edit(self, before: Record, after: Record, /) -> DoneShown | None:
        self._may()
        self.kept[after.uid] = after
        if before == after:
            return None
        return self.did(translate("test", "changed {what}").with_values(what=_words(after)), _owner(after))

    def remove(self, uid: Uid, /) -> DoneShown:
        self._may()
        gone = self.kept.pop(uid)
        return self.did(translate("test", "took out {what}").with_values(what=_words(gone)), _owner(gone))

    def people(self, words: str, /) -> Sequence[Row]:
        return ()

    def name_of(self, uid: Uid, /) -> str:
        return uid.capitalize()

    def neighbours(self) -> tuple[str, ...]:
        return ()

    def today(self) -> date:
        return date(2026, 11, 24)

    def _may(self) -> None:
        if self.refuse is not None:
            raise self.refuse


@dataclass(slots=True)
class StandInDeeds:
    """Remembers what was done about which line."""

    did: Callable[[Phrase, Uid], DoneShown]
    done: list[tuple[object, ...]] = field(default_factory=list)
    asks: tuple[NotAgreed, ...] = ()

    def do(self, offer: Offer, about: Sequence[Uid], person_uid: Uid, /) -> DoneShown:
        self.done.append((offer, tuple(about), person_uid))
        return self.did(offer_label(offer), person_uid)

    def died(self, uid: Uid, /) -> DoneShown:
        self.done.append(("died", uid))
        return self.did(translate("test", "{name} has died").with_values(name=uid), uid)

    def parted(self, uid: Uid, other: Uid, standing: Standing, /) -> DoneShown:
        self.done.append(("parted", uid, other, standing))
        return self.did(translate("test", "{one} and {other} parted").with_values(one=uid, other=other), uid)

    def opt_out(self, uid: Uid, /) -> DoneShown:
        self.done.append(("opt-out", uid))
        return self.did(translate("test", "{name} asked not to be remembered").with_values(name=uid), uid)

    def closing(self) -> tuple[NotAgreed, ...]:
        return self.asks

    def closing_in_steps(self) -> Iterator[tuple[NotAgreed, ...] | None]:
        return iter((self.asks,))

    def agreed(self, person_uid: Uid, purpose: Purpose, given_by: str, /) -> DoneShown:
        self.done.append(("agreed", person_uid, purpose, given_by))
        return self.did(offer_label(Offer.AGREED), person_uid)


@dataclass(slots=True)
class StandInFamilies:
    """Nobody has a family, and nobody leaves."""

    did: Callable[[Phrase, Uid], DoneShown]

    def leavings(self, _uid: Uid) -> tuple[Leaving, ...]:
        return ()


@dataclass(slots=True)
class StandInPast:
    """What was done, and what was taken back of it by its number."""

    did: Callable[[Phrase, Uid], DoneShown]
    entries: tuple[Entry, ...] = ()
    taken: list[int | Uid] = field(default_factory=list)

    def history(self, _person_uid: Uid | None, _limit: int, _before: int | None, /) -> tuple[Entry, ...]:
        return self.entries

    def take_back(self, which: int | Uid, /) -> DoneShown | Long:
        self.taken.append(which)
        return self.did(translate("test", "number {number}").with_values(number=which), "")


@dataclass(slots=True)
class StandInStaff:
    """Whoever was written down, and who is there now."""

    at_counter: str = ""
    names: list[str] = field(default_factory=list)

    def known(self) -> tuple[str, ...]:
        return tuple(self.names)

    def take_over(self, initials: str, /) -> str:
        self.at_counter = initials
        if initials and initials not in self.names:
            self.names.append(initials)
        return initials

    def next(self) -> str:
        at = self.names.index(self.at_counter) + 1 if self.at_counter in self.names else 0
        return self.take_over(self.names[at % len(self.names)]) if self.names else ""


def _words(record: Record) -> Phrase:
    told = (getattr(record, name, None) for name in ("substance", "text", "what"))
    return verbatim(str(next((words for words in told if words), type(record).__name__)))


def _owner(record: Record) -> Uid:
    return str(getattr(record, "person_uid", getattr(record, "owner_uid", record.uid)))

"""Stand-ins for a book and the way to it: they answer from values and remember what they were asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.remember.card import Card
from shopkeeper.remember.reminder import Mark, Reminder, Slot, Urgency
from shopkeeper.ui.needs import Book, Refusal, Start
from shopkeeper.usecases.undo import Long
from tests.ui.stand_in_parts import StandInDeeds, StandInFamilies, StandInPast, StandInRecords, StandInStaff
from tests.ui.stand_in_writing import StandInWriting

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    person_uid: str
    name: str
    matched: tuple[tuple[int, int], ...] = ()
    line: str = ""
    reason: Phrase | None = None
    badges: frozenset[Mark] = frozenset()
    is_whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    rows: tuple[Row, ...] = ()
    total: int = 0
    is_whole: bool = True


@dataclass(slots=True)
class Looking:
    """A search that finds in each turn what a test wants; usually all at once."""

    turns: list[Found]
    expected: tuple[Row, ...] = ()  # what the next key may bring

    def begin(self, _in_sight: int, _may_go_on: Callable[[], bool], /) -> Found:
        return self.turns.pop(0)

    def go_on(self, _may_go_on: Callable[[], bool] = lambda: True, /) -> Found:
        return self.turns.pop(0)

    def ahead(self) -> Iterator[tuple[Row, ...]]:
        yield self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    act_uid: str = "act"
    name: Phrase
    person_uid: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    person_uid: str
    mark: Mark = Mark.OCCASION
    title: Phrase
    detail: Phrase | None = None
    day: date = TODAY
    urgency: Urgency = Urgency.USUAL


def safety(words: str, strong: str = "", *, told: bool = True, struck: bool = False) -> Reminder:
    """A line of slot 2."""
    return Reminder(
        slot=Slot.SAFETY, mark=Mark.ALLERGY, title=verbatim(words), strong=verbatim(strong) if strong else None,
        told=told, struck=struck, details=(verbatim("told by Ana, 14 months ago: ask again?"),) if told else (),
    )  # fmt: skip


def remembered(words: str, slot: Slot = Slot.ASK_AFTER, mark: Mark = Mark.ASK, *, private: bool = False) -> Reminder:
    """A line of another slot."""
    return Reminder(slot=slot, mark=mark, title=verbatim(words), details=(verbatim("9 days ago"),), private=private)


NEVER = (safety("Food: never asked", told=False), safety("Medicine: never asked", told=False))


def card(uid: str, name: str, *reminders: Reminder) -> Card:
    """A card with these lines."""
    return Card(person_uid=uid, name=name, reminders=reminders)


ANA = card(
    "ana", "Ana Duarte",
    Reminder(slot=Slot.WHO, mark=Mark.NOTE, title=verbatim("Ana Duarte"), details=(verbatim("AH-na"), verbatim("she"))),
    safety("Allergic to tree nuts", "tree nuts"),
    safety("Leo, her son: sesame", "sesame"),
    remembered("Ask how grandma Rosa is after her flu"),
    remembered("Don't mention: the wedding", private=True),
    remembered("She lent us her ladder", Slot.KINDNESS, Mark.GIFT),
    remembered("Keeps bees", Slot.CARES_ABOUT, Mark.HEART),
    Reminder(slot=Slot.HERE, mark=Mark.HOUSE, title=verbatim("Duarte household: Ana · Leo")),
)  # fmt: skip
BO = card("bo", "Bo Lund", *NEVER)
CARDS = {"ana": ANA, "bo": BO, "anton": card("anton", "Anton Berg", *NEVER)}


@dataclass(frozen=True, slots=True)
class Job:
    """A child that is told what a test wants."""

    command: tuple[str, ...]
    first_line: bytes

    def line(self) -> bytes:
        return self.first_line


@dataclass(slots=True)
class StandInBook:
    """A book of three people, or of whom a test puts in."""

    cards: dict[str, Card] = field(default_factory=lambda: dict(CARDS))
    lines: tuple[DayLine, ...] = (DayLine(person_uid="bo", title=verbatim("Bo turns 60"), detail=verbatim("today")),)
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    acts: list[Done] = field(default_factory=list)
    undone: list[Done] = field(default_factory=list)
    is_demo: bool = False
    is_read_only: bool = False
    moment: datetime = datetime(2026, 11, 24, 17, 30).astimezone()  # noqa: RUF009 - a value, like TODAY
    rested: int = 0
    long: Long | None = None
    closed: bool = False
    refuse: Exception | None = None
    is_current: bool = True
    child: Job = field(default_factory=lambda: Job(("false",), b"{}"))
    forgotten: int = 0
    # Put in by whoever tries them.
    families: Any = field(init=False)
    writing: StandInWriting = field(init=False)
    records: StandInRecords = field(init=False)
    deeds: StandInDeeds = field(init=False)
    past: StandInPast = field(init=False)
    staff: StandInStaff = field(default_factory=StandInStaff)

    def __post_init__(self) -> None:
        self.records = StandInRecords(self.did)
        self.deeds = StandInDeeds(self.did)
        self.families = StandInFamilies(self.did)
        self.past = StandInPast(self.did)
        self.writing = StandInWriting(self.cards, self.did)

    def did(self, name: Phrase, person_uid: str) -> Done:
        """Something was done by one of the parts."""
        self._may()
        return self._did(Done(name=name, person_uid=person_uid))

    def forget(self) -> None:
        self.forgotten += 1

    def look(self, text: str, /) -> Looking:
        self.asked.append(("find", text))
        return Looking([self.found(text)])

    def found(self, text: str) -> Found:
        words = text.casefold().split()
        rows = [
            Row(person_uid=uid, name=one.name, matched=((0, len(words[0])),), line="Elm St")
            for uid, one in self.cards.items()
            if uid in self.codes.get(text, ())
            or all(any(part.startswith(word) for part in one.name.casefold().split()) for word in words)
        ]
        return Found(rows=tuple(rows), total=len(self.cards))

    def warm(self, language: str, /) -> Iterator[None]:
        return iter(())

    def scanned(self, code: str, /) -> tuple[str, ...]:
        self.asked.append(("scanned", code))
        return self.codes.get(code, ())

    def chose(self, text: str, uid: str, /) -> None:
        self.asked.append(("chose", text, uid))

    def card(self, uid: str, /) -> Card | None:
        self.asked.append(("card", uid))
        return self.cards.get(uid)

    def today_in_steps(self) -> Iterator[tuple[DayLine, ...] | None]:
        return iter((None, self.lines))

    def day(self) -> date:
        return self.moment.date()

    def now(self) -> datetime:
        return self.moment

    def search_is_current(self) -> bool:
        return self.is_current

    def rest(self) -> Iterator[None]:
        self.rested += 1
        return iter(())

    def count(self) -> int:
        return len(self.cards)

    def make_person(self, words: str, /) -> Done:
        self._may()
        self.asked.append(("make", words))
        uid = f"new-{len(self.cards)}"
        self.cards[uid] = card(uid, words, *NEVER)
        return self._did(Done(name=translate("test", "wrote down {who}").with_values(who=words), person_uid=uid))

    def was_here(self, uid: str, /) -> Done:
        self._may()
        self.asked.append(("here", uid))
        who = self.cards[uid].name
        return Done(name=translate("test", "{who} was here").with_values(who=who), person_uid=uid)

    def undo(self) -> Done | Long | None:
        self._may()
        if self.long is not None:
            return self.long
        if not self.acts:
            return None
        done = self.acts.pop()
        self.undone.append(replace(done))
        self.cards.pop(done.person_uid, None)
        return done

    def redo(self) -> Done | None:
        return self._did(self.undone.pop()) if self.undone else None

    def job(self, verb: str, arguments: Mapping[str, str], /) -> Job:
        self.asked.append((verb, *arguments.values()))
        return self.child

    def close(self) -> None:
        self.closed = True

    def _did(self, done: Done) -> Done:
        self.acts.append(done)
        return done

    def _may(self) -> None:
        if self.refuse is not None:
            raise self.refuse


@dataclass(slots=True)
class StandInDoor:
    """A door that says what the test wants."""

    book: StandInBook
    says: Start | Refusal = Start.READY
    has_keychain: bool = True
    answers: Callable[[str | None], Book | Refusal] | None = None
    given: list[tuple[str, str | None]] = field(default_factory=list)

    def start(self) -> Start | Refusal:
        return self.says

    def open(self, passphrase: str | None, /) -> Book | Refusal:
        return self._answer("open", passphrase)

    def create(self, passphrase: str | None, /) -> Book | Refusal:
        return self._answer("create", passphrase)

    def demo(self) -> Book | Refusal:
        self.given.append(("demo", None))
        self.book.is_demo = True
        return self.book

    def _answer(self, verb: str, passphrase: str | None) -> Book | Refusal:
        self.given.append((verb, passphrase))
        return self.answers(passphrase) if self.answers else self.book

"""Books for pictures: Demo Street as the window asks of it, an empty book, and one card with very many allergies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time

from shopkeeper.domain.phrase import translate, verbatim
from shopkeeper.remember.card import Card
from shopkeeper.remember.reminder import Mark, Reminder, Slot
from shopkeeper.search.cascade import always
from shopkeeper.ui.needs import CardShown, DayLineShown, DoneShown, FoundShown, Job, LookingShown, RowShown, Uid
from shopkeeper.ui.parts import Deeds, Past, Records, Staff, Writing
from shopkeeper.usecases.at_home import AtHome
from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.look_up import Found, Row
from shopkeeper.usecases.undo import Long


class AllAtOnce:
    """A search that is over before it has begun."""

    def __init__(self, found: FoundShown) -> None:
        self._found = found

    def begin(self, _in_sight: int, _may_go_on: Callable[[], bool], /) -> FoundShown:
        return self._found

    def go_on(self, _may_go_on: Callable[[], bool] = always, /) -> FoundShown:
        return self._found

    def ahead(self) -> Iterator[tuple[RowShown, ...]]:
        return iter(())


class OnlyShown:
    """Demo Street; no job is ever started from a picture."""

    is_demo = True
    is_read_only = False

    def __init__(self, counter: Counter) -> None:
        self._counter = counter

    @property
    def records(self) -> Records:
        return self._counter.records

    @property
    def deeds(self) -> Deeds:
        return self._counter.deeds

    @property
    def writing(self) -> Writing:
        return self._counter.writing

    @property
    def families(self) -> AtHome:
        return self._counter.families

    @property
    def past(self) -> Past:
        return self._counter.past

    @property
    def staff(self) -> Staff:
        return self._counter.staff

    def forget(self) -> None:
        self._counter.forget()

    def look(self, text: str, /) -> LookingShown:
        return self._counter.look(text)

    def warm(self, language: str, /) -> Iterator[None]:
        return iter(())

    def scanned(self, code: str, /) -> tuple[Uid, ...]:
        return self._counter.scanned(code)

    def chose(self, _text: str, _uid: str, /) -> None:
        return

    def card(self, uid: str, /) -> CardShown | None:
        return self._counter.card(uid)

    def today_in_steps(self) -> Iterator[tuple[DayLineShown, ...] | None]:
        return self._counter.today_in_steps()

    def day(self) -> date:
        return self._counter.day()

    def now(self) -> datetime:
        return self._counter.now()

    def count(self) -> int:
        return self._counter.count()

    def make_person(self, words: str, /) -> DoneShown:
        return self._counter.make_person(words)

    def was_here(self, uid: str, /) -> DoneShown:
        return self._counter.was_here(uid)

    def undo(self) -> DoneShown | Long | None:
        return self._counter.undo()

    def redo(self) -> DoneShown | Long | None:
        return self._counter.redo()

    def search_is_current(self) -> bool:
        return True

    def rest(self) -> Iterator[None]:
        return iter(())

    def job(self, _verb: str, _arguments: Mapping[str, str], /) -> Job:
        raise NotImplementedError

    def close(self) -> None:
        self._counter.close()


class Empty(OnlyShown):
    """A book that was made a moment ago."""

    is_demo = False

    def __init__(self, day: date) -> None:
        self._day = day

    def look(self, text: str, /) -> LookingShown:
        return AllAtOnce(Found())

    def card(self, uid: str, /) -> CardShown | None:
        return None

    def today_in_steps(self) -> Iterator[tuple[DayLineShown, ...] | None]:
        return iter(((),))

    def day(self) -> date:
        return self._day

    def now(self) -> datetime:
        return datetime.combine(self._day, time(12)).astimezone()

    def count(self) -> int:
        return 0

    def close(self) -> None:
        return


def many_allergies() -> Card:
    """More than fits on any card: every line must be reachable, and the edge must count them."""
    told = (
        "tree nuts", "penicillin", "sesame", "crustaceans", "celery and celeriac, also as a powder in stock cubes",
        "mustard", "lupin flour", "egg white", "cow's milk", "ibuprofen", "latex", "kiwi, raw",
        "peanuts", "soya", "hazelnut paste",
    )  # fmt: skip
    lines = tuple(_allergy(n, words) for n, words in enumerate(told))
    never = Reminder(
        slot=Slot.SAFETY, mark=Mark.ALLERGY, title=translate("card", "medicine: never asked"), told=False, order=(99,)
    )
    more = Reminder(slot=Slot.ASK_AFTER, mark=Mark.ASK, title=verbatim("Ask how the new flat is"))
    return Card(person_uid="many", name="Wilhelmina van den Berg-Papadopoulou", reminders=(*lines, never, more))


def _allergy(n: int, words: str) -> Reminder:
    title = translate("card", "Allergic to {what}").with_values(what=words)
    details = (verbatim("life-threatening"), verbatim("carries a pen"), verbatim("told by her mother, 3 weeks ago"))
    return Reminder(
        slot=Slot.SAFETY, mark=Mark.ALLERGY, title=title, strong=verbatim(words), details=details[n % 3 :], order=(n,)
    )


class ManyAllergies(Empty):
    """A book of one person, whose allergies are more than a card can show at once."""

    def look(self, text: str, /) -> LookingShown:
        card = many_allergies()
        row = Row(
            person_uid=card.person_uid,
            name=card.name,
            matched=((0, 3),),
            line=verbatim("Canal Street 12"),
            reason=verbatim(""),
            badges=frozenset({Mark.ALLERGY, Mark.ASK}),
        )
        return AllAtOnce(Found(rows=(row,), total=1))

    def card(self, uid: str, /) -> CardShown | None:
        return many_allergies()

    def count(self) -> int:
        return 1

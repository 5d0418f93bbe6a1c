"""After a death, a parting or a wish to be forgotten: every view, every day of a year, and every verb of the terminal.

Demo Street is walked from end to end, before, after, and after it was taken back. The history is left out: it says what
was done, not what is to be remembered; that it wishes nobody anything is tried by itself.
"""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, cast

import pytest

from shopkeeper.cli import verbs
from shopkeeper.cli.desk import Desk
from shopkeeper.domain.household import Standing
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Uid
from shopkeeper.host.clock import Clock
from shopkeeper.usecases.closing import closing
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.everything import everything_of
from shopkeeper.usecases.history import history
from shopkeeper.usecases.household import homes_of
from shopkeeper.usecases.leave import died, opt_out, parted
from shopkeeper.usecases.look_up import card, find
from shopkeeper.usecases.records import edit
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import listen
from shopkeeper.usecases.today import today
from shopkeeper.usecases.undo import undo
from tests.usecases.shops import DAY

CHEERFUL: Final = re.compile(r"birthday|anniversary|married|wedding|name day|\bturn(s|ed)\b", re.IGNORECASE)
A_YEAR: Final = 366


@dataclass(frozen=True)
class Seen:
    """One line of one view, and of whose."""

    view: str
    of: Uid
    line: str


@pytest.fixture
def shop() -> Iterator[Shop]:
    with demo(Clock.fixed(DAY)) as opened:
        yield opened


class Open:
    """A desk whose book is open already."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop

    def reading(self) -> AbstractContextManager[Shop]:
        return nullcontext(self._shop)


def uid_of(shop: Shop, name: str) -> Uid:
    return find(shop, name).rows[0].person_uid


def said(*phrases: Phrase | None) -> str:
    return " · ".join(phrase.in_english() for phrase in phrases if phrase is not None)


def days_of(shop: Shop) -> Iterator[Seen]:
    for ahead in range(A_YEAR):
        then = replace(shop, clock=Clock.fixed(DAY + timedelta(days=ahead)))
        for line in today(then, days_ahead=0):
            yield Seen("day", line.person_uid, f"{line.day}: {said(line.title, line.detail)}")


def people_on(shop: Shop) -> Iterator[Seen]:
    for uid in shop.store.uids():
        name = str(shop.store.memory_of(uid).person.name)
        told = card(shop, uid)
        yield from (Seen("card", uid, said(r.title, *r.details)) for r in told.reminders)
        for row in find(shop, name).rows:
            yield Seen("row", row.person_uid, f"{row.name} {said(row.line, row.reason)} {sorted(row.badges)}")
        yield from (Seen("hint", uid, said(hint)) for hint in listen(shop, "gave doughnuts", uid).hints)
        for home in homes_of(shop, uid):
            yield from (Seen("home", uid, f"{one.name} {said(one.kin)}") for one in home.members)
        for section in everything_of(shop, uid):
            yield from (Seen("everything", uid, said(line.title, line.detail)) for line in section.lines)


def verbs_on(shop: Shop, names: tuple[str, ...]) -> Iterator[Seen]:
    desk = cast(Desk, Open(shop))
    for as_json in (False, True):
        asked: list[tuple[Callable[[Desk, Namespace], tuple[int, str]], Namespace]] = [
            (verbs.today, Namespace(json=as_json)),
            *(
                (verb, Namespace(name=[name], json=as_json, limit=20))
                for name in names
                for verb in (verbs.card, verbs.find)
            ),
        ]
        for verb, words in asked:
            _, text = verb(desk, words)
            for line in text.splitlines():
                yield Seen(f"{verb.__name__} {vars(words)}", "", line)


def walk(shop: Shop, *names: str) -> tuple[Seen, ...]:
    """Every line that anybody could see, on cards through the year too."""
    seen = [*people_on(shop), *verbs_on(shop, names), *days_of(shop)]
    for one in closing(shop):
        seen.append(Seen("closing", one.person_uid, f"{one.name}: {said(one.what)}"))
    for ahead in range(0, A_YEAR, 5):
        then = replace(shop, clock=Clock.fixed(DAY + timedelta(days=ahead)))
        for name in names:
            uid = uid_of(shop, name)
            lines = card(then, uid).reminders
            seen += [Seen(f"card in {ahead} days", uid, said(r.title, *r.details)) for r in lines]
    return tuple(seen)


def naming(seen: tuple[Seen, ...], name: str, uid: Uid = "") -> list[Seen]:
    """What is said of somebody: by name anywhere, or on their own card and line."""
    return [one for one in seen if re.search(rf"\b{name}\b", one.line) or (uid and one.of == uid)]


def cheerful(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if CHEERFUL.search(one.line)]


# Leo is Ana's son, of 7; Joe and Edie have been married for 25 years tomorrow.
WITH_DAYS: Final = (("Leo", "Leo Duarte", "Ana Duarte"), ("Joe", "Joe Park", "Edie Park"))


@pytest.mark.parametrize(("called", "name", "kin"), WITH_DAYS)
def test_after_a_death_no_day_of_theirs_is_named_anywhere_and_undone_all_is_as_before(
    shop: Shop, called: str, name: str, kin: str
) -> None:
    uid = uid_of(shop, name)
    before = walk(shop, name, kin)
    assert {one.view.split(" ")[0] for one in cheerful(naming(before, called, uid))} >= {"day", "card", "everything"}
    died(shop, uid, told_by=kin)
    after = walk(shop, name, kin)
    assert cheerful(naming(after, called, uid)) == []
    assert any("Be gentle" in one.line for one in naming(after, called) if one.of == uid_of(shop, kin))
    undo(shop)
    assert walk(shop, name, kin) == before


@pytest.mark.parametrize("standing", [s for s in Standing if s is not Standing.TOGETHER])
def test_who_parted_are_on_none_of_each_others_views_and_their_day_is_on_nobodys(
    shop: Shop, standing: Standing
) -> None:
    joe, edie = uid_of(shop, "joe park"), uid_of(shop, "edie park")
    before = walk(shop, "Joe Park", "Edie Park")
    assert cheerful(naming(before, "Edie", edie))
    parted(shop, joe, edie, standing)
    after = walk(shop, "Joe Park", "Edie Park")
    assert cheerful([*naming(after, "Joe", joe), *naming(after, "Edie", edie)]) == []
    assert [one for one in naming(after, "Joe") if one.of == edie and one.view != "everything"] == []
    assert [one for one in naming(after, "Edie") if one.of == joe and one.view != "everything"] == []
    undo(shop)
    assert walk(shop, "Joe Park", "Edie Park") == before


def test_of_who_asked_not_to_be_remembered_only_the_name_is_said_and_on_no_other_card(shop: Shop) -> None:
    joe = uid_of(shop, "joe park")
    before = walk(shop, "Joe Park", "Edie Park")
    opt_out(shop, joe)
    after = walk(shop, "Joe Park", "Edie Park")
    assert {one.line for one in after if one.of == joe and one.view.startswith("card")} == {
        "Joe Park", "Asked us not to remember them",
    }  # fmt: skip
    assert {one.line for one in after if one.of == joe and one.view == "row"} == {
        "Joe Park Asked us not to remember them []",
    }  # fmt: skip
    assert not [one for one in naming(after, "Joe") if one.of not in ("", joe)]
    assert not [one for one in after if one.of == joe and one.view in ("day", "closing")]
    assert not cheerful(naming(after, "Joe", joe))
    undo(shop)
    assert walk(shop, "Joe Park", "Edie Park") == before


def test_the_history_wishes_nobody_anything(shop: Shop) -> None:
    leo = uid_of(shop, "leo duarte")
    [day] = shop.store.memory_of(leo).occasions
    edit(shop, day, replace(day, note="a rocket on the cake"))
    died(shop, leo)
    told = [
        said(entry.name, *(part for one in entry.changes for part in (one.what, one.before, one.after)))
        for whose in (leo, None)
        for entry in history(shop, whose)
    ]
    assert told[0].startswith("Leo has died")
    assert not [line for line in told if re.search(r"\bLeo\b", line) and CHEERFUL.search(line)]


def test_on_demo_street_nobody_who_has_died_or_asked_not_to_be_remembered_has_a_day(shop: Shop) -> None:
    names = ("Edith Brandt", "Inés Reyes", "Otto Lindgren")
    seen = walk(shop, *names, "Walter Brandt", "Tomás Reyes")
    for name in names:
        said_of = naming(seen, name.split(" ")[0], uid_of(shop, name))
        assert said_of
        assert cheerful(said_of) == []

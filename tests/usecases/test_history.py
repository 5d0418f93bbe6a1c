from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance, Category, Severity
from shopkeeper.domain.change import edited, made, removed
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.phrase import Phrase, verbatim
from shopkeeper.domain.record import Record
from shopkeeper.host.clock import new_uid
from shopkeeper.store import Conflict
from shopkeeper.usecases.bring_in import bring_in
from shopkeeper.usecases.history import Entry, history, take_back
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done
from tests.usecases.shops import names_of, own_shop, vcard


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def keep(shop: Shop, name: str, *records: Record) -> Done:
    return one_act(shop, verbatim(name), map(made, records))


def person(shop: Shop, name: str) -> Person:
    found = Person(uid=new_uid(), name=Name(formatted=name))
    keep(shop, f"wrote down {name}", found)
    return found


def nuts(owner: Person) -> AllergyIntolerance:
    return AllergyIntolerance(uid=new_uid(), person_uid=owner.uid, category=Category.FOOD, substance="nuts")


def said(words: Phrase | None) -> str:
    return words.in_english() if words else "-"


def lines(entry: Entry) -> list[str]:
    return [f"{said(t.what)}: {said(t.before)} > {said(t.after)}" for t in entry.changes]


def test_what_was_done_is_told_newest_first_with_who_and_when(shop: Shop) -> None:
    person(shop, "Ana Duarte")
    person(shop, "Bo Lund")
    told = history(shop)
    assert [(entry.number, said(entry.name), entry.by) for entry in told] == [
        (2, "wrote down Bo Lund", "MK"),
        (1, "wrote down Ana Duarte", "MK"),
    ]
    assert told[0].at.date() == shop.clock.today()
    assert lines(told[0]) == ["person: - > Bo Lund"]


def test_an_edit_tells_whose_it_is_and_what_was_there_before_and_after(shop: Shop) -> None:
    ana = person(shop, "Ana Duarte")
    told = nuts(ana)
    keep(shop, "nuts", told)
    one_act(shop, verbatim("worse"), edited(told, replace(told, severity=Severity.SERIOUS)))
    one_act(shop, verbatim("say it"), edited(ana, replace(ana, say_it="AH-na")))
    one_act(shop, verbatim("out"), (removed(replace(told, severity=Severity.SERIOUS)),))
    out, say_it, _, first, _ = history(shop, ana.uid)
    assert lines(out) == ["Ana Duarte: allergy: nuts, food, serious > -"]
    assert lines(say_it) == ["Ana Duarte: say it: - > AH-na"]
    assert lines(first) == ["Ana Duarte: allergy: - > nuts, food"]
    take_back(shop, 5)
    (worse,) = (entry for entry in history(shop) if said(entry.name) == "worse")
    assert lines(worse) == ["Ana Duarte: allergy, how bad (nuts, food, serious): not said > serious"]


def test_of_one_person_only_what_touched_them_is_told(shop: Shop) -> None:
    ana, bo = person(shop, "Ana Duarte"), person(shop, "Bo Lund")
    keep(shop, "both", nuts(ana), nuts(bo))
    both, first = history(shop, ana.uid)
    assert lines(both) == ["Ana Duarte: allergy: - > nuts, food"]
    assert lines(first) == ["person: - > Ana Duarte"]


def test_a_new_relative_is_told_on_both_sides(shop: Shop) -> None:
    ana, leo = person(shop, "Ana Duarte"), Person(uid=new_uid(), name=Name(formatted="Leo"))
    tie = Relationship(uid=new_uid(), person_uid=ana.uid, kind="child", related_uid=leo.uid, words="son")
    keep(shop, "son", leo, tie)
    assert lines(history(shop, ana.uid)[0]) == ["Ana Duarte: family: - > Leo, son"]
    assert lines(history(shop, leo.uid)[0]) == ["person: - > Leo", "Ana Duarte: family: - > Leo, son"]


def test_a_page_goes_on_where_the_last_one_ended(shop: Shop) -> None:
    for name in ("Ana", "Bo", "Chi"):
        person(shop, name)
    newest = history(shop, limit=2)
    assert [entry.number for entry in newest] == [3, 2]
    assert [entry.number for entry in history(shop, limit=2, before=newest[-1].number)] == [1]


def test_of_a_contacts_file_only_the_name_is_told(shop: Shop) -> None:
    bring_in(shop, b"".join(vcard(f"FN:Person {n}") for n in range(100)), "phone.vcf")
    assert [(said(entry.name), entry.changes) for entry in history(shop)] == [("brought in phone.vcf", ())]


def test_any_act_is_taken_back_by_its_number_and_shown_to_be(shop: Shop) -> None:
    person(shop, "Ana Duarte")
    person(shop, "Bo Lund")
    assert said(take_back(shop, 1).name) == "wrote down Ana Duarte"
    assert (names_of(shop, "ana"), names_of(shop, "bo")) == ([], ["Bo Lund"])
    undo, bo, ana = history(shop)
    assert (undo.is_undone, bo.is_undone, ana.is_undone) == (False, False, True)
    with pytest.raises(Refused, match="Number 1 was taken back already: wrote down Ana Duarte"):
        take_back(shop, 1)
    take_back(shop, undo.number)
    assert names_of(shop, "ana") == ["Ana Duarte"]


@pytest.mark.parametrize("number", [0, 2, 99])
def test_a_number_that_is_not_there_is_said_to_be_none(shop: Shop, number: int) -> None:
    person(shop, "Ana Duarte")
    with pytest.raises(Refused, match=f"nothing under number {number}"):
        take_back(shop, number)


def test_what_something_newer_stands_on_names_that_and_how_to_take_it_back_first(shop: Shop) -> None:
    ana = person(shop, "Ana Duarte")
    one_act(shop, verbatim("her trade"), edited(ana, replace(ana, title="carpenter")))
    with pytest.raises(Conflict, match=r"First take back what came later: her trade \(number 2\)"):
        take_back(shop, 1)
    take_back(shop, 2)
    take_back(shop, 1)
    assert shop.store.count() == 0


def test_what_must_not_be_mentioned_is_marked_for_private_eyes(shop: Shop) -> None:
    ana = person(shop, "Ana Duarte")
    keep(shop, "quiet", DontMention(uid=new_uid(), person_uid=ana.uid, text="the wedding"))
    assert [told.private for told in history(shop)[0].changes] == [True]


def test_of_someone_who_has_died_no_birthday_is_told_and_no_act_is_called_by_it(shop: Shop) -> None:
    rosa = person(shop, "Rosa Duarte")
    keep(
        shop, "Rosa's birthday", Occasion(uid=new_uid(), person_uid=rosa.uid, kind="birthday", on=PartialDate(month=5))
    )
    keep(shop, "loss", Loss(uid=new_uid(), person_uid=rosa.uid, on=PartialDate(), told_on=date(2026, 11, 20)))
    loss, birthday, first = history(shop, rosa.uid)
    assert (said(birthday.name), birthday.changes) == ("something about Rosa Duarte", ())
    assert (said(loss.name), said(first.name)) == ("loss", "wrote down Rosa Duarte")
    take_back(shop, loss.number)
    assert said(history(shop, rosa.uid)[2].name) == "Rosa's birthday"

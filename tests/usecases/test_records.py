from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance, Asked, Category
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern, Outcome
from shopkeeper.domain.consent import Consent, Purpose
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.kindness import Kindness
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Name, Person, Tel
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Record
from shopkeeper.domain.records import RECORDS
from shopkeeper.domain.wanted import Wanted
from shopkeeper.store import Conflict, Store
from shopkeeper.usecases import records
from shopkeeper.usecases.records import Stale, fresh, record
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import undo
from tests.usecases.shops import DAY, own_shop, whole

ANA = Person(uid="ana", name=Name(formatted="Ana Duarte", given="Ana", family="Duarte"))
LEO = Person(uid="leo", name=Name(formatted="Leo Duarte", given="Leo", family="Duarte"))
PHONE = Tel(uid="phone", owner_uid="ana", value="07700 900188")


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        keep(opened, ANA, LEO, PHONE)
        yield opened


@pytest.fixture
def other_window(shop: Shop) -> Iterator[Shop]:
    with Store.open(shop.places.book, shop.key, now=shop.clock.now()) as store:
        yield replace(shop, store=store, by="JS")


def keep(shop: Shop, *kept: Record) -> None:
    for one in kept:
        records.add(shop, one)


def said(shop: Shop) -> str:
    act = shop.store.last_act()
    assert act is not None
    return act.name.in_english()


def sesame(**more: object) -> AllergyIntolerance:
    return replace(
        AllergyIntolerance(uid="sesame", person_uid="leo", category=Category.FOOD, substance="sesame"),
        **more,  # type: ignore[arg-type]  # the fields of an allergy
    )


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_a_blank_one_of_every_kind_is_the_persons_own_and_not_kept_yet(shop: Shop, kind: type[Record]) -> None:
    blank = fresh(shop, kind, "ana")
    assert getattr(blank, "person_uid", getattr(blank, "owner_uid", "ana")) == "ana"
    assert record(shop, blank.uid) is None
    assert {f.name for f in fields(kind) if getattr(blank, f.name) is None} <= {
        f.name for f in fields(kind) if "None" in str(f.type)
    }


def test_a_blank_one_knows_the_day_and_who_is_at_the_counter(shop: Shop) -> None:
    assert fresh(shop, AllergyIntolerance, "ana").told_on == DAY
    assert fresh(shop, AllergyIntolerance, "ana").recorded_by == "MK"
    assert fresh(shop, Kindness, "ana").on == PartialDate.of(DAY)
    assert fresh(shop, Concern, "ana").since == PartialDate.of(DAY)
    assert fresh(shop, Promise, "ana").made_by == "MK"
    assert fresh(shop, Asked, "ana").asked_on == DAY
    assert fresh(shop, Note, "ana").written_by == "MK"


def test_a_blank_one_tells_nothing_that_has_not_happened(shop: Shop) -> None:
    assert fresh(shop, Wanted, "ana").told_on is None, "nobody was told yet that it has arrived"
    assert fresh(shop, Concern, "ana").asked_on is None
    assert fresh(shop, Occasion, "ana").on == PartialDate(), "a birthday is not today because it is written down today"


def test_what_somebody_agreed_to_before_covers_a_new_allergy_of_theirs(shop: Shop) -> None:
    keep(shop, Consent(uid="agreed", person_uid="leo", purpose=Purpose.HEALTH, agreed_on=DAY))
    assert fresh(shop, AllergyIntolerance, "leo").consent_uid == "agreed"
    assert fresh(shop, AllergyIntolerance, "ana").consent_uid == ""
    agreed = record(shop, "agreed")
    assert isinstance(agreed, Consent)
    records.edit(shop, agreed, replace(agreed, withdrawn_on=DAY))
    assert fresh(shop, AllergyIntolerance, "leo").consent_uid == ""


def test_an_act_says_whose_and_what(shop: Shop) -> None:
    keep(shop, sesame())
    assert said(shop) == "wrote down Leo's allergy: sesame"
    records.edit(shop, PHONE, replace(PHONE, value="07700 900189"))
    assert said(shop) == "changed Ana's phone"
    records.edit(shop, ANA, replace(ANA, pronouns="she"))
    assert said(shop) == "changed Ana's pronouns"
    records.remove(shop, "sesame")
    assert said(shop) == "took out Leo's allergy: sesame"
    keep(shop, Occasion(uid="day", person_uid="leo", kind="birthday", on=PartialDate(month=5, day=4)))
    assert said(shop) == "wrote down Leo: Birthday"


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_thing_has_a_name_to_be_undone_by(shop: Shop, kind: type[Record]) -> None:
    assert "Ana" in records.described(shop, fresh(shop, kind, "ana")).in_english() or kind in (Person, Household)


def test_what_must_not_be_mentioned_is_not_said_by_the_act_either(shop: Shop) -> None:
    keep(shop, DontMention(uid="hush", person_uid="ana", text="the wedding"))
    assert "wedding" not in said(shop)


def test_only_the_fields_that_differ_are_written(shop: Shop) -> None:
    done = records.edit(shop, PHONE, replace(PHONE, value="1", label="shop"))
    assert done is not None
    assert [c.field for c in shop.store.act(done.act_uid).changes] == ["value", "label"]
    assert done.person_uid == "ana"
    assert records.edit(shop, PHONE, PHONE) is None


def test_every_act_on_one_thing_is_taken_back_by_one_undo(shop: Shop) -> None:
    before = whole(shop)
    keep(shop, sesame())
    undo(shop)
    assert whole(shop) == before
    records.edit(shop, PHONE, replace(PHONE, value="1"))
    undo(shop)
    assert whole(shop) == before
    records.remove(shop, "phone")
    assert record(shop, "phone") is None
    undo(shop)
    assert whole(shop) == before


def test_a_stale_form_shows_both_and_writes_nothing(shop: Shop, other_window: Shop) -> None:
    records.edit(other_window, PHONE, replace(PHONE, value="theirs"))
    with pytest.raises(Stale) as stale:
        records.edit(shop, PHONE, replace(PHONE, value="mine"))
    assert (stale.value.field, stale.value.yours, stale.value.theirs) == ("value", "mine", "theirs")
    assert "Ana's phone was changed meanwhile" in stale.value.phrase.in_english()
    assert record(shop, "phone") == replace(PHONE, value="theirs")


def test_mine_can_be_kept_over_what_is_newer(shop: Shop, other_window: Shop) -> None:
    records.edit(other_window, PHONE, replace(PHONE, value="theirs", label="at work"))
    with pytest.raises(Stale) as stale:
        records.edit(shop, PHONE, replace(PHONE, value="mine"))
    records.edit(shop, stale.value.kept, stale.value.mine)
    assert record(shop, "phone") == replace(PHONE, value="mine", label="at work")
    undo(shop)
    assert record(shop, "phone") == replace(PHONE, value="theirs", label="at work")


def test_theirs_can_be_kept_and_gone_on_from(shop: Shop, other_window: Shop) -> None:
    records.edit(other_window, PHONE, replace(PHONE, value="theirs"))
    with pytest.raises(Stale) as stale:
        records.edit(shop, PHONE, replace(PHONE, value="mine"))
    records.edit(shop, stale.value.kept, replace(PHONE, value="theirs", label="home"))
    assert record(shop, "phone") == replace(PHONE, value="theirs", label="home")


def test_two_windows_may_change_two_fields_of_one_thing(shop: Shop, other_window: Shop) -> None:
    records.edit(other_window, PHONE, replace(PHONE, label="at work"))
    records.edit(shop, PHONE, replace(PHONE, value="mine"))
    assert record(shop, "phone") == replace(PHONE, value="mine", label="at work")


def test_two_windows_that_write_the_same_do_not_quarrel(shop: Shop, other_window: Shop) -> None:
    records.edit(other_window, PHONE, replace(PHONE, value="same"))
    assert records.edit(shop, PHONE, replace(PHONE, value="same")) is None
    records.edit(shop, PHONE, replace(PHONE, value="same", label="home"))
    assert record(shop, "phone") == replace(PHONE, value="same", label="home")


def test_what_another_window_took_out_is_not_changed_back_into_the_book(shop: Shop, other_window: Shop) -> None:
    records.remove(other_window, "phone")
    with pytest.raises(Refused, match="no longer in the book"):
        records.edit(shop, PHONE, replace(PHONE, value="mine"))
    with pytest.raises(Refused, match="no longer in the book"):
        records.remove(shop, "phone")


def test_what_speaks_of_nobody_is_refused_and_not_tried_for_ever(shop: Shop) -> None:
    day = Occasion(uid="day", person_uid="leo", kind="other", on=PartialDate(month=5))
    keep(shop, day)
    with pytest.raises(Conflict, match="not in the book"):
        records.edit(shop, day, replace(day, with_uid="nobody"))


@pytest.mark.parametrize(
    ("empty", "sentence"),
    [
        (Person(uid="x", name=Name(formatted="  ")), "without a name"),
        (sesame(uid="x", substance=" "), "in their own words"),
        (Tel(uid="x", owner_uid="ana", value=""), "number"),
        (Adr(uid="x", owner_uid="ana"), "street"),
        (Occasion(uid="x", person_uid="ana", kind="birthday", on=PartialDate()), "when it is"),
        (Relationship(uid="x", person_uid="ana", kind="child"), "who it is"),
        (Relationship(uid="x", person_uid="ana", kind="child", related_uid="ana"), "two people"),
        (Collects(uid="x", person_uid="ana", for_uid="ana"), "two people"),
    ],
)
def test_what_says_nothing_is_not_written_down(shop: Shop, empty: Record, sentence: str) -> None:
    before = whole(shop)
    with pytest.raises(Refused, match=sentence):
        records.add(shop, empty)
    assert whole(shop) == before


def test_a_name_cannot_be_emptied_by_an_edit(shop: Shop) -> None:
    with pytest.raises(Refused, match="without a name"):
        records.edit(shop, ANA, replace(ANA, name=Name()))


def _the_duartes(shop: Shop) -> None:
    keep(
        shop,
        Household(uid="home", name="Duarte"),
        Membership(uid="m-ana", person_uid="ana", household_uid="home"),
        Membership(uid="m-leo", person_uid="leo", household_uid="home"),
        Adr(uid="street", owner_uid="home", street="Elm St 4"),
        Relationship(uid="son", person_uid="ana", kind="child", related_uid="leo"),
        Consent(uid="agreed", person_uid="ana", purpose=Purpose.HEALTH, agreed_on=DAY),
        sesame(consent_uid="agreed"),
        Concern(uid="flu", person_uid="leo", what="flu", who_uid="ana", since=PartialDate()),
        Occasion(uid="wed", person_uid="leo", kind="other", on=PartialDate(month=6), with_uid="ana"),
        Collects(uid="collects", person_uid="leo", for_uid="ana"),
    )


def test_somebody_is_taken_out_with_all_that_is_theirs_in_one_act(shop: Shop) -> None:
    _the_duartes(shop)
    before = whole(shop)
    records.remove(shop, "ana")
    assert said(shop) == "took out Ana Duarte"
    assert set(whole(shop)) == {"leo"}
    assert shop.store.about("ana") == ()
    left = whole(shop)["leo"]
    assert (left.relationships, left.collects) == ((), ())
    assert [(c.who, c.who_uid) for c in left.concerns] == [("Ana Duarte", "")], "it is not Leo who has the flu"
    assert [o.with_uid for o in left.occasions] == [""]
    assert [a.consent_uid for a in left.allergies] == [""]
    assert [a.street for a in left.adrs] == ["Elm St 4"], "Leo still lives there"
    undo(shop)
    assert whole(shop) == before


def test_the_last_to_leave_a_household_takes_it_along(shop: Shop) -> None:
    _the_duartes(shop)
    records.remove(shop, "m-ana")
    assert record(shop, "street") is not None
    records.remove(shop, "m-leo")
    assert record(shop, "home") is None
    assert record(shop, "street") is None
    undo(shop)
    assert record(shop, "street") is not None


def test_a_household_is_taken_out_with_what_it_shares(shop: Shop) -> None:
    _the_duartes(shop)
    before = whole(shop)
    records.remove(shop, "home")
    assert shop.store.about("home") == ()
    assert set(whole(shop)) == {"ana", "leo"}
    undo(shop)
    assert whole(shop) == before


def test_an_agreement_is_taken_out_and_what_it_covered_stays(shop: Shop) -> None:
    _the_duartes(shop)
    records.remove(shop, "agreed")
    kept = record(shop, "sesame")
    assert isinstance(kept, AllergyIntolerance)
    assert kept.consent_uid == ""


def test_both_cards_say_the_same_of_two_who_parted(shop: Shop) -> None:
    son = Relationship(uid="son", person_uid="ana", kind="child", related_uid="leo", words="son")
    mum = Relationship(uid="mum", person_uid="leo", kind="parent", related_uid="ana", words="mum")
    boss = Relationship(uid="boss", person_uid="leo", kind="employer", related_uid="ana")
    keep(shop, son, mum, boss)
    records.edit(shop, son, replace(son, standing=Standing.ESTRANGED))
    assert record(shop, "mum") == replace(mum, standing=Standing.ESTRANGED)
    assert record(shop, "boss") == boss
    undo(shop)
    assert record(shop, "mum") == mum
    records.edit(shop, son, replace(son, kind="niece-or-nephew", words="nephew"))
    assert record(shop, "mum") == replace(mum, kind="aunt-or-uncle", words="")
    undo(shop)
    records.edit(shop, son, replace(son, words="eldest"))
    assert record(shop, "mum") == mum


def test_a_relation_told_anew_from_the_other_side_corrects_what_was_kept(shop: Shop) -> None:
    son = Relationship(
        uid="son", person_uid="ana", kind="child", related_uid="leo", words="son", standing=Standing.SEPARATED
    )
    aunt = Relationship(uid="aunt", person_uid="leo", kind="aunt-or-uncle", related_uid="ana")
    keep(shop, son, aunt)
    assert record(shop, "son") == replace(son, kind="niece-or-nephew", words="")
    undo(shop)
    assert record(shop, "son") == son
    mum = Relationship(uid="mum", person_uid="leo", kind="parent", related_uid="ana", words="mum")
    keep(shop, mum)
    assert record(shop, "son") == son, "the same from the other side, in a word of its own"


def test_whoever_asked_stands_beside_the_day_on_which_they_asked(shop: Shop) -> None:
    flu = Concern(uid="flu", person_uid="ana", what="flu", since=PartialDate())
    keep(shop, flu)
    records.edit(shop, flu, replace(flu, outcome=Outcome.BETTER, asked_on=DAY))
    assert record(shop, "flu") == replace(flu, outcome=Outcome.BETTER, asked_on=DAY, asked_by="MK")


def test_a_day_in_the_book_is_the_shops_own(shop: Shop) -> None:
    assert fresh(shop, Kindness, "ana").on.whole() == date(2026, 11, 22)

"""A card as records of ours: nothing lost, nothing made up."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import TypeVar

from shopkeeper.domain.household import Relationship
from shopkeeper.domain.interest import Interest
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Adr, Email, Person, Photo, Tel
from shopkeeper.domain.record import Record
from shopkeeper.domain.records import RECORDS
from shopkeeper.formats.vcard import read_cards, records_of
from shopkeeper.formats.vcard.labels import _KINSHIP
from shopkeeper.knowledge.kinship import KINDS

R = TypeVar("R", bound=Record)


def counted() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"uid-{next(numbers)}"


def made(*lines: str) -> tuple[Record, ...]:
    data = "\n".join(["BEGIN:VCARD", "VERSION:4.0", *lines, "END:VCARD"]).encode()
    return records_of(read_cards(data).cards[0], counted())


def only(kind: type[R], records: tuple[Record, ...]) -> R:
    (record,) = (record for record in records if isinstance(record, kind))
    return record


def test_a_rich_card_makes_a_person_and_all_that_is_theirs() -> None:
    records = made(
        "UID:urn:uuid:1", "FN:Ana Duarte", "N:Duarte;Ana;;Mrs;", "NICKNAME:Nita", "LANG:pt", "ORG:Padaria;Oven",
        "TITLE:Baker", "ROLE:Owner", "CATEGORIES:Friends", "TEL;TYPE=cell,pref:1",
        "EMAIL;TYPE=INTERNET,HOME:ana@example.com",
        "ADR;TYPE=home:;;Elm St 4;Porto;;4000;PT", "HOBBY:keeps bees", "NOTE:rings twice", "X-LOYALTY:4711",
        "PHOTO:data:image/jpeg;base64,/9j/4AAQ",
    )  # fmt: skip
    person = only(Person, records)
    assert records[0] is person
    assert (str(person.name), person.name.family, person.name.nicknames) == ("Ana Duarte", "Duarte", ("Nita",))
    assert (person.language, person.organisation, person.title, person.role) == (
        "pt",
        "Padaria, Oven",
        "Baker",
        "Owner",
    )
    assert (person.source_uid, person.extras) == ("urn:uuid:1", ("X-LOYALTY:4711",))
    assert only(Tel, records).pref == 1
    assert only(Tel, records).types == ("cell",)
    assert only(Email, records).types == ("home",)
    assert only(Adr, records).owner_uid == person.uid
    assert only(Interest, records).text == "keeps bees"
    assert only(Note, records).text == "rings twice"
    assert only(Photo, records).data.startswith(b"\xff\xd8")


def test_records_come_in_the_order_in_which_they_can_be_written() -> None:
    records = made(
        "FN:Ana",
        "NOTE:x",
        "PHOTO:http://x",
        "TEL:1",
        "BDAY:--0504",
        "RELATED;TYPE=child:Leo",
        "DEATHDATE:20200101",
        "HOBBY:bees",
    )
    places = [RECORDS.index(type(record)) for record in records]
    assert places == sorted(places)


def test_every_record_has_a_uid_of_its_own() -> None:
    records = made("FN:Ana", "TEL:1", "TEL:1", "EMAIL:a", "NOTE:x", "BDAY:--0504")
    assert len({record.uid for record in records}) == len(records)


def test_a_birthday_without_a_year_stays_without_one() -> None:
    occasion = only(Occasion, made("FN:Leo", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-04"))
    assert (occasion.kind, str(occasion.on), occasion.on.year) == ("birthday", "--05-04", None)


def test_a_birthday_in_words_is_kept_as_said() -> None:
    occasion = only(Occasion, made("FN:Ana", "BDAY;VALUE=text:7 or 8 March"))
    assert (occasion.kind, occasion.on.said, occasion.on.is_known) == ("birthday", "7 or 8 March", False)


def test_a_birthday_that_cannot_be_is_no_occasion_and_not_lost() -> None:
    records = made("FN:Ana", "BDAY:1985-02-31")
    assert not any(isinstance(record, Occasion) for record in records)
    assert only(Person, records).extras == ("BDAY:1985-02-31",)


def test_labelled_dates_are_occasions_in_the_words_of_whoever_wrote_them() -> None:
    records = made(
        "FN:Ana", "BDAY:--0504", "a.X-ABDATE:2019-07-07", "a.X-ABLABEL:Hochzeitstag",
        "b.X-ABDATE:--0107", "b.X-ABLABEL:Name day", "c.X-ABDATE:--0211", "c.X-ABLABEL:Birthday",
    )  # fmt: skip
    assert [(o.kind, o.label) for o in records if isinstance(o, Occasion)] == [
        ("birthday", ""), ("wedding_anniversary", "Hochzeitstag"), ("name_day", "Name day"), ("other", "Birthday"),
    ]  # fmt: skip


def test_family_is_kept_in_our_kinds_with_the_word_that_was_used() -> None:
    tie = only(Relationship, made("FN:Ana", "a.X-ABRELATEDNAMES:Rosa", "a.X-ABLabel:_$!<Mother>!$_"))
    assert (tie.kind, tie.related_name, tie.words) == ("parent", "Rosa", "Mother")


def test_a_relation_in_a_word_of_their_own_is_someone_they_know() -> None:
    tie = only(Relationship, made("FN:Ana", "a.X-ABRELATEDNAMES:Bo", "a.X-ABLabel:Bridge partner"))
    assert (tie.kind, tie.words) == ("acquaintance", "Bridge partner")


def test_every_kind_that_a_word_stands_for_is_one_that_we_have() -> None:
    assert set(_KINSHIP) | {"acquaintance"} <= set(KINDS)


def test_a_relation_keeps_the_uid_it_points_to_for_whoever_knows_the_other_cards() -> None:
    tie = only(Relationship, made("FN:Ana", "RELATED;TYPE=child:urn:uuid:bbbb"))
    assert (tie.kind, tie.related_uid, tie.related_name) == ("child", "", "urn:uuid:bbbb")


def test_a_card_without_a_name_is_called_by_what_it_has() -> None:
    assert str(only(Person, made("ORG:Marta's Mill;Shop")).name) == "Marta's Mill"
    assert str(only(Person, made("TEL:1", "EMAIL:mill@example.com")).name) == "mill@example.com"
    assert str(only(Person, made("N:;;;;", "TEL:1")).name) == "1"
    assert str(only(Person, made("NOTE:x")).name) == ""


def test_a_name_in_parts_is_not_written_twice() -> None:
    assert only(Person, made("N:Duarte;Ana")).name.formatted == ""


def test_someone_who_has_died_is_brought_in_as_such() -> None:
    loss = only(Loss, made("FN:Rosa", "DEATHDATE:20200102"))
    assert (str(loss.on), str(loss.told_on)) == ("2020-01-02", "2020-01-02")


def test_a_day_of_death_without_a_year_is_kept_as_it_was_written() -> None:
    records = made("FN:Rosa", "DEATHDATE:--0102")
    assert not any(isinstance(record, Loss) for record in records)
    assert only(Person, records).extras == ("DEATHDATE:--01-02",)

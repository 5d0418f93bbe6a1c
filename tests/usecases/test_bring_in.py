from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import verbatim
from shopkeeper.usecases.bring_in import bring_in, contacts_in
from shopkeeper.usecases.leave import opt_out
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import redo, undo
from tests.usecases.shops import SAMPLES, expected, names_of, own_shop, vcard, whole

ANA = vcard("UID:urn:uuid:6f2f5a54-0000-4000-8000-0000000000a1", "FN:Ana Duarte", "TEL:+351 912 345 678")
SAMPLE_FILES = sorted(name for name in expected() if name.startswith("vcard/"))


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def only_person(shop: Shop) -> Person:
    (uid,) = shop.store.uids()
    return shop.store.memory_of(uid).person


def test_people_brought_in_are_found_at_once(shop: Shop) -> None:
    report = bring_in(shop, ANA + vcard("FN:Bo Lund"), "two.vcf")
    assert (report.new, report.known, report.troubles) == (2, 0, ())
    assert names_of(shop, "ana") == ["Ana Duarte"]
    assert names_of(shop, "345678") == ["Ana Duarte"]


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:Ana Duarte",),
        ("FN:Ana Duarte", "TEL:912 345 678"),
        ("FN:Ana Duarte", "NOTE:likes plums", "BDAY:--0504"),
        ("TEL:912 345 678",),
        ("FN:Ana Duarte", "RELATED;TYPE=child;VALUE=text:Leo"),
        ("FN:Ana Duarte", "PHOTO:data:image/png;base64,iVBORw0KGgo="),
        ("UID:7", "FN:Ana Duarte"),
        ("FN:Ana Duarte", "X-ODD;A=b:something of somebody's", "REV:20260101T000000Z"),
        ("FN:Ana Duarte", "CATEGORIES:friends,bees", "ORG:Bakery;Ovens"),
    ],
)
def test_the_same_file_a_second_time_changes_nothing(shop: Shop, lines: tuple[str, ...]) -> None:
    bring_in(shop, vcard(*lines), "ana.vcf")
    before = whole(shop)
    again = bring_in(shop, vcard(*lines), "ana.vcf")
    assert (again.new, again.known, again.changed, again.act_uid) == (0, 1, 0, "")
    assert whole(shop) == before


def test_two_cards_of_one_name_stay_two_people_however_often_they_come(shop: Shop) -> None:
    two = vcard("FN:Maria Silva", "ADR:;;Elm St 1;;;;") + vcard("FN:Maria Silva", "ADR:;;Oak St 2;;;;")
    assert bring_in(shop, two, "silvas.vcf").new == 2
    assert bring_in(shop, two, "silvas.vcf").new == 0
    assert shop.store.count() == 2


def test_two_cards_that_say_nothing_but_one_name_stay_two_people(shop: Shop) -> None:
    two = vcard("FN:Maria Silva") * 2
    assert bring_in(shop, two, "silvas.vcf").new == 2
    assert bring_in(shop, two, "silvas.vcf").new == 0


def test_a_name_alone_never_makes_two_people_one(shop: Shop) -> None:
    bring_in(shop, vcard("FN:Maria Silva", "TEL:111111111"), "one.vcf")
    report = bring_in(shop, vcard("FN:Maria Silva", "TEL:222222222"), "other.vcf")
    assert (report.new, report.known) == (1, 0)


def test_someone_known_gets_what_is_new_and_keeps_what_they_have(shop: Shop) -> None:
    bring_in(shop, vcard("FN:Ana Duarte", "TEL:912345678", "TITLE:carpenter", "BDAY:1980-05-04"), "old.vcf")
    report = bring_in(
        shop,
        vcard(
            "FN:Ana Duarte", "TEL:+351 912 345 678", "EMAIL:ana@example.org", "TITLE:baker", "ORG:Mill", "BDAY:19800505"
        ),
        "new.vcf",
    )
    assert (report.new, report.known, report.changed) == (0, 1, 1)
    (uid,) = shop.store.uids()
    memory = shop.store.memory_of(uid)
    assert [tel.value for tel in memory.tels] == ["912345678"]
    assert [email.value for email in memory.emails] == ["ana@example.org"]
    assert memory.person.title == "carpenter"
    assert memory.person.organisation == "Mill"
    assert [str(occasion.on) for occasion in memory.occasions] == ["1980-05-04"]


def test_someone_is_known_again_by_the_uid_of_their_card_under_a_new_name(shop: Shop) -> None:
    bring_in(shop, ANA, "old.vcf")
    married = ANA.replace(b"Ana Duarte", b"Ana Silva")
    assert bring_in(shop, married, "new.vcf").new == 0
    assert str(only_person(shop).name) == "Ana Duarte"


def test_someone_is_known_again_by_a_long_uid_alone(shop: Shop) -> None:
    uid = "UID:urn:uuid:6f2f5a54-0000-4000-8000-0000000000a1"
    bring_in(shop, vcard(uid, "FN:The plumber", "TEL:911111111"), "old.vcf")
    report = bring_in(shop, vcard(uid, "FN:Bo Lund", "TEL:922222222"), "new.vcf")
    assert (report.new, report.known, report.changed) == (0, 1, 1)


def test_a_short_uid_and_half_a_name_make_no_two_people_one(shop: Shop) -> None:
    bring_in(shop, vcard("UID:1", "FN:Maria Silva"), "mine.vcf")
    report = bring_in(shop, vcard("UID:1", "FN:Maria Santos", "TEL:922222222", "BDAY:--0504"), "theirs.vcf")
    assert (report.new, report.known) == (1, 0)


def test_a_short_uid_proves_something_only_together_with_the_name(shop: Shop) -> None:
    bring_in(shop, vcard("UID:7", "FN:Ana Duarte", "TEL:911111111"), "old.vcf")
    assert bring_in(shop, vcard("UID:7", "FN:Ana Duarte", "TEL:922222222"), "moved.vcf").known == 1
    assert bring_in(shop, vcard("UID:7", "FN:Ana Silva", "TEL:+351 922 222 222"), "married.vcf").known == 1
    assert bring_in(shop, vcard("UID:7", "FN:Ana Lopes", "TEL:933333333"), "other.vcf").new == 1
    assert bring_in(shop, vcard("UID:7", "FN:Leo Lima", "TEL:911111111"), "one number.vcf").new == 1


@pytest.mark.parametrize("uid", ["urn:uuid:00000000-0000-0000-0000-000000000000", "0000000000000001"])
def test_a_long_uid_that_says_nothing_proves_nothing(shop: Shop, uid: str) -> None:
    bring_in(shop, vcard(f"UID:{uid}", "FN:Ana Duarte"), "mine.vcf")
    assert bring_in(shop, vcard(f"UID:{uid}", "FN:Bo Lund"), "theirs.vcf").new == 1


def test_one_uid_written_in_two_ways_is_one_person(shop: Shop) -> None:
    bring_in(shop, ANA, "ana.vcf")
    again = ANA.replace(b"urn:uuid:6f2f5a54", b"6F2F5A54")
    assert bring_in(shop, again, "ana.vcf").new == 0


def test_two_people_of_one_name_and_number_each_find_their_own_card_again(shop: Shop) -> None:
    one = vcard("FN:John Smith", "TEL:912345678", "BDAY:--0504")
    other = vcard("FN:John Smith", "TEL:912345678", "BDAY:--0504", "NOTE:the younger")
    bring_in(shop, other + one, "smiths.vcf")
    before = whole(shop)
    assert not bring_in(shop, one + other, "smiths.vcf").act_uid
    assert whole(shop) == before


def test_a_number_of_another_area_is_another_number(shop: Shop) -> None:
    card = "UID:urn:uuid:00000000-0000-4000-8000-0000000000a2"
    bring_in(shop, vcard(card, "FN:Ana Duarte", "TEL:+1 212 555 1234"), "old.vcf")
    bring_in(shop, vcard(card, "FN:Ana Duarte", "TEL:+1 312 555 1234"), "new.vcf")
    (memory,) = whole(shop).values()
    assert sorted(tel.value for tel in memory.tels) == ["+1 212 555 1234", "+1 312 555 1234"]


def test_the_end_of_a_number_is_another_number(shop: Shop) -> None:
    bring_in(shop, vcard("FN:Ana Duarte", "TEL:+351 912 345 678", "EMAIL:ana@example.org"), "old.vcf")
    bring_in(shop, vcard("FN:Ana Duarte", "TEL:5678", "EMAIL:ana@example.org"), "new.vcf")
    (memory,) = whole(shop).values()
    assert sorted(tel.value for tel in memory.tels) == ["+351 912 345 678", "5678"]


@pytest.mark.parametrize("again", ["912345678", "00351 912 345 678", "+351 (0)912345678", "٩١٢٣٤٥٦٧٨"])
def test_one_number_written_in_another_way_is_the_same_number(shop: Shop, again: str) -> None:
    bring_in(shop, vcard("FN:Ana Duarte", "TEL:+351 912 345 678"), "old.vcf")
    report = bring_in(shop, vcard("FN:Ana Duarte", f"TEL:{again}"), "new.vcf")
    assert (report.new, report.known, report.changed) == (0, 1, 0)


def test_a_list_that_names_nobody_has_nobody_on_it(shop: Shop) -> None:
    bring_in(shop, vcard("FN:Bo Lund") + vcard("KIND:group", "FN:Friends", "MEMBER:urn:uuid:"), "list.vcf")
    assert only_person(shop).categories == ()


def test_a_label_of_a_contacts_file_writes_no_line_of_its_own(shop: Shop) -> None:
    label = "X-ABLabel:best\\; friend: yes\\nTEL:666"
    target = "urn:uuid:00000000-0000-4000-8000-00000000beef"
    bring_in(shop, vcard("FN:Leo", f"item1.X-ABRELATEDNAMES:{target}", f"item1.{label}"), "leo.vcf")
    label = label.replace("Label", "LABEL")
    assert only_person(shop).extras == (f"item1.X-ABRELATEDNAMES:{target}", f"item1.{label}")


def test_a_short_uid_that_every_program_gives_out_makes_no_two_people_one(shop: Shop) -> None:
    bring_in(shop, vcard("UID:1", "FN:Ana Duarte"), "mine.vcf")
    assert bring_in(shop, vcard("UID:1", "FN:Bo Lund"), "theirs.vcf").new == 1


def test_the_uid_of_the_card_is_kept(shop: Shop) -> None:
    bring_in(shop, ANA, "ana.vcf")
    assert only_person(shop).source_uid == "urn:uuid:6f2f5a54-0000-4000-8000-0000000000a1"


def test_a_relative_in_the_same_file_becomes_a_tie_between_the_two(shop: Shop) -> None:
    bring_in(
        shop,
        vcard("UID:leo-of-the-duartes", "FN:Leo Duarte", "RELATED;TYPE=parent:urn:uuid:ana-of-the-duartes")
        + vcard("UID:urn:uuid:ana-of-the-duartes", "FN:Ana Duarte", "RELATED;TYPE=child;VALUE=text:Leo Duarte"),
        "family.vcf",
    )
    people = {memory.person.name.formatted: memory for memory in whole(shop).values()}
    ties = [tie for memory in people.values() for tie in memory.relationships]
    assert len(ties) == 1, "the same tie, told from both sides, is kept once"
    assert {ties[0].person_uid, ties[0].related_uid} == {memory.uid for memory in people.values()}
    assert set(names_of(shop, "ana")) == {"Ana Duarte", "Leo Duarte"}


def test_a_phones_list_of_friends_makes_no_household(shop: Shop) -> None:
    file = ANA + vcard("KIND:group", "FN:Friends", "MEMBER:urn:uuid:6f2f5a54-0000-4000-8000-0000000000a1")
    report = bring_in(shop, file, "list.vcf")
    assert report.new == 1
    (memory,) = whole(shop).values()
    assert memory.households == ()
    assert memory.person.categories == ("Friends",)
    assert not bring_in(shop, file, "list.vcf").act_uid


def test_a_file_tells_nothing_new_of_somebody_who_asked_not_to_be_remembered(shop: Shop) -> None:
    bring_in(shop, ANA, "old.vcf")
    (uid,) = shop.store.uids()
    opt_out(shop, uid)
    book = whole(shop)
    report = bring_in(shop, ANA.replace(b"END:VCARD", b"TITLE:baker\r\nBDAY:19800505\r\nEND:VCARD"), "new.vcf")
    assert (report.new, report.known, report.changed) == (0, 1, 0)
    assert whole(shop) == book


def test_undo_takes_a_whole_file_back_and_redo_brings_it_again(shop: Shop) -> None:
    bring_in(shop, vcard("FN:Ana Duarte", "TEL:912345678"), "old.vcf")
    before = whole(shop)
    bring_in(shop, vcard("FN:Ana Duarte", "TEL:912345678", "EMAIL:ana@example.org") + vcard("FN:Bo Lund"), "new.vcf")
    after = whole(shop)
    done = undo(shop)
    assert done is not None
    assert done.name.in_english() == "brought in new.vcf"
    assert whole(shop) == before
    assert names_of(shop, "bo") == []
    redo(shop)
    assert whole(shop) == after
    assert names_of(shop, "bo") == ["Bo Lund"]


def test_a_file_without_contacts_is_refused_in_plain_words(shop: Shop) -> None:
    with pytest.raises(Refused, match=r"no contacts in letter\.txt"):
        bring_in(shop, b"Dear Ana,\n", "letter.txt")


def test_a_file_that_is_not_there_is_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"no file gone\.vcf"):
        contacts_in(tmp_path / "gone.vcf")
    with pytest.raises(Refused, match="is a folder"):
        contacts_in(tmp_path)


def test_nothing_is_changed_when_it_is_stopped_before_writing(shop: Shop) -> None:
    def stop() -> None:
        raise Refused(verbatim("stopped"))

    with pytest.raises(Refused):
        bring_in(shop, ANA, "ana.vcf", before_writing=stop)
    assert shop.store.count() == 0


def town(n: int, *lines: str) -> bytes:
    return b"".join(vcard(f"UID:person-{i:06}-of-the-town", f"FN:Person {i}", *lines) for i in range(n))


def test_a_whole_town_is_one_act_that_goes_again_as_one(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "town.vcf"
    file.write_bytes(
        town(1_200, "TEL:912345678", "NOTE:x") + vcard("FN:Ana", "RELATED;TYPE=child;VALUE=text:Person 1199")
    )
    report = bring_in(shop, contacts_in(file), "town.vcf")
    assert (report.cards, report.new, shop.store.count()) == (1_201, 1_201, 1_201)
    assert names_of(shop, "person 1199") == ["Person 1199", "Ana"]
    assert shop.store.check() == ()
    assert not bring_in(shop, contacts_in(file), "town.vcf").act_uid
    assert undo(shop) is not None
    assert whole(shop) == {}
    assert redo(shop) is not None
    assert (shop.store.count(), shop.store.check()) == (1_201, ())


def test_a_town_that_is_known_gets_what_is_new_and_is_found_by_it(shop: Shop) -> None:
    bring_in(shop, town(700), "town.vcf")
    report = bring_in(shop, town(700, "TEL:912345678", "TITLE:baker"), "again.vcf")
    assert (report.new, report.known, report.changed) == (0, 700, 700)
    assert all(name.startswith("Person") for name in names_of(shop, "912345678"))
    assert names_of(shop, "912345678")
    assert shop.store.check() == ()
    undo(shop)
    assert names_of(shop, "912345678") == []
    assert shop.store.check() == ()


def test_nothing_of_a_whole_town_is_kept_when_it_is_stopped_before_writing(shop: Shop) -> None:
    def stop() -> None:
        raise Refused(verbatim("stopped"))

    with pytest.raises(Refused):
        bring_in(shop, town(1_200), "town.vcf", before_writing=stop)
    assert (shop.store.count(), shop.store.history_of()) == (0, ())


def test_a_file_that_is_written_to_while_it_is_read_brings_nobody(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "town.vcf"
    file.write_bytes(town(1_200))

    def written_to(at: int, _of: int | None) -> None:
        if at == 500:  # as reading is half of it
            file.write_bytes(town(1_300, "NOTE:x" * 300))

    with pytest.raises(Refused, match="cannot be read"):
        bring_in(shop, contacts_in(file), "town.vcf", written_to)
    assert shop.store.count() == 0


def test_a_relative_is_tied_whose_name_says_that_it_is_a_name(shop: Shop) -> None:
    leo = vcard("FN:Leo Duarte", "item1.X-ABRELATEDNAMES:name:Ana Duarte", "item1.X-ABLabel:Mother")
    bring_in(shop, leo + ANA, "family.vcf")
    assert set(names_of(shop, "ana")) == {"Ana Duarte", "Leo Duarte"}
    assert all(not tie.related_name for memory in whole(shop).values() for tie in memory.relationships)


@pytest.mark.parametrize("name", SAMPLE_FILES or [pytest.param("", marks=pytest.mark.skip("the samples are not here"))])
def test_a_file_of_another_program_comes_in_whole_changes_nothing_twice_and_goes_again(shop: Shop, name: str) -> None:
    wanted = expected()[name]["n_people"]
    data = (SAMPLES / name).read_bytes()
    report = bring_in(shop, data, name)
    right = wanted["any_of"] if isinstance(wanted, dict) else [wanted]
    cards = expected()[name]["n_cards"]
    right = [*right, *(cards["any_of"] if isinstance(cards, dict) else [])]
    assert shop.store.count() in right
    assert shop.store.check() == ()
    before = whole(shop)
    for memory in before.values():
        shown = str(memory.person.name)
        assert not shown or shown in names_of(shop, shown) or len(before) > 20
    again = bring_in(shop, data, name)
    assert again.act_uid == ""
    assert whole(shop) == before
    if report.act_uid:
        undo(shop)
    assert whole(shop) == {}


def test_a_relative_who_came_in_with_an_earlier_file_is_tied_too(shop: Shop) -> None:
    bring_in(shop, ANA, "ana.vcf")
    leo = vcard("FN:Leo Duarte", "RELATED;TYPE=parent:urn:uuid:6f2f5a54-0000-4000-8000-0000000000a1")
    bring_in(shop, leo, "leo.vcf")
    assert set(names_of(shop, "ana")) == {"Ana Duarte", "Leo Duarte"}
    assert not bring_in(shop, leo, "leo.vcf").act_uid


def test_a_relative_of_the_book_is_found_however_the_uid_is_written(shop: Shop) -> None:
    bring_in(shop, ANA.replace(b"urn:uuid:6f2f5a54", b"6F2F5A54"), "ana.vcf")
    leo = vcard("FN:Leo Duarte", "RELATED;TYPE=parent:urn:uuid:6f2f5a54-0000-4000-8000-0000000000a1")
    bring_in(shop, leo, "leo.vcf")
    assert set(names_of(shop, "ana")) == {"Ana Duarte", "Leo Duarte"}


def test_a_short_uid_of_an_earlier_file_makes_nobody_a_relative(shop: Shop) -> None:
    bring_in(shop, vcard("UID:1", "FN:Ana Duarte"), "mine.vcf")
    bring_in(shop, vcard("FN:Leo Lima", "RELATED;TYPE=parent:urn:uuid:1"), "theirs.vcf")
    assert all(not memory.relationships for memory in whole(shop).values())


def test_the_stamp_of_a_new_export_is_no_news_and_a_line_that_only_looks_like_one_is(shop: Shop) -> None:
    ana = ("UID:urn:uuid:6f2f5a54-0000-4000-8000-0000000000a1", "FN:Ana Duarte")
    bring_in(shop, vcard(*ana, "REV:20260101T000000Z", "PRODID:-//Mill//1//EN"), "old.vcf")
    assert not bring_in(shop, vcard(*ana, "REV:20261101T000000Z", "PRODID:-//Mill//2//EN"), "new.vcf").act_uid
    bring_in(shop, vcard(*ana, "REVIEWED:yes", "VERSIONNOTE:hello"), "newer.vcf")
    assert only_person(shop).extras == ("REVIEWED:yes", "VERSIONNOTE:hello")


def test_a_relative_whose_card_is_elsewhere_is_no_name_but_a_line_that_is_kept(shop: Shop) -> None:
    leo = vcard("FN:Leo Duarte", "RELATED;TYPE=friend:urn:uuid:00000000-0000-4000-8000-00000000beef")
    bring_in(shop, leo, "leo.vcf")
    (memory,) = whole(shop).values()
    assert memory.relationships == ()
    assert memory.person.extras == ("RELATED;TYPE=friend:urn:uuid:00000000-0000-4000-8000-00000000beef",)
    assert not bring_in(shop, leo, "leo.vcf").act_uid

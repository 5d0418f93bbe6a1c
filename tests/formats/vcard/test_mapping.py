"""What a card says: each oddity of each program once, written by hand."""

from __future__ import annotations

import base64

import pytest

from shopkeeper.formats.vcard import ContactCard, Picture, Related, as_schema, read_cards

JPEG = b"\xff\xd8\xff\xe0 not really a picture"


def card_of(*lines: str, version: str = "3.0") -> ContactCard:
    data = "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD"]).encode()
    (card,) = read_cards(data).cards
    return card


def test_a_name_is_read_in_its_five_parts() -> None:
    card = card_of("N:O'Neill-Müller;Siobhán;Mary,Rose;Dr.;jr.,M.D.", "FN:Dr. Siobhán O'Neill-Müller")
    assert (card.family, card.given, card.middle, card.prefix, card.suffix) == (
        "O'Neill-Müller", "Siobhán", "Mary,Rose", "Dr.", "jr.,M.D.",
    )  # fmt: skip


def test_semicolons_and_backslashes_in_a_name_are_kept() -> None:
    card = card_of("N:;A\\;B\\\\;C\\\\\\;;D;\\:E;\\\\\\\\;", version="2.1")
    assert (card.family, card.given, card.middle, card.prefix, card.suffix) == ("", "A;B\\", "C\\;", "D", ":E")


def test_a_name_may_have_fewer_parts_or_more() -> None:
    assert card_of("N:dirk").family == "dirk"
    assert card_of("N:a;b;c;d;e;f;g").suffix == "e"


def test_the_first_name_that_says_something_counts_and_the_others_are_kept() -> None:
    card = card_of("FN:", "FN:Zahra Ali", "FN:Zahra Ali", "FN:زهرا")
    assert (card.fn, card.extras) == ("Zahra Ali", ("FN:زهرا",))


def test_sounds_of_a_name_are_read_from_phones_of_east_and_west() -> None:
    card = card_of("X-PHONETIC-FIRST-NAME:Jon", "X-PHONETIC-LAST-NAME:Dow", "SOUND;X-IRMC-N:ｱﾝﾄﾞｳ;ﾛｲﾄﾞ;;;")
    assert dict(card.phonetic) == {"first-name": "Jon", "last-name": "Dow", "sound": "ｱﾝﾄﾞｳ ﾛｲﾄﾞ"}


@pytest.mark.parametrize("line", ["SORT-STRING:Ando", 'N;SORT-AS="Ando":安藤;ロイド;;;'])
def test_what_a_name_is_sorted_by_is_read(line: str) -> None:
    assert card_of(line).sort_as == "Ando"


def test_telephones_are_kept_as_they_were_typed() -> None:
    card = card_of(
        'TEL;VALUE=uri;TYPE="work,voice":tel:+1-418-656-9254;ext=102', "TEL:p1234p5678w9", "TEL:", "TEL:034441/ 2 22 67"
    )
    assert [r.value for r in card.phones] == ["+1-418-656-9254;ext=102", "p1234p5678w9", "034441/ 2 22 67"]


def test_a_label_stands_beside_what_is_in_its_group_before_or_after_it() -> None:
    card = card_of(
        "item1.X-ABLabel:_$!<Home>!$_", "ITEM1.TEL:1", "item2.EMAIL:a@b.example", "item2.X-ABLABEL:Bakery", "TEL:2"
    )
    assert [r.label for r in (*card.phones, *card.emails)] == ["Home", "", "Bakery"]
    assert card.extras == ()


def test_a_label_of_something_not_understood_is_kept_with_it() -> None:
    card = card_of("item1.X-THING:x", "item1.X-ABLabel:Its name")
    assert card.extras == ("item1.X-THING:x", "item1.X-ABLABEL:Its name")


def test_addresses_have_seven_parts_and_empty_ones_are_none() -> None:
    card = card_of("ADR;TYPE=HOME:;;Elm St 4\\, left;Porto;;4000;Portugal", "ADR:;;;;;;", "ADR;X-custom:pobox;ext")
    assert [(a.street, a.locality, a.po_box, a.extended) for a in card.addresses] == [
        ("Elm St 4, left", "Porto", "", ""),
        ("", "", "pobox", "ext"),
    ]


def test_organisations_keep_their_units_without_empty_ones() -> None:
    assert card_of("ORG:Company, The;Dept.\\;A;", "ORG:;").orgs == (("Company, The", "Dept.;A"),)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("CATEGORIES:Friends,Bakery", ("Friends", "Bakery")),
        ("CATEGORIES:foo1\\,foo3", ("foo1,foo3",)),
        ("CATEGORIES:Friends;Bakery", ("Friends", "Bakery")),
    ],
)
def test_categories_are_a_list(line: str, read: tuple[str, ...]) -> None:
    assert card_of(line).categories == read


def test_notes_are_read_with_their_own_lines() -> None:
    assert card_of("NOTE:one\\ntwo", "NOTE;ENCODING=QUOTED-PRINTABLE:three=0D=0Afour=0D=0A").notes == (
        "one\ntwo",
        "three\nfour",
    )


def test_a_note_that_was_written_without_folding_keeps_its_other_lines() -> None:
    assert card_of("NOTE:likes rye", "and plums", "rings twice", "TEL:1").notes == (
        "likes rye\nand plums\nrings twice",
    )


def test_a_comment_is_no_part_of_the_note_above_it() -> None:
    read = read_cards(b"BEGIN:VCARD\nNOTE:likes rye\n# made by hand\nEND:VCARD\n")
    assert read.cards[0].notes == ("likes rye",)
    assert [t.line for t in read.troubles] == [3]


@pytest.mark.parametrize(
    "lines",
    [
        ["ANNIVERSARY:20090808T1430-0500"],
        ["X-ANNIVERSARY:2009-08-08"],
        ["X-EVOLUTION-ANNIVERSARY:2009-08-08"],
        ["X-MS-ANNIVERSARY:20090808"],
        ["X-KADDRESSBOOK-X-Anniversary:2009-08-08"],
        ["item1.X-ABDATE;type=pref:2009-08-08", "item1.X-ABLabel:_$!<Anniversary>!$_"],
        ["X-ANDROID-CUSTOM:vnd.android.cursor.item/contact_event;2009-08-08;1;;;"],
    ],
)
def test_the_wedding_day_is_read_from_every_place_that_programs_put_it(lines: list[str]) -> None:
    assert str(card_of(*lines).anniversary) == "2009-08-08"


def test_further_wedding_days_and_other_dates_are_kept_with_their_labels() -> None:
    card = card_of(
        "ANNIVERSARY:20081210", "ANNIVERSARY:20091210", "item1.X-ABDATE:2019-07-07", "item1.X-ABLABEL:Hochzeitstag"
    )
    assert str(card.anniversary) == "2008-12-10"
    assert [(label, str(day)) for label, day in card.dates] == [
        ("anniversary", "2009-12-10"),
        ("Hochzeitstag", "2019-07-07"),
    ]


def test_only_the_first_birthday_is_theirs_and_the_second_is_kept() -> None:
    card = card_of("BDAY:1980-08-17", "BDAY;TYPE=Child:1989-06-12")
    assert (str(card.bday), card.extras) == ("1980-08-17", ("BDAY;TYPE=Child:1989-06-12",))


def test_a_birthday_in_words_is_words() -> None:
    card = card_of("BDAY;VALUE=text:circa 1800", version="4.0")
    assert (card.bday, card.bday_text) == (None, "circa 1800")


@pytest.mark.parametrize(
    ("lines", "related"),
    [
        (["RELATED;TYPE=child:urn:uuid:4711"], Related("child", "urn:uuid:4711")),
        (["RELATED;VALUE=text;TYPE=friend:Bo Lund"], Related("friend", "Bo Lund")),
        (["item1.X-ABRELATEDNAMES:Rosa", "item1.X-ABLabel:_$!<Mother>!$_"], Related("Mother", "Rosa")),
        (["X-SPOUSE:Rosa"], Related("spouse", "Rosa")),
        (["X-EVOLUTION-MANAGER:Rosa"], Related("manager", "Rosa")),
        (["X-MS-ASSISTANT:Rosa"], Related("assistant", "Rosa")),
        (["X-KADDRESSBOOK-X-SpousesName:Rosa"], Related("spouse", "Rosa")),
        (["X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Rosa;8;;;"], Related("mother", "Rosa")),
        (["X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Rosa;0;Godmother;;"], Related("Godmother", "Rosa")),
    ],
)
def test_who_belongs_to_whom_is_read_from_every_program(lines: list[str], related: Related) -> None:
    assert card_of(*lines).related == (related,)


def test_who_belongs_to_whom_is_known_as_the_lines_that_said_it_and_a_label_adds_none() -> None:
    said = "item1.X-ABRELATEDNAMES:urn:uuid:4711"
    (related,) = card_of(said, "item1.X-ABLabel:best\\; friend: yes\\nTEL:666").related
    assert related.lines == (said, "item1.X-ABLABEL:best\\; friend: yes\\nTEL:666")


def test_a_nickname_is_read_from_androids_own_place_too() -> None:
    line = "X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Millie;1;;;"
    assert card_of("NICKNAME:Em,Emmy", line).nicknames == ("Em", "Emmy", "Millie")


@pytest.mark.parametrize(
    "line",
    [
        "PHOTO;ENCODING=b;TYPE=JPEG:{}",
        "PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n {}\r\n",
        "PHOTO;JPEG;BASE64:\r\n{}\r\n",
        "PHOTO:data:image/png;base64,{}",
        "X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64:\r\n {}\r\n",
    ],
)
def test_a_photo_is_decoded_and_called_what_its_bytes_are(line: str) -> None:
    card = card_of(line.format(base64.b64encode(JPEG).decode()), "TEL:1")
    assert card.photos == (Picture("image/jpeg", JPEG),)
    assert len(card.phones) == 1


@pytest.mark.parametrize("line", ["PHOTO;VALUE=URL;TYPE=GIF:http://x.example/a.gif", "PHOTO:http://x.example/a.gif"])
def test_a_photo_somewhere_else_is_an_address_and_never_fetched(line: str) -> None:
    (photo,) = card_of(line).photos
    assert (photo.uri, photo.data) == ("http://x.example/a.gif", b"")


@pytest.mark.parametrize("line", ["KIND:group", "X-ADDRESSBOOKSERVER-KIND:group"])
def test_a_group_is_told_from_a_person_and_names_its_members(line: str) -> None:
    card = card_of(line, "FN:The Duartes", "MEMBER:urn:uuid:1", "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:2")
    assert (card.is_group, card.members) == (True, ("urn:uuid:1", "urn:uuid:2"))


def test_the_language_most_preferred_is_theirs() -> None:
    card = card_of("LANG;PREF=2:en", "LANG;PREF=1:fr", version="4.0")
    assert card.language == "fr"


def test_lines_not_understood_are_kept_word_for_word_unfolded_and_decoded() -> None:
    card = card_of(
        "X-LOYALTY;LEVEL=gold:4711\\,8", "item1.IMPP;X-SERVICE-TYPE=Skype:skype:\r\n ana", "X-Q;QUOTED-PRINTABLE:=C3=A4"
    )
    assert card.extras == ("X-LOYALTY;LEVEL=gold:4711\\,8", "item1.IMPP;X-SERVICE-TYPE=Skype:skype:ana", "X-Q:ä")


def test_what_is_said_of_the_file_and_not_of_the_person_is_not_kept() -> None:
    assert card_of("REV:20200101T000000Z", "PRODID:-//x//EN").extras == ()


def test_a_card_that_says_nothing_is_a_card() -> None:
    assert as_schema(card_of()) == {}


def test_the_schema_has_the_fields_that_read_json_prints() -> None:
    card = card_of(
        "N:Duarte;Ana",
        "TITLE:Baker",
        "ROLE:Owner",
        "BDAY:--0504",
        "TEL:1",
        "ADR:;;Elm St;Porto;;4000;PT",
        "PHOTO;ENCODING=b:Zm9v",
    )
    assert as_schema(card) == {
        "family": "Duarte",
        "given": "Ana",
        "titles": ["Baker", "Owner"],
        "bday": "--05-04",
        "phones": ["1"],
        "addresses": [
            {"pobox": "", "ext": "", "street": "Elm St", "city": "Porto", "region": "", "code": "4000", "country": "PT"}
        ],
        "photo": {
            "bytes": 3,
            "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
            "magic": "666f6f",
        },
    }

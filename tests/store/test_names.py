"""The name index: who is found by what."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from shopkeeper.domain.person import Name, Person
from shopkeeper.search.hit import Hit, Reason, Relative
from shopkeeper.store.migrate import steps
from shopkeeper.store.names import Entry, NameIndex

TODAY = date(2026, 11, 22)


def a_book() -> Any:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    for _, step in sorted(steps().items()):
        connection.executescript(step)
    return connection


def a_person(connection: Any, uid: str, name: Name, **more: Any) -> Person:
    person = Person(uid=uid, name=name, **more)
    columns = {row[1]: row[2] for row in connection.execute("PRAGMA table_info(person)") if row[3] and row[1] != "id"}
    values = {column: 0 if kind == "INTEGER" else "" for column, kind in columns.items()} | {"uid": uid}
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT OR IGNORE INTO person ({', '.join(values)}) VALUES ({marks})", list(values.values()))
    return person


class Book:
    """A few people and their index."""

    def __init__(self) -> None:
        self.connection = a_book()
        self.index = NameIndex(self.connection, TODAY)
        self.index.rebuild(())
        self.entries: dict[str, Entry] = {}

    def add(self, uid: str, name: Name | str, seen: int | None = 10, **more: Any) -> Entry:
        fields = {key: more.pop(key) for key in ("kin_names", "phones", "codes", "things") if key in more}
        given = Name(formatted=name) if isinstance(name, str) else name
        person = a_person(self.connection, uid, given, **more)
        last = None if seen is None else TODAY - timedelta(days=seen)
        entry = Entry(person=person, last_seen=last, **fields)
        self.index.put(entry)
        self.entries[uid] = entry
        return entry

    def uids(self, text: str, limit: int = 20) -> list[str]:
        return [hit.person_uid for hit in self.index.find(text, limit)]

    def first(self, text: str) -> Hit:
        return self.index.find(text)[0]


@pytest.fixture
def book() -> Iterator[Book]:
    made = Book()
    yield made
    assert made.index.check(made.entries.values()) == ()
    made.connection.close()


def test_any_part_of_any_name_is_found_in_any_order(book: Book) -> None:
    book.add("s", Name(formatted="Siobhán O'Neill-Müller", given="Siobhán", family="O'Neill-Müller"))
    book.add("x", "Ana Duarte")
    for text in (
        "oneill mull",
        "mull sio",
        "MÜLLER",
        "mueller",
        "o'neill",
        "oneillmuller",
        "neill siobhan",
        "sio",
        "o n m",
    ):
        assert book.uids(text) == ["s"], text


def test_kin_are_found_below_those_who_bear_the_name(book: Book) -> None:
    book.add("ana", "Ana Duarte", seen=0, kin_names=("Leo Duarte", "Rosa Duarte"))
    book.add("leo", "Leo Duarte", seen=None, kin_names=("Ana Duarte",))
    assert book.uids("leo") == ["leo", "ana"]
    assert book.uids("le") == ["leo", "ana"]
    hit = book.index.find("leo")[1]
    assert (hit.why, hit.reason.in_english()) == (Reason.KIN, "related to Leo Duarte")
    assert book.uids("leo ana") == ["leo", "ana"] or book.uids("leo ana") == ["ana", "leo"]


def test_kin_are_named_by_what_they_are_to_whom_was_asked_for(book: Book) -> None:
    leo = ("Leo Duarte", "Leo")
    book.add("mum", "Ana Duarte", kin_names=(Relative(*leo, kind="parent"), Relative(*leo, words="mum", kind="parent")))
    book.add("gran", "Rosa Duarte", kin_names=(Relative(*leo, kind="grandparent"),))
    book.add("other", "Bo Lund", kin_names=("Leo Duarte",))
    reasons = {hit.person_uid: hit.reason.in_english() for hit in book.index.find("leo")}
    assert reasons == {"mum": "Leo's mum", "gran": "Leo's grandparent", "other": "related to Leo Duarte"}


def test_a_hundred_of_a_name_are_not_crowded_out_by_their_kin(book: Book) -> None:
    for n in range(100):
        book.add(f"kin{n}", f"Ana {n}", seen=0, kin_names=("Leo Duarte",))
    book.add("leo", "Leo Duarte", seen=None)
    assert book.uids("leo")[0] == "leo"
    assert len(book.uids("leo")) == 20


def test_the_exact_name_stands_above_its_longer_ones_even_among_many(book: Book) -> None:
    for n in range(100):
        book.add(f"a{n}", f"Anabel Nr{n}", seen=0)
    book.add("ana", "Ana Duarte", seen=None)
    assert book.uids("ana")[0] == "ana"


def test_of_two_equals_the_regular_stands_first(book: Book) -> None:
    book.add("stranger", "Maria Silva", seen=None)
    book.add("regular", "Maria Silva", seen=3)
    assert book.uids("maria silva") == ["regular", "stranger"]


def test_a_telephone_is_found_by_its_last_digits_first_then_by_any_three(book: Book) -> None:
    book.add("middle", "Bo Lund", seen=0, phones=("+46 418 8123",))
    book.add("end", "Ana Duarte", seen=None, phones=("+351 912 34 41 88",))
    assert book.uids("4188") == ["end", "middle"]
    assert book.uids("44 18-8") == ["end"]
    assert book.uids("912") == ["end"]
    assert book.uids("0912344188") == ["end"]
    assert book.uids("41") == []
    assert book.first("4188").reason.in_english() == "phone ··4188"
    assert book.first("912").reason.in_english() == "phone ··912344188"
    assert book.uids("ana 4188") == ["end"]
    assert book.uids("bo 4188") == ["middle"]


def test_a_scanned_card_finds_its_person(book: Book) -> None:
    book.add("dee", "Dee Okafor", codes=("DS-000 417",))
    for scan in ("DS-000417\r\n", "ds-000417", "DS-000 417"):
        assert book.first(scan).person_uid == "dee"
        assert book.first(scan).reason.in_english() == "loyalty card"
    assert book.uids("DS-00041") == []


def test_a_nickname_finds_its_person_and_says_so(book: Book) -> None:
    book.add("r", Name(given="Robert", family="Moss", nicknames=("Bob",)))
    book.add("m", Name(formatted="Amelia Novak"), call_them="Millie")
    assert book.first("bob").reason.in_english() == "also called Bob"
    assert book.first("mil").why is Reason.NICKNAME
    assert book.first("robert").why is Reason.NAME


def shown(hit: Hit) -> str:
    text, at = "", 0
    for start, end in hit.matched:
        text += hit.name[at:start] + "[" + hit.name[start:end] + "]"
        at = end
    return text + hit.name[at:]


@pytest.mark.parametrize(
    ("name", "typed", "seen"),
    [
        ("Amelia Novak", "nov am", "[Am]elia [Nov]ak"),
        ("Siobhán O'Neill-Müller", "oneill mull", "Siobhán [O]'[Neill]-[Müll]er"),
        ("Siobhán O'Neill-Müller", "muell", "Siobhán O'Neill-[Müll]er"),
        ("Franz Strauß", "strauss", "Franz [Strauß]"),
        ("Franz Strauß", "straus", "Franz [Strauß]"),
        ("Ame\u0301lie", "amel", "[Ame\u0301l]ie"),
        ("Chi Park 박지", "바", "Chi Park [박]지"),
        ("Chi Park 박지", "박지", "Chi Park [박지]"),
        ("Chi Park 박지", "지", "Chi Park 박[지]"),
        ("王小明", "小明", "王[小明]"),
        ("فاطمة الزهراء", "فاطمه", "[فاطمة] الزهراء"),
        ("Ana Ana", "ana", "[Ana] [Ana]"),
        ("ﬁona", "fi", "[ﬁ]ona"),
    ],
)
def test_the_letters_that_answer_are_marked_in_the_name_as_written(
    book: Book, name: str, typed: str, seen: str
) -> None:
    book.add("x", name)
    assert shown(book.first(typed)) == seen


COMMANDS = (
    '"', "*", "ana*", "NEAR(", 'NEAR("a" "b")', "a OR b", "-ana", "own:ana", "{own alt}: x", "'); DROP TABLE person;--",
    "%", "_", "\0", "a\0b", "\ud800", "\u202eana", "ʞleo", "^ana", "AND", "NOT", "()", "💥" * 50, "a" * 10_000,
    "a " * 5_000, "1" * 10_000, "+" * 99, "", " ", "\ufeff", ":¡",
)  # fmt: skip


@pytest.mark.parametrize("text", COMMANDS)
def test_what_is_typed_is_never_taken_for_a_command(book: Book, text: str) -> None:
    book.add("ana", "Ana Duarte", kin_names=("Leo",), phones=("123456",))
    assert isinstance(book.index.find(text), tuple)


def test_unseen_letters_do_not_hide_a_name(book: Book) -> None:
    book.add("ana", "Ana Duarte")
    assert book.uids("\u202eana") == ["ana"]
    assert book.uids("an\0 duarte") == ["ana"]


@settings(max_examples=200)
@given(text=st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    book = Book()
    try:
        book.index.find(text)
    finally:
        book.connection.close()


def test_a_new_name_is_found_at_once_and_the_old_one_no_longer(book: Book) -> None:
    book.add("x", "Ana Duarte", phones=("111222",), codes=("CARD1",))
    book.add("x", "Ana Lund", phones=("333444",), codes=("CARD2",))
    assert [book.uids(text) for text in ("duarte", "111222", "card1")] == [[], [], []]
    assert [book.uids(text) for text in ("lund", "333444", "card2")] == [["x"]] * 3


def test_a_visit_moves_someone_among_the_regulars_at_the_next_idle_moment(book: Book) -> None:
    book.add("a", "Maria Silva", seen=20)
    book.add("b", "Maria Silva", seen=None)
    book.add("b", "Maria Silva", seen=0)
    book.add("a", "Maria Silva", seen=2000)
    assert book.uids("maria") == ["a", "b"]
    assert book.index.freshen() == 2
    assert book.uids("maria") == ["b", "a"]
    assert book.index.freshen() == 0


def test_time_carries_people_out_of_the_regulars(book: Book) -> None:
    book.add("a", "Maria Silva", seen=80)
    book.add("b", "Maria Silva", seen=None)
    assert book.index.freshen(TODAY) == 0
    later = TODAY + timedelta(days=30)
    assert book.index.freshen(later) == 1
    assert book.index.freshen(later) == 0
    assert book.index.freshen(TODAY) == 1


def test_someone_who_was_taken_out_is_not_found(book: Book) -> None:
    book.add("x", "Ana Duarte", phones=("111222",), codes=("CARD1",))
    book.index.drop("x")
    book.index.drop("nobody")
    del book.entries["x"]
    assert [book.uids(text) for text in ("ana", "111222", "card1")] == [[], [], []]


def test_many_people_are_written_as_one_by_one(book: Book) -> None:
    people = [a_person(book.connection, f"p{n}", Name(formatted=f"Ana Nr{n}")) for n in range(1200)]
    entries = [Entry(person=person, phones=(f"070{n:05}",), kin_names=("Leo",)) for n, person in enumerate(people)]
    book.index.put_many(entries)
    book.index.put_many(entries)
    book.entries = {entry.person.uid: entry for entry in entries}
    assert book.uids("nr777")[0] == "p777"
    assert book.uids("7000777")[0] == "p777"


def test_the_check_finds_what_is_missing_wrong_or_left_over(book: Book) -> None:
    ana = book.add("x", "Ana Duarte", phones=("111222",))
    renamed = Entry(
        person=Person(uid="x", name=Name(formatted="Ana Lund")), phones=("111222",), last_seen=ana.last_seen
    )
    assert len(book.index.check([renamed])) == 1
    assert len(book.index.check([])) == 1
    book.connection.execute("DELETE FROM ns")
    assert book.index.check([ana])
    book.index.rebuild([ana])


def test_an_index_made_by_other_rules_says_so(book: Book) -> None:
    assert book.index.is_current()
    book.connection.execute("UPDATE name_keys SET version = version - 1")
    assert not book.index.is_current()
    book.index.rebuild(book.entries.values())


def test_someone_with_only_an_organisation_is_found_by_it(book: Book) -> None:
    book.add("mill", Name(), organisation="Marta's Mill")
    assert book.first("martas").name == "Marta's Mill"


def test_an_index_made_anew_overwrites_what_is_taken_out_of_it(book: Book) -> None:
    book.index.overwrite(False)  # as while it is renewed
    book.index.rebuild(book.entries.values())
    told = book.connection.execute("SELECT v FROM ns_config WHERE k = 'secure-delete'").fetchone()
    assert told == (1,)


def test_a_number_is_asked_together_with_a_name(book: Book) -> None:
    book.add("maria", "Maria Silva", phones=("77 123 777",))
    book.add("mark", "Mark Silva", phones=("77 123",))
    book.add("bo", "Bo Lund", phones=("123",))
    number = dict(book.connection.execute("SELECT uid, id FROM person"))
    assert book.index.phones("123", 9, called=["mar", "silva"]) == [
        (number["mark"], "77123"),
        (number["maria"], "77123777"),
    ]
    assert book.index.phones("123", 9, called=["maria"]) == [(number["maria"], "77123777")]
    assert book.index.phones("123", 9, called=["nobody"]) == []

"""The vocabulary: which words people are called by, how they sound, which beginnings lie one slip apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shopkeeper.domain.person import Name
from shopkeeper.search.phonetic import skeleton
from shopkeeper.store.names import Entry
from tests.store.test_names import Book, a_person


@pytest.fixture
def book() -> Iterator[Book]:
    made = Book()
    yield made
    assert made.index.check(made.entries.values()) == ()
    made.connection.close()


def test_a_beginning_counts_people_and_not_words(book: Book) -> None:
    book.add("a", "Ana Anabel")
    book.add("b", "Anastasia Lund")
    assert [book.index.beginnings(word) for word in ("ana", "anab", "anas", "lund", "bo", "anastasia")] == [
        2, 1, 1, 1, 0, 1,
    ]  # fmt: skip
    book.index.drop("a")
    del book.entries["a"]
    assert [book.index.beginnings(word) for word in ("ana", "anab")] == [1, 0]


def test_a_beginning_one_slip_away_is_known_while_somebody_has_it(book: Book) -> None:
    book.add("d", "Ana Duarte")
    for typed in ("duatre", "duate", "duaarte", "duarze", "dua", "dau"):
        assert ("duarte"[: len(typed)], 1) in book.index.slips(typed) or ("dua", 1) in book.index.slips(typed), typed
    book.add("d", "Ana Lund")
    assert book.index.slips("duatre") == []
    assert book.index.slips("") == []


def test_words_that_sound_alike_stand_together_the_commonest_first(book: Book) -> None:
    book.add("a", "Kathryn Moss")
    book.add("b", "Catherine Moss")
    book.add("c", "Catherine Lund")
    assert book.index.sounding(skeleton("kathrin")) == [("catherine", 2), ("kathryn", 1)]
    assert book.index.sounding("") == []


def test_words_of_other_scripts_are_counted_without_their_marks(book: Book) -> None:
    book.add("f", "فاطمة الزهراء", kin_names=("Leo Duarte",))
    assert book.index.beginnings("فاطمه") == 1
    assert book.index.beginnings("duarte") == 0
    marked = [word for (word,) in book.connection.execute("SELECT t FROM term") if word[0] in "ʞʬʭ"]
    assert marked == []


def test_a_word_that_nobody_has_any_more_leaves_no_letter_after_a_rest(book: Book) -> None:
    quilly = Name(formatted="Xaver Quillfeather", nicknames=("Quilly",))
    book.add("x", quilly, things=("Biscuit, beagle",), phones=("0151 234",))
    book.add("x", "Bo Lund", phones=("0151 999",))
    book.index.drop("x")
    del book.entries["x"]
    while book.index.rest():
        pass
    for table in ("term", "pfx", "ns_content", "thing_content", "named", "phone_digits", "gone"):
        assert book.connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    for table in ("ns", "pv", "thing", "phone_parts"):
        blocks = b"".join(bytes(row[0]) for row in book.connection.execute(f"SELECT block FROM {table}_data"))
        assert not any(piece in blocks for piece in (b"quillf", b"biscui", b"xaver", b"015", b"234"))


def test_a_thousand_people_are_counted_as_one_by_one(book: Book) -> None:
    people = [a_person(book.connection, f"p{n}", Name(formatted=f"Ana{n % 7} Nr{n}")) for n in range(1000)]
    entries = [Entry(person=person) for person in people]
    book.index.put_many(entries)
    at_once = book.connection.execute("SELECT * FROM term").fetchall()
    book.index.drop(*(entry.person.uid for entry in entries))
    for entry in entries:
        book.index.put(entry)
    assert book.connection.execute("SELECT * FROM term").fetchall() == at_once
    book.entries = {entry.person.uid: entry for entry in entries}


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE term SET df = df + 1",
        "DELETE FROM term",
        "UPDATE term SET skel = 'x' WHERE skel <> ''",
        "UPDATE pfx SET df = 0",
        "DELETE FROM pfx WHERE id = 1",
        "INSERT INTO pfx (p, df) VALUES ('zzz', 1)",
        "INSERT INTO pv (rowid, near) VALUES (999, 'zzz')",
        "INSERT INTO pv (pv, rowid, near) VALUES ('delete', 1, 'na')",
        "INSERT INTO thing (rowid, words, shown) VALUES (999, 'beagle', 'Beagle')",
        "DELETE FROM thing",
        "INSERT INTO gone (id) SELECT row FROM named",
        "INSERT INTO gone (id) VALUES (999)",
        "UPDATE named SET turn = 3",
        "INSERT INTO choice (typed, person_id, times) VALUES ('ana', 999, 1)",
    ],
)
def test_the_check_finds_what_is_miscounted_or_of_nobody_and_a_new_index_is_right(book: Book, spoil: str) -> None:
    ana = book.add("a", "Ana Duarte", things=("Biscuit, beagle",))
    book.connection.execute(spoil)
    assert book.index.check([ana]) != ()
    book.index.rebuild([ana])

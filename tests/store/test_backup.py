"""A copy that is known to open, or none; and the looking-over that finds what is wrong."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

import pytest

from shopkeeper.examples.crowd import crowd
from shopkeeper.store import AlreadyThere, Damaged, DiskFull, Header, Holder, ReadOnly, Store, StoreError
from shopkeeper.store.cipher import Cost
from shopkeeper.store.connection import connected
from tests.people import street
from tests.store.books import KEY, NOW, TODAY, Book, a_book, rows_in


def test_a_copy_of_an_open_book_holds_everything_and_travels_alone(tmp_path: Path) -> None:
    away = tmp_path / "stick"
    away.mkdir()
    with a_book(tmp_path) as book:
        book.make(*street(TODAY).records)
        book.store.backup_to(away / "copy.db")
        book.known("Kept after the copy")
        assert [file.name for file in away.iterdir()] == ["copy.db"]
        copied = rows_in(away / "copy.db")
    with Store.open(away / "copy.db", KEY, now=NOW) as copy:
        assert copy.check() == ()
        assert copy.count() == len(copied["person"])
        assert Book(copy).found("kept after") == []


def with_a_header(book: Book, book_id: str = "a book") -> Header:
    header = Header.new(KEY, book_id).with_passphrase(KEY, "correct horse", Cost(memory=64, iterations=1, lanes=1))
    header.write(book.store.path.with_suffix(".key"))
    return header


def test_the_header_of_the_key_travels_with_every_copy(book: Book, tmp_path: Path) -> None:
    header = with_a_header(book)
    book.known("Ana Duarte")
    book.store.backup_to(tmp_path / "monday.db")
    key = Header.read(tmp_path / "monday.key").open_with_passphrase("correct horse")
    assert Header.read(tmp_path / "monday.key") == header
    with Store.open(tmp_path / "monday.db", key, now=NOW) as copy:
        assert Book(copy).found("ana") == ["Ana Duarte"]


def test_no_copy_of_a_header_takes_the_place_of_another(book: Book, tmp_path: Path) -> None:
    with_a_header(book)
    own = book.store.path.with_suffix(".key")
    Header.new(KEY, "another").with_wrapping_key(KEY, Holder.KEYCHAIN, bytes(32)).write(tmp_path / "theirs.key")
    (tmp_path / "notes.key").write_text("nothing of ours")
    before = {file.name: file.read_bytes() for file in tmp_path.glob("*.key")} | {own.name: own.read_bytes()}
    for name in ("theirs.db", "notes.db", f"{own.stem}.other"):
        with pytest.raises(AlreadyThere):
            book.store.backup_to(own.with_name(name))
    assert before == {name: own.with_name(name).read_bytes() for name in before}
    for _ in range(2):
        book.store.backup_to(tmp_path / "again.db")
        (tmp_path / "again.db").unlink()
    assert Header.read(tmp_path / "again.key").book_id == "a book", "an older copy of its own is in nobody's way"


def test_a_book_whose_header_is_damaged_can_still_be_copied(book: Book, tmp_path: Path) -> None:
    book.store.path.with_suffix(".key").write_text("{")
    book.store.backup_to(tmp_path / "copy.db")
    assert not (tmp_path / "copy.key").exists()


def test_a_copy_never_takes_the_place_of_another(book: Book) -> None:
    path = book.store.path.with_name("copy.db")
    path.write_bytes(b"last week's")
    with pytest.raises(AlreadyThere):
        book.store.backup_to(path)
    assert path.read_bytes() == b"last week's"


def test_a_damaged_book_is_not_copied_over_anything(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.make(*crowd(200, seed=1, today=TODAY))
        path = book.store.path
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with suppress(StoreError), Store.open(path, KEY, now=NOW) as store, pytest.raises(Damaged):
        store.backup_to(tmp_path / "copy.db")
    assert not [file for file in tmp_path.iterdir() if file.name.startswith("copy")]


def test_no_folder_no_copy_and_it_is_said(book: Book) -> None:
    with pytest.raises(StoreError):
        book.store.backup_to(book.store.path.parent / "nowhere" / "copy.db")


def test_every_flipped_bit_is_found(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.make(*crowd(200, seed=1, today=TODAY))
        path = book.store.path
    good = path.read_bytes()
    step = len(good) // 25
    for at in range(4096 + 100, len(good), step):
        data = bytearray(good)
        data[at] ^= 1
        path.write_bytes(data)
        try:
            with Store.open(path, KEY, read_only=True, now=NOW) as store:
                assert store.check() != (), at
        except Damaged:
            pass
    path.write_bytes(good)
    with Store.open(path, KEY, now=NOW) as store:
        assert store.check() == ()


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE tel SET owner_uid = 'nobody'",
        "UPDATE allergy_intolerance SET person_uid = 'nobody'",
    ],
)
def test_what_does_not_fit_together_is_found(book: Book, spoil: str) -> None:
    book.make(*street(TODAY).records)
    assert book.store.check() == ()
    with closing(connected(book.store.path, KEY, mode="rw")) as database:
        database.raw().execute("PRAGMA foreign_keys = OFF")
        database.raw().execute(spoil)
    problems = book.store.check()
    assert problems
    assert all(problem.in_english() for problem in problems)


SPOILT_SEARCH = [
    "DELETE FROM named WHERE id = 1",
    "UPDATE person SET name_given = 'Other' WHERE id = 1",
    "DELETE FROM ns WHERE rowid & 1099511627775 = 1",
    "DELETE FROM ns_data WHERE id > 10",
    "DELETE FROM ns_data",
    "UPDATE ns_data SET block = x'00ff' WHERE id > 10",
    "DELETE FROM ns_content WHERE id % 2",
    "UPDATE phone_parts_data SET block = x'00ff'",
    "DELETE FROM name_keys",
]


def a_street_with_a_spoilt_search(book: Book, spoil: str) -> None:
    book.make(*street(TODAY).records)
    with closing(connected(book.store.path, KEY, mode="rw")) as database:
        database.raw().execute(spoil)


@pytest.mark.parametrize("spoil", SPOILT_SEARCH)
def test_a_search_that_does_not_fit_the_people_is_made_anew_without_a_word(book: Book, spoil: str) -> None:
    a_street_with_a_spoilt_search(book, spoil)
    assert book.store.check() == ()
    assert "Ana Duarte" in book.found("duarte")


@pytest.mark.parametrize("spoil", SPOILT_SEARCH[:4])
def test_who_may_only_look_tells_of_a_search_that_does_not_fit_and_leaves_it(book: Book, spoil: str) -> None:
    a_street_with_a_spoilt_search(book, spoil)
    with Store.open(book.store.path, KEY, read_only=True, now=NOW) as store:
        assert store.check() == store.check() != ()


@pytest.mark.parametrize("spoil", SPOILT_SEARCH[3:8])
def test_a_search_that_cannot_be_read_is_made_anew_when_somebody_types(tmp_path: Path, spoil: str) -> None:
    with a_book(tmp_path) as book:
        a_street_with_a_spoilt_search(book, spoil)
    with Store.open(tmp_path / "book.db", KEY, now=NOW) as store:
        again = Book(store, numbers=count(10_000))
        for text in ("duarte", "4188"):
            again.found(text)
        again.known("Zed Zulu")
        assert again.found("zed") == ["Zed Zulu"]
        assert "Ana Duarte" in again.found("duarte")
        assert store.check() == ()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six megabytes."""
    folder = tmp_path / "small"
    folder.mkdir()
    mount = shutil.which("mount")
    if mount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], capture_output=True).returncode:
        pytest.skip("no small disk can be made here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_takes_an_import_back_whole_and_keeps_the_rest(small_disk: Path) -> None:
    with a_book(small_disk) as book:
        ana = book.known("Ana Duarte")
        before = rows_in(book.store.path)
        with pytest.raises(DiskFull, match="full"):
            book.make(*crowd(6000, seed=1, today=TODAY))
        assert rows_in(book.store.path) == before
        assert book.found("ana") == ["Ana Duarte"]
        book.known("Bo Lund")
        _fill(small_disk)
        with pytest.raises(DiskFull):
            book.store.backup_to(small_disk / "copy.db")
        assert not (small_disk / "copy.db").exists()
        assert not (small_disk / "copy.db.part").exists()
        assert book.store.memory_of(ana.uid).person == ana
        path = book.store.path
    with Store.open(path, KEY, now=NOW) as store:
        assert store.check() == ()
        assert store.count() == 2


def test_a_disk_that_cannot_be_written_is_still_looked_at(small_disk: Path) -> None:
    with a_book(small_disk) as book:
        book.known("Ana Duarte")
        path = book.store.path
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(ReadOnly):
        Store.open(path, KEY, now=NOW)
    with Store.open(path, KEY, read_only=True, now=NOW) as store:
        assert Book(store).found("ana") == ["Ana Duarte"]
        assert store.memory_of(store.uids()[0]).person.name.formatted == "Ana Duarte"
        assert store.check() == ()


def _fill(folder: Path) -> None:
    with suppress(OSError), (folder / "filler").open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))

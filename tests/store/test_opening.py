"""Opening a book: the settings that keep it safe, and the files that are not opened, each left as it was."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from shopkeeper.domain.change import made
from shopkeeper.domain.phrase import english_plural
from shopkeeper.store import (
    AlreadyThere,
    BookMissing,
    Damaged,
    NewerSQLiteNeeded,
    ReadOnly,
    Store,
    StoreError,
    TooNew,
)
from shopkeeper.store import errors as all_errors
from shopkeeper.store.connection import APPLICATION_ID, connected, require_sound_sqlite
from shopkeeper.store.migrate import steps
from tests.people import street
from tests.store.books import KEY, NOW, TODAY, Book, a_book

OTHER_KEY = bytes(32)


def files_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.name != "home")


def a_closed_book(folder: Path) -> Path:
    with a_book(folder) as book:
        book.known("Ana Duarte")
        return book.store.path


def test_every_connection_has_the_settings_that_keep_the_book_safe(book: Book) -> None:
    with closing(connected(book.store.path, KEY, mode="rw", busy_ms=1234)) as database:
        raw = database.raw()
        told = {
            name: raw.execute(f"PRAGMA {name}").fetchone()[0]
            for name in (
                "journal_mode",
                "synchronous",
                "foreign_keys",
                "trusted_schema",
                "cell_size_check",
                "secure_delete",
                "temp_store",
                "busy_timeout",
                "application_id",
                "user_version",
                "cipher_log_level",
            )
        }
        assert told == {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "trusted_schema": 0,
            "cell_size_check": 1,
            "secure_delete": 1,
            "temp_store": 2,
            "busy_timeout": 1234,
            "application_id": APPLICATION_ID,
            "user_version": max(steps()),
            "cipher_log_level": "NONE",
        }
        assert raw.execute("PRAGMA mmap_size").fetchone() in (None, (0,))


def test_the_window_does_not_wait_for_another_writer(book: Book) -> None:
    assert book.store._raw.execute("PRAGMA busy_timeout").fetchone()[0] == 0


@pytest.mark.skipif(sys.platform != "darwin", reason="only macOS has a disk cache that needs fullfsync")
def test_a_mac_is_asked_to_really_write(book: Book) -> None:
    assert book.store._raw.execute("PRAGMA fullfsync").fetchone()[0] == 1


def test_a_library_that_can_damage_books_is_refused() -> None:
    with pytest.raises(NewerSQLiteNeeded, match=r"3\.51\.2"):
        require_sound_sqlite((3, 51, 2))
    require_sound_sqlite((3, 51, 3))
    require_sound_sqlite()


def test_a_new_book_takes_nothings_place(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    for left in ("book.db", "book.db-wal", "book.db-journal"):
        (tmp_path / left).write_bytes(b"")
        with pytest.raises(AlreadyThere):
            Store.create(path, KEY, now=NOW)
        assert (tmp_path / left).read_bytes() == b""
        (tmp_path / left).unlink()
    assert files_in(tmp_path) == []
    Store.create(path, KEY, now=NOW).close()
    before = path.read_bytes()
    with pytest.raises(AlreadyThere):
        Store.create(path, OTHER_KEY, now=NOW)
    assert path.read_bytes() == before
    assert files_in(tmp_path) == ["book.db"]


def test_a_making_that_was_cut_short_is_no_book_and_does_not_block_the_next(tmp_path: Path) -> None:
    (tmp_path / "book.db.new").write_bytes(b"half of one")
    Store.create(tmp_path / "book.db", KEY, now=NOW).close()
    assert files_in(tmp_path) == ["book.db"]


@pytest.mark.parametrize("prepare", [lambda path: None, lambda path: path.write_bytes(b""), lambda path: path.mkdir()])
@pytest.mark.parametrize("read_only", [False, True])
def test_where_a_book_should_be_none_is_made(tmp_path: Path, prepare: Callable[[Path], None], read_only: bool) -> None:
    path = tmp_path / "book.db"
    prepare(path)
    before = files_in(tmp_path)
    with pytest.raises(BookMissing):
        Store.open(path, KEY, read_only=read_only, now=NOW)
    assert files_in(tmp_path) == before
    assert not path.is_file() or path.stat().st_size == 0


def test_the_key_is_32_bytes(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Store.create(tmp_path / "book.db", b"secret", now=NOW)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: b"\x00" * 4096 + data[4096:], id="its first page is gone"),
        pytest.param(lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:], id="one bit of its first page"),
        pytest.param(lambda data: data[: len(data) // 2 - 100], id="half of it is missing"),
        pytest.param(lambda data: os.urandom(len(data)), id="noise"),
        pytest.param(lambda data: b"SQLite format 3\x00" + data[16:], id="another program's header"),
    ],
)
def test_a_damaged_book_is_said_to_be_damaged_and_is_left_as_it_is(
    tmp_path: Path, spoil: Callable[[bytes], bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    path = a_closed_book(tmp_path)
    path.write_bytes(spoil(path.read_bytes()))
    before = path.read_bytes()
    with pytest.raises(Damaged):
        Store.open(path, KEY, now=NOW)
    assert path.read_bytes() == before
    assert files_in(tmp_path) == ["book.db"]
    assert capfd.readouterr() == ("", ""), "the cipher prints nothing beside us"


def test_with_the_header_content_a_key_that_does_not_open_the_book_means_damage(tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="damaged"):
        Store.open(a_closed_book(tmp_path), OTHER_KEY, now=NOW)


def test_an_encrypted_file_of_somebody_else_is_not_a_book(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with closing(connected(path, KEY, mode="rwc")) as database:
        database.raw().execute("CREATE TABLE theirs (a)")
        database.raw().execute("PRAGMA user_version = 1")
    before = path.read_bytes()
    with pytest.raises(Damaged):
        Store.open(path, KEY, now=NOW)
    assert path.read_bytes() == before


def test_an_unencrypted_book_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with closing(dbapi2.connect(path)) as raw:
        raw.executescript(f"PRAGMA application_id = {APPLICATION_ID}; CREATE TABLE person (a); PRAGMA user_version = 1")
    with pytest.raises(Damaged):
        Store.open(path, KEY, now=NOW)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_book_is_refused_in_words_and_left_byte_for_byte(tmp_path: Path, read_only: bool) -> None:
    path = a_closed_book(tmp_path)
    with closing(connected(path, KEY, mode="rw")) as database:
        database.raw().execute("PRAGMA user_version = 99")
    before, files = path.read_bytes(), files_in(tmp_path)
    with pytest.raises(TooNew) as refused:
        Store.open(path, KEY, read_only=read_only, now=NOW)
    assert (refused.value.found, refused.value.known) == (99, max(steps()))
    assert "99" in refused.value.phrase.in_english()
    assert path.read_bytes() == before
    if not read_only:  # a reader may leave the empty side files that the next writer clears away
        assert files_in(tmp_path) == files == ["book.db"]


def test_a_newer_book_that_was_not_closed_keeps_its_wal(tmp_path: Path) -> None:
    home, crashed = tmp_path / "a", tmp_path / "b"
    home.mkdir()
    crashed.mkdir()
    with a_book(home) as book:
        book.known("Ana Duarte")
        book.store._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        book.store._raw.execute("PRAGMA user_version = 99")
        # As the newer program left it when the light went out.
        for name in ("book.db", "book.db-wal"):
            (crashed / name).write_bytes((home / name).read_bytes())
    before = {name: (crashed / name).read_bytes() for name in ("book.db", "book.db-wal")}
    with pytest.raises(TooNew):
        Store.open(crashed / "book.db", KEY, now=NOW)
    assert {name: (crashed / name).read_bytes() for name in before} == before


def test_no_name_stands_readable_in_any_file(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.make(*street(TODAY).records)
        book.store.set_setting("town", "Duarteville")
        book.store.backup_to(tmp_path / "copy.db")
        secrets = [
            text.encode(encoding)
            for text in (
                "Duarte",
                "duarte",
                "penicillin",
                "Siobh",
                "0151",
                "사랑",
                "tree nuts",
                "journal",
                "SQLite format",
            )
            for encoding in ("utf-8", "utf-16-le")
        ]
        contents = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
    assert {"book.db", "book.db-wal", "copy.db"} <= set(contents)
    assert len(contents["book.db-wal"]) > 50_000, "the people were still in the WAL when it was looked at"
    found = [(name, secret) for name, data in contents.items() for secret in secrets if secret in data]
    assert found == []


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_nobody_else_on_the_machine_may_read_any_of_its_files(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with a_book(tmp_path) as book:
            book.known("Ana Duarte")
            book.store.backup_to(tmp_path / "copy.db")
            rights = {file.name: file.stat().st_mode & 0o777 for file in tmp_path.iterdir() if file.is_file()}
    finally:
        os.umask(before)
    assert rights == dict.fromkeys(("book.db", "book.db-wal", "book.db-shm", "copy.db"), 0o600)


def test_a_book_on_another_machine_is_written_without_a_log_ahead(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with Store.create(path, KEY, now=NOW, network=True) as store:
        ana = Book(store).known("Ana Duarte")
        assert files_in(tmp_path) == ["book.db"]
    with Store.open(path, KEY, now=NOW) as store:
        Book(store, numbers=count(1000)).edit(ana, replace(ana, title="baker"))
        assert "book.db-wal" in files_in(tmp_path), "here it is on this machine's own disk"
    with Store.open(path, KEY, now=NOW, network=True) as store:
        book = Book(store, numbers=count(2000))
        last = store.last_act()
        assert last is not None
        book.undo(last.uid)
        book.known("Bo Lund")
        assert files_in(tmp_path) == ["book.db"]
        with Store.open(path, KEY, now=NOW, network=True) as other:
            assert Book(other).found("ana") == ["Ana Duarte"]
        store.rest()
    with Store.open(path, KEY, read_only=True, now=NOW) as store:
        assert (store.count(), store.check()) == (2, ())


def test_a_closed_book_is_one_file(tmp_path: Path) -> None:
    a_closed_book(tmp_path)
    assert files_in(tmp_path) == ["book.db"]


def test_closing_twice_is_closing(book: Book) -> None:
    book.store.close()
    book.store.close()


def test_a_book_that_is_only_looked_at_takes_nothing_new(tmp_path: Path) -> None:
    path = a_closed_book(tmp_path)
    before = path.read_bytes()
    with Store.open(path, KEY, read_only=True, now=NOW) as store:
        assert store.is_read_only
        book = Book(store)
        assert book.found("ana") == ["Ana Duarte"]
        assert store.memory_of(store.uids()[0]).person.name.formatted == "Ana Duarte"
        with pytest.raises(ReadOnly):
            book.known("Bo")
        with pytest.raises(ReadOnly):
            store.set_setting("a", "b")
        assert store.check() == ()
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write into any folder")
def test_a_book_in_a_locked_folder_can_be_looked_at(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    path = a_closed_book(folder)
    folder.chmod(0o500)
    try:
        with Store.open(path, KEY, read_only=True, now=NOW) as store:
            assert store.count() == 1
    finally:
        folder.chmod(0o700)


def test_an_index_of_another_program_version_is_made_anew_at_opening(tmp_path: Path) -> None:
    path = a_closed_book(tmp_path)
    with closing(connected(path, KEY, mode="rw")) as database:
        database.raw().execute("UPDATE name_keys SET version = version - 1")
        database.raw().execute("DELETE FROM ns")
    with Store.open(path, KEY, now=NOW) as store:
        assert Book(store).found("ana") == ["Ana Duarte"]
        assert store.check() == ()


def test_every_error_says_what_happened_in_plain_words() -> None:
    kinds = [kind for kind in vars(all_errors).values() if isinstance(kind, type) and issubclass(kind, StoreError)]
    assert len(kinds) > 12
    for kind in kinds:
        if kind not in (TooNew, NewerSQLiteNeeded):
            said = kind().phrase
            assert english_plural(said.text, said.n).endswith(".")
            assert "sql" not in said.text.lower()
            assert str(kind()) == said.in_english()


def test_settings_are_kept_and_forgotten(book: Book) -> None:
    assert book.store.setting("lead") is None
    book.store.set_setting("lead", "3")
    book.store.set_setting("lead", "5")
    assert book.store.setting("lead") == "5"
    book.store.set_setting("lead", None)
    assert book.store.setting("lead") is None


def test_two_books_may_be_open_at_once(tmp_path: Path) -> None:
    with a_book(tmp_path, "a.db") as one, a_book(tmp_path, "b.db") as two:
        one.do(made(one.person("Ana")))
        two.do(made(two.person("Bo")))
        assert (one.found("ana"), one.found("bo"), two.found("ana"), two.found("bo")) == (["Ana"], [], [], ["Bo"])

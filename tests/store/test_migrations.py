"""From schema to schema: frozen steps, a backup before, the old or the new and never between."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path

import pytest

from shopkeeper.domain.records import RECORDS
from shopkeeper.store import Header, Holder, Store, StoreError
from shopkeeper.store.connection import connected
from shopkeeper.store.migrate import statements, steps
from shopkeeper.store.tables import ACT, SETTING, TABLES, TOUCHED
from tests.store.books import KEY, NOW, Book, a_book, rows_in, values

# Once a schema has shipped, books of it exist, and its step may not change by a single letter: add the next one.
FROZEN = {1: "25127310a5872882", 2: "cce3db7929c7e4fa", 3: "12a7a6055eddf457", 4: "3887cecfe0a5c171"}

NEXT = """
-- A semicolon; in a remark ends nothing.
CREATE TABLE later (a TEXT);
INSERT INTO later VALUES ('x;y');
"""


def with_next(sql: str) -> dict[int, str]:
    return {**steps(), max(steps()) + 1: sql}


def test_the_shipped_steps_are_frozen() -> None:
    assert {n: hashlib.sha256(sql.encode()).hexdigest()[:16] for n, sql in steps().items()} == FROZEN


def test_the_newest_schema_has_a_column_for_every_field(book: Book) -> None:
    assert [table.record for table in TABLES.values()] == list(RECORDS)
    for table in TABLES.values():
        columns = [row[1] for row in book.store._raw.execute(f"PRAGMA table_info({table.name})").fetchall()]
        assert columns == ["id", *table.columns]


def test_the_models_say_what_the_schema_says_and_know_no_database(book: Book) -> None:
    for model in (*(table.model for table in TABLES.values()), ACT, SETTING, TOUCHED):
        meta = model._meta
        assert meta.database is None
        told = book.store._raw.execute(f"PRAGMA table_info({meta.table_name})").fetchall()
        assert [(f.column_name, f.field_type, f.null) for f in meta.sorted_fields] == [
            (name, {"INTEGER": "INT"}.get(kind, kind), not (filled or key)) for _, name, kind, filled, _, key in told
        ]


def test_every_reference_has_an_index_and_waits_for_the_end_of_the_act(book: Book) -> None:
    raw = book.store._raw
    for table in TABLES.values():
        sql = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table.name,)).fetchone()[0]
        watched = [column for column, target in table.references if target]
        assert sql.count("DEFERRABLE INITIALLY DEFERRED") == len(watched)
        assert "CASCADE" not in sql, "only an act takes anything out"
        for column, _ in table.references:
            plan = raw.execute(f'EXPLAIN QUERY PLAN SELECT 1 FROM {table.name} WHERE "{column}" = ?', ("x",)).fetchall()
            assert "USING" in plan[0][3], (table.name, column)


def test_a_step_is_cut_where_its_statements_end() -> None:
    assert len(statements(NEXT)) == 2
    assert all(statement.count(";") >= 1 for sql in steps().values() for statement in statements(sql))


def test_an_older_book_is_brought_to_the_newest_schema_with_a_backup_before(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ana = book.known("Ana Duarte")
        path = book.store.path
    Header.new(KEY, "a book").with_wrapping_key(KEY, Holder.KEYCHAIN, bytes(32)).write(path.with_suffix(".key"))
    before = rows_in(path)
    with Store.open(path, KEY, now=NOW, steps=with_next(NEXT)) as store:
        assert store.version == max(steps()) + 1
        assert store.memory_of(ana.uid).person == ana
        last = store.last_act()
        assert last is not None
        # An act of the older schema is undone in the newer one.
        again = Book(store, numbers=book.numbers)
        again.undo(last.uid)
        assert store.count() == 0
    assert values(path, "SELECT a FROM later") == ["x;y"]
    [copy] = (tmp_path / "backups").glob("*.db")
    assert f"before-version-{max(steps()) + 1}" in copy.name
    assert Header.read(copy.with_suffix(".key")).book_id == "a book", "what opens it travels with it"
    assert rows_in(copy) == before
    with Store.open(copy, KEY, now=NOW) as old:
        assert old.version == max(steps())


def test_a_step_that_fails_leaves_the_book_in_the_old_schema(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.known("Ana Duarte")
        path = book.store.path
    with pytest.raises(StoreError):
        Store.open(path, KEY, now=NOW, steps=with_next(NEXT + "INSERT INTO nowhere VALUES (1);\n"))
    with Store.open(path, KEY, now=NOW) as store:
        assert (store.version, store.count()) == (max(steps()), 1)
        assert store._raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone()[0] == 0


def test_without_its_backup_no_step_is_taken(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        path = book.store.path
    (tmp_path / "backups").write_text("not a folder")
    with pytest.raises(StoreError):
        Store.open(path, KEY, now=NOW, steps=with_next(NEXT))
    assert values(path, "PRAGMA user_version") == [max(steps())]


def test_a_book_of_an_older_schema_is_not_just_looked_at(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        path = book.store.path
    with pytest.raises(StoreError, match="older"):
        Store.open(path, KEY, read_only=True, now=NOW, steps=with_next(NEXT))


def test_one_process_takes_a_step_that_two_wanted_to_take(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        path = book.store.path
    with Store.open(path, KEY, now=NOW, steps=with_next(NEXT)), Store.open(path, KEY, now=NOW, steps=with_next(NEXT)):
        pass
    with closing(connected(path, KEY, mode="ro")) as database:
        assert database.raw().execute("SELECT count(*) FROM later").fetchone()[0] == 1

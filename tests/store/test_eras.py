"""A real book of every schema that ever shipped, opened by today's program.

tests/store/eras/NNNN.book was written by the program that shipped schema NNNN, with the key of tests/store/books.py:
Demo Street as one act, Ana renamed in a second, one of her interests taken out in a third, somebody made and undone.
A book of an era is never written again; a new schema adds a file.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from shopkeeper.store import Store
from shopkeeper.store.migrate import steps
from tests.store.books import KEY, NOW, Book

ERAS = Path(__file__).with_name("eras")


def test_there_is_a_book_of_every_era() -> None:
    assert sorted(int(file.stem) for file in ERAS.glob("*.book")) == sorted(steps())


@pytest.mark.parametrize("era", sorted(ERAS.glob("*.book")), ids=lambda era: era.stem)
def test_a_book_of_every_era_opens_and_all_its_acts_are_undone(era: Path, tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    shutil.copyfile(era, path)
    with Store.open(path, KEY, now=NOW) as store:
        book = Book(store, numbers=iter(range(1 << 20, 1 << 30)))
        assert store.version == max(steps())
        assert store.check() == ()
        assert store.setting("town") == "Elm"
        ana = store.memory_of(store.find("ana duarte")[0].person_uid)
        assert (ana.person.call_them, [a.substance for a in ana.allergies]) == ("Nita", ["tree nuts"])
        assert store.last_undone() is not None
        interests = len(ana.interests)
        names = []
        while (act := store.last_act()) is not None:
            names.append(act.name.in_english())
            book.undo(act.uid)
            if len(names) == 1:
                assert len(store.memory_of(ana.uid).interests) == interests + 1
            assert store.check() == ()
        assert names == ["take an interest out", "an act", "Open Demo Street"]
        assert store.count() == 0
        while (undone := store.last_undone()) is not None:
            book.undo(undone.uid)
        assert store.memory_of(ana.uid) == ana
        assert store.check() == ()

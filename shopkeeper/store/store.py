"""Store: the one door to the book. What is kept goes in by `apply` and by nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

from shopkeeper.domain.change import Act, Change, taken_back
from shopkeeper.domain.memory import Around, Memory
from shopkeeper.domain.phrase import Phrase
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.wanted import Wanted
from shopkeeper.search.hit import Hit
from shopkeeper.search.names import NO_NAMES, Names
from shopkeeper.store import (
    apply,
    asking,
    backup,
    check,
    due,
    history,
    journal,
    migrate,
    nearby,
    opening,
    reading,
    renewal,
    undoing,
)
from shopkeeper.store.asking import Asking
from shopkeeper.store.coming import write_long
from shopkeeper.store.connection import IN_PLAIN_WORDS, CipherDatabase, pragma, writing
from shopkeeper.store.connection import reading as at_one_moment
from shopkeeper.store.due import KnownPerson
from shopkeeper.store.entries import all_entries
from shopkeeper.store.errors import Busy, Damaged, ReadOnly, StoreError
from shopkeeper.store.history import Written
from shopkeeper.store.kept import about, called, record
from shopkeeper.store.name_lookup import Finding
from shopkeeper.store.names import NameIndex
from shopkeeper.store.renewal import Telling
from shopkeeper.store.tables import SETTING

# So many people are made findable anew within a second.
_SMALL: Final = 2000
T = TypeVar("T")


class Store:
    """An open book."""

    def __init__(
        self, database: CipherDatabase, path: Path, key: bytes, *, read_only: bool, now: datetime | None
    ) -> None:
        """Take over an open connection; use `Store.create` or `Store.open`."""
        self._database = database
        self._raw: Any = database.raw()
        self._path = path
        self._key = key
        self._read_only = read_only
        self._version = int(pragma(self._raw, "user_version"))
        self._index = NameIndex(self._raw, now.date() if now is not None else self._last_day())

    @classmethod
    def create(
        cls, path: Path, key: bytes, *, now: datetime | None = None, busy_ms: int = 0, network: bool = False
    ) -> Store:
        """A new, empty book; AlreadyThere when there is anything in its place."""
        opening.make(path, key, network=network)
        return cls.open(path, key, now=now, busy_ms=busy_ms, network=network)

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        *,
        read_only: bool = False,
        now: datetime | None = None,
        busy_ms: int = 0,
        network: bool = False,
        steps: Mapping[int, str] | None = None,
    ) -> Store:
        """The book at `path`, brought to the newest schema. Nothing is ever made where a book should be.

        `busy_ms`: how long to wait for another process that writes; the window does not wait. `network`: the book is
        on another machine's disk, where a log ahead of it would lose what was written. Without `now`, the
        day of the newest act stands for today when regulars are told from strangers.
        """
        known = migrate.steps() if steps is None else steps
        with IN_PLAIN_WORDS:
            database = opening.opened(path, key, known, read_only=read_only, busy_ms=busy_ms, network=network)
            try:
                store = cls(database, path, key, read_only=read_only, now=now)
                if not read_only:
                    store._keep_index(now)
            except BaseException:
                database.close()
                raise
        return store

    @property
    def path(self) -> Path:
        """Where the book's file is."""
        return self._path

    @property
    def is_read_only(self) -> bool:
        """Whether the book was opened to be looked at only."""
        return self._read_only

    @property
    def version(self) -> int:
        """The number of the schema in which the book is written."""
        return self._version

    # Writing

    def apply(self, act: Act, *, new_uid: Uid) -> Act:
        """Write an act down, all of it or nothing, and answer the act that takes it back: what `undo_of` answers now.

        Conflict when a field is no longer what the act starts from; Busy when another process is writing.
        """
        self._must_write()
        with IN_PLAIN_WORDS:
            back = undoing.taking_back(self._raw, act, taken_back(act.changes), new_uid=new_uid, at=act.at, by=act.by)
        self._with_the_search(lambda: apply.write(self._raw, self._index, act, self._version))
        return back

    def apply_long(self, act: Act, changes: Iterable[Change], told: Telling = renewal.unseen) -> None:
        """Write down an act too large to be held, all of it or none; it takes nothing out. Then people are findable."""
        self._must_write()
        with IN_PLAIN_WORDS:
            write_long(self._raw, self._index, act, changes, self._version, told)

    def set_setting(self, name: str, value: str | None) -> None:
        """Keep one of the shop's own settings, or forget it."""
        self._must_write()
        with IN_PLAIN_WORDS:
            if value is None:
                SETTING.delete().where(SETTING.name == name).execute(self._database)
            else:
                SETTING.insert(name=name, value=value).on_conflict(
                    conflict_target=[SETTING.name], update={SETTING.value: value}
                ).execute(self._database)

    def learn(self, text: str, uid: Uid) -> None:
        """Someone was chosen when this was in the search box: of two equals, they stand first the next time.

        It is how the shop types and nothing that is remembered of a person: so it is part of no act and of no undo,
        and it leaves with its person. A book that is busy or only looked at learns nothing, and nobody minds.
        """
        if not self._read_only:
            with suppress(Busy), IN_PLAIN_WORDS, writing(self._raw):
                self._index.learn(text, uid)

    # Reading

    def memory_of(self, uid: Uid) -> Memory:
        """One person with all that is kept about them; PersonMissing when nobody has this uid."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            return reading.memory_of(self._raw, uid)

    def around(self, memory: Memory) -> Around:
        """The few facts of others that this person's card may mention."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            return nearby.arounds(self._raw, (memory,))[0]

    def people(self, uids: Sequence[Uid]) -> tuple[tuple[Memory, Around], ...]:
        """Both of several people, in this order; whoever is not in the book is left out."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            memories = reading.memories_of(self._raw, uids)
            return tuple(zip(memories, nearby.arounds(self._raw, memories), strict=True))

    def beside(self, uids: Sequence[Uid]) -> tuple[tuple[Memory, Around], ...]:
        """The same of the rows of a list: only what a row may say beside the name, for less than half the time."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            memories = reading.memories_of(self._raw, uids, beside=True)
            return tuple(zip(memories, nearby.arounds(self._raw, memories, beside=True), strict=True))

    def record(self, uid: Uid) -> Record | None:
        """The kept thing of this uid, whatever it is; None when it is not in the book."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            return record(self._raw, uid)

    def about(self, uid: Uid, *kinds: type[Record]) -> tuple[Record, ...]:
        """All that belongs to a person or household or speaks of them; of these kinds only, where any are given."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            return about(self._raw, uid, kinds)

    def called(self, name: str) -> tuple[Uid, ...]:
        """Everybody whose name is written just so, but for the case of its letters."""
        return self._with_the_search(lambda: called(self._raw, name))

    def look(self, text: str, limit: int = 20, names: Names = NO_NAMES) -> Finding:
        """A search that has not begun yet, and may be broken off and taken up again."""
        return self._index.look(text, limit, names, self._with_the_search)

    def find(self, text: str, limit: int = 20, names: Names = NO_NAMES) -> tuple[Hit, ...]:
        """Whoever answers what was typed, best first."""
        return self.look(text, limit, names).go_on()

    def count(self) -> int:
        """How many people are in the book."""
        return self._with_the_search(lambda: due.count(self._raw))

    def uids(self, limit: int | None = None, after: Uid = "") -> tuple[Uid, ...]:
        """The uids of the people, in the order in which they were written down."""
        with IN_PLAIN_WORDS:
            return due.uids(self._database, limit, after)

    def due_between(self, first: date, last: date) -> tuple[Uid, ...]:
        """Who has a day from first to last, a promise owed by last, or something new to be asked after."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            return due.due_between(self._raw, first, last)

    def asking(self, day: date, limit: int) -> Asking:
        """Whom to ask whether they agree, who was here or written about on a day, where people were sent."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            return asking.asking(self._raw, day, limit)

    def waiting(self) -> tuple[Wanted, ...]:
        """All that somebody asked for and that has not come in yet."""
        with IN_PLAIN_WORDS:
            return asking.waiting(self._raw)

    def known_people(self) -> Iterator[KnownPerson]:
        """Everybody, as far as it takes to know them again in a contacts file."""
        with IN_PLAIN_WORDS:
            yield from due.known_people(self._raw)

    def setting(self, name: str) -> str | None:
        """One of the shop's own settings, or None while it was never set."""
        with IN_PLAIN_WORDS:
            row = self._raw.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    # History

    def last_act(self) -> Act | None:
        """The newest act that can be taken back and is no visit; its changes are left out."""
        with IN_PLAIN_WORDS:
            return history.last_act(self._database)

    def last_undone(self) -> Act | None:
        """The newest taking-back that can itself be taken back; its changes are left out."""
        with IN_PLAIN_WORDS:
            return history.last_undone(self._database)

    def changes_in(self, act_uid: Uid) -> int:
        """How many changes an act has: by it one knows whether taking it back is done in the blink of an eye."""
        with IN_PLAIN_WORDS:
            return journal.changes_in(self._raw, act_uid)

    def act(self, uid: Uid) -> Act:
        """An act with its changes; a made record that was changed since is told as it was made."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            return undoing.act(self._raw, uid)

    def undo_of(self, act_uid: Uid, *, new_uid: Uid, at: datetime, by: str = "") -> Act:
        """The act that takes an act back, to be applied; Conflict when something newer stands on what it made."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            return undoing.undo_of(self._raw, act_uid, new_uid=new_uid, at=at, by=by)

    def history_of(self, uid: Uid | None = None, limit: int = 100, before: int | None = None) -> tuple[Written, ...]:
        """The newest acts first, of everybody or of one person or household, those before a number."""
        with IN_PLAIN_WORDS, at_one_moment(self._raw):
            return history.history(self._raw, uid, limit, before)

    # Keeping it well

    def check(self) -> tuple[Phrase, ...]:
        """Everything that is wrong with the book and could not be put right; nothing when all is well."""
        with IN_PLAIN_WORDS:
            return check.problems(self._raw, self._index, self._mend_search)

    def backup_to(self, path: Path) -> None:
        """Write a checked copy of the book, with the header of its key, to a place where nothing is yet."""
        backup.back_up(self._raw, self._key, self._path, path)

    def search_is_current(self) -> bool:
        """Whether everybody can be found by all the rules of this program; else `renew_search` has work to do."""
        with IN_PLAIN_WORDS:
            return self._index.is_current()

    def renew_search(self, progress: Telling = renewal.unseen) -> None:
        """Make the index anew by the rules of this program, some people at a time, so that edits go on meanwhile.

        Between two steps it tells how far it is, and of how many steps. Killed, it goes on where it was.
        """
        self._must_write()
        with IN_PLAIN_WORDS:
            renewal.renew(self._raw, self._index, progress)

    def rest(self) -> None:
        """Do what is done best while nobody types: put the index in order, and move what was written into the book.

        Afterwards no letter that somebody gave up is left in the index; cut short, it goes on there the next time.
        """
        for _ in self.rest_in_steps():
            pass

    def rest_in_steps(self) -> Iterator[None]:
        """The same, a few milliseconds at each step; between two of them the book may be read and written."""
        if self._read_only or self._raw.in_transaction:
            return
        more = True
        with suppress(StoreError), IN_PLAIN_WORDS:
            while more:
                with writing(self._raw):
                    more = self._index.rest()
                yield
            self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close the book; the last one to close it leaves a single file behind."""
        if self._database.is_closed():
            return
        try:
            if not self._read_only:
                # Another process may be in the middle of something: then it does this when it closes.
                with suppress(StoreError), IN_PLAIN_WORDS:
                    self._raw.execute("PRAGMA optimize")
                self.rest()
        finally:
            self._database.close()

    def __enter__(self) -> Self:
        """Use the book for the length of a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the book."""
        self.close()

    def _must_write(self) -> None:
        if self._read_only:
            raise ReadOnly

    def _last_day(self) -> date:
        row = self._raw.execute("SELECT at FROM act ORDER BY id DESC LIMIT 1").fetchone()
        return date(1970, 1, 1) if row is None else datetime.fromisoformat(row[0]).date()

    def _with_the_search(self, do: Callable[[], T]) -> T:
        """Do what reads or writes the name index; where its tables contradict themselves it is made anew first."""
        try:
            with IN_PLAIN_WORDS:
                return do()
        except Damaged:
            if self._index.is_whole() or not self._mend_search():
                raise
        with IN_PLAIN_WORDS:
            return do()

    def _mend_search(self) -> bool:
        if self._read_only or self._raw.in_transaction:
            return False
        with suppress(StoreError), IN_PLAIN_WORDS:
            with writing(self._raw):
                self._index.rebuild(all_entries(self._raw))
            return True
        return False

    def _keep_index(self, now: datetime | None) -> None:
        """Make the index of a small book anew when it was made by other rules, and let time move the regulars."""
        with suppress(StoreError), IN_PLAIN_WORDS:
            # A larger book is renewed by a child, while its old index is searched.
            if not self._index.is_current() and due.are_fewer_than(self._raw, _SMALL):
                with writing(self._raw):
                    self._index.rebuild(all_entries(self._raw))
            elif now is not None:
                with writing(self._raw):
                    self._index.freshen(now.date())

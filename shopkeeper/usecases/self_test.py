"""Self-test: this copy of the program tries itself out on a made-up book, on the machine where it stands.

Run after building and after installing: a copy from which a file was left out says so here, and not at the counter.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from shopkeeper.host import resources
from shopkeeper.host.clock import Clock
from shopkeeper.host.paths import Places
from shopkeeper.knowledge import Knowledge
from shopkeeper.remember.reminder import Slot
from shopkeeper.store import WrongPassphrase
from shopkeeper.usecases.bring_in import bring_in
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.job import PING, command, job_of
from shopkeeper.usecases.look_up import card, find
from shopkeeper.usecases.open_book import key_of, make_book, open_book
from shopkeeper.usecases.shop import Shop, knowledge_here
from shopkeeper.usecases.today import today
from shopkeeper.usecases.undo import undo

# The folders of shipped files, each with how many there must be at the least.
_SHIPPED = {"knowledge": len(Knowledge.NAMES), "icons": 1, "themes": 2, "fonts": 1}
_WORDS = "correct horse battery staple"
_LONGEST = 60.0  # seconds that a child may take to start on a slow machine
_CARD = b"BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:self-test\r\nFN:Self Test\r\nTEL:+351 912 345 678\r\nEND:VCARD\r\n"


# What is typed in the demo, and who is meant. The last three need the tables of how other scripts sound.
_TYPED = {
    "ana d": "Ana Duarte",
    "박지": "Chi Park",
    "dua ana": "Ana Duarte",
    "ivanov": "Иван Иванов",
    "wang": "王小明",
    "pappas": "Γιάννης Παππάς",
}


class Failed(Exception):
    """Something that must hold does not."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that must hold; `run` answers what was seen, or raises."""

    what: str
    run: Callable[[], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a check."""

    what: str
    seen: str
    passed: bool


def self_test(more: Sequence[Check] = ()) -> Iterator[Outcome]:
    """Every check, one after the other; a failed one never keeps the rest from being tried."""
    clock = Clock.system()
    yield _tried(Check("every shipped file", _shipped_files))
    yield _tried(Check("a new encrypted book", lambda: _encrypted_book(clock)))
    try:
        with demo(clock) as shop:
            for check in (
                Check("Demo Street", lambda: _demo_street(shop)),
                Check("search", lambda: _search(shop)),
                Check("card", lambda: _card(shop)),
                Check("today", lambda: _today(shop)),
                Check("bring people in and undo", lambda: _bring_in(shop)),
                Check("a child process", lambda: _child(shop)),
                Check("book check", lambda: _book_check(shop)),
            ):
                yield _tried(check)
            folder = shop.places.data
        yield _tried(Check("the demo leaves nothing behind", lambda: _gone(folder)))
    except Exception as error:
        yield Outcome("Demo Street", _words_of(error), passed=False)
    for check in more:
        yield _tried(check)


def _tried(check: Check) -> Outcome:
    try:
        return Outcome(check.what, check.run(), passed=True)
    except Exception as error:
        return Outcome(check.what, _words_of(error), passed=False)


def _words_of(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"


def _must(holds: object, otherwise: str) -> None:
    if not holds:
        raise Failed(otherwise)


def _shipped_files() -> str:
    knowledge = knowledge_here()
    known = knowledge.names()
    _must(known.nicknames and known.readings, "no names")
    seen = 0
    for folder, least in _SHIPPED.items():
        names = resources.names(folder)
        _must(len(names) >= least, f"{folder}: only {len(names)} of {least}")
        seen += sum(_is_whole(resources.path(folder, name)) for name in names)
    return f"{seen} files"


def _is_whole(path: Path) -> int:
    if path.is_dir():
        return sum(map(_is_whole, path.iterdir()))
    data = path.read_bytes()
    _must(data, f"{path.name} is empty")
    if path.suffix == ".json":
        json.loads(data)
    return 1


def _encrypted_book(clock: Clock) -> str:
    with tempfile.TemporaryDirectory(prefix="shopkeeper-self-test-") as folder:
        places = Places.within(Path(folder))
        make_book(places, clock, passphrase=_WORDS).store.close()
        first = places.book.read_bytes()[:16]
        _must(first and not first.startswith(b"SQLite"), "the book is not encrypted")
        try:
            key_of(places, ask=lambda: "another passphrase")
        except WrongPassphrase:
            pass
        else:
            raise Failed("another passphrase opens it")
        opened = open_book(places, key_of(places, ask=lambda: _WORDS), clock)
        opened.store.close()
    return "opened by its passphrase and by no other"


def _demo_street(shop: Shop) -> str:
    people = shop.store.count()
    _must(people >= 20, f"only {people} people")
    return f"{people} people"


def _search(shop: Shop) -> str:
    for typed, name in _TYPED.items():
        rows = find(shop, typed).rows
        _must(rows and name in rows[0].name, f"{typed!r} does not find {name}")
    return ", ".join(_TYPED)


def _card(shop: Shop) -> str:
    uid = find(shop, "ana duarte").rows[0].person_uid
    lines = card(shop, uid).slot(Slot.SAFETY)
    _must(any("tree nuts" in line.title.in_english() for line in lines), "the tree nuts are not on the card")
    return f"{len(lines)} safety lines"


def _today(shop: Shop) -> str:
    lines = today(shop)
    _must(lines, "no day to think of within a week")
    return f"{len(lines)} lines"


def _bring_in(shop: Shop) -> str:
    before = shop.store.count()
    report = bring_in(shop, _CARD, "self-test.vcf")
    _must(report.new == 1 and find(shop, "self test").rows, "the person brought in is not found")
    _must(not bring_in(shop, _CARD, "self-test.vcf").act_uid, "the same file again changed something")
    _must(undo(shop) is not None and shop.store.count() == before, "it could not be taken back")
    return "one in, one out"


def _child(shop: Shop) -> str:
    with subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        # Its input stays open: the end of it would cancel the job.
        child.stdin.write(job_of(shop, PING, {}).line() + b"\n")
        child.stdin.flush()
        line = child.stdout.readline()
        try:
            child.wait(_LONGEST)
        except subprocess.TimeoutExpired:
            child.kill()
            raise
    _must(child.returncode == 0 and line, f"it ended with {child.returncode}")
    people = json.loads(line).get("done", {}).get("people")
    _must(people == shop.store.count(), f"it counted {people} people")
    return f"it counted {people} people"


def _book_check(shop: Shop) -> str:
    problems = shop.store.check()
    _must(not problems, "; ".join(problem.in_english() for problem in problems))
    return "nothing found wrong"


def _gone(folder: Path) -> str:
    _must(not folder.exists(), "its folder is still there")
    return "its folder is gone"

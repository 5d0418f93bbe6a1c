"""A process of its own that writes in a book, and says on standard output how far it is. Started by the tests."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from shopkeeper.domain.person import Name, Person
from shopkeeper.store import Store
from shopkeeper.store.connection import writing
from tests.store.books import KEY, NOW, Book


def main(path: Path, verb: str, number: int) -> None:
    """Hold the write lock, or write so many people as one act or one by one."""
    with Store.open(path, KEY, now=NOW, busy_ms=10_000) as store:
        book = Book(store)
        people = [Person(uid=f"from-{verb}-{n:06}", name=Name(formatted=f"Child {n}")) for n in range(number)]
        if verb == "hold":
            with writing(store._raw):
                store._raw.execute("UPDATE setting SET value = value")
                print("holding", flush=True)
                sys.stdin.readline()
        elif verb == "all":
            print("writing", flush=True)
            book.make(*people)
            print("written", flush=True)
        else:
            for person in people:
                book.numbers = iter(range(time.monotonic_ns() % (1 << 32), 1 << 40))
                book.make(person)
                print(person.uid, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))

"""The crowd: a town of any size that is the same every time."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from shopkeeper.domain.person import Person, Tel
from shopkeeper.domain.record import Record
from shopkeeper.examples.crowd import crowd
from shopkeeper.examples.pools import POOLS


def people(n: int, seed: int = 0) -> list[Person]:
    return [record for record in crowd(n, seed) if isinstance(record, Person)]


def test_a_town_has_as_many_people_as_were_asked_for() -> None:
    for n in (0, 1, 2, 7, 1000):
        assert len(people(n)) == n


def test_the_same_seed_gives_the_same_town_and_another_seed_another() -> None:
    assert list(crowd(300)) == list(crowd(300))
    assert people(300) != people(300, seed=1)


def test_a_town_of_a_million_begins_at_once() -> None:
    assert len(list(islice(crowd(1_000_000), 100))) == 100


def test_no_two_things_have_one_uid_and_later_ones_are_greater() -> None:
    uids = [record.uid for record in crowd(3000)]
    assert len(set(uids)) == len(uids)
    assert all(len(uid) == 36 and uid[14] == "7" and uid[19] == "8" for uid in uids)
    assert min(uids) == next(crowd(3000)).uid


def test_what_is_referred_to_comes_before_what_refers_to_it() -> None:
    seen: set[str] = set()
    for record in crowd(2000):
        for field in ("person_uid", "owner_uid", "household_uid", "related_uid"):
            referred = getattr(record, field, None)
            assert referred is None or referred in seen
        seen.add(record.uid)


def test_one_in_twenty_bears_the_name_of_somebody_else() -> None:
    borne = Counter(str(person.name) for person in people(20_000))
    shared = sum(n for n in borne.values() if n > 1)
    assert 0.03 < shared / 20_000 < 0.08


def test_one_in_fifty_was_written_down_twice() -> None:
    def number(record: Record) -> str | None:
        return record.value.replace(" ", "") if isinstance(record, Tel) else None

    twice = Counter(value for value in map(number, crowd(20_000)) if value)
    assert 0.015 < sum(n > 1 for n in twice.values()) / 20_000 < 0.025


def test_people_of_every_script_live_in_the_town() -> None:
    languages = {person.language for person in people(5000)}
    assert languages >= {pool.language for pool in POOLS}
    assert len(POOLS) >= 20

"""What time it is in the shop, and the uids of things made then."""

from __future__ import annotations

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.host import clock
from shopkeeper.host.clock import Clock, new_uid


@pytest.fixture
def in_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot move the process to another time zone")

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


def test_now_is_aware_of_the_shops_zone(in_zone: Callable[[str], None]) -> None:
    in_zone("Pacific/Kiritimati")
    now = Clock.system().now()
    assert now.utcoffset() == timedelta(hours=14)
    assert Clock.system().today() == now.date()


def test_a_day_given_by_hand_stays_while_the_hours_run() -> None:
    fixed = Clock.fixed(date(2027, 5, 1))
    first = fixed.now()
    time.sleep(0.002)
    second = fixed.now()
    assert fixed.today() == first.date() == second.date() == date(2027, 5, 1)
    assert first < second or second.hour == 0  # unless midnight fell between the two


def test_a_day_given_by_hand_has_its_own_summer_time(in_zone: Callable[[str], None]) -> None:
    in_zone("Europe/Lisbon")
    assert Clock.fixed(date(2026, 1, 15)).now().utcoffset() == timedelta(0)
    assert Clock.fixed(date(2026, 7, 15)).now().utcoffset() == timedelta(hours=1)


@given(day=st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31)))
def test_a_day_given_by_hand_is_the_day_it_is(day: date) -> None:
    now = Clock.fixed(day).now()
    assert now.date() == day
    assert now.tzinfo is not None


def test_the_night_that_loses_its_midnight_stays_the_same_day(in_zone: Callable[[str], None]) -> None:
    in_zone("Africa/Cairo")  # summer time begins at midnight: 24 April 2026 has no 00:30
    for minute in range(0, 24 * 60, 30):
        assert Clock.fixed(date(2026, 4, 24)).now().date() == date(2026, 4, 24), minute


def test_a_uid_is_a_uuid_of_version_seven_that_tells_when_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    found = uuid.UUID(new_uid())
    after = time.time_ns() // 1_000_000
    assert found.version == 7
    assert found.variant == uuid.RFC_4122
    # Uids made within one millisecond by tests before this one may have run a little ahead of the clock.
    assert before <= found.int >> 80 <= after + 1


def test_the_example_of_rfc_9562_comes_out_the_same() -> None:
    example = uuid.UUID("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")
    tail = (example.int >> 64 & 0xFFF) << 62 | example.int & (1 << 62) - 1
    assert clock._uuid7(example.int >> 80, tail) == str(example)


def test_ten_thousand_uids_in_a_row_rise_and_are_all_different() -> None:
    uids = [new_uid() for _ in range(10_000)]
    assert uids == sorted(uids)
    assert len(set(uids)) == len(uids)


def test_uids_made_on_many_threads_are_all_different() -> None:
    made: list[list[str]] = [[] for _ in range(8)]

    def make(into: list[str]) -> None:
        into.extend(new_uid() for _ in range(2_000))

    threads = [threading.Thread(target=make, args=(one,)) for one in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({uid for one in made for uid in one}) == 16_000
    assert all(one == sorted(one) for one in made)


@given(
    times=st.lists(st.integers(min_value=-(10**6), max_value=2**47), min_size=2, max_size=60),
    bits=st.integers(min_value=0, max_value=2**74 - 1),
)
def test_uids_rise_whatever_the_machines_clock_does(times: list[int], bits: int) -> None:
    read = iter(times)
    uids = clock._Uids(lambda: next(read), lambda count: bits & (1 << count) - 1)
    made = [uids.next() for _ in times]
    assert made == sorted(set(made))
    assert all(uuid.UUID(one).version == 7 for one in made)


def test_a_clock_set_back_three_years_does_not_make_older_uids() -> None:
    times = iter([2_000_000_000_000, 1_900_000_000_000, 1_900_000_000_001, 2_000_000_000_001])
    uids = clock._Uids(lambda: next(times), clock._from_the_machine)
    first, second, third, fourth = (uids.next() for _ in range(4))
    assert first < second < third < fourth
    assert uuid.UUID(third).int >> 80 == 2_000_000_000_000
    assert uuid.UUID(fourth).int >> 80 == 2_000_000_000_001


def test_a_millisecond_that_runs_full_borrows_the_next_one() -> None:
    uids = clock._Uids(lambda: 7, lambda count: (1 << count) - 1)
    first, second = uids.next(), uids.next()
    assert first < second
    assert uuid.UUID(second).int >> 80 == 8


@given(bits=st.integers(min_value=1, max_value=74))
def test_random_bits_are_never_more_than_asked_for(bits: int) -> None:
    assert 0 <= clock._from_the_machine(bits) < 1 << bits

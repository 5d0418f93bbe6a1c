"""The measuring itself, on a small town: that it works, not how quick it is."""

from __future__ import annotations

from tests.speed.__main__ import measured, table
from tests.speed.timing import summed_up
from tests.speed.vcards import vcards


def test_a_small_town_is_measured_and_told_beside_the_targets() -> None:
    said = measured([300], quick=True, window=False)
    told = table(said)
    for measure in ("keystroke to hits", "LIKE", "card read", "edit, durable and findable", "open to first result"):
        assert measure in told
    assert said["sizes"][300]["keystroke to hits"]["tries"] > 100


def test_percentiles_are_those_of_all_tries() -> None:
    timing = summed_up((float(n), str(n)) for n in range(100))
    assert (timing.p50, timing.p95, timing.p99, timing.worst, timing.worst_of) == (50, 95, 99, 99, "99")


def test_a_contacts_file_holds_as_many_cards_as_were_asked_for() -> None:
    text = "".join(vcards(500))
    assert text.count("BEGIN:VCARD\r\n") == text.count("END:VCARD\r\n") == 500
    assert text.count("\r\nTEL;") > 150

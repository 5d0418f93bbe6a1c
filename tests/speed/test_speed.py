"""The measuring itself, on a small town: that it works, not how quick it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.speed import edits, readme
from tests.speed.__main__ import main, measured
from tests.speed.targets import TARGETS
from tests.speed.tell import table
from tests.speed.timing import Try, summed_up
from tests.speed.vcards import vcards


def test_a_small_town_is_measured_and_told_beside_the_targets() -> None:
    said = measured([300], ["book", "edits", "truth"], quick=True)
    told = table(said)
    for measure in ("stage 1", "LIKE", "card", "edit, durable and findable", "open to first result"):
        assert measure in told
    assert said["sizes"][300]["stage 1"]["tries"] > 100


def test_after_each_of_many_edits_the_search_has_heard_of_it_and_the_book_is_whole() -> None:
    said = edits.measured(300, 150)
    assert said["edits"] == {"made": 150, "not as it should be": [], "wrong": 0}
    assert said["book after the edits"] == "whole"


def test_a_part_that_there_is_not_is_refused() -> None:
    with pytest.raises(SystemExit):
        main(["--only", "everything"])


def test_a_figure_is_met_or_missed_in_words() -> None:
    quick, slow = ({"stage 1": {"p99": p99}} for p99 in (1.5, 2.5))
    assert "1.5 ms, met (2)" in table({"sizes": {100_000: quick}, "start": {}})
    assert "2.5 ms, missed (2)" in table({"sizes": {100_000: slow}, "start": {}})


def test_the_more_is_found_the_better() -> None:
    found = next(target for target in TARGETS if target.name == "recall@1")
    assert found.is_met({"truth": {"recall@1": 0.96}}, 100_000)
    assert not found.is_met({"truth": {"recall@1": 0.96}}, 10_000)


def test_the_table_in_the_readme_is_written_between_its_marks_and_nowhere_else(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text(
        "# Shop\n<!-- speed: written by dev.py speed --readme -->\nold\n<!-- speed ends -->\nAfter.\n", "utf-8"
    )
    readme.write({"sizes": {100_000: {"stage 1": {"p99": 1.5}}}, "start": {"first paint": 300}}, file)
    text = file.read_text("utf-8")
    assert text.startswith(f"# Shop\n{readme.BEGIN}\n|")
    assert text.endswith(f"|\n{readme.END}\nAfter.\n")
    assert "| stage 1, p99 | 1.5 ms (2) |" in text
    assert "old" not in text


def test_percentiles_are_those_of_all_tries() -> None:
    timing = summed_up(Try(float(n), n / 2, str(n)) for n in range(100))
    assert (timing.p50, timing.p95, timing.p99, timing.worst, timing.worst_of) == (50, 95, 99, 99, "99")
    assert (timing.own_p50, timing.own_p99) == (25, 49.5)


def test_a_contacts_file_holds_as_many_cards_as_were_asked_for() -> None:
    text = "".join(vcards(500))
    assert text.count("BEGIN:VCARD\r\n") == text.count("END:VCARD\r\n") == 500
    assert text.count("\r\nTEL;") > 150

"""The log tells what went wrong, and nothing about anybody."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.host.clock import Clock
from shopkeeper.host.log import Event, Log
from shopkeeper.host.paths import Places
from shopkeeper.host.resources import NotShipped, text


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path / "log", Clock.fixed(date(2026, 11, 22)))


def _raised(do: Callable[[], object]) -> BaseException:
    try:
        do()
    except BaseException as error:
        return error
    raise AssertionError("nothing was raised")


def test_a_line_tells_when_what_and_how_many(log: Log) -> None:
    log.note(Event.BROUGHT_IN, people=400, known=3)
    line = log.file.read_text()
    assert line.startswith("2026-11-22T")
    assert line.endswith(" brought-in known=3 people=400\n")


def test_an_error_is_told_by_its_class_and_by_lines_of_our_own(log: Log) -> None:
    log.note(Event.CRASHED, _raised(lambda: text("knowledge", "ana-duarte.json")))
    line = log.file.read_text()
    assert "crashed NotShipped at host/resources.py:" in line
    assert "ana" not in line


def test_an_error_of_the_system_keeps_its_number_but_not_its_path(log: Log, tmp_path: Path) -> None:
    log.note(Event.REFUSED, _raised(lambda: (tmp_path / "Ana Duarte.vcf").read_bytes()))
    line = log.file.read_text()
    assert "FileNotFoundError[2]" in line
    assert "Duarte" not in line
    assert str(tmp_path) not in line


def test_what_led_to_an_error_is_told_too(log: Log) -> None:
    def do() -> None:
        try:
            dict[str, str]()["Rosa Duarte"]
        except KeyError as error:
            raise ValueError("Rosa has flu") from error

    log.note(Event.CRASHED, _raised(do))
    assert "ValueError from KeyError" in log.file.read_text()
    assert "Rosa" not in log.file.read_text()


_NAME = st.text(alphabet="ÄÖçéñ박지مΓ漢Ω", min_size=3, max_size=20)


@given(name=_NAME)
def test_a_name_in_an_error_never_reaches_the_log(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    log = Log(tmp_path_factory.mktemp("log"), Clock.system())
    inner = KeyError(name)
    inner.add_note(name)
    errors: list[BaseException] = [
        ValueError(name),
        OSError(2, name, name),
        UnicodeDecodeError("utf-8", name.encode(), 0, 1, name),
        SyntaxError(name, (name, 1, 1, name)),
        ExceptionGroup(name, [ValueError(name)]),
        NotShipped(name, (Path(name),)),
        RuntimeError(name),
    ]
    for error in errors:
        error.__cause__ = inner
        log.note(Event.CRASHED, error)
    found = log.file.read_bytes()
    assert name.encode() not in found
    assert found.isascii()
    assert found.count(b"\n") == len(errors)


def test_a_chain_of_errors_that_bites_its_tail_ends(log: Log) -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    log.note(Event.CRASHED, first)
    assert log.file.read_text().count("ValueError") == 1


def test_only_events_of_the_list_and_numbers_get_in(log: Log) -> None:
    with pytest.raises(ValueError):
        log.note("ana duarte")  # type: ignore[arg-type] # the type says no; so does the running program
    with pytest.raises(ValueError):
        log.note(Event.BROUGHT_IN, people="Ana")  # type: ignore[arg-type] # the same
    assert not log.file.exists()


def test_the_log_stays_small(log: Log) -> None:
    for number in range(12_000):
        log.note(Event.BROUGHT_IN, people=number, padding=10**60)
    files = sorted(log.file.parent.iterdir())
    assert [one.name for one in files] == ["shopkeeper.log", "shopkeeper.log.1", "shopkeeper.log.2"]
    assert all(one.stat().st_size <= 256 * 1024 for one in files)
    assert "people=11999" in log.file.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_the_log_is_for_nobody_elses_eyes(log: Log) -> None:
    log.note(Event.STARTED)
    assert stat.S_IMODE(log.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.file.parent.stat().st_mode) == 0o700


def test_a_log_that_cannot_be_written_stands_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    Log(tmp_path / "log", Clock.system()).note(Event.STARTED)


def test_the_log_lies_where_the_places_say(tmp_path: Path) -> None:
    places = Places.within(tmp_path)
    assert Log(places.log_folder, Clock.system()).file == tmp_path / "log" / "shopkeeper.log"

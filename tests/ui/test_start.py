"""The start: what is on the screen first, what is brought in behind it, and what is typed meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopkeeper.ui.dress import first_window
from shopkeeper.ui.given import Given
from shopkeeper.ui.start import Start
from tests.ui.stand_ins import StandInBook, StandInDoor

_AT_THE_FIRST_PAINT = """
import json, os, sys
import shopkeeper.__main__ as program
from PySide6.QtCore import QObject
from shopkeeper.ui import start

def seen(self):
    print(json.dumps({"caret": self.window.focusWidget() is self.window.front.search.field,
                      "modules": sorted(sys.modules),
                      "all of Qt": "Qt" in vars(sys.modules["PySide6.QtCore"])}), flush=True)
    os._exit(0)

start.Start.seen = seen
sys.argv = ["shopkeeper", "--data-dir", sys.argv[1]]
program.main()
"""

# What the program has read when it is first seen: a room that is opened later is read later.
_NEEDED_FOR_IT = {
    "__main__", "cli", "cli.desk", "cli.main", "cli.words",
    "domain", "domain.phrase", "usecases", "usecases.refused",
    "host", "host.doorbell", "host.held_file", "host.lock", "host.mounts", "host.paths", "host.resources",
    "ui", "ui.a11y", "ui.dress", "ui.front", "ui.given", "ui.lookup", "ui.lookup.search_box", "ui.qss", "ui.say",
    "ui.start", "ui.theme", "ui.widgets", "ui.widgets.icons", "ui.widgets.kit", "ui.window",
}  # fmt: skip


def _report(_kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
    return


def _given(settings: dict[str, str] | None = None, **more: object) -> Given:
    kept: dict[str, str] = {"theme": "day"} if settings is None else settings
    door = StandInDoor(StandInBook())
    return Given(lambda: door, kept.get, kept.__setitem__, _report, **more)  # type: ignore[arg-type]  # only for tests


@contextmanager
def _started(app: QApplication, given: Given) -> Iterator[Start]:
    start = Start(app, given)
    try:
        yield start
    finally:
        start.close()
        start.window.close()
        start.window.deleteLater()
        if start.whole is not None:
            start.whole.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_at_the_first_paint_the_caret_is_in_the_search_box_and_no_store_is_there(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _AT_THE_FIRST_PAINT, str(tmp_path)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert told["caret"]
    later = ("peewee", "sqlcipher3", "cryptography", "keyring", "chardet", "shopkeeper.store", "shopkeeper.remember")
    assert [name for name in told["modules"] if name.startswith(later)] == []


def test_the_first_picture_waits_for_nothing_that_it_does_not_show(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _AT_THE_FIRST_PAINT, str(tmp_path)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = {name.removeprefix("shopkeeper.") for name in told["modules"] if name.startswith("shopkeeper.")}
    assert ours - _NEEDED_FOR_IT == set(), "import it where it is used, or name it in a bit of ui/start.py"


def test_the_first_picture_does_not_wait_for_all_the_names_in_qt(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _AT_THE_FIRST_PAINT, str(tmp_path)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    assert not told["all of Qt"], "something names PySide6.QtCore.Qt, a brush or a pen before the first paint"


def test_letters_typed_during_the_start_are_kept_and_looked_up(qapp: QApplication, qtbot: QtBot) -> None:
    def bits() -> Iterator[None]:
        QTest.keyClicks(start.window.focusWidget(), "o")
        yield

    with _started(qapp, _given(prepare=bits)) as start:
        field = start.window.front.search.field
        start.window.painted.connect(lambda: QTest.keyClicks(field, "b"))
        start.window.show()
        qtbot.waitUntil(lambda: start.whole is not None and start.whole.bridge.book is not None)
        assert start.window.rail.search.field is field
        assert start.window.focusWidget() is field
        assert (field.text(), field.cursorPosition()) == ("bo", 2)
        assert start.window.card_place.card.spoken()[0].startswith("Bo Lund")


@pytest.mark.parametrize("theme", ["day", "night", "contrast"])
@pytest.mark.parametrize("text_size", ["100", "200"])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)])
def test_nothing_moves_when_the_counter_comes_in(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, theme: str, text_size: str, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(Start, "seen", lambda _: None)
    with _started(qapp, _given({"theme": theme, "text-size": text_size})) as start:
        window = start.window
        window.resize(*size)
        window.show()
        box = QRect(window.front.search.geometry())
        first = _picture(start)
        window.furnish()
        then = _picture(start)
        assert window.rail.search.mapTo(window, window.rail.search.rect().topLeft()) == box.topLeft()
        rail = QRect(0, 0, window.rail.width(), box.bottom() + 8)
        assert _different(first.copy(rail), then.copy(rail)) == 0


def _picture(start: Start) -> QImage:
    return start.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _different(one: QImage, other: QImage) -> int:
    """How many pixels are not the same."""
    return sum(one.pixel(x, y) != other.pixel(x, y) for x in range(one.width()) for y in range(one.height()))


def test_an_error_before_there_is_a_crash_page_goes_to_whoever_started_the_program(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    quitted: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: quitted.append(True))
    with _started(qapp, _given()) as start:
        error = OSError("no such file")
        start.crashed(OSError, error, None)
        assert (start.failed, quitted) == (error, [True])


def test_a_window_that_is_closed_during_the_start_opens_no_book(qapp: QApplication, qtbot: QtBot) -> None:
    begun: list[str] = []

    def bits() -> Iterator[None]:
        begun.append("prepared")
        start.window.close()
        yield
        begun.append("went on")

    with _started(qapp, _given(prepare=bits)) as start:
        start.window.show()
        qtbot.waitUntil(lambda: bool(begun))
        qapp.processEvents()
        assert begun == ["prepared"]
        assert start.whole is not None
        assert start.whole.bridge.book is None


def test_the_first_picture_wears_what_the_system_wanted_last(qapp: QApplication) -> None:
    window = first_window(qapp, _given({"system-theme": "night"}))
    assert window.kit.look.theme.name == "night"
    window.deleteLater()


def test_settings_that_make_no_sense_are_passed_over(qapp: QApplication) -> None:
    window = first_window(qapp, _given({"theme": "plaid", "text-size": "huge"}))
    assert (window.kit.look.theme.name, window.kit.look.text_size) == ("day", 100)
    window.deleteLater()

"""Composes and runs: no argument opens the window, a verb runs the command line, which never waits for Qt."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final, TextIO

from shopkeeper.cli.desk import Desk
from shopkeeper.cli.main import end_politely, run
from shopkeeper.domain.phrase import translate
from shopkeeper.host.lock import Answer, BookLock, CannotLock, Message, take_or_send
from shopkeeper.usecases.refused import Refused, Why

if TYPE_CHECKING:
    from shopkeeper.usecases.door import Door

# What the book needs, from the innermost out, in bits: a key that is typed meanwhile waits for one of them at most.
_BITS: Final = (
    "shopkeeper.remember.kinds",
    "shopkeeper.remember.card",
    "rapidfuzz.distance",
    "peewee",
    "sqlcipher3.dbapi2",
    "shopkeeper.search.cascade",
    "shopkeeper.store",
    "shopkeeper.usecases.look_up",
    "shopkeeper.usecases.door",
)
_SCREENS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """The program: answers its exit code."""
    # SQLite makes files of its own beside the book; nobody else's eyes are meant for any of ours.
    os.umask(0o077)
    _speak_plainly()
    argv = sys.argv[1:]
    if argv == ["--worker"]:
        from shopkeeper.cli.worker import work

        return work()
    if argv == ["--letters"]:
        return _letters_here()
    if argv == ["--self-test"]:
        return _self_test()
    return run(argv, _window, _without_letters)


def _speak_plainly() -> None:
    """Every name can be printed everywhere, and a program without a console has somewhere to print to."""
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - as long as the process
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def _window(asked: argparse.Namespace, desk: Desk) -> int:
    """Open the window, or ask the one that is open already to show itself."""
    if sys.platform.startswith("linux") and not _has_screen():
        raise Refused(
            translate(
                "Main",
                "There is no screen here to open a window on. In a terminal there are verbs: shopkeeper --help",
            ),
            Why.ASKED_WRONGLY,
        )
    file = Path(asked.file).absolute() if asked.file else None
    if asked.demo:
        return _run_window(asked, desk, None, file)
    message = Message("open", (str(file),)) if file else Message("raise")
    try:
        taken = take_or_send(desk.places, message)
    except CannotLock:
        return _run_window(asked, desk, None, file)
    if isinstance(taken, Answer):
        print(taken.err or translate("Main", "Shopkeeper is open already.").in_english(), file=sys.stderr)
        return taken.code
    if taken is None:
        raise Refused(
            translate(
                "Main", "Another program has the book open and does not answer. Close it, then start Shopkeeper again."
            )
        )
    with taken:
        return _run_window(asked, desk, taken, file)


def _has_screen() -> bool:
    """Whether there is a screen to open a window on: Qt itself says that there is none by ending the process."""
    if os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    host, _, number = display.partition(":")
    if host not in ("", "unix") or not number:
        return bool(display)
    door = f"/tmp/.X11-unix/X{number.partition('.')[0]}"
    with contextlib.suppress(OSError):
        return Path(door).exists() or f"@{door}" in Path("/proc/net/unix").read_text(encoding="ascii")
    return True


def _run_window(asked: argparse.Namespace, desk: Desk, lock: BookLock | None, file: Path | None) -> int:
    try:
        from shopkeeper.ui import start
        from shopkeeper.ui.given import Given
    except ImportError as error:
        raise Refused(
            translate(
                "Main",
                "The window's libraries cannot be loaded here: {what}. The verbs work without them: shopkeeper --help",
            ).with_values(what=str(error)),
            Why.ASKED_WRONGLY,
        ) from error

    # A verb of the command line that fails here fails on the doorbell's thread, beside the window's own crash page.
    threading.excepthook = lambda failed: _note_crash(desk, failed.exc_value)
    look = {} if asked.demo else _look_in(desk.places.look)

    def keep(name: str, value: str) -> None:
        look[name] = value
        if not asked.demo:
            _keep_look(desk.places.look, look)

    def report(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        _note_crash(desk, error)

    given = Given(
        door=lambda: _door(desk, may_write=lock is not None),
        recall=look.get,
        keep=keep,
        report=report,
        prepare=lambda: _bit_by_bit(desk, asked),
        listen=None if lock is None else lambda ring: _listen(lock, ring),
        straight_to_demo=asked.demo,
        bring_in=file,
    )
    return start.run(given, sys.argv[:1])


def _bit_by_bit(desk: Desk, asked: argparse.Namespace) -> Iterator[None]:
    """What is done between the first picture and the opening of the book."""
    from shopkeeper.host.log import Event, Log

    if not asked.demo:
        Log(desk.places.log_folder, desk.clock).note(Event.STARTED)
    for name in _BITS:
        import_module(name)
        yield


def _note_crash(desk: Desk, error: BaseException | None) -> None:
    from shopkeeper.host.log import Event, Log

    Log(desk.places.log_folder, desk.clock).note(Event.CRASHED, error)


def _listen(lock: BookLock, ring: Callable[[tuple[str, ...]], str]) -> None:
    from shopkeeper.usecases.hand_over import listen

    listen(lock, ring)


def _look_in(file: Path) -> dict[str, str]:
    """How the window was left; a file that cannot be read is no reason not to open it."""
    with contextlib.suppress(OSError, ValueError):
        said = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(said, dict):
            return {str(name): str(value) for name, value in said.items()}
    return {}


def _keep_look(file: Path, look: Mapping[str, str]) -> None:
    with contextlib.suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        half = file.with_suffix(".new")
        half.write_text(json.dumps(look, indent=1, sort_keys=True), encoding="utf-8")
        half.replace(file)


def _door(desk: Desk, *, may_write: bool) -> Door:
    """The way to the book; called after the first paint, since it brings the store along."""
    from shopkeeper.usecases.door import Door
    from shopkeeper.usecases.way_in import WayIn

    return Door(WayIn(desk.places, desk.clock, may_write=may_write))


def _without_letters(samples: Mapping[str, str]) -> tuple[str, ...] | None:
    from shopkeeper.cli.letters import without_letters

    return without_letters(samples)


def _letters_here() -> int:
    """The child of the above: script names and sample letters in, the names of those without a glyph out."""
    if not any(os.environ.get(name) for name in _SCREENS):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from shopkeeper.ui.glyphs import without_a_glyph

    print(json.dumps(list(without_a_glyph(json.loads(sys.stdin.buffer.read())))))
    return 0


def _self_test() -> int:
    """Every check on a line of its own; 1 when any of them failed."""
    from shopkeeper.usecases.doctor import SCRIPTS
    from shopkeeper.usecases.self_test import Check, Failed, self_test

    end_politely()

    def window() -> str:
        missing = _without_letters(SCRIPTS)
        if missing is None:
            raise Failed("the window's libraries do not start")
        return f"{len(SCRIPTS) - len(missing)} of {len(SCRIPTS)} scripts can be drawn"

    failed = 0
    for outcome in self_test((Check("the window's libraries", window),)):
        failed += not outcome.passed
        print(f"{'passed' if outcome.passed else 'FAILED'}  {outcome.what}: {outcome.seen}", flush=True)
    print("The self-test passed." if not failed else f"The self-test FAILED: {failed} checks.")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())

"""The command line: a verb's answer on standard output, its exit code, and never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from types import FrameType
from typing import TYPE_CHECKING

from shopkeeper.cli.desk import Desk
from shopkeeper.cli.words import WINDOW, not_understood, parsed
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.usecases.refused import Refused, Why, words_for

if TYPE_CHECKING:
    import argparse

# Opens the window; answers its exit code.
Window = Callable[["argparse.Namespace", Desk], int]
# Names the scripts of these sample letters that no font can draw; None: the window's libraries did not start.
Glyphs = Callable[[Mapping[str, str]], "tuple[str, ...] | None"]


def run(argv: Sequence[str], window: Window, glyphs: Glyphs) -> int:
    """Do what the words say and answer the exit code."""
    desk: Desk | None = None
    try:
        asked = parsed(argv)
        desk = Desk(asked)
        return window(asked, desk) if asked.verb == WINDOW else _done(desk, asked, glyphs)
    except BrokenPipeError:
        # Whoever was reading has seen enough, as in `shopkeeper today | head -3`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except Exception as error:
        return _said(error, desk)


def _done(desk: Desk, asked: argparse.Namespace, glyphs: Glyphs) -> int:
    """One verb. Each is imported when it is asked for: `find` must not wait for what `bring-in` needs."""
    end_politely()
    if asked.verb == "read":
        from shopkeeper.cli.read import read

        code, text = read(asked)
    elif asked.verb == "doctor":
        from shopkeeper.cli.doctor import doctor

        code, text = doctor(desk, asked, glyphs)
    elif asked.verb == "find" and asked.batch:
        from shopkeeper.cli.batch import batch

        return batch(desk, asked)
    else:
        from shopkeeper.cli import acts, verbs

        if asked.verb in ("find", "card") and not "".join(asked.name).strip():
            raise not_understood(
                translate("Words", "{verb} wants to know a name, as in: shopkeeper {verb} ana").with_values(
                    verb=asked.verb
                )
            )
        do = {
            "find": verbs.find,
            "card": verbs.card,
            "today": verbs.today,
            "bring-in": verbs.bring_in,
            "undo": acts.undo,
            "history": acts.history,
            "tell": acts.tell,
        }[asked.verb]
        code, text = do(desk, asked)
    from shopkeeper.cli.say import escaped, shown

    print(escaped(text) if asked.json else shown(text), flush=True)
    return code


def end_politely() -> None:
    """Whoever is told to go still tidies up: a demo takes its folder away."""
    import signal

    signal.signal(signal.SIGTERM, _told_to_go)


def _told_to_go(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def _said(error: Exception, desk: Desk | None) -> int:
    """Say an error in one sentence; the log tells of all but those that only answer what was asked."""
    from shopkeeper.host.clock import Clock
    from shopkeeper.host.log import Event, Log
    from shopkeeper.host.paths import Places

    if isinstance(error, Refused):
        return _told(error.phrase, int(error.why))
    places, clock = (desk.places, desk.clock) if desk else (Places.standard(), Clock.system())
    log, phrase = Log(places.log_folder, clock), words_for(error)
    if phrase is not None:
        log.note(Event.REFUSED, error)
        return _told(phrase, int(Why.NOT_FOUND))
    log.note(Event.CRASHED, error)
    phrase = translate(
        "Main",
        "Something went wrong in Shopkeeper itself, and this was not done. It was noted, without any names, in {log}.",
    ).with_values(log=str(log.file))
    return _told(phrase, int(Why.NOT_FOUND))


def _told(phrase: Phrase, code: int) -> int:
    from shopkeeper.cli.say import shown

    print(shown(phrase.in_english()), file=sys.stderr, flush=True)
    return code

"""What comes from outside the window: another start of the program, or a verb that is typed in a terminal beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.arrivals import AT_WORK, Arrivals
from shopkeeper.ui.bridge import Bridge, Turned
from shopkeeper.ui.needs import Book, DoneShown
from shopkeeper.usecases.refused import passes, words_for
from shopkeeper.usecases.undo import Long


class Outside:
    """Answers on the window's own thread, at once or when a child has ended. What a terminal reads is English."""

    def __init__(self, bridge: Bridge, arrivals: Arrivals, come_forward: Callable[[], None]) -> None:
        self._bridge, self._arrivals, self._come_forward = bridge, arrivals, come_forward

    def answer(self, message: tuple[str, ...]) -> str | Future[str]:
        """What is said to whoever asked, as JSON."""
        match message:
            case ("raise",):
                self._come_forward()
                return "{}"
            case ("open", name):
                self._come_forward()
                self._arrivals.begin(Path(name))
                return "{}"
            case ("bring-in" | "undo" | "tell", *_) if self._bridge.book is None:
                return _failed(_LOCKED)
            case ("bring-in" | "undo" | "tell", *_) if self._bridge.is_demo:
                return _failed(_DEMO)
            case ("bring-in", name):
                return _later(lambda told: self._arrivals.begin_for(told, Path(name)))
            case ("undo", *_) if self._arrivals.is_busy:
                return _failed(AT_WORK)
            case ("undo",):
                return self._turned(self._bridge.undo())
            case ("undo", number) if number.isdecimal():
                return self._turned(self._bridge.take_back(int(number)))
            case ("tell", text, about, language):
                return self._tell(text, about, language)
        return _failed(translate("outside", "The window does not know this verb."))

    def _tell(self, text: str, about: str, language: str) -> Future[str]:
        # The window is opened without the grammar.
        from shopkeeper.usecases.tell import as_said

        answer: Future[str] = Future()

        def write(book: Book) -> DoneShown:
            try:
                heard, done = book.writing.tell(text, about, language)
            except Exception as error:
                # What only has to wait for a child is written when the child has ended.
                if not passes(error):
                    answer.set_result(_failed(words_for(error) or _WRONG))
                raise
            answer.set_result(json.dumps(as_said(heard, done.name)))
            return done

        self._bridge.keep(("tell", text), write, refused=lambda _: None)
        return answer

    def _turned(self, done: Turned) -> str | Future[str]:
        if isinstance(done, Phrase):
            return _failed(done)
        if isinstance(done, Long):
            return _later(self._arrivals.when_over)
        return json.dumps({"undone": done.name.in_english() if done else None})


def _later(ask: Callable[[Callable[[Mapping[str, Any]], None]], None]) -> Future[str]:
    answer: Future[str] = Future()
    ask(lambda told: answer.set_result(json.dumps(dict(told))))
    return answer


def _failed(phrase: Phrase) -> str:
    return json.dumps({"failed": phrase.in_english()})


_WRONG = translate("outside", "Something went wrong in the window. Nothing was changed.")
# Whoever types a verb means their own book, and what the street is given is gone when it closes.
_DEMO = translate(
    "outside", "The window shows Demo Street. Close it, or start your own book there first. Nothing was changed."
)
_LOCKED = translate("outside", "The window is open, but its book is not. Open it there first. Nothing was changed.")

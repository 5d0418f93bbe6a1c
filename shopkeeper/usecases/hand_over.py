"""Hand over: what another start of the program asks of the one that has the book open, and how it is answered."""

from __future__ import annotations

import json
from collections.abc import Callable

from shopkeeper.domain.phrase import translate
from shopkeeper.host.lock import Answer, BookLock, Message
from shopkeeper.usecases.refused import Why

# Says something to the window, waits until it has done it, and hears what it says, as JSON.
Ring = Callable[[tuple[str, ...]], str]


def listen(lock: BookLock, ring: Ring) -> None:
    """Hear what other starts of the program say, on threads that sleep until they do."""
    lock.listen(lambda message: answer_to(message, ring))


def answer_to(message: Message, ring: Ring) -> Answer:
    """The answer of the window. A verb that reads is never handed over, so there are only these."""
    match message:
        case Message("raise"):
            return _said(ring(("raise",)))
        case Message("open", (path,)):
            return _said(ring(("open", path)))
        case Message("do", ("undo", *number)) if len(number) <= 1:
            return _said(ring(("undo", *number)))
        case Message("do", ("tell", text, about, language)):
            return _said(ring(("tell", text, about, language)))
        case Message("do", ("bring-in", path)):
            return _said(ring(("bring-in", path)))
        case _:
            unknown = translate("HandOver", "The window does not know this verb.")
            return Answer(int(Why.ASKED_WRONGLY), err=unknown.in_english())


def _said(told: str) -> Answer:
    failed = json.loads(told).get("failed")
    return Answer(int(Why.NOT_FOUND), err=str(failed)) if failed else Answer(0, out=told)

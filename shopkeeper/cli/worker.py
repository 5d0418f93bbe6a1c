"""The child process: long work in the same book, away from the window.

Its job and the key come as the first line on standard input; its progress goes out as JSON lines; the end
of its input cancels it at once, up to the moment when it begins to write.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from pathlib import Path
from typing import Any, Final

from shopkeeper.domain.phrase import translate
from shopkeeper.host.give_way import give_way
from shopkeeper.host.log import Event, Log
from shopkeeper.usecases import job as jobs
from shopkeeper.usecases.bring_in import bring_in, contacts_in
from shopkeeper.usecases.job import Job
from shopkeeper.usecases.open_book import Opened, open_book, shop_of
from shopkeeper.usecases.refused import Refused, words_for
from shopkeeper.usecases.renew_search import renew_search
from shopkeeper.usecases.undo import undo_act

CANCELLED: Final = 4
_BUSY_MS: Final = 10_000


def work() -> int:
    """Do the one job that standard input says."""
    give_way()
    try:
        job = jobs.heard(sys.stdin.buffer.readline())
    except ValueError:
        print("This is the child process of Shopkeeper; it is not meant to be started by hand.", file=sys.stderr)
        return 2
    begun, log = _Begun(), Log(job.places.log_folder, job.clock)
    try:
        opened = open_book(job.places, job.key, job.clock, busy_ms=_BUSY_MS)
        with opened.store:
            _tell({"done": _done(job, opened, begun)})
    except Exception as error:
        phrase = words_for(error)
        if phrase is None:
            log.note(Event.CRASHED, error)
            phrase = translate("Worker", "Something went wrong in Shopkeeper itself. Nothing was changed.")
        else:
            log.note(Event.REFUSED, error)
        _tell({"failed": phrase.in_english()})
        return 1
    return 0


def _done(job: Job, opened: Opened, begun: _Begun) -> dict[str, Any]:
    store, shop = opened.store, shop_of(opened, job.places, job.clock)
    match job.verb:
        case jobs.BRING_IN:
            path = Path(job.arguments["file"])
            report = bring_in(shop, contacts_in(path), path.name, _progress, begun.writing)
            return jobs.as_said(report)
        case jobs.UNDO:
            begun.writing()
            return {"undone": undo_act(shop, job.arguments["act"]).name.in_english()}
        case jobs.BACK_UP:
            begun.writing()
            store.backup_to(Path(job.arguments["to"]))
            return {"people": store.count()}
        case jobs.RENEW_SEARCH:
            # Each step is whole by itself: it may be cancelled at any time.
            renew_search(shop, _progress)
            return {"people": store.count()}
        case jobs.PING:
            return {"people": store.count()}
    raise Refused(translate("Worker", "There is no such job."))


class _Begun:
    """Ends the process when its input ends, unless it has begun to write: then the writing is finished first."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        # It sleeps in the system until the input ends; there is no window in this process that it could hold up.
        threading.Thread(target=self._watch, args=(sys.stdin.fileno(),), daemon=True).start()

    def writing(self) -> None:
        """From now on it is too late to cancel."""
        self._guard.acquire()

    def _watch(self, source: int) -> None:
        # By descriptor: a buffered reader that sleeps keeps the process from ending.
        while os.read(source, 4096):
            pass
        with self._guard:
            # Nothing is written yet and nothing is held but a connection: there is nothing to tidy up.
            os._exit(CANCELLED)


def _progress(at: int, of: int | None) -> None:
    _tell({"at": at, "of": of})


def _tell(said: dict[str, Any]) -> None:
    print(json.dumps(said), flush=True)

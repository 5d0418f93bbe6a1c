"""A second program for the tests of the lock: holds a book, answers what it is told to, ends when its input does.

`python -m tests.host.holder FOLDER [--silent]`
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from shopkeeper.host.lock import Answer, BookLock, Message
from shopkeeper.host.paths import Places


def _answer(message: Message) -> Answer:
    match message:
        case Message("do", ("sleep", seconds)):
            time.sleep(float(seconds))
        case Message("do", ("die",)):
            os._exit(9)
        case Message("do", ("fail",)):
            raise ValueError("Ana Duarte")
        case Message("do", ("print", amount)):
            return Answer(0, out="ñ" * int(amount))
    return Answer(0, out=json.dumps([message.verb, list(message.args)]), err="heard")


def main(folder: str, *options: str) -> int:
    lock = BookLock.take(Places.within(Path(folder)))
    if lock is None:
        print("held by another", flush=True)
        return 1
    with lock:
        if "--silent" not in options and not lock.listen(_answer):
            print("cannot listen", flush=True)
            return 2
        print("held", flush=True)
        sys.stdin.read()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

"""The bell at the door of an open book: a second start rings, the first one answers.

Messages travel over `multiprocessing.connection` as JSON bytes, never as pickles. Both sides prove that
they could read the door file, which only this account can. The proof is ours, not the library's: that one
needs MD5, which some machines refuse, and it waits without a limit for a caller who says nothing.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

_VERSION: Final = 1
_LONGEST: Final = 16 * 1024 * 1024  # an answer may be all that a verb printed
_PATIENCE: Final = 5.0  # seconds that a caller may take to say what they want
_PAUSE: Final = 0.05
# sun_path holds 108 bytes on Linux and 104 on macOS, the closing zero included.
_LONGEST_ADDRESS: Final = 100
_BELL: Final = "book.bell"
_FOLDER_MARK: Final = "shopkeeper-"


@dataclass(frozen=True, slots=True)
class Message:
    """What a second start asks for: to raise the window, to open a file, to do a verb."""

    verb: str  # "raise", "open", "do"
    args: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of it: an exit code, and what to print."""

    code: int
    out: str = ""
    err: str = ""


# Heard, and perhaps done: asking a second time might do it twice.
NO_ANSWER: Final = Answer(75, err="The program that has the book open heard this, but it did not answer.")


class Doorbell:
    """Listens for as long as the book is open. Its threads sleep in the operating system until somebody rings."""

    def __init__(self, door: Path, on_message: Callable[[Message], Answer]) -> None:
        self._door = door
        self._on_message = on_message
        self._secret = os.urandom(32)
        self._closing = False
        self._listener, self._address = _listener(door.parent)
        try:
            _write_door(door, self._address, self._secret)
        except OSError:
            self._listener.close()
            raise
        self._thread = threading.Thread(target=self._accept, name="doorbell", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening, and leave nothing behind."""
        self._closing = True
        # An accept that sleeps in the system is not woken by closing its socket: somebody has to ring.
        with contextlib.suppress(OSError):
            _connect(self._address).close()
        self._thread.join(1.0)
        self._listener.close()
        clear_away(self._door)

    def _accept(self) -> None:
        while not self._closing:
            try:
                connection = self._listener.accept()
            except (OSError, EOFError):
                # A caller who ran away after knocking; the pause is for a system that is out of handles.
                time.sleep(_PAUSE)
                continue
            threading.Thread(target=self._serve, args=(connection,), name="visitor", daemon=True).start()

    def _serve(self, connection: Connection[Any, Any]) -> None:
        failure: Exception | None = None
        with connection, contextlib.suppress(OSError, EOFError):
            nonce = os.urandom(32)
            connection.send_bytes(nonce)
            if not connection.poll(_PATIENCE):
                return
            message = _message_in(_opened(self._secret, b"ask" + nonce, connection.recv_bytes(_LONGEST)))
            if message is None:
                return
            try:
                answer = self._on_message(message)
            except Exception as error:
                # Whoever asked is answered first; then it goes the way of every other error of ours.
                failure, answer = error, Answer(1, err="Shopkeeper could not do this.")
            connection.send_bytes(_sealed(self._secret, b"tell" + nonce, asdict(answer)))
        if failure is not None:
            raise failure


def ring(door: Path, message: Message, until: float, patience: float) -> Answer | None:
    """Ring at a door: the answer, or None when this program surely did not hear us before `until` (monotonic)."""
    found = _read_door(door)
    if found is None:
        return None
    address, secret = found
    try:
        connection = _connect(address)
    except (OSError, EOFError):
        return None
    with connection:
        try:
            if not connection.poll(max(0.0, until - time.monotonic())):
                return None
            nonce = connection.recv_bytes(64)
        except (OSError, EOFError):
            return None
        with contextlib.suppress(OSError, EOFError):
            connection.send_bytes(_sealed(secret, b"ask" + nonce, asdict(message)))
            if connection.poll(patience):
                answer = _answer_in(_opened(secret, b"tell" + nonce, connection.recv_bytes(_LONGEST)))
                if answer is not None:
                    return answer
    return NO_ANSWER


def clear_away(door: Path) -> None:
    """Remove a door and the bell that it names; only ever called by the program that holds the lock."""
    found = _read_door(door)
    if found is not None and sys.platform != "win32":
        bell = Path(found[0])
        with contextlib.suppress(OSError):
            if bell.is_socket():
                bell.unlink()
            if bell.parent.name.startswith(_FOLDER_MARK) and bell.parent != door.parent:
                bell.parent.rmdir()
    with contextlib.suppress(OSError):
        door.unlink()


def _listener(folder: Path) -> tuple[Listener, str]:
    """Something to be rung, and its address: in the book's folder where that can be, else in a private one."""
    from multiprocessing.connection import Listener

    if sys.platform == "win32":
        address = rf"\\.\pipe\shopkeeper-{os.urandom(16).hex()}"
        return Listener(address, "AF_PIPE"), address
    failure = OSError("no folder for the bell")
    for bell in _bells(folder):
        address = str(bell)
        if len(os.fsencode(address)) > _LONGEST_ADDRESS:
            continue
        try:
            bell.unlink(missing_ok=True)
            # The file system of a USB stick knows no sockets, and a system may forbid them where it likes.
            listener = Listener(address, "AF_UNIX", backlog=8)
            bell.chmod(0o600)
        except OSError as error:
            failure = error
            continue
        return listener, address
    raise failure


def _bells(folder: Path) -> Iterator[Path]:
    import tempfile

    yield folder / _BELL
    for short in (os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir(), "/tmp"):
        try:
            made = Path(tempfile.mkdtemp(prefix=_FOLDER_MARK, dir=short)) if short else None
        except OSError:
            continue
        if made is not None:
            yield made / _BELL
            made.rmdir()  # asked for another one: this one was no good


def _connect(address: str) -> Connection[Any, Any]:
    from multiprocessing.connection import Client

    return Client(address, "AF_PIPE" if sys.platform == "win32" else "AF_UNIX")


def _write_door(door: Path, address: str, secret: bytes) -> None:
    """Put the door up in one piece, for this account alone: it holds what proves that a caller is one of us."""
    import json

    half = door.with_suffix(".door.new")
    handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"version": _VERSION, "address": os.fsencode(address).hex(), "secret": secret.hex()}, file)
    half.replace(door)


def _read_door(door: Path) -> tuple[str, bytes] | None:
    """The address and the secret; None where there is no door, or half of one, or one of another version."""
    import json

    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(door.read_text(encoding="utf-8"))
        if found["version"] == _VERSION:
            return os.fsdecode(bytes.fromhex(found["address"])), bytes.fromhex(found["secret"])
    return None


def _sealed(secret: bytes, purpose: bytes, said: dict[str, Any]) -> bytes:
    """Words with the proof in front of them that they come from one of us and belong to this very talk."""
    import hmac
    import json

    body = json.dumps(said).encode("utf-8")
    return hmac.digest(secret, purpose + body, "sha256") + body


def _opened(secret: bytes, purpose: bytes, heard: bytes) -> dict[str, Any] | None:
    """What was said, if the proof holds."""
    import hmac
    import json

    proof, body = heard[:32], heard[32:]
    if not hmac.compare_digest(proof, hmac.digest(secret, purpose + body, "sha256")):
        return None
    with contextlib.suppress(ValueError):
        said = json.loads(body)
        if isinstance(said, dict):
            return said
    return None


def _message_in(said: dict[str, Any] | None) -> Message | None:
    match said:
        case {"verb": str(verb), "args": list(args)} if all(isinstance(arg, str) for arg in args):
            return Message(verb, tuple(args))
    return None


def _answer_in(said: dict[str, Any] | None) -> Answer | None:
    match said:
        case {"code": int(code), "out": str(out), "err": str(err)}:
            return Answer(code, out, err)
    return None

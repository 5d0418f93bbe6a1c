"""The door: the way in as the window uses it, with everything of the shopkeeper's world as an answer."""

from __future__ import annotations

from collections.abc import Callable

from shopkeeper.usecases.counter import Counter
from shopkeeper.usecases.entrance import Refusal, Start, refusal_of
from shopkeeper.usecases.way_in import Entered, WayIn


class Door:
    """Opens a book at the counter, makes one, or opens Demo Street, and never raises what can be said."""

    def __init__(self, way: WayIn) -> None:
        """Nothing is asked yet."""
        self._way = way

    @property
    def has_keychain(self) -> bool | None:
        """Whether this account has a keychain that counts; None while it has not answered."""
        return self._way.has_keychain

    def start(self) -> Start | Refusal:
        """What there is."""
        try:
            return self._way.start()
        except Exception as error:
            return refusal_of(error)

    def open(self, passphrase: str | None, /) -> Counter | Refusal:
        """The book that is there."""
        return _at_counter(lambda: self._way.open(passphrase))

    def create(self, passphrase: str | None, /) -> Counter | Refusal:
        """A new one."""
        return _at_counter(lambda: self._way.create(passphrase))

    def demo(self) -> Counter | Refusal:
        """Demo Street."""
        return _at_counter(self._way.demo)


def _at_counter(enter: Callable[[], Entered]) -> Counter | Refusal:
    try:
        entered = enter()
    except Exception as error:
        return refusal_of(error)
    return Counter(entered.shop, entered.close)

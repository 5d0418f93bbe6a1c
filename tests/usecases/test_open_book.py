from __future__ import annotations

import time
from pathlib import Path

import pytest

from shopkeeper.host import mounts
from shopkeeper.host.clock import Clock
from shopkeeper.host.keychain import Keychain
from shopkeeper.host.paths import Places
from shopkeeper.store import AlreadyThere, BookMissing, HeaderMissing, WrongPassphrase
from shopkeeper.usecases.entrance import Start
from shopkeeper.usecases.open_book import BookState, key_of, make_book, open_book, state_of
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.way_in import WayIn
from tests.conftest import KeychainInMemory

CLOCK = Clock.system()
WORDS = "correct horse battery staple"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places.within(tmp_path / "book")


def started(way: WayIn) -> Start:
    """What a start finds when the keychain has answered."""
    while (found := way.start()) is Start.ASKING:
        time.sleep(0.01)
    return found


def files_in(places: Places) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in places.data.iterdir() if path.is_file()}


def test_a_new_book_is_opened_again_by_its_passphrase(places: Places) -> None:
    assert state_of(places) is BookState.NO_BOOK
    made = make_book(places, CLOCK, passphrase=WORDS)
    made.store.close()
    key = key_of(places, ask=lambda: WORDS)
    assert key == made.key
    open_book(places, key, CLOCK).store.close()


def test_the_book_and_its_key_are_never_in_the_clear(places: Places) -> None:
    made = make_book(places, CLOCK, passphrase=WORDS)
    made.store.close()
    for name, data in files_in(places).items():
        assert not data.startswith(b"SQLite"), name
        assert made.key not in data, name
        assert made.key.hex().encode() not in data, name
        assert WORDS.encode() not in data, name


def test_a_wrong_passphrase_is_said_to_be_one(places: Places) -> None:
    make_book(places, CLOCK, passphrase=WORDS).store.close()
    with pytest.raises(WrongPassphrase, match="not the passphrase"):
        key_of(places, ask=lambda: "something else")


def test_a_keychain_opens_the_book_without_asking(places: Places, keychain: KeychainInMemory) -> None:
    made = make_book(places, CLOCK, keychain=Keychain())
    made.store.close()
    assert key_of(places, keychain=Keychain()) == made.key
    assert all(made.key.hex() not in secret for secret in keychain.entries.values()), (
        "the keychain holds a wrapping key"
    )


def test_a_keychain_that_has_forgotten_the_book_never_leads_to_a_new_one(
    places: Places, keychain: KeychainInMemory
) -> None:
    make_book(places, CLOCK, keychain=Keychain()).store.close()
    before = files_in(places)
    keychain.entries.clear()
    with pytest.raises(Refused, match="keychain does not give it") as refused:
        key_of(places, keychain=Keychain(), ask=lambda: WORDS)
    assert refused.value.why is Why.NO_KEY
    assert files_in(places) == before


def test_without_keychain_and_passphrase_no_book_is_made(places: Places) -> None:
    with pytest.raises(Refused) as refused:
        make_book(places, CLOCK)
    assert refused.value.why is Why.NO_KEY
    assert not places.book.exists()


def test_a_book_without_its_key_file_is_an_error_and_no_new_start(places: Places) -> None:
    make_book(places, CLOCK, passphrase=WORDS).store.close()
    for name in ("book.key", "book.key.copy"):
        (places.data / name).unlink()
    before = files_in(places)
    with pytest.raises(HeaderMissing):
        state_of(places)
    with pytest.raises(HeaderMissing):
        make_book(places, CLOCK, passphrase=WORDS)
    assert files_in(places) == before


def test_a_key_file_without_its_book_is_an_error_and_no_new_start(places: Places) -> None:
    make_book(places, CLOCK, passphrase=WORDS).store.close()
    places.book.unlink()
    before = files_in(places)
    for attempt in (lambda: state_of(places), lambda: make_book(places, CLOCK, passphrase=WORDS)):
        with pytest.raises(BookMissing):
            attempt()
    assert files_in(places) == before


def test_a_second_book_is_never_made_over_the_first(places: Places) -> None:
    make_book(places, CLOCK, passphrase=WORDS).store.close()
    with pytest.raises(AlreadyThere):
        make_book(places, CLOCK, passphrase="another one")


def test_a_first_start_that_was_killed_just_before_its_end_is_finished_by_the_next(places: Places) -> None:
    made = make_book(places, CLOCK, passphrase=WORDS)
    made.store.close()
    places.key.replace(places.data / "book.key.making")
    (places.data / "book.key.copy").unlink()
    assert state_of(places) is BookState.READY
    assert key_of(places, ask=lambda: WORDS) == made.key
    open_book(places, made.key, CLOCK, read_only=True).store.close()
    assert not places.key.exists(), "whoever only reads has no lock, and finishes nothing"
    open_book(places, made.key, CLOCK).store.close()
    assert not (places.data / "book.key.making").exists()
    assert key_of(places, ask=lambda: WORDS) == made.key


def test_a_first_start_that_was_killed_early_leaves_no_book(places: Places) -> None:
    make_book(places, CLOCK, passphrase=WORDS).store.close()
    places.key.replace(places.data / "book.key.making")
    (places.data / "book.key.copy").unlink()
    places.book.unlink()
    assert state_of(places) is BookState.NO_BOOK
    make_book(places, CLOCK, passphrase="chosen anew").store.close()
    assert key_of(places, ask=lambda: "chosen anew")


def test_the_way_in_asks_for_the_passphrase_only_where_there_is_no_keychain(
    tmp_path: Path, keychain: KeychainInMemory
) -> None:
    with_keychain, with_words = Places.within(tmp_path / "one"), Places.within(tmp_path / "two")
    assert WayIn(with_keychain, CLOCK).start() is Start.NO_BOOK
    WayIn(with_keychain, CLOCK).create(None).close()
    WayIn(with_words, CLOCK).create(WORDS).close()
    ready, ask = WayIn(with_keychain, CLOCK), WayIn(with_words, CLOCK)
    assert (started(ready), started(ask)) == (Start.READY, Start.ASK)
    ready.open(None).close()
    ask.open(WORDS).close()
    with pytest.raises(WrongPassphrase):
        ask.open("wrong")


def test_a_place_that_cannot_be_locked_is_opened_for_reading(places: Places) -> None:
    WayIn(places, CLOCK).create(WORDS).close()
    entered = WayIn(places, CLOCK, may_write=False).open(WORDS)
    assert entered.shop.store.is_read_only
    entered.close()


def test_the_log_tells_when_the_book_was_made_opened_refused_and_closed_and_nothing_more(places: Places) -> None:
    way = WayIn(places, CLOCK)
    way.create(WORDS).close()
    with pytest.raises(WrongPassphrase):
        way.open("not " + WORDS)
    way.open(WORDS).close()
    told = [line.split()[1:] for line in (places.log_folder / "shopkeeper.log").read_text().splitlines()]
    assert [words[0] for words in told] == ["book-made", "book-closed", "refused", "book-opened", "book-closed"]
    assert told[2][1] == "WrongPassphrase"
    assert told[3] == ["book-opened", "people=0"]


@pytest.mark.parametrize("far", [True, False])
def test_on_another_machine_s_disk_nothing_is_written_ahead_of_the_book(
    places: Places, monkeypatch: pytest.MonkeyPatch, far: bool
) -> None:
    monkeypatch.setattr(mounts, "is_on_network", lambda path: far)
    ahead = places.book.with_name("book.db-wal")
    made = make_book(places, CLOCK, passphrase=WORDS)
    assert ahead.exists() is not far
    made.store.close()
    opened = open_book(places, made.key, CLOCK)
    assert ahead.exists() is not far
    opened.store.close()

"""The key of the book, and who may hold it."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.store.cipher import (
    Cost,
    Header,
    HeaderDamaged,
    Holder,
    NotAHolder,
    WrongKeychainKey,
    WrongPassphrase,
    WrongRecoveryKey,
    new_data_key,
    new_recovery_key,
    new_wrapping_key,
)
from shopkeeper.store.errors import WrongKey

_BOOK = "01a204b5-01f6-7db5-9424-65644bb67473"
# Guessing is made dear on purpose; a test that types forty passphrases need not wait for it.
_CHEAP = Cost(memory=64, iterations=1, lanes=1)
_KEY = bytes(range(32))


def _header(book: str = _BOOK) -> Header:
    return Header.new(_KEY, book)


def test_a_new_book_has_a_key_of_its_own() -> None:
    assert new_data_key() != new_data_key()
    assert len(new_data_key()) == len(new_wrapping_key()) == 32


def test_the_passphrase_opens_the_book() -> None:
    header = _header().with_passphrase(_KEY, "rye on Tuesdays")
    assert header.holders == {Holder.PASSPHRASE}
    assert header.open_with_passphrase("rye on Tuesdays") == _KEY


def test_a_passphrase_costs_what_rfc_9106_recommends() -> None:
    wrapped = _header().with_passphrase(_KEY, "rye").held[Holder.PASSPHRASE]
    assert wrapped.cost == Cost(memory=64 * 1024, iterations=3, lanes=4)
    assert len(wrapped.salt) == 16


@pytest.mark.parametrize("wrong", ["Rye", "rye ", " rye", "ry", "ryeé", "", "\x00", "r\u200bye", "ｒｙｅ"])
def test_another_passphrase_does_not_open_it(wrong: str) -> None:
    header = _header().with_passphrase(_KEY, "rye", _CHEAP)
    with pytest.raises(WrongPassphrase) as caught:
        header.open_with_passphrase(wrong)
    assert "not the passphrase" in caught.value.phrase.in_english()
    assert "damaged" not in caught.value.phrase.in_english()


@given(words=st.text(min_size=1, max_size=40))
def test_any_words_can_be_a_passphrase_however_the_machine_types_them(words: str) -> None:
    header = _header().with_passphrase(_KEY, unicodedata.normalize("NFD", words), _CHEAP)
    assert header.open_with_passphrase(unicodedata.normalize("NFC", words)) == _KEY


def test_half_a_letter_from_a_broken_pipe_is_only_a_wrong_passphrase() -> None:
    header = _header().with_passphrase(_KEY, "rye", _CHEAP)
    with pytest.raises(WrongPassphrase):
        header.open_with_passphrase("rye\udcff")


def test_an_empty_passphrase_is_not_accepted() -> None:
    with pytest.raises(ValueError, match="empty passphrase"):
        _header().with_passphrase(_KEY, "")


def test_a_new_passphrase_retires_the_old_one() -> None:
    header = _header().with_passphrase(_KEY, "old", _CHEAP).with_passphrase(_KEY, "new", _CHEAP)
    assert header.open_with_passphrase("new") == _KEY
    with pytest.raises(WrongPassphrase):
        header.open_with_passphrase("old")


def test_the_same_passphrase_is_never_wrapped_the_same_way_twice() -> None:
    first, second = (_header().with_passphrase(_KEY, "rye", _CHEAP).held[Holder.PASSPHRASE] for _ in range(2))
    assert first.salt != second.salt
    assert first.nonce != second.nonce
    assert first.sealed != second.sealed


def test_the_keychain_opens_the_book() -> None:
    kept = new_wrapping_key()
    header = _header().with_wrapping_key(_KEY, Holder.KEYCHAIN, kept)
    assert header.open_with_wrapping_key(Holder.KEYCHAIN, kept) == _KEY


@pytest.mark.parametrize("kept", [bytes(32), b"", b"short", bytes(33)])
def test_a_changed_entry_in_the_keychain_is_a_wrong_key_and_no_damage(kept: bytes) -> None:
    header = _header().with_wrapping_key(_KEY, Holder.KEYCHAIN, new_wrapping_key())
    with pytest.raises(WrongKeychainKey) as caught:
        header.open_with_wrapping_key(Holder.KEYCHAIN, kept)
    assert "Use the passphrase" in caught.value.phrase.in_english()


def test_the_recovery_key_opens_the_book() -> None:
    printed = new_recovery_key()
    header = _header().with_recovery_key(_KEY, printed)
    assert header.open_with_recovery_key(printed.lower().replace("-", " ")) == _KEY


def test_another_recovery_key_does_not_open_it() -> None:
    header = _header().with_recovery_key(_KEY, new_recovery_key())
    with pytest.raises(WrongRecoveryKey):
        header.open_with_recovery_key(new_recovery_key())


def test_losing_one_holder_never_loses_the_book() -> None:
    printed, kept = new_recovery_key(), new_wrapping_key()
    header = (
        _header()
        .with_passphrase(_KEY, "rye", _CHEAP)
        .with_wrapping_key(_KEY, Holder.KEYCHAIN, kept)
        .with_recovery_key(_KEY, printed)
    )
    ways: dict[Holder, Callable[[Header], bytes]] = {
        Holder.PASSPHRASE: lambda one: one.open_with_passphrase("rye"),
        Holder.KEYCHAIN: lambda one: one.open_with_wrapping_key(Holder.KEYCHAIN, kept),
        Holder.RECOVERY: lambda one: one.open_with_recovery_key(printed),
    }
    for lost in Holder:
        left = header.without(lost)
        assert left.holders == set(Holder) - {lost}
        for holder, way in ways.items():
            if holder is lost:
                with pytest.raises(NotAHolder):
                    way(left)
            else:
                assert way(left) == _KEY


def test_the_last_holder_cannot_be_taken_away() -> None:
    with pytest.raises(ValueError, match="last holder"):
        _header().with_passphrase(_KEY, "rye", _CHEAP).without(Holder.PASSPHRASE)


def test_the_header_knows_the_books_key_when_it_sees_it() -> None:
    header = _header()
    assert header.knows(_KEY)
    assert not header.knows(new_data_key())
    assert not header.knows(b"")


def test_no_holder_can_be_given_another_books_key() -> None:
    with pytest.raises(ValueError, match="not the key of this book"):
        _header().with_passphrase(new_data_key(), "rye", _CHEAP)
    with pytest.raises(ValueError, match="32 bytes"):
        Header.new(b"short", _BOOK)
    with pytest.raises(ValueError, match="32 bytes"):
        _header().with_wrapping_key(_KEY, Holder.KEYCHAIN, b"short")


def test_a_wrapped_key_cannot_be_moved_to_another_book_or_another_holder() -> None:
    kept = new_wrapping_key()
    header = _header().with_wrapping_key(_KEY, Holder.KEYCHAIN, kept)
    other = replace(_header("01a204b5-0000-7000-8000-000000000000"), held=header.held)
    with pytest.raises(WrongKey):
        other.open_with_wrapping_key(Holder.KEYCHAIN, kept)
    moved = replace(header, held={Holder.RECOVERY: header.held[Holder.KEYCHAIN]})
    with pytest.raises(WrongKey):
        moved.open_with_wrapping_key(Holder.RECOVERY, kept)


def test_a_header_whose_check_belongs_to_another_key_is_damaged() -> None:
    header = _header().with_passphrase(_KEY, "rye", _CHEAP)
    with pytest.raises(HeaderDamaged):
        replace(header, check=bytes(16)).open_with_passphrase("rye")


def test_the_key_stands_nowhere_in_the_header() -> None:
    import base64

    kept, printed = new_wrapping_key(), new_recovery_key()
    header = _header().with_passphrase(_KEY, "rye on Tuesdays", _CHEAP).with_recovery_key(_KEY, printed)
    header = header.with_wrapping_key(_KEY, Holder.KEYCHAIN, kept)
    for said in (header.as_text(), repr(header)):
        for secret in (_KEY, kept):
            assert secret.hex() not in said
            assert base64.b64encode(secret).decode() not in said
            assert repr(secret)[2:-1] not in said
        assert "Tuesdays" not in said
        assert printed[:5] not in said


def test_the_start_of_the_program_does_not_wait_for_the_cipher() -> None:
    command = "import sys, shopkeeper.store.cipher; print([m for m in sys.modules if m.startswith('cryptography')])"
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

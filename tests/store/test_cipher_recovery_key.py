"""The recovery key as it is printed and typed again."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from shopkeeper.store.recovery_key import (
    MistypedRecoveryKey,
    new_recovery_key,
    print_recovery_key,
    read_recovery_key,
)

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_secrets = st.binary(min_size=20, max_size=20)


@given(secret=_secrets)
def test_what_is_printed_is_what_is_read(secret: bytes) -> None:
    printed = print_recovery_key(secret)
    assert [len(group) for group in printed.split("-")] == [5] * 8
    assert set(printed) <= set(_LETTERS + "-")
    assert read_recovery_key(printed) == secret


def test_every_recovery_key_is_a_new_one() -> None:
    assert len({new_recovery_key() for _ in range(100)}) == 100


@given(secret=_secrets, join=st.sampled_from(["", " ", "-", "\n", " – ", "\u00a0"]), lower=st.booleans())
def test_it_may_be_typed_in_any_case_and_with_any_gaps(secret: bytes, join: str, lower: bool) -> None:
    typed = join.join(print_recovery_key(secret).split("-"))
    assert read_recovery_key("  " + (typed.lower() if lower else typed)) == secret


@given(secret=_secrets)
def test_letters_that_look_like_digits_are_read_as_these(secret: bytes) -> None:
    printed = print_recovery_key(secret)
    assert read_recovery_key(printed.replace("0", "O").replace("1", "l")) == secret
    assert read_recovery_key(printed.replace("0", "o").replace("1", "I")) == secret


def test_a_keyboard_of_wide_letters_will_do() -> None:
    printed = print_recovery_key(bytes(range(20)))
    wide = "".join(chr(ord(sign) + 0xFEE0) if sign.isalnum() else sign for sign in printed)
    assert read_recovery_key(wide) == bytes(range(20))


@given(secret=_secrets, at=st.integers(0, 39), letter=st.sampled_from(_LETTERS))
def test_one_wrong_letter_is_found_in_its_group(secret: bytes, at: int, letter: str) -> None:
    letters = list(print_recovery_key(secret).replace("-", ""))
    assume(letters[at] != letter)
    letters[at] = letter
    with pytest.raises(MistypedRecoveryKey) as caught:
        read_recovery_key("".join(letters))
    assert caught.value.group == at // 5 + 1
    assert f"group {at // 5 + 1} " in caught.value.phrase.in_english()


@given(secret=_secrets, at=st.integers(0, 38))
def test_two_letters_in_each_others_place_are_found(secret: bytes, at: int) -> None:
    letters = list(print_recovery_key(secret).replace("-", ""))
    assume(letters[at] != letters[at + 1])
    letters[at], letters[at + 1] = letters[at + 1], letters[at]
    with pytest.raises(MistypedRecoveryKey) as caught:
        read_recovery_key("".join(letters))
    assert caught.value.group in (at // 5 + 1, (at + 1) // 5 + 1)


@given(secret=_secrets, first=st.integers(0, 7), second=st.integers(0, 7))
def test_two_groups_in_each_others_place_are_found(secret: bytes, first: int, second: int) -> None:
    groups = print_recovery_key(secret).split("-")
    assume(first != second)
    groups[first], groups[second] = groups[second], groups[first]
    with pytest.raises(MistypedRecoveryKey) as caught:
        read_recovery_key("-".join(groups))
    assert caught.value.group == min(first, second) + 1


@given(secret=_secrets, left=st.integers(0, 39))
def test_a_key_with_letters_missing_says_how_long_it_is(secret: bytes, left: int) -> None:
    with pytest.raises(MistypedRecoveryKey) as caught:
        read_recovery_key(print_recovery_key(secret).replace("-", "")[:left])
    assert caught.value.group == 0
    assert "8 groups of 5 letters" in caught.value.phrase.in_english()


@given(text=st.text(max_size=60))
def test_anything_else_is_mistyped_and_no_traceback(text: str) -> None:
    with pytest.raises(MistypedRecoveryKey):
        read_recovery_key(text)


def test_a_letter_that_is_never_printed_is_a_slip() -> None:
    printed = print_recovery_key(bytes(20))
    with pytest.raises(MistypedRecoveryKey) as caught:
        read_recovery_key(printed[:8] + "U" + printed[9:])
    assert caught.value.group == 2

"""The recovery key as it is printed and typed again: letters that cannot be mistaken, and checked group by group.

160 random bits stand as eight groups of four letters and a check letter, in Crockford's base 32, which has no
I, L, O or U, so that nothing on a printed sheet can be taken for something else.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from typing import Final

from shopkeeper.domain.phrase import translate
from shopkeeper.store.errors import StoreError

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUPS: Final = 8
_GROUP_LETTERS: Final = 5
_RECOVERY_BYTES: Final = 20
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})


class MistypedRecoveryKey(StoreError):
    """The recovery key cannot have been printed like this; `group` is where the slip is, 0 when groups are missing."""

    def __init__(self, group: int) -> None:
        self.group = group
        if group:
            phrase = translate("Store", "There is a slip in group {group} of the recovery key. Please look again.")
            super().__init__(phrase.with_values(group=group))
        else:
            phrase = translate("Store", "The recovery key has {groups} groups of {letters} letters. Please look again.")
            super().__init__(phrase.with_values(groups=_GROUPS, letters=_GROUP_LETTERS))


def new_recovery_key() -> str:
    """A recovery key as it is printed: K7QX2-... , eight groups, each with its own check letter."""
    return print_recovery_key(os.urandom(_RECOVERY_BYTES))


def print_recovery_key(secret: bytes) -> str:
    """The letters for these 160 bits."""
    if len(secret) != _RECOVERY_BYTES:
        raise ValueError(f"a recovery key has {_RECOVERY_BYTES} bytes")
    number = int.from_bytes(secret, "big")
    digits = [number >> 5 * place & 31 for place in reversed(range(_GROUPS * 4))]
    groups = (digits[at : at + 4] for at in range(0, len(digits), 4))
    return "-".join(
        "".join(_LETTERS[digit] for digit in (*group, _check_digit(at, group))) for at, group in enumerate(groups)
    )


def read_recovery_key(text: str) -> bytes:
    """The 160 bits of a recovery key as it was typed: in any case, with or without dashes, with O for 0 and I for 1."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(_READ_AS)
    letters = [sign for sign in plain if sign.isalnum()]
    if len(letters) != _GROUPS * _GROUP_LETTERS:
        raise MistypedRecoveryKey(0)
    number = 0
    for at in range(_GROUPS):
        signs = letters[at * _GROUP_LETTERS : (at + 1) * _GROUP_LETTERS]
        digits = [_LETTERS.find(sign) for sign in signs]
        if -1 in digits or _check_digit(at, digits[:4]) != digits[4]:
            raise MistypedRecoveryKey(at + 1)
        for digit in digits[:4]:
            number = number << 5 | digit
    return number.to_bytes(_RECOVERY_BYTES, "big")


def _check_digit(group: int, digits: Sequence[int]) -> int:
    """The sum of the digits and the group's number, each weighed by another power of 2 in the field of 32 elements.

    So one wrong letter, two letters in each other's place, and two groups in each other's place are all noticed.
    """
    total = 0
    for digit in (group + 1, *digits):
        total = _doubled(total) ^ digit
    return _doubled(total)


def _doubled(digit: int) -> int:
    """Twice a digit, modulo x^5 + x^2 + 1."""
    return digit << 1 if digit < 16 else digit << 1 ^ 0b100101

"""The answers of a choice: those that a record knows, in the words of the house, and yes, no, not said."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from shopkeeper.domain.phrase import translate
from shopkeeper.remember.kept_words import CHOICES
from shopkeeper.ui.forms.rows import Option

YES_NO_NOT_SAID: Final[tuple[Option, ...]] = (
    (True, translate("form", "yes", "an answer")),
    (False, translate("form", "no", "an answer")),
    (None, translate("form", "not said", "nobody has told us either way")),
)
YES_NO: Final[tuple[Option, ...]] = YES_NO_NOT_SAID[:2]


def answers(of: type[StrEnum]) -> tuple[Option, ...]:
    """Every answer that there is, in the order in which the record has them."""
    return tuple((answer, CHOICES[answer]) for answer in of)

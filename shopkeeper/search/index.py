"""Index: what a search may ask of the store, and what it asks with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol, TypeAlias

Row: TypeAlias = tuple[int, str, str, str]  # row number, own, alt, kin


class Term(NamedTuple):
    """One word to look for, whole or as a beginning."""

    word: str
    whole: bool = False


class Index(Protocol):
    """What a search may ask of the store."""

    def names(self, all_of: Sequence[Sequence[Term]], limit: int) -> Sequence[Row]:
        """Rows that have, for every group, one of its terms; regulars first."""

    def rows(self, numbers: Sequence[int]) -> Sequence[Row]:
        """The rows with these numbers, as far as there are such."""

    def phones(self, digits: str, limit: int, *, called: Sequence[str] = ()) -> Sequence[tuple[int, str]]:
        """Row numbers and numbers that contain the digits, those that end with them first.

        Of those alone who are called so, where any names are given.
        """

    def codes(self, code: str) -> Sequence[int]:
        """Row numbers of those whose card has this code."""

    def beginnings(self, word: str) -> int:
        """How many people have a word that begins so: exact for 3 to 7 letters; longer words by their first 7."""

    def slips(self, word: str) -> Sequence[tuple[str, int]]:
        """Known beginnings that share a neighbour with the word's own, and how many people have each; at most 500."""

    def sounding(self, sound: str) -> Sequence[tuple[str, int]]:
        """Known Latin words of this skeleton, the commonest first, at most 60, and how many people have each."""

    def remembered(
        self, words: Sequence[str], limit: int, *, among: Sequence[int] = (), called: Sequence[str] = ()
    ) -> Sequence[tuple[int, str]]:
        """Row numbers of those of whom something is remembered that has all these beginnings, and that thing.

        Of these rows alone where any are given, or of those alone who are called so.
        """

    def all_told(self, words: Sequence[str], limit: int) -> Sequence[tuple[int, str]]:
        """Row numbers of those of whom all these beginnings are told, in notes or in several things, and which."""

    def told(self, beginning: str) -> Sequence[str]:
        """Words of what is remembered that begin so, at most 4,000."""

    def chosen(self, typed: str) -> Mapping[int, int]:
        """Who was chosen before when this, or what it begins, was typed: the person's own number, and how often."""

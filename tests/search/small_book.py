"""A book of a few people in memory: all that a search may ask of the store, told the long way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from shopkeeper.search.cascade import Row, Term
from shopkeeper.search.fold import MARKS, tokens
from shopkeeper.search.phonetic import skeleton
from shopkeeper.search.rank import person_of
from shopkeeper.search.slips import LONGEST_BEGINNING, beginnings, neighbourhood


class SmallBook:
    """An index over rows in memory."""

    def __init__(
        self,
        *rows: Row,
        phones: Sequence[tuple[int, str]] = (),
        codes: Sequence[tuple[str, int]] = (),
        things: Sequence[tuple[int, str]] = (),
        choices: Sequence[tuple[str, int]] = (),
    ) -> None:
        self.people, self.numbers, self.cards = sorted(rows), phones, codes
        self.things, self.choices = things, choices
        self.asked = 0
        self.words = Counter(
            word
            for row in rows
            for word in dict.fromkeys(f"{row[1]} {row[2]}".split())
            if not word.startswith(tuple(MARKS))
        )
        self.begun: Counter[str] = Counter()
        for word, people in self.words.items():
            for beginning in beginnings(word):
                self.begun[beginning] += people

    def names(self, all_of: Sequence[Sequence[Term]], limit: int) -> Sequence[Row]:
        self.asked += 1
        return [row for row in self.people if all(any(has(row, term) for term in group) for group in all_of)][:limit]

    def rows(self, numbers: Sequence[int]) -> Sequence[Row]:
        return [row for row in self.people if row[0] in numbers]

    def phones(self, digits: str, limit: int, *, called: Sequence[str] = ()) -> Sequence[tuple[int, str]]:
        those = {row[0] for row in self.names([[Term(name)] for name in called], len(self.people))}
        return [(row, number) for row, number in self.numbers if digits in number and (not called or row in those)][
            :limit
        ]

    def codes(self, code: str) -> Sequence[int]:
        return [row for value, row in self.cards if value == code]

    def beginnings(self, word: str) -> int:
        return self.begun[word[:LONGEST_BEGINNING]]

    def slips(self, word: str) -> Sequence[tuple[str, int]]:
        near = neighbourhood(word[:LONGEST_BEGINNING])
        return [(known, people) for known, people in self.begun.items() if near & neighbourhood(known)][:500]

    def sounding(self, sound: str) -> Sequence[tuple[str, int]]:
        return [(word, people) for word, people in self.words.most_common() if skeleton(word) == sound][:60]

    def remembered(
        self, words: Sequence[str], limit: int, *, among: Sequence[int] = (), called: Sequence[str] = ()
    ) -> Sequence[tuple[int, str]]:
        those = {row[0] for row in self.names([[Term(name)] for name in called], len(self.people))}

        def says(thing: str) -> bool:
            return all(any(told.startswith(word) for told in tokens(thing)) for word in words)

        return [
            (row, thing)
            for row, thing in sorted(self.things)
            if says(thing) and (not among or row in among) and (not called or row in those)
        ][:limit]

    def all_told(self, words: Sequence[str], limit: int) -> Sequence[tuple[int, str]]:
        found = []
        for row in sorted({row for row, _ in self.things}):
            said = [thing for told, thing in self.things if told == row]
            firsts = [next((t for t in said if any(w.startswith(word) for w in tokens(t))), None) for word in words]
            if None not in firsts:
                found.append((row, " · ".join(dict.fromkeys(filter(None, firsts)))))
        return found[:limit]

    def told(self, beginning: str) -> Sequence[str]:
        words = {word for _, thing in self.things for word in tokens(thing)}
        return sorted(word for word in words if word.startswith(beginning))[:4000]

    def chosen(self, typed: str) -> Mapping[int, int]:
        return Counter(person_of(row) for text, row in self.choices if text.startswith(typed))


def has(row: Row, term: Term) -> bool:
    words = " ".join(row[1:]).split()
    return term.word in words if term.whole else any(word.startswith(term.word) for word in words)

"""Family: stages that find someone through another, by that one's name alone or by what they are to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from shopkeeper.knowledge.kinship import GENDERED, KINDS, Gender
from shopkeeper.search.asked import Asked
from shopkeeper.search.fold import KIN_MARK, fold
from shopkeeper.search.hit import Candidate, Reason
from shopkeeper.search.index import Term
from shopkeeper.search.keys import bare, kin_key
from shopkeeper.search.rank import held_against, score
from shopkeeper.search.stages import READ

# Mother, where someone's own pronouns say that she is one, and the shop has no word of its own for her.
_GENDERED: Final = {fold(word.text): gender for (_, gender), word in GENDERED.items()}
_OTHER: Final = {Gender.SHE: Gender.HE, Gender.HE: Gender.SHE}
# Words beside a name that say whose, in the languages of the table of kin.
_OF: Final = frozenset(("s", "the", "of", "de", "du", "d", "la", "le", "von", "vom", "der", "die", "das", "del", "el"))
_POSSESSIVE: Final = re.compile(r"\w['’ʼ]s\b|s['’ʼ](?=\s)|\bof\b", re.IGNORECASE)
_SAID, _OF_KIND, _OF_LIKE_KIND = 30, 20, 10  # points: just that word is said of them; what it means; nearly that


def by_relation(asked: Asked) -> Iterator[Candidate]:
    """Leo's mum, mum of Leo, leos mum: a family word beside a name, where it can be nothing else."""
    for said, whose in _relations(asked):
        if _is_meant(asked, said):
            yield from _related(asked, said, whose, Reason.RELATION)


def by_likely_relation(asked: Asked) -> Iterator[Candidate]:
    """Nina Smith: nina is a child in some language, but somebody is called so."""
    for said, whose in _relations(asked):
        if not _is_meant(asked, said):
            yield from _related(asked, said, whose, Reason.KIN)


def _relations(asked: Asked) -> Iterator[tuple[str, Sequence[str]]]:
    """Each family word that was typed, and the words that say whose."""
    words = asked.query.words
    for place, said in enumerate(words):
        whose = [word for at, word in enumerate(words) if at != place and word not in _OF]
        if whose and not asked.query.is_number and asked.names.kinds_of(said):
            yield said, whose


def _is_meant(asked: Asked, said: str) -> bool:
    """Whether a family word is meant as one: it is said whose, or nobody is called so."""
    return bool(_POSSESSIVE.search(asked.query.raw)) or not asked.index.names([[Term(said, whole=True)]], 1)


def _related(asked: Asked, said: str, whose: Sequence[str], why: Reason) -> Iterator[Candidate]:
    kinds = asked.names.kinds_of(said)
    like = {kind: _OF_KIND if kind in kinds else _OF_LIKE_KIND for kind in (*_like(kinds), *kinds)}
    groups = [
        [Term(kin_key(name, kind)) for name in dict.fromkeys((word, word.removesuffix("s"))) for kind in like]
        for word in whose
    ]
    names = tuple(dict.fromkeys(word for name in whose for word in (name, name.removesuffix("s"))))
    for row in asked.named(groups, READ):
        if worth := _worth(row[3], names, {bare(kind): points for kind, points in like.items()}, said):
            yield Candidate(row[0], worth - held_against(row[0], why), why, said, names)


def _like(kinds: Iterable[str]) -> Iterator[str]:
    """What a family calls by the same words: a great-grandmother is grandma too, and a stepfather dad."""
    for like, kin in KINDS.items():
        if kin.family and any(like.endswith("-" + kind) for kind in kinds):
            yield like


def _worth(kin: str, names: Iterable[str], kinds: dict[str, int], said: str) -> int:
    """How well a row's kin answer a family word; nothing for whoever's own pronouns say that it is not their word."""
    gender = _GENDERED.get(said)
    not_theirs = _OTHER[gender] if gender else None
    best = 0
    for key in kin.split():
        _, name, kind, word = (*key.split(KIN_MARK), "", "")[:4]
        if name in names and kind in kinds:
            if word == not_theirs:
                return 0
            best = max(best, kinds[kind] + (_SAID if word in (said, gender) else 0))
    return best


def by_kin(asked: Asked) -> Iterable[Candidate]:
    """One word: those whose kin are called so."""
    return _of_kin(asked, whole=False)


def by_whole_kin(asked: Asked) -> Iterable[Candidate]:
    """One word that is the whole name of someone's kin."""
    return _of_kin(asked, whole=True)


def _of_kin(asked: Asked, *, whole: bool) -> Iterator[Candidate]:
    if len(asked.query.words) != 1 or asked.query.is_number:
        return
    (word,) = asked.query.words
    for row in asked.index.names([[Term(kin_key(word) if whole else KIN_MARK + word)]], READ):
        yield Candidate(row[0], score(*row, asked.query.words), Reason.KIN)


def by_name_and_kin(asked: Asked) -> Iterable[Candidate]:
    """Several words, each of which is theirs or their kin's: ana leo.

    Those who answer by their own names alone were found before, and there are few of them, or nobody would ask.
    """
    # A single letter begins too many names, unless it is the word that is being typed.
    words = [word for word in asked.query.words if len(word) > 1 or word == asked.query.words[-1]]
    if len(words) < 2 or asked.query.is_number:
        return []
    rows = asked.named([[Term(word), Term(KIN_MARK + word)] for word in words], READ)
    return [Candidate(row[0], score(*row, words), Reason.KIN) for row in rows]

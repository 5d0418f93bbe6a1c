"""Read a typed line into a Draft. Pure: no clock, no book, and no word of any language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shopkeeper.capture.chip import Chip, ChipKind, Whose
from shopkeeper.capture.clauses import clauses, is_fact, read_clauses
from shopkeeper.capture.draft import Draft
from shopkeeper.capture.line import Known, Line
from shopkeeper.capture.names import name_of
from shopkeeper.capture.tokens import Sort, tokens
from shopkeeper.capture.words import tables
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge.capture import CaptureWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody of the family of the card's person, known already."""

    uid: Uid
    names: tuple[str, ...]
    words: tuple[str, ...] = ()  # what families call them: "son", "grandma"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The card's person, whom a line at its foot is about."""

    uid: Uid
    name: str
    pronouns: str = ""
    members: tuple[Member, ...] = ()


def read(text: str, words: CaptureWords, today: date, about: Subject | None = None) -> Draft:
    """What a line says. Without `about` it stands in the search box, and its first words are a name."""
    own = Whose(name=about.name if about else "")
    known = tables(words)
    line = Line(text=text, toks=tokens(text, known.elided), words=known, today=today, own=own)
    if about is None:
        read_clauses(line, _name(line))
    else:
        line.full_name = about.name
        line.members = tuple(Whose(name=next(iter(one.names), ""), uid=one.uid) for one in about.members)
        line.known = _known(about, line.members, own, known.elided)
        read_clauses(line, 0)
    return line.draft()


def _known(about: Subject, members: tuple[Whose, ...], own: Whose, elided: frozenset[str]) -> tuple[Known, ...]:
    """The family and the person by all that they are called, first names included; the family's come first."""
    told = [(whose, (*one.names, *one.words)) for whose, one in zip(members, about.members, strict=True)]
    return tuple(Known.by(whose, names, elided) for whose, names in (*told, (own, (about.name,))))


def _name(line: Line) -> int:
    """The name at the beginning of the search box; answers where it ends: at the latest before an unsure word."""
    toks = line.toks
    end = next((end for _, end in clauses(line)), 0)
    if end == 0 or toks[0].sort is not Sort.WORD or line.is_marked(0, end):
        return 0
    stop = next((place for place in range(1, end) if _ends_name(line, place, end)), end)
    if stop < end and line.words.longest("asking", toks, 0, end):
        return 0  # "is tom baker allergic to nuts"
    while 1 < stop < end and _is_small_word(line, stop - 1):
        stop -= 1
    name = name_of(line, 0, stop)
    line.add(Chip(kind=ChipKind.NAME, what=name), range(stop))
    line.full_name = str(name)
    line.own = line.whose = Whose(name=name.given or str(name))
    line.known = (Known.by(line.own, (str(name),), line.words.elided),)
    return stop


def _ends_name(line: Line, at: int, end: int) -> bool:
    """Whether a name has surely ended at a place: something is said of them there, or doubted."""
    token = line.toks[at]
    if line.is_unsure_at(at, end) and (token.sort is not Sort.WORD or (token.text[0].islower() and at + 1 < end)):
        return True
    is_name = not line.words.has("filler", line.toks[0])  # "the man with the red hat" is called so
    if is_name and at > 1 and at + 1 < end and token.sort is Sort.WORD and _is_small_word(line, at):
        return True
    if at > 1 and token.text[0].islower() and line.words.is_nearly_medicine(token.fold):
        return True
    return is_fact(line, at, end)


def _is_small_word(line: Line, at: int) -> bool:
    """Whether a word leads on from a name to what is said: Tom Baker and, tom baker was."""
    token, words = line.toks[at], line.words
    leads_on = words.has("stop", token) or words.has("filler", token) or words.has("join", token)
    return leads_on and token.text[0].islower() and not words.has("particle", token)

"""Hit: someone who was found, why, and which letters of their name say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge.kinship import KINDS
from shopkeeper.search.fold import tokens
from shopkeeper.search.marks import as_written, matched_in, merged, read_in

# Part several relatives or nicknames in one text, and what is said of each of them.
SEPARATOR: Final = "\x1f"
_FIELD: Final = "\x1e"


class Relative(NamedTuple):
    """Somebody through whom a person may be found, and what that person is to them: Leo, whose mum she is."""

    name: str
    called: str = ""  # short: "Leo"
    words: str = ""  # the shop's own word: "mum"
    kind: str = ""  # of the kinship table: "parent"

    @classmethod
    def read(cls, text: str) -> Relative:
        """A relative as `written` wrote them."""
        return cls(*text.split(_FIELD))

    def written(self) -> str:
        """One text, to be kept in a table."""
        return _FIELD.join(field.replace(_FIELD, " ").replace(SEPARATOR, " ") for field in self)

    def as_reason(self) -> Phrase:
        """Why someone was found through them: Leo's mum."""
        called = self.called or self.name
        known = KINDS.get(self.kind)
        kin = verbatim(self.words) if self.words else known.word if known else None
        if kin is None:
            return translate("find", "related to {name}", "why a search found someone").with_values(name=called)
        whose = translate("find", "{name}'s {kin}", "why a search found someone; the second hole is mum, or child")
        return whose.with_values(name=called, kin=kin)


class Reason(StrEnum):
    """Why someone was found, the plainest reason first."""

    CODE = "code"
    RELATION = "relation"  # asked for by a family word
    NAME = "name"
    PHONE = "phone"
    NICKNAME = "nickname"
    SPELLING = "spelling"
    SCRIPT = "script"
    KIN = "kin"
    KEYBOARD = "keyboard"
    SOUND = "sound"
    SLIP = "slip"
    MEMORY = "memory"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One row of the results."""

    person_uid: Uid
    name: str
    reason: Phrase
    matched: tuple[tuple[int, int], ...] = ()  # begin and end of each stretch of the name to embolden
    why: Reason


class Candidate(NamedTuple):
    """Someone whom a stage of the search found, before their name is fetched."""

    row: int
    score: float
    why: Reason
    detail: str = ""  # what the reason says: the end of a telephone number, the name that Bob stands for
    answers: tuple[str, ...] = ()  # the words of the name that answer, where they are not those typed


_BY_NAME: Final = translate("find", "by name", "why a search found someone")
_ALSO_CALLED: Final = translate("find", "also called {name}", "why a search found someone")
_OTHER_NAME: Final = translate("find", "{called} is {name}", "why a search found someone: Bob is Robert")
_READS: Final = translate("find", "reads {name}", "why a search found someone: how a name in another script is read")
_BOTH: Final = translate("find", "both may be {name}", "why a search found someone: Bob and Rob may both be Robert")
_PHONE: Final = translate("find", "phone {digits}", "why a search found someone; their number, or ··0188, its end")
_WITHOUT: Final = translate("find", "without “{word}”", "why a search found someone: nobody has all the words typed")
_SAID: Final = {
    Reason.CODE: translate("find", "loyalty card", "why a search found someone: their card was scanned"),
    Reason.SPELLING: translate("find", "spelt another way", "why a search found someone"),
    Reason.SOUND: translate("find", "sounds alike", "why a search found someone"),
    Reason.SLIP: translate("find", "one letter off", "why a search found someone"),
    Reason.KEYBOARD: translate("find", "on another keyboard", "why a search found someone: typed on the wrong layout"),
}


def hit_of(found: Candidate, typed: tuple[str, ...], uid: Uid, shown: str, nicknames: str, kin: str) -> Hit:
    """The row that a candidate becomes, with its reason in words."""
    if found.why is Reason.KIN or found.why is Reason.RELATION:
        reason = _through(kin, found.answers or typed).as_reason()
        return Hit(person_uid=uid, name=shown, reason=reason, why=Reason.KIN)
    matched = () if found.why is Reason.CODE else matched_in(shown, found.answers or typed)
    if found.why is Reason.NAME and matched:
        return Hit(person_uid=uid, name=shown, reason=_BY_NAME, matched=matched, why=Reason.NAME)
    why, reason = found.why, _SAID.get(found.why, _BY_NAME)
    match found.why:
        case Reason.PHONE:
            reason = _PHONE.with_values(digits=found.detail)
        case Reason.NICKNAME:
            reason = _nickname(found.detail, shown, nicknames)
        case Reason.SCRIPT:
            reading, read = read_in(shown, typed)
            reason, matched = _READS.with_values(name=(found.detail or reading).title()), merged((*matched, *read))
        case Reason.WITHOUT:
            reason = _WITHOUT.with_values(word=found.detail)
        case Reason.MEMORY:
            reason = verbatim(found.detail)
        case Reason.NAME:
            reading, read = read_in(shown, typed)
            if nickname := _answering(nicknames, typed):
                why, reason = Reason.NICKNAME, _ALSO_CALLED.with_values(name=nickname)
            elif reading:
                why, reason, matched = Reason.SCRIPT, _READS.with_values(name=reading.title()), read
            else:  # as it is said, or sorted
                why, reason = Reason.SPELLING, _SAID[Reason.SPELLING]
    return Hit(person_uid=uid, name=shown, reason=reason, matched=matched, why=why)


def _nickname(detail: str, shown: str, nicknames: str) -> Phrase:
    """Bob is Robert, in the person's own spelling; of two pet forms of one name, that they are."""
    called, name, both = (*detail.split(SEPARATOR), "")[:3]
    if both:
        return _BOTH.with_values(name=both)
    own = as_written(f"{shown} {nicknames.replace(SEPARATOR, ' ')}", name)
    return _OTHER_NAME.with_values(called=called, name=own or name)


def _through(kin: str, typed: Sequence[str]) -> Relative:
    """The relative who answers best: an exact word before a beginning, one of whom it is known what they are first."""
    relatives = [Relative.read(text) for text in kin.split(SEPARATOR) if text]
    best = max(relatives, key=lambda one: (_answer(one.name, typed), bool(one.words), bool(one.kind)), default=None)
    return best or Relative("")


def _answering(names: str, typed: Sequence[str]) -> str:
    """The nickname that answers best, or nothing."""
    if not names:
        return ""
    best = max(names.split(SEPARATOR), key=lambda name: _answer(name, typed))
    return best if _answer(best, typed) else ""


def _answer(name: str, typed: Sequence[str]) -> int:
    """2 where a word typed is one of the name's, 1 where it begins one, else 0."""
    own = tokens(name)
    own.append("".join(own))
    if not set(own).isdisjoint(typed):
        return 2
    return int(any(word.startswith(wanted) for word in own for wanted in typed))

"""What tells two people of one name apart: the shortest true lines, best first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shopkeeper.domain.household import Standing
from shopkeeper.domain.memory import Around, Memory, Near, spoken_of
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.knowledge import Knowledge
from shopkeeper.remember.names import kin_of, speak_of

# All that is said of such a person beside their name.
ASKED_NOT_TO_BE: Final = translate("card", "Asked us not to remember them", "all that is said of someone who did")

_LINES: Final = 3  # of a result row
_NUMBER: Final = re.compile(r"\s*\b\d+\s*[a-zA-Z]?\b,?\s*")
# So many last digits of a telephone number tell people apart and tell nobody else how to ring them.
_PHONE_END: Final = 4


def tells_of(memory: Memory, around: Around) -> tuple[str, ...]:
    """The short true lines about someone, best first: street, child, trade, end of the telephone number."""
    return tuple(dict.fromkeys(shown for shown, _ in _tells(memory, around)))


def distinguishing(memory: Memory, around: Around) -> str:
    """The best line that none of their namesakes shares; nothing where nobody has the same name."""
    if not around.namesakes:
        return ""
    shared = {form for other in around.namesakes for tell in other.tells for form in _forms(tell)}
    return next((shown for shown, bare in _tells(memory, around) if bare not in shared), "")


def _tells(memory: Memory, around: Around) -> Iterator[tuple[str, str]]:
    """Each line as it is shown, and what of it is compared."""
    yield from ((street, street.casefold()) for street in _streets(memory))
    for near in _closest(around):
        name = speak_of(near.person)
        yield f"{near.words} {name}".strip(), name.casefold()
    yield from ((trade, trade.casefold()) for trade in _trades(memory))
    yield from ((end, _digits(end)) for end in _phones(memory))
    yield from ((place, place.casefold()) for place in _places(memory))


def _forms(tell: str) -> Iterator[str]:
    """What a namesake's line may be compared as: "Elm St 4" is in Elm St too, "··41 88" ends in 4188."""
    yield tell.casefold()
    yield _street(tell).casefold()
    yield tell.rpartition(" ")[2].casefold()  # of "son Leo" the name
    yield _digits(tell)[-_PHONE_END:]


def result_line(memory: Memory, around: Around, knowledge: Knowledge, *, with_kin: bool = True) -> tuple[Phrase, ...]:
    """The quiet line of a result row: where they live, whose parent they are or what they do, the end of their number.

    What tells them from a namesake stands in it, whatever else must go. Without kin for someone who was found
    through a relative: the row says that already.
    """
    memory, around = spoken_of(memory, around)
    if memory.is_not_to_be_remembered:
        return (ASKED_NOT_TO_BE,)
    lines: list[Phrase] = []
    if tell := distinguishing(memory, around):
        lines.append(verbatim(tell))
    street = next(_streets(memory), "")
    lines += [verbatim(street)] if street else []
    lines += _whose(memory, around, knowledge) if with_kin else []
    trade = next(_trades(memory), "")
    lines += [verbatim(trade)] if trade and len(lines) < _LINES - 1 else []
    phone = next(_phones(memory), "")
    lines += [verbatim(phone)] if phone else []
    return tuple(dict.fromkeys(lines))[:_LINES]


def _whose(memory: Memory, around: Around, knowledge: Knowledge) -> list[Phrase]:
    """Whose parent or child they are, in the shop's own words where it has some: "son Leo", "Leo's mother"."""
    near = next(_closest(around), None)
    if near is None:
        return []
    if near.words:
        own = translate("card", "{kin} {name}", "a relative and their name: grandma Rosa")
        return [own.with_values(kin=near.words, name=speak_of(near.person))]
    kin = knowledge.kinship.word(knowledge.kinship.inverse(near.kind), memory.person.pronouns)
    return [kin_of(near.person, kin)]


def _closest(around: Around) -> Iterator[Near]:
    """Their children first, then those whose children they are, then the other half."""
    for kind in ("child", "parent", "spouse", "partner", "grandchild", "grandparent", "sibling"):
        for near in around.near:
            if near.kind == kind and near.standing is Standing.TOGETHER and not near.has_died:
                yield near


def _streets(memory: Memory) -> Iterator[str]:
    """Without the number: at the counter it is nobody's business."""
    yield from (short for adr in memory.adrs if (short := _street(adr.street)))


def _street(text: str) -> str:
    whole = " ".join(text.split())
    return _NUMBER.sub(" ", whole).strip(" ,") or whole


def _places(memory: Memory) -> Iterator[str]:
    """The long forms, for two people of one name in one street."""
    for adr in memory.adrs:
        yield from (place for place in (" ".join(adr.street.split()), adr.locality) if place)


def _trades(memory: Memory) -> Iterator[str]:
    person = memory.person
    yield from (part for part in (person.title, person.role, person.organisation) if part)


def _phones(memory: Memory) -> Iterator[str]:
    own: tuple[Uid, ...] = (memory.uid,)
    for tel in sorted(memory.tels, key=lambda t: (t.owner_uid not in own, t.pref or 100)):
        digits = _digits(tel.value)
        if len(digits) > _PHONE_END:
            end = digits[-_PHONE_END:]
            yield f"··{end[:2]} {end[2:]}"


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())

"""A contacts file from its bytes to its cards and its troubles, one card at a time."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Final

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.formats.vcard.card import Cards, ContactCard, Reach, Related, Trouble
from shopkeeper.formats.vcard.decode import Contacts, Decoded, stretches
from shopkeeper.formats.vcard.draft import Draft
from shopkeeper.formats.vcard.lines import Frame, Line, frames, logical_lines, with_one_line_end
from shopkeeper.formats.vcard.mapping import understand
from shopkeeper.formats.vcard.properties import parse

_MOST_SHOWN: Final = 60

_NO_CONTACT: Final = translate("Trouble", "there is no contact in this file")
_NO_BEGINNING: Final = translate("Trouble", "the beginning of this card is missing; what is there was brought in")
_NO_END: Final = translate("Trouble", "the end of this card is missing; what is there was brought in")
_TOO_LONG: Final = translate("Trouble", "a line is longer than 16 MB; the rest was brought in without it")
_STRANGE: Final = translate("Trouble", "“{text}” was not understood; the rest was brought in without it")


def read_cards(contacts: Contacts) -> Cards:
    """Everything that a contacts file says. Never raises, whatever the bytes."""
    cards: list[ContactCard] = []
    troubles: list[Trouble] = []
    for read in iter_cards(contacts):
        if isinstance(read, Trouble):
            troubles.append(read)
        else:
            cards.append(read)
    return Cards(tuple(cards), tuple(troubles))


def iter_cards(contacts: Contacts, wanted: Container[str] | None = None) -> Iterator[ContactCard | Trouble]:
    """The same one by one, each card before its troubles, so that whoever reads can stop after any card.

    A file that comes in pieces is never held as a whole. Of `wanted` properties only what those say is read.
    """
    number, line, has_text = 0, 1, False
    for source in stretches(contacts):
        text = with_one_line_end(source.text)
        source = replace(source, text="")  # a file may be large, and is not needed twice
        for draft in _drafts(text, source, number, line, wanted):
            number = draft.number
            yield draft.card()
            yield from draft.troubles
        line += text.count("\n")
        has_text = has_text or bool(text.strip())
    if not number and has_text:
        yield Trouble(1, 0, _NO_CONTACT)


def _drafts(text: str, source: Decoded, number: int, line: int, wanted: Container[str] | None) -> Iterator[Draft]:
    """The cards of one stretch, which is numbered on from the one before."""
    found = frames(text, line)
    agents: dict[int, list[Frame]] = {}
    for frame in found:
        if frame.agent_of is not None:
            agents.setdefault(id(frame.agent_of), []).append(frame)
    for frame in found:
        if frame.agent_of is not None:
            continue
        number += 1
        draft = Draft(number, frame.line)
        _read_into(draft, logical_lines(text, frame), source, wanted)
        if not frame.begun:
            draft.trouble(frame.line, _NO_BEGINNING)
        elif not frame.closed:
            draft.trouble(frame.line, _NO_END)
        here = {reach.value for _, reach in (*draft.phones, *draft.emails)} if id(frame) in agents else set()
        for agent in agents.get(id(frame), ()):
            _take_agent(draft, agent, here, text, source)
        yield draft


def _read_into(draft: Draft, lines: Iterable[Line], source: Decoded, wanted: Container[str] | None = None) -> None:
    in_note = False
    for line in lines:
        if line.text is None:
            draft.trouble(line.number, _TOO_LONG)
            continue
        prop = parse(line.text, line.number, source)
        if prop is None:
            text = source.value(line.text).strip()
            # Some programs write a note's own line ends as they are; a line with # is somebody's comment.
            if text.startswith("#") or not (in_note and draft.add_to_note(text)):
                draft.trouble(line.number, _not_understood(text))
            continue
        name = prop.head.name
        if wanted is not None and name not in wanted:
            continue
        if in_note:
            draft.end_note()
        in_note = name == "NOTE"
        if name == "VERSION":
            draft.words.setdefault("version", prop.value.strip())
            continue
        try:
            understand(draft, prop)
        except Exception:  # one bad property never costs a card, not even one that nobody has thought of
            draft.trouble(line.number, _not_understood(line.text))
            draft.keep(prop)
    draft.end_note()


def _not_understood(text: str) -> Phrase:
    text = text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"
    return _STRANGE.with_values(text=text)


def _take_agent(draft: Draft, frame: Frame, here: set[str], text: str, source: Decoded) -> None:
    """Someone who stands in for the card's person: how to reach them is a way to reach the person, under their name."""
    theirs = Draft(draft.number, frame.line)
    _read_into(theirs, logical_lines(text, frame), source)
    agent = theirs.card()
    name = agent.fn or " ".join(part for part in (agent.given, agent.family) if part)
    for ours, said in ((draft.phones, agent.phones), (draft.emails, agent.emails)):
        ours += [("", Reach(reach.value, reach.types, name)) for reach in said if reach.value not in here]
        here.update(reach.value for reach in said)
    if name:
        draft.related.append(("", Related("agent", name)))
    for trouble in theirs.troubles:
        draft.trouble(trouble.line, trouble.phrase)

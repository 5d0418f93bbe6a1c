"""The verbs that read and write the book, each as the text or the JSON that it answers."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, TypeAlias

from shopkeeper.cli.desk import Desk
from shopkeeper.cli.say import card_said, card_text, day_said, days_text, lined, row_said, rows_text, words
from shopkeeper.domain.phrase import translate
from shopkeeper.host.lock import Answer
from shopkeeper.search.fold import fold
from shopkeeper.usecases.refused import Refused

# A verb's exit code, and what it prints.
Said: TypeAlias = "tuple[int, str]"

_AT_MOST = 5  # cards of people of one name
_TROUBLES = 20  # lines that could not be read: beyond them the count says enough


def find(desk: Desk, asked: argparse.Namespace) -> Said:
    """Everybody whom the words may mean."""
    from shopkeeper.usecases.look_up import find as looked_up

    with desk.reading() as shop:
        found = looked_up(shop, " ".join(asked.name), asked.limit)
    if asked.json:
        said = {"query": " ".join(asked.name), "total": found.total, "hits": [row_said(row) for row in found.rows]}
        return (0 if found.rows else 1), as_json(said)
    if not found.rows:
        return 1, _nobody(asked.name)
    return 0, rows_text(found.rows)


def card(desk: Desk, asked: argparse.Namespace) -> Said:
    """The card of whoever is meant; of all who bear the name when it is the name of several."""
    from shopkeeper.usecases.look_up import card as card_of
    from shopkeeper.usecases.look_up import find as looked_up

    with desk.reading() as shop:
        rows = looked_up(shop, " ".join(asked.name)).rows
        meant = [row for row in rows if fold(row.name) == fold(rows[0].name)][:_AT_MOST]
        others = [row for row in rows if row not in meant]
        cards = [card_of(shop, row.person_uid) for row in meant]
    if asked.json:
        said = {
            "query": " ".join(asked.name),
            "cards": list(map(card_said, cards)),
            "others": list(map(row_said, others)),
        }
        return (0 if cards else 1), as_json(said)
    if not cards:
        return 1, _nobody(asked.name)
    said_of = [card_text(one) for one in cards]
    if len(meant) > 1:
        several = translate("Card", "%n people are called {name}:", "", len(meant)).with_values(name=meant[0].name)
        said_of.insert(0, f"{several.in_english()}\n{rows_text(meant)}")
    if others:
        names = ", ".join(f"{row.name} ({words(row.line) or words(row.reason)})" for row in others[:_AT_MOST])
        also = translate("Card", "Also found: {names}").with_values(names=names)
        said_of.append(lined(also.in_english()))
    return 0, "\n\n".join(said_of)


def today(desk: Desk, asked: argparse.Namespace) -> Said:
    """Whose day it is, now and in the week ahead."""
    from shopkeeper.usecases.today import today as of_today

    with desk.reading() as shop:
        lines, day = of_today(shop), shop.clock.today()
    if asked.json:
        return 0, as_json({"today": day.isoformat(), "lines": [day_said(line) for line in lines]})
    return 0, days_text(lines, day)


def bring_in(desk: Desk, asked: argparse.Namespace) -> Said:
    """Bring a contacts file in; makes the book where there is none."""
    from shopkeeper.usecases.bring_in import bring_in as brought_in
    from shopkeeper.usecases.bring_in import contacts_in, must_hold_contacts
    from shopkeeper.usecases.job import as_said

    path = Path(asked.file).absolute()
    data = contacts_in(path)
    must_hold_contacts(data, path.name)
    with desk.writing("bring-in", str(path), makes_book=True) as shop:
        if isinstance(shop, Answer):
            said = said_by_window(shop)
        else:
            said = as_said(brought_in(shop, data, path.name))
    return 0, as_json(said) if asked.json else _report(said, path.name)


def said_by_window(answer: Answer) -> dict[str, Any]:
    """What the window answered, as it would have been said here."""
    if answer.code or not answer.out:
        from shopkeeper.domain.phrase import verbatim

        raise Refused(verbatim(answer.err or "The window could not do this. Nothing was changed."))
    said: dict[str, Any] = json.loads(answer.out)
    return said


def _report(said: dict[str, Any], file: str) -> str:
    """What a contacts file brought, in words, with every line that could not be read."""
    troubles = said["troubles"]
    known = f"{said['known']} known"
    if said["changed"]:
        known += f" ({said['changed']} of them with something new)"
    lines = [f"{file}: {said['new']} new, {known}."]
    if said["lists"]:
        lists = translate("BringIn", "%n card(s) of it: a list of people, not a person.", "", said["lists"])
        lines.append(f"  {lists.in_english()}")
    unread = len({trouble["card"] for trouble in troubles})
    if unread:
        cards = translate("BringIn", "%n card(s) of it: not everything could be read.", "", unread)
        lines.append(f"  {cards.in_english()}")
    for trouble in troubles[:_TROUBLES]:
        lines.append(f"  line {trouble['line']}: {trouble['text']}")
    if len(troubles) > _TROUBLES:
        lines.append(f"  and {len(troubles) - _TROUBLES} more; shopkeeper --json bring-in lists them all")
    if said["act"]:
        lines.append("To take all of it back: shopkeeper undo")
    elif said["known"]:
        lines.append("Nothing was changed: the book knows all of it already.")
    else:
        lines.append("Nothing was changed.")
    return "\n".join(lines)


def _nobody(name: list[str]) -> str:
    return translate("Card", "Nobody found for {name}.").with_values(name=" ".join(name)).in_english()


def as_json(said: object) -> str:
    """An answer as JSON, in the letters of its own language."""
    return json.dumps(said, ensure_ascii=False, indent=1)

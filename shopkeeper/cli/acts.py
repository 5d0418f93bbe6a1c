"""The verbs about what is done: telling something, the history, and taking acts back."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from shopkeeper.cli.desk import Desk
from shopkeeper.cli.say import words
from shopkeeper.cli.verbs import Said, as_json, said_by_window
from shopkeeper.domain.phrase import Phrase
from shopkeeper.host.lock import Answer

if TYPE_CHECKING:
    from shopkeeper.usecases.history import Entry, Told


def tell(desk: Desk, asked: argparse.Namespace) -> Said:
    """Write down what one line says; or, with --dry-run, only how it is understood."""
    from shopkeeper.usecases import tell as telling
    from shopkeeper.usecases.whom import the_one

    # What is typed as an argument is seen in the list of what runs here, and in the shell's history.
    line, about = sys.stdin.readline() if asked.line == ["-"] else " ".join(asked.line), asked.about
    if asked.dry_run:
        with desk.reading() as shop:
            heard = telling.listen(shop, line, the_one(shop, about) if about else None, asked.language)
        said = telling.as_said(heard, None)
    else:
        with desk.writing("tell", line, about, asked.language, makes_book=True) as shop:
            if isinstance(shop, Answer):
                said = said_by_window(shop)
            else:
                heard, done = telling.tell(shop, line, about, asked.language)
                said = telling.as_said(heard, done.name)
    return 0, as_json(said) if asked.json else _told(said)


def _told(said: dict[str, Any]) -> str:
    who = f"  For {said['about']}, who is here already." if said["here"] else f"  {said['about']}, new."
    lines = [who] if said["about"] and (said["here"] or said["new"]) else []
    lines += [line for chip in said["chips"] for line in (f"  {chip['text']}", *_asking(chip))]
    if said["note"]:
        lines.append(f"  note: {said['note']}")
    lines += [f"  ({hint})" for hint in said["hints"]]
    if said["kept"]:
        return "\n".join((*lines, f"Kept: {said['kept']}. To take it back: shopkeeper undo"))
    return "\n".join((*lines, "Nothing was written."))


def _asking(chip: dict[str, Any]) -> Iterator[str]:
    """Of what was not sure: what it was taken for, why, and how to say otherwise."""
    if chip["kind"] == "kin":
        if chip["asks"]:
            yield f"    Taken for somebody new. It could be: {', '.join(chip['asks'])}. To say which, use the window."
        return
    owner = chip["whose"]
    for other in chip["asks"]:
        if other != owner:
            yield f"    {owner}'s: a comma ends what is said of {other}. For {other} leave out the comma before it."


def history(desk: Desk, asked: argparse.Namespace) -> Said:
    """What was done, the newest first, of the whole shop or of one person."""
    from shopkeeper.usecases.history import history as told
    from shopkeeper.usecases.whom import the_one

    with desk.reading() as shop:
        uid = the_one(shop, " ".join(asked.name)) if asked.name else None
        entries = told(shop, uid, asked.limit, asked.before)
    if asked.json:
        return 0, as_json({"acts": list(map(_entry_said, entries))})
    if not entries:
        return 0, "Nothing was written down yet." if asked.before is None else "There is nothing older."
    lines = [line for entry in entries for line in _entry_lines(entry)]
    return 0, "\n".join((*lines, "", "To take one of them back: shopkeeper undo N"))


def undo(desk: Desk, asked: argparse.Namespace) -> Said:
    """Take back what was done last, or one act by its number."""
    from shopkeeper.usecases.history import take_back
    from shopkeeper.usecases.undo import undo as taken_back

    number: int | None = asked.number
    with desk.writing("undo", *(() if number is None else (str(number),))) as shop:
        if isinstance(shop, Answer):
            name = said_by_window(shop).get("undone")
        else:
            done = taken_back(shop) if number is None else take_back(shop, number)
            name = words(done.name) if done else None
    if asked.json:
        return (0 if name else 1), as_json({"undone": name})
    if not name:
        return 1, "There is nothing to take back."
    return 0, f"Taken back: {name}."


def _entry_lines(entry: Entry) -> list[str]:
    at = f"{entry.at:%Y-%m-%d %H:%M}"
    by = f" {entry.by}" if entry.by else ""
    back = " (taken back)" if entry.is_undone else ""
    return [
        f"{entry.number:>5}  {at}{by}  {words(entry.name)}{back}",
        *(f"       {_changed(told)}" for told in entry.changes),
    ]


def _changed(told: Told) -> str:
    if told.private:
        return f"{words(told.what)} (private)"
    match told.before, told.after:
        case None, Phrase():
            return f"{words(told.what)}: {words(told.after)}"
        case Phrase(), None:
            return f"{words(told.what)}: {words(told.before)}, taken out"
    return f"{words(told.what)}: {words(told.before)} -> {words(told.after)}"


def _entry_said(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "name": words(entry.name),
        "undone": entry.is_undone,
        "changes": [
            {"what": words(told.what), "before": words(told.before), "after": words(told.after)}
            for told in entry.changes
            if not told.private
        ],
    }

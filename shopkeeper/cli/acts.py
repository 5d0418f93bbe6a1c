"""The verbs about what was done: the history, and taking acts back."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from shopkeeper.cli.desk import Desk
from shopkeeper.cli.say import rows_text, words
from shopkeeper.cli.verbs import Said, as_json, said_by_window
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.host.lock import Answer
from shopkeeper.search.fold import fold
from shopkeeper.usecases.refused import Refused

if TYPE_CHECKING:
    from shopkeeper.domain.record import Uid
    from shopkeeper.usecases.history import Entry, Told
    from shopkeeper.usecases.shop import Shop


def history(desk: Desk, asked: argparse.Namespace) -> Said:
    """What was done, the newest first, of the whole shop or of one person."""
    from shopkeeper.usecases.history import history as told

    with desk.reading() as shop:
        uid = whom(shop, " ".join(asked.name)) if asked.name else None
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


def whom(shop: Shop, name: str) -> Uid:
    """The one person who is meant; Refused when nobody is, or when several bear the name."""
    from shopkeeper.usecases.look_up import find

    rows = find(shop, name).rows
    if not rows:
        raise Refused(translate("Card", "Nobody found for {name}.").with_values(name=name))
    meant = [row for row in rows if fold(row.name) == fold(rows[0].name)]
    if len(meant) > 1:
        several = translate("Acts", "%n people are called {name}. Say more of whom you mean:", "", len(meant))
        sentence = words(several.with_values(name=rows[0].name))
        raise Refused(verbatim(f"{sentence}\n{rows_text(meant)}"))
    return rows[0].person_uid


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

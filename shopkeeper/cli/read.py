"""`read`: what contacts files were understood to say, without a book."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from shopkeeper.formats.vcard import as_schema, read_cards
from shopkeeper.usecases.bring_in import contacts_in
from shopkeeper.usecases.refused import Refused


def read(asked: argparse.Namespace) -> tuple[int, str]:
    """Every file in turn: one that cannot be read never keeps the others from being read."""
    files = {name: _file(name) for name in asked.files}
    code = int(any(said["error"] for said in files.values()))
    if asked.json:
        return code, json.dumps({"files": files}, ensure_ascii=False, indent=1)
    return code, "\n".join(_text(name, said) for name, said in files.items())


def _file(name: str) -> dict[str, Any]:
    try:
        read = read_cards(contacts_in(Path(name)))
    except Refused as refused:
        return {"error": refused.phrase.in_english(), "cards": []}
    return {"error": None, "cards": [as_schema(card) for card in read.cards]}


def _text(name: str, said: dict[str, Any]) -> str:
    if said["error"]:
        return f"{name}: {said['error']}"
    count = len(said["cards"])
    lines = [f"{name}: {count} {'card' if count == 1 else 'cards'}"]
    for card in said["cards"]:
        lines.append(f"  {card.get('fn') or '(no name)'}")
        for field, value in card.items():
            if field not in ("fn", "uid", "photo") and value:
                lines.append(f"    {field}: {_plain(value)}")
        if card.get("photo"):
            lines.append(f"    photo: {card['photo'].get('bytes') or card['photo'].get('uri')}")
    return "\n".join(lines)


def _plain(value: Any) -> str:
    match value:
        case list():
            return "; ".join(map(_plain, value))
        case dict():
            return ", ".join(f"{v}" for v in value.values() if v)
    return " ".join(str(value).split())

"""A card as plain JSON values, under the names that `read --json` prints."""

from __future__ import annotations

import hashlib
from typing import Any

from shopkeeper.formats.vcard.card import ContactCard, Picture

_TEXTS = ("fn", "family", "given", "middle", "prefix", "suffix", "uid", "kind")
_LISTS = ("nicknames", "notes", "urls", "categories", "members")


def as_schema(card: ContactCard) -> dict[str, Any]:
    """What a card says as JSON values; fields that it does not say are left out."""
    said: dict[str, Any] = {name: getattr(card, name) for name in _TEXTS}
    said |= {name: list(getattr(card, name)) for name in _LISTS}
    said["phones"] = [reach.value for reach in card.phones]
    said["emails"] = [reach.value for reach in card.emails]
    said["titles"] = [*card.titles, *card.roles]
    said["orgs"] = [list(units) for units in card.orgs]
    said["addresses"] = [
        {
            "pobox": a.po_box,
            "ext": a.extended,
            "street": a.street,
            "city": a.locality,
            "region": a.region,
            "code": a.code,
            "country": a.country,
        }
        for a in card.addresses
    ]
    said["related"] = [[one.word.lower(), one.to] for one in card.related]
    said["bday"] = str(card.bday) if card.bday else ""
    said["bday_text"] = card.bday_text or card.bday_wrong
    said["anniversary"] = str(card.anniversary) if card.anniversary else ""
    said["dates"] = [[label, str(day)] for label, day in card.dates if day.is_known]
    said["phonetic"] = dict(card.phonetic)
    said["photo"] = _photo(card.photos)
    return {name: value for name, value in said.items() if value}


def _photo(photos: tuple[Picture, ...]) -> dict[str, Any] | None:
    if not photos:
        return None
    first = photos[0]
    if not first.data:
        return {"uri": first.uri}
    return {"bytes": len(first.data), "sha256": hashlib.sha256(first.data).hexdigest(), "magic": first.data[:4].hex()}

"""Photos as cards carry them: base64 of three ages of the standard, data: URIs, and addresses that are not fetched."""

from __future__ import annotations

import re
from typing import Final

from shopkeeper.formats.vcard.card import Picture
from shopkeeper.formats.vcard.properties import Property
from shopkeeper.formats.vcard.values import from_base64, from_data_uri, unescaped

_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BASE64: Final = re.compile(r"[A-Za-z0-9+/=\s]{60,}")
_MAGIC: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)
_NAMES: Final = {
    "jpeg": "image/jpeg", "jpg": "image/jpeg", "png": "image/png", "gif": "image/gif", "bmp": "image/bmp",
    "tiff": "image/tiff", "webp": "image/webp", "heic": "image/heic",
}  # fmt: skip


def read_picture(prop: Property) -> Picture | None:
    """The photo of a PHOTO property, or None where there is none in it."""
    value = prop.value.strip()
    head = prop.head
    if not value:
        return None
    if value[:5].lower() == "data:":
        found = from_data_uri(value)
        if not found or not found[1]:
            return None
        return Picture(_media_type(found[1], found[0]), found[1])
    if _ADDRESS.match(value):
        return Picture(_media_type(b"", _named(prop)), uri=unescaped(value))
    if head.is_base64 or _BASE64.fullmatch(value):
        data = from_base64(value)
        return Picture(_media_type(data, _named(prop)), data) if data else None
    if head.value_type in ("URI", "URL"):
        return Picture(_media_type(b"", _named(prop)), uri=unescaped(value))
    return None


def _named(prop: Property) -> str:
    words = (*prop.head.types, prop.head.get("MEDIATYPE").lower())
    return next((_NAMES.get(word, word if "/" in word else "") for word in words if word in _NAMES or "/" in word), "")


def _media_type(data: bytes, named: str) -> str:
    """What the bytes are, whatever the card calls them; its own word only where they do not tell."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return next((media for magic, media in _MAGIC if data.startswith(magic)), named)

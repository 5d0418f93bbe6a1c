"""What stands after the colon: un-escaping, splitting, quoted-printable and base64."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final
from urllib.parse import unquote_to_bytes

_ESCAPE: Final = re.compile(r"\\([nN\\,;:\"])")
_OUTSIDE_BASE64: Final = re.compile(r"[^A-Za-z0-9+/]")
_URL_SAFE: Final = str.maketrans("-_", "+/")
_DATA_URI: Final = re.compile(r"data:([^;,]*)((?:;[^,]*)?),", re.I)


def unescaped(text: str) -> str:
    r"""A value as it was meant: \n is a line, and \\ \, \; \: stand for the sign itself. Any other \ is only a \."""
    if "\\" not in text:
        return text
    return _ESCAPE.sub(_meant, text)


def split_at(sign: str, value: str) -> list[str]:
    r"""The parts between signs that are not escaped, un-escaped and without white space around them."""
    if "\\" not in value:
        return [part.strip() for part in value.split(sign)]
    parts: list[str] = []
    kept: list[str] = []
    for piece in value.split(sign):
        kept.append(piece)
        if (len(piece) - len(piece.rstrip("\\"))) % 2 == 0:
            parts.append(unescaped(sign.join(kept)).strip())
            kept = []
    if kept:
        parts.append(unescaped(sign.join(kept)).strip())
    return parts


def from_quoted_printable(data: bytes) -> bytes:
    """The bytes that quoted-printable stands for; what is not well formed stays as it is."""
    return binascii.a2b_qp(data)


def from_base64(text: str) -> bytes:
    """The bytes that base64 stands for, however it was broken, indented, padded or cut off."""
    if "-" in text or "_" in text:
        text = text.translate(_URL_SAFE)
    clean = _OUTSIDE_BASE64.sub("", text)
    if len(clean) % 4 == 1:
        clean = clean[:-1]
    return base64.b64decode(clean + "=" * (-len(clean) % 4))


def from_data_uri(uri: str) -> tuple[str, bytes] | None:
    """The media type and the bytes of a data: URI, or None where it is no such thing."""
    uri = uri.replace("\\,", ",").replace("\\;", ";")
    found = _DATA_URI.match(uri)
    if not found:
        return None
    rest = uri[found.end() :]
    data = from_base64(rest) if "base64" in found[2].lower() else unquote_to_bytes(rest)
    return found[1].strip().lower(), data


def _meant(escape: re.Match[str]) -> str:
    sign = escape[1]
    return "\n" if sign in "nN" else sign

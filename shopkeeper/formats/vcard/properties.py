"""A logical line as a property: group, name and parameters, as 2.1, 3.0 and 4.0 write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from shopkeeper.formats.vcard.decode import Decoded, from_bytes
from shopkeeper.formats.vcard.values import from_quoted_printable

# Possessive, so that an unbalanced quote costs one look and not one for every way to be wrong.
_HEAD: Final = re.compile(r'(?:[^":]++|"[^"]*+")*+(?=:)')
_PARAMETER: Final = re.compile(r'((?:[^";]++|"[^"]*+"|")*+)(?:;|$)')
_VALUE: Final = re.compile(r'((?:[^",]++|"[^"]*+"|")*+)(?:,|$)')
_NAME: Final = re.compile(r"(?:([A-Za-z0-9_.-]+)\.)?([A-Za-z0-9_-]+)")
_CARET: Final = re.compile(r"\^([n^'])")
_CARET_MEANS: Final = {"n": "\n", "^": "^", "'": '"'}
_ENCODINGS: Final = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "Q", "8BIT", "7BIT"})
_QUOTED_PRINTABLE: Final = frozenset({"QUOTED-PRINTABLE", "Q"})
_BASE64: Final = frozenset({"BASE64", "B"})
_WORTH_REMEMBERING: Final = 200


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before the colon. Names are in upper case, types in lower case, both without their quotes."""

    group: str
    name: str
    types: tuple[str, ...]
    parameters: tuple[tuple[str, str], ...]  # as written: names keep their case, values their quotes
    encoding: str
    charset: str
    value_type: str
    pref: int | None

    def get(self, name: str) -> str:
        """A parameter's first value without its quotes, or "" where it is not there."""
        for key, value in self.parameters:
            if key.upper() == name:
                return _plain(value)
        return ""

    @property
    def is_base64(self) -> bool:
        """Whether the value says that it is base64."""
        return self.encoding in _BASE64


@dataclass(slots=True)
class Property:
    """One property with its value decoded to text, escapes still in it, and the line on which it begins."""

    head: Head
    value: str
    line: int

    def verbatim(self) -> str:
        """The property as one line of a UTF-8 card, for what is kept without being understood."""
        head = self.head
        name = f"{head.group}.{head.name}" if head.group else head.name
        kept = [
            f";{key}={value}" if value else f";{key}"
            for key, value in head.parameters
            if not (key.upper() == "CHARSET" or _says_quoted_printable(key, value))
        ]
        value = self.value.replace("\n", "\\n") if "\n" in self.value else self.value
        return f"{name}{''.join(kept)}:{value}"


def parse(text: str, line: int, source: Decoded) -> Property | None:
    """The property that a logical line holds, or None where the line is none."""
    head_text, colon, value = text.partition(":")
    if not colon:
        return None
    if '"' in head_text:
        whole = _HEAD.match(text)
        if whole:
            head_text, value = whole.group(), text[whole.end() + 1 :]
    if source.raw and not head_text.isascii():
        head_text = source.value(head_text)
    head = read_head(head_text) if len(head_text) < _WORTH_REMEMBERING else read_head.__wrapped__(head_text)
    if head is None:
        return None
    if head.encoding in _QUOTED_PRINTABLE:
        value = from_bytes(from_quoted_printable(source.as_bytes(value)), head.charset, source.encoding)
        value = value.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    elif source.raw or "\x1b" in value:
        value = source.value(value, head.charset)
    return Property(head, value, line)


@lru_cache(maxsize=4096)
def read_head(text: str) -> Head | None:
    """What stands before the colon, read once for the many lines that share it."""
    name_text, semicolon, rest = text.partition(";")
    found = _NAME.fullmatch(name_text.strip()) if len(name_text) < _WORTH_REMEMBERING else None
    if not found:
        return None
    types: list[str] = []
    parameters: list[tuple[str, str]] = []
    encoding = charset = value_type = ""
    pref: int | None = None
    for part in _parts(_PARAMETER, rest) if semicolon else ():
        key, equals, value = part.partition("=")
        key, value = key.strip(), value.strip()
        if not key and not value:
            continue
        parameters.append((key, value))
        upper = key.upper()
        if not equals:
            # vCard 2.1 writes the bare value: TEL;HOME, PHOTO;BASE64.
            if upper in _ENCODINGS:
                encoding = upper
            elif upper in ("URL", "URI"):
                value_type = upper
            else:
                types.append(_plain(key).lower())
        elif upper == "TYPE":
            types += [one.lower() for one in _listed(value)]
        elif upper == "ENCODING":
            encoding = _plain(value).upper()
        elif upper == "CHARSET":
            charset = _plain(value)
        elif upper == "VALUE":
            value_type = _plain(value).upper()
        elif upper == "PREF":
            number = _plain(value)
            pref = min(100, max(1, int(number))) if number.isdecimal() and len(number) < 9 else 1
    if pref is None and "pref" in types:
        pref = 1
    kept = tuple(dict.fromkeys(one for one in types if one and one != "pref"))
    group, name = found[1] or "", found[2].upper()
    return Head(group, name, kept, tuple(parameters), encoding, charset, value_type, pref)


def _parts(pattern: re.Pattern[str], text: str) -> list[str]:
    if '"' not in text:
        return text.split(";" if pattern is _PARAMETER else ",")
    return [found[1] for found in pattern.finditer(text)]


def _listed(value: str) -> list[str]:
    """The values of one parameter; TYPE="work,voice" is a list too, whatever the quotes were meant to say."""
    return [one.strip() for part in _parts(_VALUE, value) for one in _plain(part).split(",")]


def _plain(value: str) -> str:
    value = value.strip().strip('"')
    return _CARET.sub(lambda found: _CARET_MEANS[found[1]], value) if "^" in value else value


def _says_quoted_printable(key: str, value: str) -> bool:
    said = (value.strip('"') if key.upper() == "ENCODING" else key if not value else "").upper()
    return said in _QUOTED_PRINTABLE or said in ("8BIT", "7BIT")

"""Text to cards, a card to its logical lines, each with the number of the line on which it begins.

Lines may end in CRLF, LF, CR, CR CR LF or a mixture. What BEGIN and END enclose is found first, so that nothing inside
a card, not even an unfinished one, can swallow the next card. Every step is linear in the length of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple, TypeAlias

# 16 MB of one property: beyond this it is no fact about a person.
LONGEST: Final = 16 * 1024 * 1024

_EDGE: Final = re.compile(
    r"^(?:(?P<indent>[ \t]+)(?=END)|(?P<agent>(?:[\w-]+\.)?AGENT[^:\n]*:[ \t]*))?"
    r"(?P<edge>BEGIN|END)[ \t]*:[ \t]*VCARD[ \t;]*$",
    re.I | re.M,
)
# The same in bytes, as far as it takes to know where no card is open.
_EDGE_IN_BYTES: Final = re.compile(
    rb"^(?:\xef\xbb\xbf)*(?P<indent>[ \t]*)(?P<agent>(?:[\w-]+\.)?AGENT[^:\n]*:[ \t]*)?"
    rb"(?P<edge>BEGIN|END)[ \t]*:[ \t]*VCARD[ \t;\r]*$",
    re.I | re.M,
)
_INDENTED_WHOLE: Final = re.compile(r"\s*?^(?P<indent>[ \t]+)BEGIN[ \t]*:[ \t]*VCARD", re.I | re.M)
_AGENT_BEFORE: Final = re.compile(r"(?:[\w-]+\.)?AGENT[^:\n]*:[ \t]*", re.I)
_NAMES_SOMEONE: Final = re.compile(r"^(?:[\w-]+\.)?(?:FN|N)[:;]", re.I | re.M)
_SAYS_VERSION: Final = re.compile(r"^VERSION:[ \t]*[234]", re.I | re.M)
_PROPERTY: Final = re.compile(r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?(?:;[^:]*)?:")
_BASE64_LINE: Final = re.compile(r"[ \t]*[A-Za-z0-9+/]+[A-Za-z0-9+/= \t]*")
_SAYS_BASE64: Final = re.compile(r";(?:ENCODING=)?\"?(?:BASE64|B)\"?(?:;|$)", re.I)
_WHITE: Final = ("", " ", "\t")
_WORTH_REMEMBERING: Final = 200
_Joining: TypeAlias = Callable[[list[str], int], tuple[str, int]]


@dataclass(slots=True)
class Frame:
    """One card as it stands in the text: its stretches, without the cards that stand inside it."""

    line: int
    agent_of: Frame | None = None
    closed: bool = False
    begun: bool = True
    stretches: list[tuple[int, int, int]] = field(default_factory=list)  # start, end, number of the first line


class Line(NamedTuple):
    """One logical line, unfolded. `text` is None where it was longer than any fact."""

    number: int
    text: str | None


def with_one_line_end(text: str) -> str:
    """The text with LF at every line end, and without an indentation that the whole file was given."""
    if "\r" in text:
        text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    indented = _INDENTED_WHOLE.match(text)
    if indented:
        # Not by a pattern: the file itself says how long the indentation is, and one of megabytes is slow to compile.
        text = "\n".join(line.removeprefix(indented["indent"]) for line in text.split("\n"))
    return text


def whole_cards(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes of a file, cut only where one card has ended and another begins, about as large as they came.

    After a card within a card, as an agent is, there is no such place that everyone would agree on.
    """
    waiting = bytearray()
    seen = depth = 0
    indentation: bytes | None = None
    may_cut = True
    for piece in pieces:
        waiting += piece
        end = waiting.rfind(b"\n") + 1  # what comes after it may be half a line
        cut = 0
        for edge in _EDGE_IN_BYTES.finditer(waiting, seen, end) if may_cut else ():
            may_cut = may_cut and not edge["agent"]
            if edge["edge"][:1] in b"eE":
                depth = max(0, depth - 1)
                continue
            if indentation is None:
                indentation = edge["indent"]
            elif may_cut and not depth and edge["indent"] == indentation:
                cut = edge.start()
            depth += 1
        seen = end
        if cut:
            yield bytes(waiting[:cut])
            del waiting[:cut]
            seen -= cut
    yield bytes(waiting)


def frames(text: str, first_line: int = 1) -> tuple[Frame, ...]:
    """Every card of the text in the order of its BEGIN, also one whose BEGIN or END is missing."""
    found: list[Frame] = []
    open_frames: list[Frame] = []
    cursor, cursor_line, folded_agents, has_begun = 0, first_line, 0, False
    for edge in _EDGE.finditer(text):
        start, after = edge.start(), edge.end() + 1
        begins = edge["edge"].upper() == "BEGIN"
        if edge["agent"] and (not begins or not open_frames or text[after : after + 1] in (" ", "\t")):
            folded_agents += 1
            continue  # a value like any other, folded or out of place
        if edge["indent"] and folded_agents:
            folded_agents -= 1
            continue  # the end of such a value
        line = cursor_line + text.count("\n", cursor, start)
        inside = open_frames[-1] if open_frames else None
        if inside is not None:
            inside.stretches.append((cursor, start, cursor_line))
        elif not begins and _NAMES_SOMEONE.search(text, cursor, start):
            found.append(Frame(cursor_line, closed=True, begun=False, stretches=[(cursor, start, cursor_line)]))
        if begins:
            has_begun = True
            is_agent = inside is not None and (edge["agent"] or _ends_in_agent(text, cursor, start))
            open_frames.append(Frame(line, agent_of=inside if is_agent else None))
            found.append(open_frames[-1])
        elif inside is not None:
            inside.closed = True
            open_frames.pop()
        cursor, cursor_line = min(after, len(text)), line + 1
    if open_frames:
        open_frames[-1].stretches.append((cursor, len(text), cursor_line))
    elif not has_begun and _SAYS_VERSION.search(text) and _NAMES_SOMEONE.search(text, cursor):
        found.append(Frame(cursor_line, begun=False, stretches=[(cursor, len(text), cursor_line)]))
    return tuple(found)


def logical_lines(text: str, frame: Frame) -> Iterator[Line]:
    """The lines of one card, unfolded, with soft line breaks and base64 blocks put together again."""
    for start, end, number in frame.stretches:
        if end > start:
            yield from _unfolded(_undented(text[start:end]), number)


def _ends_in_agent(text: str, start: int, end: int) -> bool:
    before = text.rfind("\n", start, end - 1) + 1
    return bool(_AGENT_BEFORE.fullmatch(text[max(before, start) : end].strip()))


def _undented(stretch: str) -> list[str]:
    lines = stretch.split("\n")
    if stretch[0] not in " \t\n":
        return lines
    first = next((line for line in lines if line and not line.isspace()), "")
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    if indent:
        # A card typed or pasted with an indentation: its first line cannot be the continuation of another.
        lines = [line.removeprefix(indent) for line in lines]
    return lines


def _unfolded(lines: list[str], number: int) -> Iterator[Line]:
    n, last = 0, len(lines)
    while n < last:
        line = lines[n]
        first = n
        n += 1
        if not line or line.isspace():
            continue
        if ";" in line:
            head = line.partition(":")[0]
            joined = _how_joined(head) if len(head) < _WORTH_REMEMBERING else _how_joined.__wrapped__(head)
            if joined is not None:
                line, n = joined(lines, first)
                yield _line(number + first, line)
                continue
        if n < last and lines[n][:1] in _WHITE:
            n = _continued(lines, n)
            if n > first + 1:
                line = "".join([line, *[more[1:] for more in lines[first + 1 : n]]])
        yield _line(number + first, line)


@lru_cache(maxsize=2048)
def _how_joined(head: str) -> _Joining | None:
    if "QUOTED-PRINTABLE" in head.upper():
        return _without_soft_breaks
    return _block if _SAYS_BASE64.search(head) else None


def _line(number: int, text: str) -> Line:
    return Line(number, text if len(text) <= LONGEST else None)


def _continued(lines: list[str], n: int) -> int:
    """The index after the last line that continues the one before n: indented ones, also after empty ones."""
    last, end = len(lines), n
    while n < last:
        line = lines[n]
        if line and line[0] in " \t":
            end = n + 1
        elif line:
            break
        n += 1
    return end


def _without_soft_breaks(lines: list[str], n: int) -> tuple[str, int]:
    """A quoted-printable line with the lines that its trailing = joins to it, and the index after them.

    The break stands inside the encoding, so white space after it belongs to the value; only a line that is not
    joined by = is unfolded as any other.
    """
    parts: list[str] = []
    last = len(lines)
    line = lines[n]
    n += 1
    while True:
        bare = line.rstrip(" \t")
        if not bare.endswith("="):
            parts.append(line)
            if n < last and lines[n][:1] in (" ", "\t"):
                line = lines[n][1:]
                n += 1
                continue
            break
        parts.append(bare[:-1])
        here = n
        while n < last and (not lines[n] or lines[n].isspace()):
            n += 1
        if n == last or (n > here and _PROPERTY.match(lines[n])):
            break  # the empty line after the break was the end of the value
        line = lines[n]
        n += 1
    return "".join(parts), n


def _block(lines: list[str], n: int) -> tuple[str, int]:
    """A line that says it is base64 with the lines of its block, indented or not, and the index after them."""
    parts = [lines[n]]
    last = len(lines)
    n += 1
    end = n
    while n < last:
        line = lines[n]
        if line and not line.isspace():
            if line[0] not in " \t" and not _BASE64_LINE.fullmatch(line):
                break
            parts.append(line.strip(" \t"))
            end = n + 1
        n += 1
    return "".join(parts), end

"""Bytes to text: which encoding a contacts file is in, asked in the order of how sure the answer is.

A byte order mark, then strict UTF-8, then the CHARSET that a line declares, then a guess among the encodings
that contacts really come in. Where the file as a whole is not UTF-8, every byte becomes one character and each
value is decoded on its own: phones mix encodings inside one file, and fold lines in the middle of a letter.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

from shopkeeper.formats.vcard.lines import whole_cards

# One byte, one character: nothing is lost until a value's own encoding is known.
_BYTE_FOR_BYTE: Final = "latin-1"

# Longest mark first: the mark of UTF-16 is the beginning of that of UTF-32.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_WIDE_MARKS: Final = tuple(mark for mark, encoding in _MARKS if encoding != "utf-8")

# What contacts without a declared encoding really come in. Left to choose among all the encodings of the world,
# detectors call a short German name Thai.
_CANDIDATES: Final = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8-r",
    "cp932", "euc-jp", "gb18030", "big5", "cp949",
)  # fmt: skip
# The detector's own sureness stays low on a few names. Where foreign letters are sprinkled over Latin ones the
# Western code page is the likelier reading below this; where a whole script is foreign its answer is right anyway.
_SURE_ENOUGH: Final = 0.1
_A_WHOLE_SCRIPT: Final = 0.45
_ENOUGH_TO_GUESS_FROM: Final = 64_000
_ENOUGH_OF_A_LINE: Final = 4_000

_DECLARED: Final = re.compile(rb'CHARSET="?([\w.:-]+)', re.I)
_LINE: Final = re.compile(rb"[^\r\n]+")
_AT_LEAST_TWO_BYTES: Final = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_LATIN_FIRST: Final = ("cp1250", "cp932", "cp1251", "gb18030", "cp949")
_FOREIGN_FIRST: Final = ("cp932", "gb18030", "cp949", "cp1251", "cp1253", "cp1250")
_WORD: Final = re.compile(r"[^\W\d_]+")
_TWO_ALPHABETS: Final = re.compile(r"[A-Za-z][\u0370-\uffff]|[\u0370-\uffff][A-Za-z]")
_LATIN: Final = re.compile(rb"[A-Za-z]")
_HIGH: Final = bytes(range(0x80, 0x100))
_ESCAPED_JAPANESE: Final = "\x1b"

# Windows code pages hold more than the ISO ones whose names programs write when they mean them.
_WIDER: Final = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "shift_jis": "cp932", "gb2312": "gb18030",
    "gbk": "gb18030", "euc_kr": "cp949", "big5": "big5hkscs", "iso2022_jp": "iso2022_jp_ext",
}  # fmt: skip
_MULTIBYTE: Final = frozenset({"cp932", "euc_jp", "gb18030", "big5hkscs", "cp949", "iso2022_jp_ext", "johab"})


# A file as its bytes, or as something that brings them in pieces, from the beginning each time it is called.
Contacts: TypeAlias = "bytes | Callable[[], Iterable[bytes]]"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file or a stretch of it as text. While `raw`, each character is one byte and values are still to be decoded."""

    text: str
    raw: bool
    encoding: str  # what a value without a declared encoding is read in

    def value(self, value: str, charset: str = "") -> str:
        """The text of one value that may still be bytes, in the encoding declared on its line if that fits."""
        if _ESCAPED_JAPANESE in value:
            return from_bytes(value.encode(_BYTE_FOR_BYTE, "replace"), charset or "iso-2022-jp", self.encoding)
        if not self.raw or value.isascii():
            return value
        return from_bytes(value.encode(_BYTE_FOR_BYTE), charset, self.encoding)

    def as_bytes(self, value: str) -> bytes:
        """The bytes that stood in the file for a piece of its text."""
        return value.encode(_BYTE_FOR_BYTE if self.raw else "utf-8", "replace")


def stretches(contacts: Contacts) -> Iterator[Decoded]:
    """A file as text, a stretch of whole cards at a time where it is UTF-8, as nearly all are; never raises.

    Any other encoding is told by the file as a whole.
    """
    if isinstance(contacts, bytes):
        yield decode(contacts)
        return
    encoding = _beside_utf8(contacts())
    if not encoding:
        yield decode(b"".join(contacts()))
        return
    for stretch in whole_cards(contacts()):
        yield Decoded(_clean(stretch.decode("utf-8", "replace")), raw=False, encoding=encoding)


def _beside_utf8(pieces: Iterable[bytes]) -> str:
    """What a value that is not UTF-8 is read in, in a file that is; "" where the file is not."""
    reader = codecs.getincrementaldecoder("utf-8")()
    names: Counter[str] = Counter()
    first = True
    try:
        for piece in pieces:
            if first and (piece.startswith(_WIDE_MARKS) or _utf16_without_mark(piece)):
                return ""
            reader.decode(piece)
            names.update(_names_declared(piece))
            first = False
        reader.decode(b"", final=True)
    except UnicodeDecodeError:
        return ""
    return _commonest(names) or "cp1252"


def decode(data: bytes) -> Decoded:
    """A whole file as text; never raises."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            if encoding != "utf-8":
                return Decoded(_clean(data.decode(encoding, "replace")), raw=False, encoding="utf-8")
            break
    wide = _utf16_without_mark(data)
    if wide:
        return Decoded(_clean(data.decode(wide, "replace")), raw=False, encoding="utf-8")
    try:
        return Decoded(_clean(data.decode("utf-8")), raw=False, encoding=_declared(data) or "cp1252")
    except UnicodeDecodeError:
        text = data.replace(codecs.BOM_UTF8, b"").replace(b"\0", b"").decode(_BYTE_FOR_BYTE)
        return Decoded(text, raw=True, encoding=_guessed(data))


def from_bytes(data: bytes, charset: str, otherwise: str) -> str:
    """The text of one value; where its bytes and what its line declares disagree, the bytes are right."""
    declared = known_as(charset)
    if declared in _MULTIBYTE:
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if declared == "utf-8" and _AT_LEAST_TWO_BYTES.search(data):
        return data.decode("utf-8", "replace")  # cut off in the middle of a letter, the rest of it is right
    for encoding in (declared, otherwise, "cp1252"):
        if encoding and encoding != "utf-8":
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return data.decode("cp1252", "replace")


@lru_cache(maxsize=256)
def known_as(charset: str) -> str:
    """The name under which Python knows a declared encoding, the wider one where there is one; "" if it does not."""
    name = charset.strip().strip("\"'").lower()
    if not name or len(name) > 40:
        return ""
    try:
        found = codecs.lookup(name)
        # Python also counts base64, rot13 and zip among its codecs.
        b"a".decode(found.name)
    except (LookupError, UnicodeError, ValueError, TypeError):
        return ""
    return _WIDER.get(found.name, found.name)


def _clean(text: str) -> str:
    """Without the marks that joining files leaves in the middle, and without the NULs that no text has."""
    return text.replace("\ufeff", "").replace("\0", "")


def _utf16_without_mark(data: bytes) -> str:
    start = data[:512]
    half = len(start) // 2
    if half < 4:
        return ""
    for encoding, zeros in (("utf-16-le", start[1::2]), ("utf-16-be", start[0::2])):
        if zeros.count(0) > half * 0.7:
            return encoding
    return ""


def _declared(data: bytes) -> str:
    """The encoding other than UTF-8 that the file declares most often."""
    return _commonest(_names_declared(data))


def _names_declared(data: bytes) -> Counter[str]:
    return Counter(known_as(name.decode("ascii", "replace")) for name in _DECLARED.findall(data))


def _commonest(names: Counter[str]) -> str:
    for ours in ("", "utf-8"):
        del names[ours]
    return names.most_common(1)[0][0] if names else ""


def _guessed(data: bytes) -> str:
    """What the 8-bit lines of a file that is not UTF-8 are written in."""
    lines = bytearray()
    for found in _LINE.finditer(data):
        line = data[found.start() : min(found.end(), found.start() + _ENOUGH_OF_A_LINE)]
        if line.isascii():
            continue
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            # The words alone: the names of properties are English in every country.
            lines += line.partition(b":")[2] + b"\n"
        if len(lines) > _ENOUGH_TO_GUESS_FROM:
            break
    declared = _declared(data)
    if declared:
        try:
            bytes(lines).decode(declared)
        except UnicodeDecodeError:
            pass
        else:
            return declared
    # Here and not at the top: most files are UTF-8, and the detector's tables take a while to load.
    import chardet

    answer = chardet.detect(bytes(lines), include_encodings=_CANDIDATES, prefer_superset=True)
    is_whole_script = _foreign_share(lines) > _A_WHOLE_SCRIPT
    likely = "cp1252"
    if answer["encoding"] and (answer["confidence"] >= _SURE_ENOUGH or is_whole_script):
        likely = known_as(answer["encoding"]) or likely
    others = _FOREIGN_FIRST if is_whole_script else _LATIN_FIRST
    return next((encoding for encoding in (likely, *others) if _reads_like_names(bytes(lines), encoding)), likely)


def _foreign_share(data: bytearray) -> float:
    """How much of the letters is outside ASCII."""
    foreign = len(data) - len(bytes(data).translate(None, _HIGH))
    return foreign / max(1, foreign + len(_LATIN.findall(data)))


def _reads_like_names(data: bytes, encoding: str) -> bool:
    """Whether words come out of it: letters of one alphabet each, and capitals only where words begin."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    foreign = [sign for sign in text if sign > "\x7f"]
    letters = sum(unicodedata.category(sign)[0] in "LM" for sign in foreign)
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    odd = sum(bool(_TWO_ALPHABETS.search(word)) or _has_late_capital(word) for word in words)
    return letters >= 0.75 * len(foreign) and odd <= 0.25 * len(words)


def _has_late_capital(word: str) -> bool:
    return any(before.islower() and sign.isupper() for before, sign in pairwise(word))

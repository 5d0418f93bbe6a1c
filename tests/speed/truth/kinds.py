"""Kinds of query: for each, how a person who is meant by it is typed, and whether nobody else is meant just as well."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Final, NamedTuple, TypeAlias

from tests.speed.truth import slips
from tests.speed.truth.book import LATIN, SCRIPTS, Book, Someone
from tests.speed.truth.hand import nicknames, plain, readings, words

# A way to type somebody: what stands in the box, or nothing where they cannot fairly be asked for so.
# The number is another one for each person and kind, and decides what is left to taste.
Way: TypeAlias = Callable[[Book, Someone, int], str]


class Kind(NamedTuple):
    """A kind of query, the way it is typed, and how many there are of each language."""

    name: str
    way: Way
    number: dict[str, int]


def _parts(one: Someone, *, middle: bool) -> list[str]:
    """The words of a name as they are spoken, without accents."""
    between = words(plain(one.middle)) if middle else []
    return [*words(plain(one.given)), *between, *words(plain(one.family))]


def specific(book: Book, one: Someone) -> list[str]:
    """As few words of a name as only this name has: given and family, and what stands between where that is needed."""
    for middle in (False, True):
        row = _parts(one, middle=middle)
        if one.given and one.family and len(row) > 1 and only(book, row, one):
            return row
    return []


def only(book: Book, starts: Iterable[str], one: Someone) -> bool:
    """Whether these beginnings fit this name and no other."""
    found = book.fits(starts)
    return one.place in found and found <= book.same_name(one)


def nobody_else(book: Book, typed: str, one: Someone) -> bool:
    """Whether what is typed is not, letter by letter, another person's name."""
    return book.fits(words(plain(typed))) <= book.same_name(one)


def _half(book: Book, row: list[str], one: Someone, number: int, least: int = 2) -> list[str]:
    """Every word broken off as early as still tells them from everybody else."""
    for more in range(12):
        cut = [word[: least + (number >> 3 * at) % 3 + more] for at, word in enumerate(row)]
        if only(book, cut, one):
            return cut if cut != row else []
    return []


def _in_some_order(row: list[str], number: int, one: Someone) -> str:
    """The words as they are spoken, or the family first."""
    last = min(len(words(plain(one.family))), len(row) - 1)
    return " ".join([*row[-last:], *row[:-last]] if number % 2 and last else row)


def _whole(book: Book, one: Someone, number: int) -> str:
    if not only(book, words(plain(one.name)), one):
        return ""
    return one.name if number % 2 else one.name.lower()


def _half_typed(book: Book, one: Someone, number: int) -> str:
    return _in_some_order(_half(book, specific(book, one), one, number), number, one)


def _family_first(book: Book, one: Someone, number: int) -> str:
    if not (row := specific(book, one)):
        return ""
    family = words(plain(one.family))
    rest = row[: -len(family)]
    return f"{' '.join(family)}{', ' if number % 3 == 0 else ' '}{' '.join(rest)}"


def _without_accents(book: Book, one: Someone, number: int) -> str:
    bare = plain(one.name)
    return bare if bare != one.name.casefold() and only(book, words(bare), one) else ""


def _spelt_out(book: Book, one: Someone, number: int) -> str:
    row = specific(book, one)
    names = (one.given, one.middle, one.family) if len(row) > 2 else (one.given, one.family)
    spelt = " ".join(slips.spelt_out(name) for name in names)
    return spelt if row and spelt != " ".join(row) and nobody_else(book, spelt, one) else ""


def _joined(book: Book, one: Someone, number: int) -> str:
    row, family = specific(book, one), words(plain(one.family))
    if not row or len(family) < 2:
        return ""
    rest = row[: -len(family)]
    typed = [" ".join(rest), "".join(family)]
    return " ".join(typed[::-1] if number % 2 else typed)


def _slip(what: str) -> Way:
    def way(book: Book, one: Someone, number: int) -> str:
        row = specific(book, one)
        if not row:
            return ""
        at = len(row) - 1 if number % 3 else 0
        if len(row[at]) < 5 or not (wrong := slips.slipped(row[at], what, number >> 4, one.language)):
            return ""
        typed = [*row[:at], wrong, *row[at + 1 :]]
        return _in_some_order(typed, number >> 2, one) if is_meant(book, typed, at, one) else ""

    return way


def is_meant(book: Book, typed: list[str], at: int, one: Someone) -> bool:
    """Whether nobody else is one slip away from what was typed."""
    others = book.fits([*typed[:at], *typed[at + 1 :]])
    found = {
        place
        for start in set(slips.one_slip_from(typed[at]))
        if book.has_beginning(start)
        for place in book.beginning(start) & others
    }
    return one.place in found and found <= book.same_name(one)


def _slip_still_typing(book: Book, one: Someone, number: int) -> str:
    row = specific(book, one)
    if not row or len(row[-1]) < 6:
        return ""
    what = ("neighbour", "left out", "doubled", "swapped")[number % 4]
    wrong = slips.slipped(row[-1][:6], what, number >> 4, one.language)
    if not wrong:
        return ""
    whole = wrong + row[-1][6:]
    for length in range(5, len(whole)):
        typed = [*row[:-1], whole[:length]]
        if is_meant(book, typed, len(row) - 1, one):
            return _in_some_order(typed, number >> 2, one)
    return ""


def _by_ear(book: Book, one: Someone, number: int) -> str:
    row = specific(book, one)
    if not row:
        return ""
    spoken = slips.said(one.given)
    if spoken and number % 3 == 0:
        typed = [spoken, *row[1:]]
    else:
        family = one.family.split()
        ways = slips.heard(family[-1], one.language)
        if len(family[-1]) < 5 or not ways:
            return ""
        typed = [*row[:-1], *words(ways[(number >> 3) % len(ways)])]
    return " ".join(typed) if typed != row and not book.fits(typed) else ""


@cache
def called() -> dict[str, set[str]]:
    """For each nickname, whoever may be meant by it, whatever their language."""
    found: dict[str, set[str]] = defaultdict(set)
    for table in nicknames().values():
        for given, short in table.items():
            for nick in short:
                found[plain(nick)].add(plain(given))
    return found


def _nickname(book: Book, one: Someone, number: int) -> str:
    row = specific(book, one)
    ways = [
        nick for nick in nicknames()[one.language].get(one.given, ()) if not plain(one.given).startswith(plain(nick))
    ]
    if not row or not ways:
        return ""
    nick = ways[number % len(ways)].lower()
    lengths = range(3, len(row[-1])) if number % 2 else [len(row[-1])]
    for length in lengths:
        rest = [*row[1:-1], row[-1][:length]]
        meant = {place for given in called()[plain(nick)] for place in book.fits([given, *rest])}
        if meant <= book.same_name(one) and not book.fits([plain(nick), *rest]):
            written = rest if one.language in LATIN else _as_written(one, rest)
            return _in_some_order([nick, *written], number >> 3, one)
    return ""


def _as_written(one: Someone, bare: list[str]) -> list[str]:
    """Words that were made bare for comparing, as they are written."""
    whole = [word for part in (one.middle, one.family) for word in part.lower().split()]
    return [next((word[: len(cut)] for word in whole if plain(word).startswith(cut)), cut) for cut in bare]


def read_aloud(book: Book, one: Someone, number: int) -> list[str]:
    """A name of another script in Latin letters, as only this name is read: by one system, or by one for each part."""
    given, family = readings(one.language)
    if one.family not in family or (one.middle and one.middle not in given):
        return []
    if one.given not in given:
        row = [family[one.family][number % len(family[one.family])]]
        return row if one.language == "ja" and only(book, row, one) else []
    for parts in ((one.given,), (one.given, one.middle)):
        systems = [given[part] for part in parts if part] + [family[one.family]]
        row = [each[_system(one, number, len(each))] for each in systems]
        if only(book, words(" ".join(row)), one):
            return row
    return []


def _system(one: Someone, number: int, systems: int) -> int:
    """Which reading: a Chinese name is hardly ever typed in the older way, all others in each way as often."""
    if one.language == "zh":
        return 1 if number % 7 == 0 and systems > 1 else 0
    return number % systems


_ARTICLES: Final = ("", "al ", "el ", "al-", "el", "al", "")


def _by_sound(book: Book, one: Someone, number: int) -> str:
    row = read_aloud(book, one, number)
    if not row:
        return ""
    if one.language == "ar":
        row[-1] = _ARTICLES[(number >> 4) % len(_ARTICLES)] + row[-1]
    elif one.language in ("zh", "ko") and len(row) == 2 and (number >> 4) % 3 == 0:
        row[0] = _in_syllables(one, row[0], "-" if one.language == "ko" and number % 2 else " ")
    if len(row) == 2 and (one.language in ("zh", "ko", "ja") or (number >> 6) % 3 == 0):
        row = row[::-1] if (number >> 6) % 5 else row
    return " ".join(row)


def _in_syllables(one: Someone, read: str, sign: str) -> str:
    """A given name of two signs with the two parted."""
    for end in range(1, len(read)):
        if any(
            read == first + second and first == read[:end]
            for first in _syllables(one.language, one.given[0])
            for second in _syllables(one.language, one.given[1])
        ):
            return f"{read[:end]}{sign}{read[end:]}"
    return read


@cache
def _syllables(language: str, sign: str) -> tuple[str, ...]:
    """How one sign is read: what is common to the readings of that sign twice."""
    return tuple(read[: len(read) // 2] for read in readings(language)[0][sign * 2])


def _by_sound_half(book: Book, one: Someone, number: int) -> str:
    row = words(" ".join(read_aloud(book, one, number)))
    return _in_some_order(_half(book, row, one, number, least=3), number, one) if row else ""


def _own_script_half(book: Book, one: Someone, number: int) -> str:
    if one.language in ("zh", "ja", "ko"):
        cut = one.name[:-1]
        return cut if len(cut) > 1 and only(book, [plain(cut)], one) else ""
    for more in range(10):
        row = [part.lower() for part in (one.given, one.family)]
        cuts = [word[: 2 + (number >> 3 * at) % 3 + more] for at, word in enumerate(row)]
        if only(book, words(plain(" ".join(cuts))), one):
            return " ".join(cuts[::-1] if number % 2 else cuts) if cuts != row else ""
    return ""


def _latin_keys(book: Book, one: Someone, number: int) -> str:
    """A name of another script, typed while the Latin keyboard was on."""
    name = one.name if number % 3 or one.language == "ko" else _own_script_half(book, one, number)
    if not name or not only(book, words(plain(name)), one):
        return ""
    typed = slips.typed_on_latin_keys(unicodedata.normalize("NFC", name), one.language)
    return typed if len(typed) > 6 and not book.fits(words(plain(typed))) else ""


def _other_keys(language: str) -> Way:
    """A Latin name, typed while the keyboard of another script was on."""

    def way(book: Book, one: Someone, number: int) -> str:
        row = specific(book, one)
        if number % 2:
            row = _half(book, row, one, number)
        typed = slips.typed_on_other_keys(" ".join(row), language)
        return typed if typed and not book.fits(words(plain(typed))) else ""

    return way


def each(languages: Iterable[str], count: int, **more: int) -> dict[str, int]:
    """So many queries of each language, and another number of some."""
    return dict.fromkeys(languages, count) | more


_NICKNAMED: Final = {"en": 20, "pt": 5, "de": 6, "fr": 4, "pl": 6, "es": 5, "sv": 4, "ga": 6, "tr": 3, "yo": 4,
                     "el": 4, "ru": 8, "he": 3, "ka": 3}  # fmt: skip

KINDS: Final = (
    Kind("whole name", _whole, each([*LATIN, *SCRIPTS], 2, en=8)),
    Kind("half-typed", _half_typed, each(LATIN, 4, en=24)),
    Kind("family first", _family_first, each(LATIN, 2, en=12)),
    Kind("without accents", _without_accents, each(set(LATIN) - {"en"}, 4)),
    Kind("spelt out", _spelt_out, {"de": 18, "sv": 10}),
    Kind("joined", _joined, {"ga": 18, "vi": 10}),
    Kind("slip: neighbour", _slip("neighbour"), each(LATIN, 2, en=12)),
    Kind("slip: left out", _slip("left out"), each(LATIN, 2, en=12)),
    Kind("slip: doubled", _slip("doubled"), each(LATIN, 2, en=12)),
    Kind("slip: swapped", _slip("swapped"), each(LATIN, 2, en=12)),
    Kind("slip, still typing", _slip_still_typing, each(LATIN, 3, en=18)),
    Kind("by ear", _by_ear, each(LATIN, 4, en=16)),
    Kind("nickname", _nickname, _NICKNAMED),
    Kind("by sound", _by_sound, each(SCRIPTS, 10)),
    Kind("by sound, half-typed", _by_sound_half, each(SCRIPTS, 8)),
    Kind("own script, half-typed", _own_script_half, each(SCRIPTS, 6)),
    Kind("Latin keyboard", _latin_keys, {"ru": 8, "el": 6, "he": 6, "ar": 6, "fa": 4, "ka": 6, "ko": 8, "th": 4}),
    Kind("Russian keyboard", _other_keys("ru"), each(LATIN, 1, en=10)),
    Kind("Greek keyboard", _other_keys("el"), each(LATIN, 1, en=10)),
    Kind("Hebrew keyboard", _other_keys("he"), each(LATIN, 1, en=10)),
    Kind("Arabic keyboard", _other_keys("ar"), each(LATIN, 1, en=10)),
)

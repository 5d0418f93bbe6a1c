"""Harder kinds, which nobody tunes to: two slips, a slip in half a word, a pet name of another script, an initial."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tests.speed.truth import slips
from tests.speed.truth.around import Asked, kin
from tests.speed.truth.book import LATIN, SCRIPTS, Book, Someone, chance, words_of
from tests.speed.truth.hand import nicknames, plain, readings, words
from tests.speed.truth.kinds import Kind, called, each, is_meant, nobody_else, only, read_aloud, specific

_SLIPS: Final = ("neighbour", "left out", "doubled", "swapped")
_LONG: Final = 8


def _two_slips(book: Book, one: Someone, number: int) -> str:
    """Two slips in one long word, wherever nobody's name is as near to what was typed."""
    row = specific(book, one)
    if not row or len(row[-1]) < _LONG:
        return ""
    half = len(row[-1]) // 2
    first = slips.slipped(row[-1][:half], _SLIPS[number % 4], number >> 4, one.language)
    second = slips.slipped(row[-1][half:], _SLIPS[(number >> 2) % 4], number >> 10, one.language)
    wrong = first + second
    if not first or not second or _distance(wrong, row[-1]) != 2:
        return ""
    for place in book.fits(row[:-1]) - book.same_name(one):
        if any(_distance(word, wrong) <= 2 for word in words_of(book.people[place])):
            return ""
    return " ".join([*row[:-1], wrong])


def _distance(one: str, other: str) -> int:
    """How many letters must be changed, left out, put in or swapped to make one word of another."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, wanted in enumerate(other, 1):
            best = min(last[to] + 1, row[-1] + 1, last[to - 1] + (letter != wanted))
            if before and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                best = min(best, before[to - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]


def _slip_half_typed(book: Book, one: Someone, number: int) -> str:
    """The beginning of every word, and a slip in the longest of them."""
    row = specific(book, one)
    if not row or len(row[-1]) < 6:
        return ""
    wrong = slips.slipped(row[-1][:6], _SLIPS[number % 4], number >> 4, one.language)
    starts = [word[: 3 + (number >> 9) % 2] for word in row[:-1]]
    whole = wrong + row[-1][6:]
    for length in range(5, len(whole)) if wrong else ():
        typed = [*starts, whole[:length]]
        if is_meant(book, typed, len(row) - 1, one):
            return " ".join([typed[-1], *starts] if number % 3 else typed)
    return ""


def _nickname_slip(book: Book, one: Someone, number: int) -> str:
    """What somebody is called for short, and a slip in the family name."""
    row, ways = specific(book, one), nicknames()[one.language].get(one.given, ())
    if not row or not ways or len(row[-1]) < 6:
        return ""
    nick = plain(ways[number % len(ways)])
    wrong = slips.slipped(row[-1], _SLIPS[(number >> 3) % 4], number >> 5, one.language)
    typed = [nick, *row[1:-1], wrong]
    if not wrong or plain(one.given).startswith(nick) or _one_slip_fits(book, typed):
        return ""
    if any(not _one_slip_fits(book, [given, *typed[1:]]) <= book.same_name(one) for given in called()[nick]):
        return ""
    return " ".join(typed)


def _one_slip_fits(book: Book, typed: list[str]) -> set[int]:
    """Everybody whose name begins with these words, the last with one slip in it."""
    others = book.fits(typed[:-1])
    starts = {start for start in slips.one_slip_from(typed[-1]) if book.has_beginning(start)}
    return {place for start in starts for place in book.beginning(start) & others}


def _by_ear_half(book: Book, one: Someone, number: int) -> str:
    """A family name written by ear and not to its end."""
    row, family = specific(book, one), one.family.split()[-1:]
    ways = slips.heard(family[0], one.language) if family else []
    if not row or len(row[-1]) < 6 or not ways:
        return ""
    ear = words(ways[number % len(ways)])[-1]
    if ear[:-2] == row[-1][: len(ear) - 2] or not only(book, [*row[:-1], row[-1][:-2]], one):
        return ""
    typed = [*row[:-1], ear[:-2]]
    return "" if book.fits(typed) else " ".join(typed)


def _by_sound_slip(book: Book, one: Someone, number: int) -> str:
    """A name of another script in Latin letters, with a slip."""
    row = words(" ".join(read_aloud(book, one, number)))
    at = max(range(len(row)), key=lambda place: len(row[place]), default=0)
    if not row or len(row[at]) < 6:
        return ""
    wrong = slips.slipped(row[at], _SLIPS[number % 4], number >> 4, "en")
    typed = [*row[:at], wrong, *row[at + 1 :]]
    return " ".join(typed) if wrong and is_meant(book, typed, at, one) else ""


def _nickname_by_sound(book: Book, one: Someone, number: int) -> str:
    """What somebody of another script is called for short, in Latin letters."""
    table = nicknames()[f"{one.language} by sound"]
    families = readings(one.language)[1].get(one.family, ())
    if one.given not in table or not families or one.middle:
        return ""
    nick = plain(table[one.given][number % len(table[one.given])])
    family = families[(number >> 4) % len(families)].split()[-1]
    meant = {place for given in called()[nick] for place in book.fits([given, family])}
    if not meant or not meant <= book.same_name(one) or book.fits([nick, family]):
        return ""
    return f"{nick} {family}"


def _initial(book: Book, one: Someone, number: int) -> str:
    """The first letter of the given name, and the family."""
    row = specific(book, one)
    typed = [row[0][:1], *words(plain(one.family))] if row else []
    return " ".join(typed) if row and len(row) == len(typed) and only(book, typed, one) else ""


def _run_together(book: Book, one: Someone, number: int) -> str:
    """A name typed without its space."""
    row = specific(book, one)
    typed = "".join(row)
    return typed if row and len(row) == 2 and nobody_else(book, typed, one) else ""


def _kin_slip(book: Book) -> Iterator[Asked]:
    """Somebody's mother or father, with two letters swapped in the family name."""
    for asked in kin(book):
        row = asked.text.split()
        at = max(range(len(row)), key=lambda place: len(row[place].partition("'")[0]))
        word, sign, rest = row[at].partition("'")
        number = chance("kin slip", asked.text)
        wrong = slips.slipped(word, "swapped", number, "en")
        names = [*(part.partition("'")[0] for part in row[:at]), wrong]
        if wrong and sign and not _one_slip_fits(book, names) - book.fits([*names[:-1], word]):
            text = " ".join([*row[:at], wrong + sign + rest, *row[at + 1 :]])
            yield Asked("kin, slip", asked.script, text, asked.right)


HARDER: Final = (
    Kind("two slips", _two_slips, each(LATIN, 3, en=20)),
    Kind("slip, half-typed", _slip_half_typed, each(LATIN, 3, en=20)),
    Kind("nickname, slip", _nickname_slip, each(["pt", "de", "fr", "pl", "es", "sv", "ga", "yo"], 3, en=16)),
    Kind("by ear, half-typed", _by_ear_half, each(LATIN, 2, en=14)),
    Kind("by sound, slip", _by_sound_slip, each(SCRIPTS, 6)),
    Kind("nickname by sound", _nickname_by_sound, {"ru": 10, "el": 6, "he": 4, "ka": 5}),
    Kind("initial", _initial, each(LATIN, 2, en=20)),
    Kind("run together", _run_together, each(LATIN, 1, en=10)),
)

HARDER_AROUND: Final = ((_kin_slip, 16),)

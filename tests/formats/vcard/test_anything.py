"""Reading never raises, whatever the bytes; line numbers are those of the file; no file takes long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.formats.vcard import ContactCard, Trouble, as_schema, iter_cards, read_cards, records_of
from tests.formats.vcard.written import escaped

# Beside this repository, where it was checked out with them; never copied into it.
SAMPLES = Path(__file__).resolve().parents[3].parent / "shared" / "samples" / "vcard"

PIECES = st.sampled_from(
    [
        b"BEGIN:VCARD", b"END:VCARD", b"VERSION:2.1", b"VERSION:4.0", b"FN", b"N", b"TEL", b"BDAY", b"X-ABDATE",
        b"RELATED", b"PHOTO", b"NOTE", b"AGENT:", b"ORG", b"ADR", b"item1.", b"X-ABLabel", b"X-ANDROID-CUSTOM", b"UID",
        b"KIND:group", b":", b";", b",", b"=", b"\\", b"\"", b"^", b" ", b"\t", b"\r\n", b"\n", b"\r", b"\n ", b"=\n",
        b";ENCODING=QUOTED-PRINTABLE", b";BASE64", b";CHARSET=SHIFT_JIS", b";CHARSET=utf-7", b"=C3", b"=A4", b"\xc3",
        b"\xa4", b"\x83\x5c", b"\x1b$B", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"19850231", b"--0412", b"1604",
        b"data:image/png;base64,", b"Zm9v", b"Ana", "é".encode(),
    ]
)  # fmt: skip


def everything_of(data: bytes) -> None:
    numbers = count()
    read = read_cards(data)
    last = data.count(b"\n") + data.count(b"\r") + 1
    for card in read.cards:
        as_schema(card)
        records_of(card, lambda: str(next(numbers)))
        assert 1 <= card.line <= last
        assert all("\n" not in line for line in card.extras)
    for trouble in read.troubles:
        assert 1 <= trouble.line <= last
        assert 0 <= trouble.card <= len(read.cards)
        assert trouble.phrase.in_english()


@given(st.binary(max_size=2000))
def test_no_bytes_whatever_are_too_much(data: bytes) -> None:
    everything_of(data)
    everything_of(b"BEGIN:VCARD\n" + data)


@given(st.lists(PIECES, max_size=60))
def test_no_mixture_of_what_cards_are_made_of_is_too_much(pieces: list[bytes]) -> None:
    everything_of(b"BEGIN:VCARD\n" + b"".join(pieces))


@given(
    st.lists(
        st.sampled_from(["", "NOTE:x", "NOTE:y\n z\n  w", "NOTE;QUOTED-PRINTABLE:a=\nb", "X-A:1\n\n 2"]), max_size=12
    )
)
def test_a_trouble_names_the_line_on_which_it_stands(lines: list[str]) -> None:
    text = "\n".join(["BEGIN:VCARD", *lines, "BDAY:1985-02-31", "END:VCARD", ""])
    for end in ("\n", "\r\n", "\r", "\r\r\n"):
        (trouble,) = read_cards(text.replace("\n", end).encode()).troubles
        assert text.split("\n")[trouble.line - 1] == "BDAY:1985-02-31"


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80).map(str.strip)


@given(given_name=TEXT, family=TEXT, note=TEXT, width=st.integers(1, 90))
def test_what_is_escaped_and_folded_is_read_back(given_name: str, family: str, note: str, width: int) -> None:
    # A mark in the middle of a text is what joining files leaves there.
    given_name, family, note = (text.replace("\ufeff", "").strip() for text in (given_name, family, note))
    lines = [f"N:{escaped(family)};{escaped(given_name)};;;", f"NOTE:{escaped(note)}", f"CATEGORIES:{escaped(note)}"]
    folded = ["\r\n ".join(line[n : n + width] for n in range(0, len(line), width)) for line in lines]
    (card,) = read_cards("\r\n".join(["BEGIN:VCARD", *folded, "END:VCARD", ""]).encode()).cards
    assert (card.family, card.given) == (family, given_name)
    assert card.notes == ((note,) if note else ())
    assert card.categories == ((note,) if note else ())


def test_reading_may_stop_after_any_card() -> None:
    data = b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\n" * 50
    assert [card.number for card in islice(iter_cards(data), 3) if isinstance(card, ContactCard)] == [1, 2, 3]


def test_a_card_comes_before_its_troubles() -> None:
    read = list(iter_cards(b"BEGIN:VCARD\nBDAY:19850231\nEND:VCARD\n"))
    assert [type(one) for one in read] == [ContactCard, Trouble]


HOSTILE = {
    "a note folded after every letter": b"BEGIN:VCARD\nNOTE:" + b"\n ".join([b"a"] * 1_000_000) + b"\nEND:VCARD\n",
    "a note with a soft break after every letter": b"BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:"
    + b"=\n".join([b"a"] * 1_000_000),
    "200,000 parameters": b"BEGIN:VCARD\nTEL" + b';TYPE="x"' * 200_000 + b":1\nEND:VCARD\n",
    "200,000 quotes": b"BEGIN:VCARD\nTEL" + b';"' * 200_000 + b":1\nEND:VCARD\n",
    "a name of a million parts": b"BEGIN:VCARD\nN:" + b";" * 1_000_000 + b"\nEND:VCARD\n",
    "a million backslashes": b"BEGIN:VCARD\nN:" + b"\\" * 1_000_001 + b";;\nEND:VCARD\n",
    "50,000 cards inside each other": b"BEGIN:VCARD\n" * 50_000 + b"END:VCARD\n" * 50_000,
    "50,000 agents of agents": b"BEGIN:VCARD\n" + b"AGENT:\nBEGIN:VCARD\n" * 50_000 + b"END:VCARD\n" * 50_001,
    "50,000 agents of one": b"BEGIN:VCARD\n" + b"AGENT:BEGIN:VCARD\nFN:x\nTEL:1\nEND:VCARD\n" * 50_000 + b"END:VCARD\n",
    "100,000 cards without an end": b"BEGIN:VCARD\nFN:x\n" * 100_000,
    "half a million lines of nothing": b"BEGIN:VCARD\nNOTE:x\n" + b"abc\n" * 500_000 + b"END:VCARD\n",
    "a million empty lines": b"BEGIN:VCARD\nFN:x\n" + b"\n" * 1_000_000 + b"TEL:1\nEND:VCARD\n",
    "one long line and one strange letter": b"BEGIN:VCARD\nFN:\xe9\nNOTE:" + b"a" * 5_000_000 + b"\nEND:VCARD\n",
    "five million blanks": b" " * 5_000_000 + b"BEGIN:VCARD",
    "an indentation of 100,000 blanks on every line": b"\n".join(
        b" " * 100_000 + line for line in [b"BEGIN:VCARD", *[b"NOTE:x"] * 100, b"END:VCARD"]
    ),
    "50,000 photos": b"BEGIN:VCARD\n" + b"".join(b"PHOTO:http://x/%d\n" % n for n in range(50_000)) + b"END:VCARD\n",
    "a name of 50 million letters": b"BEGIN:VCARD\nFN:" + b"a" * 50_000_000 + b"\nEND:VCARD\n",
}


# Each of them takes less than two seconds of this process's own time, and minutes or hours where something grows with
# the square of the file: the bound lies far from both, so that a slow or busy machine is not taken for a slow reader.
_FAR_TOO_LONG = 30


@pytest.mark.parametrize("what", HOSTILE)
def test_no_file_made_to_be_slow_is_slow(what: str) -> None:
    start = time.process_time()
    read_cards(HOSTILE[what])
    assert time.process_time() - start < _FAR_TOO_LONG


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the files that other programs wrote are not beside this checkout")
def test_every_file_that_other_programs_wrote_is_read_without_an_exception() -> None:
    files = sorted(SAMPLES.glob("*.vcf"))
    assert files
    for path in files:
        data = path.read_bytes()
        everything_of(data)
        assert read_cards(data).cards, path.name


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the files that other programs wrote are not beside this checkout")
def test_no_birthday_of_another_program_becomes_the_year_1604() -> None:
    for path in sorted(SAMPLES.glob("*.vcf")):
        for card in read_cards(path.read_bytes()).cards:
            assert card.bday is None or card.bday.year != 1604, path.name


def in_pieces(data: bytes, size: int) -> Callable[[], Iterator[bytes]]:
    return lambda: (data[at : at + size] for at in range(0, len(data), size))


@pytest.mark.parametrize("size", [7, 100, 1_000])
@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the files that other programs wrote are not beside this checkout")
def test_a_file_that_comes_in_pieces_says_the_same(size: int) -> None:
    for path in sorted(SAMPLES.glob("*.vcf")):
        data = path.read_bytes()
        assert read_cards(in_pieces(data, size)) == read_cards(data), path.name


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_bytes_that_come_in_pieces_say_the_same_and_are_not_slow(what: str) -> None:
    start = time.process_time()
    assert read_cards(in_pieces(HOSTILE[what], 100_000)) == read_cards(HOSTILE[what])
    assert time.process_time() - start < _FAR_TOO_LONG


@given(st.lists(PIECES).map(b"".join), st.integers(1, 40))
def test_any_bytes_that_come_in_pieces_are_read_without_an_exception(data: bytes, size: int) -> None:
    read_cards(in_pieces(data, size))


@given(st.lists(st.sampled_from([b"BEGIN:VCARD\n", b"END:VCARD\r\n", b"FN:Ana\n", b"VERSION:3.0\n", b" x\n", b"\n"])))
def test_however_cards_lie_in_each_other_pieces_say_the_same(lines: list[bytes]) -> None:
    data = b"".join(lines)
    assert read_cards(in_pieces(data, 13)) == read_cards(data)

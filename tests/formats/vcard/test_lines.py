"""Text to logical lines: every way to break a line, and none that swallows the next card."""

from __future__ import annotations

import pytest

from shopkeeper.formats.vcard import read_cards
from shopkeeper.formats.vcard.lines import LONGEST, frames, logical_lines, with_one_line_end


def names(text: str) -> list[str]:
    return [card.fn for card in read_cards(text.encode()).cards]


def lines_of(text: str) -> list[tuple[int, str | None]]:
    text = with_one_line_end(text)
    return [(line.number, line.text) for frame in frames(text) for line in logical_lines(text, frame)]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\r\r\n"])
def test_any_line_end_ends_a_line(end: str) -> None:
    text = end.join(["BEGIN:VCARD", "FN:Ana Duarte", "NOTE:one", " two", "TEL:1", "END:VCARD", ""])
    assert lines_of(text) == [(2, "FN:Ana Duarte"), (3, "NOTE:onetwo"), (5, "TEL:1")]


def test_line_ends_may_be_mixed_in_one_file() -> None:
    assert lines_of("BEGIN:VCARD\r\nFN:Ana\nTEL:1\rTEL:2\r\nEND:VCARD") == [(2, "FN:Ana"), (3, "TEL:1"), (4, "TEL:2")]


def test_other_signs_that_python_takes_for_line_ends_end_no_line() -> None:
    assert lines_of("BEGIN:VCARD\nNOTE:a\x0bb\x1cc\x85d\u2028e\nEND:VCARD\n") == [(2, "NOTE:a\x0bb\x1cc\x85d\u2028e")]


def test_empty_lines_are_passed_over_and_counted() -> None:
    assert lines_of("\n\nBEGIN:VCARD\n\nFN:Ana\n\n\nTEL:1\nEND:VCARD\n") == [(5, "FN:Ana"), (8, "TEL:1")]


def test_only_one_sign_of_the_indentation_belongs_to_the_folding() -> None:
    assert lines_of("BEGIN:VCARD\nNOTE:to\n  day\n\t is\nEND:VCARD\n") == [(2, "NOTE:to day is")]


def test_a_folded_line_goes_on_after_an_empty_one() -> None:
    assert lines_of("BEGIN:VCARD\nNOTE:to\n\n day\n\nTEL:1\nEND:VCARD\n") == [(2, "NOTE:today"), (6, "TEL:1")]


def test_a_soft_break_joins_the_next_line_with_its_white_space() -> None:
    text = "BEGIN:VCARD\nNOTE;ENCODING=QUOTED-PRINTABLE:come=\n to the aid=  \nof: them\nTEL:1\nEND:VCARD\n"
    assert lines_of(text) == [(2, "NOTE;ENCODING=QUOTED-PRINTABLE:come to the aidof: them"), (5, "TEL:1")]


def test_a_soft_break_before_an_empty_line_ends_the_value_where_a_property_follows() -> None:
    text = "BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:one=0D=0A=\n\nTEL;HOME:1\nEND:VCARD\n"
    assert lines_of(text) == [(2, "NOTE;QUOTED-PRINTABLE:one=0D=0A"), (4, "TEL;HOME:1")]


def test_a_soft_break_goes_on_after_an_empty_line_that_doubled_line_ends_left() -> None:
    text = "BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:=C3=\n\n=A4\nEND:VCARD\n"
    assert lines_of(text) == [(2, "NOTE;QUOTED-PRINTABLE:=C3=A4")]


def test_a_soft_break_at_the_end_of_a_card_never_swallows_its_end() -> None:
    text = "BEGIN:VCARD\nFN:Ana\nNOTE;QUOTED-PRINTABLE:cut off=\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n"
    assert names(text) == ["Ana", "Bo"]


def test_an_equals_sign_at_the_end_of_another_line_joins_nothing() -> None:
    assert len(lines_of("BEGIN:VCARD\nURL:http://x/?y=\nTEL:1\nEND:VCARD\n")) == 2


@pytest.mark.parametrize("indent", ["", " ", "  ", "\t"])
def test_a_base64_block_is_read_with_or_without_indentation_until_the_next_property(indent: str) -> None:
    text = f"BEGIN:VCARD\nPHOTO;ENCODING=BASE64;JPEG:\n{indent}/9j/4AAQ\n{indent}SkZJRg==\n\nTEL:1\nEND:VCARD\n"
    assert lines_of(text) == [(2, "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRg=="), (6, "TEL:1")]


def test_a_card_without_an_end_loses_nothing_and_nobody_after_it() -> None:
    read = read_cards(b"BEGIN:VCARD\nFN:Ana\nTEL:1\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\nBEGIN:VCARD\nFN:Chi\nEND:VCARD\n")
    assert [card.fn for card in read.cards] == ["Ana", "Bo", "Chi"]
    assert [(t.line, t.card) for t in read.troubles] == [(1, 1)]
    assert "end of this card is missing" in read.troubles[0].phrase.in_english()


def test_a_file_cut_off_in_its_last_card_still_brings_that_person() -> None:
    read = read_cards(b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\nTEL;CE")
    assert [card.fn for card in read.cards] == ["Ana", "Bo"]
    assert [t.line for t in read.troubles] == [6, 4]


def test_a_card_without_a_beginning_still_brings_its_person() -> None:
    read = read_cards(b"VERSION:3.0\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n")
    assert [(card.fn, card.line) for card in read.cards] == [("Ana", 1), ("Bo", 4)]
    assert "beginning of this card is missing" in read.troubles[0].phrase.in_english()


def test_cards_inside_a_card_are_people_of_their_own_and_the_outer_one_stays_whole() -> None:
    text = "BEGIN:VCARD\nFN:Rosa\nBEGIN:VCARD\nFN:Ana\nEND:VCARD\nBEGIN:VCARD\nFN:Leo\nEND:VCARD\nTEL:1\nEND:VCARD\n"
    cards = read_cards(text.encode()).cards
    assert [card.fn for card in cards] == ["Rosa", "Ana", "Leo"]
    assert [reach.value for reach in cards[0].phones] == ["1"]


@pytest.mark.parametrize("agent", ["AGENT:BEGIN:VCARD", "AGENT:\nBEGIN:VCARD", "agent; VALUE=x:\nbegin:vcard"])
def test_an_agent_is_no_card_of_its_own_but_a_way_to_reach_the_person(agent: str) -> None:
    text = f"BEGIN:VCARD\nFN:Dee\nTEL:1\n{agent}\nFN:Bo Lund\nTEL:2\nEND:VCARD\nNOTE:after\nEND:VCARD\n"
    (card,) = read_cards(text.encode()).cards
    assert card.fn == "Dee"
    assert [(reach.value, reach.label) for reach in card.phones] == [("1", ""), ("2", "Bo Lund")]
    assert card.notes == ("after",)


def test_an_agent_folded_into_one_line_is_kept_and_ends_no_card() -> None:
    text = "BEGIN:VCARD\nFN:Dee\nAGENT:BEGIN:VCARD\n FN:Bo\n END:VCARD\nTEL:1\nEND:VCARD\n"
    (card,) = read_cards(text.encode()).cards
    assert (card.fn, card.phones[0].value) == ("Dee", "1")


def test_an_end_that_slipped_to_the_right_is_an_end() -> None:
    assert names("BEGIN:VCARD\nFN:Ana\n END:VCARD\nBEGIN:VCARD\nFN:Bo\nEND:VCARD\n") == ["Ana", "Bo"]


def test_a_letter_that_mentions_a_name_is_no_contact() -> None:
    assert names("Dear Ana,\nN: see you\nFN: on Friday\n") == []


def test_a_file_that_was_indented_as_a_whole_is_read() -> None:
    assert names("\n    BEGIN:VCARD\n    FN:Ana\n     Duarte\n    END:VCARD\n") == ["AnaDuarte"]


def test_a_card_whose_lines_are_indented_under_its_beginning_is_read() -> None:
    (card,) = read_cards(b"BEGIN:VCARD\n  VERSION:3.0\n  FN:Ana\n  TEL:1\nEND:VCARD\n").cards
    assert (card.version, card.fn) == ("3.0", "Ana")


def test_a_line_longer_than_any_fact_is_left_out_and_told() -> None:
    read = read_cards(b"BEGIN:VCARD\nFN:Ana\nNOTE:" + b"x" * LONGEST + b"\nTEL:1\nEND:VCARD\n")
    assert (read.cards[0].notes, len(read.cards[0].phones), read.troubles[0].line) == ((), 1, 3)


def test_a_file_without_contacts_says_so() -> None:
    read = read_cards(b"Dear customer,\nthe bill is attached.\n")
    assert read.cards == ()
    assert read.troubles[0].phrase.in_english() == "there is no contact in this file"


def test_an_empty_file_is_no_trouble() -> None:
    assert read_cards(b"") == read_cards(b" \r\n ")

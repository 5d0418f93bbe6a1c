"""Bytes to text: whatever encoding a phone wrote, the names come out as names."""

from __future__ import annotations

import codecs

import pytest

from shopkeeper.formats.vcard import ContactCard, read_cards
from shopkeeper.formats.vcard.decode import decode, from_bytes, known_as


def only_card(data: bytes) -> ContactCard:
    (card,) = read_cards(data).cards
    return card


def written(*lines: str, version: str = "2.1") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_card_in_any_form_of_unicode_is_read_with_or_without_its_mark(encoding: str) -> None:
    assert only_card(written("FN:Chi Park 박지", "N:Park;Chi").encode(encoding)).fn == "Chi Park 박지"


def test_utf_16_with_a_big_endian_mark_is_read() -> None:
    data = codecs.BOM_UTF16_BE + written("FN:Γιάννης Παππάς").encode("utf-16-be")
    assert only_card(data).fn == "Γιάννης Παππάς"


@pytest.mark.parametrize(
    ("charset", "encoding", "name"),
    [
        ("SHIFT_JIS", "cp932", "ソ藤ロイド"),  # the second byte of ソ is a backslash
        ("Windows-1253", "cp1253", "Βαγγέλης"),
        ("windows-1251", "cp1251", "Иван Иванов"),
        ("ISO-8859-1", "latin-1", "Siobhán Müller"),
        ("GB2312", "gb18030", "王小明"),
        ("GBK", "gb18030", "联通"),  # these bytes happen to be UTF-8 as well
        ("EUC-KR", "cp949", "박지"),
        ("ISO-2022-JP", "iso-2022-jp", "安藤"),
    ],
)
def test_the_charset_that_a_line_declares_is_the_one_it_is_read_in(charset: str, encoding: str, name: str) -> None:
    other = "FN:Ren\xe9".encode("latin-1")
    data = b"BEGIN:VCARD\r\n" + f"N;CHARSET={charset}:{name};;;;\r\n".encode(encoding) + other + b"\r\nEND:VCARD\r\n"
    assert only_card(data).family == name


def test_a_charset_declared_on_another_line_is_the_best_hint_for_those_that_declare_none() -> None:
    data = written("FN:Βαγγέλης", "NOTE;CHARSET=Windows-1253:Αθήνα").encode("cp1253")
    assert only_card(data).fn == "Βαγγέλης"


def test_bytes_that_are_utf_8_are_read_as_utf_8_whatever_single_byte_charset_is_declared() -> None:
    data = b"BEGIN:VCARD\r\nFN;CHARSET=ISO-8859-1:Jos\xc3\xa9\r\nNOTE:\xe9\r\nEND:VCARD\r\n"
    assert only_card(data).fn == "José"


def test_western_names_without_any_declaration_are_read_as_windows_wrote_them() -> None:
    assert only_card(written("FN:Sören Nüßlebaum", "N:Núñez;José").encode("cp1252")).family == "Núñez"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1251", "Иван Иванов"), ("cp932", "山田太郎"), ("cp949", "서울특별시"), ("cp1255", "שלום כהן")],
)
def test_a_whole_foreign_script_without_any_declaration_is_recognised(encoding: str, name: str) -> None:
    data = written(f"FN:{name}", f"N:{name};;;;", f"ADR:;;{name};;;;").encode(encoding)
    assert only_card(data).fn == name


def test_polish_names_without_any_declaration_are_not_taken_for_western_ones() -> None:
    data = written("FN:Łukasz Żółć", "N:Żółć;Łukasz", "ADR:;;Świętokrzyska 4;Kraków;;;").encode("cp1250")
    assert only_card(data).fn == "Łukasz Żółć"


def test_japanese_in_narrow_letters_without_any_declaration_is_recognised() -> None:
    data = written("N:山田;太郎;;;", "SOUND;X-IRMC-N:ﾔﾏﾀﾞ;ﾀﾛｳ;;;").encode("cp932")
    assert (only_card(data).family, only_card(data).phonetic) == ("山田", (("sound", "ﾔﾏﾀﾞ ﾀﾛｳ"),))


def test_a_line_folded_in_the_middle_of_a_letter_is_put_together_before_it_is_read() -> None:
    data = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Jos\xc3\r\n \xa9 Duarte\r\nEND:VCARD\r\n"
    assert only_card(data).fn == "Ana José Duarte"


def test_each_line_of_a_file_may_be_in_an_encoding_of_its_own() -> None:
    data = (
        b"BEGIN:VCARD\r\nN;CHARSET=SHIFT_JIS:" + "安藤".encode("cp932") + b";;;;\r\n"
        b"NOTE:Jos\xc3\xa9\r\nTITLE;CHARSET=windows-1252:B\xe4cker\r\nEND:VCARD\r\n"
    )
    card = only_card(data)
    assert (card.family, card.notes, card.titles) == ("安藤", ("José",), ("Bäcker",))


def test_quoted_printable_in_a_declared_charset_is_read() -> None:
    assert only_card(written("FN;CHARSET=Windows-1252;ENCODING=QUOTED-PRINTABLE:M=F6=DFlitz").encode()).fn == "Mößlitz"


def test_quoted_printable_cut_off_in_the_middle_of_a_letter_keeps_all_before_it() -> None:
    card = only_card(written("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=84rger=C3").encode())
    assert card.fn.startswith("Ärger")


def test_marks_left_by_joining_two_files_are_no_part_of_a_name() -> None:
    one = codecs.BOM_UTF8 + written("FN:Ana").encode()
    assert [card.fn for card in read_cards(one + one).cards] == ["Ana", "Ana"]


@pytest.mark.parametrize(
    "charset", ["", "no-such-charset", "base64", "rot13", "x" * 500, "utf-8\0", "idna", "undefined"]
)
def test_a_charset_that_is_none_is_passed_over(charset: str) -> None:
    assert known_as(charset) in ("", "idna", "undefined")
    assert from_bytes(b"Jos\xe9", charset, "cp1252") == "José"


def test_nul_bytes_never_reach_a_name() -> None:
    assert "\0" not in decode(b"BEGIN:VCARD\nFN:A\0na\nEND:VCARD\n").text

"""A line to a property: the grammars of three standards, and what programs made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.formats.vcard.decode import decode
from shopkeeper.formats.vcard.properties import Property, parse
from shopkeeper.formats.vcard.values import from_base64, from_data_uri, split_at, unescaped
from tests.formats.vcard.written import escaped

UTF_8 = decode(b"x")


def prop(line: str) -> Property:
    found = parse(line, 1, UTF_8)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "line",
    [
        "TEL;HOME;VOICE:1",
        "tel;type=home,voice:1",
        'Tel;TYPE="HOME,voice":1',
        "TEL;TYPE=home;TYPE=VOICE:1",
        "TEL ; HOME; voice:1",
    ],
)
def test_the_types_of_every_version_are_read_alike(line: str) -> None:
    assert (prop(line).head.name, prop(line).head.types) == ("TEL", ("home", "voice"))


@pytest.mark.parametrize("line", ["TEL;PREF:1", "TEL;TYPE=pref:1", "TEL;PREF=1:1", "TEL;TYPE=PREF:1"])
def test_preferred_is_no_type_but_a_rank(line: str) -> None:
    assert (prop(line).head.types, prop(line).head.pref) == ((), 1)


def test_a_rank_outside_1_to_100_is_brought_inside() -> None:
    assert prop("TEL;PREF=4711:1").head.pref == 100


def test_a_colon_inside_quotes_ends_no_head() -> None:
    found = prop('ADR;LABEL="Elm St 4: upstairs; left":;;Elm St 4;;;;')
    assert found.head.get("LABEL") == "Elm St 4: upstairs; left"
    assert found.value == ";;Elm St 4;;;;"


def test_a_quote_that_is_never_closed_costs_only_itself() -> None:
    assert prop('TEL;TYPE="home:1').value == "1"


def test_carets_in_parameters_mean_what_rfc_6868_says() -> None:
    assert prop("ADR;LABEL=Elm St^n^'4^' ^^ ^x:;;").head.get("LABEL") == 'Elm St\n"4" ^ ^x'


def test_a_group_stands_before_the_last_dot() -> None:
    assert [(p.head.group, p.head.name) for p in (prop("item1.X-ABLabel:x"), prop("a.b.tel:1"))] == [
        ("item1", "X-ABLABEL"),
        ("a.b", "TEL"),
    ]


@pytest.mark.parametrize("line", ["no colon at all", "two words: x", "# comment: x", ":", "é:x", ""])
def test_a_line_that_is_no_property_is_none(line: str) -> None:
    assert parse(line, 1, UTF_8) is None


def test_what_is_kept_verbatim_is_one_decoded_line_of_utf_8() -> None:
    found = prop("item1.X-THING;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE;TYPE=a:=C3=A4=0D=0Ab\\, c")
    assert found.verbatim() == "item1.X-THING;TYPE=a:ä\\nb\\, c"


def test_base64_that_is_kept_verbatim_still_says_that_it_is_base64() -> None:
    assert prop("KEY;X509;ENCODING=BASE64:AAAA").verbatim() == "KEY;X509;ENCODING=BASE64:AAAA"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"one\ntwo\Nthree", "one\ntwo\nthree"),
        (r"a\,b\;c\:d\"e", 'a,b;c:d"e'),
        (r"back\\slash", "back\\slash"),
        (r"\\n", r"\n"),
        (r"C:\Windows", r"C:\Windows"),
        ("end\\", "end\\"),
    ],
)
def test_escapes_mean_what_they_say_and_nothing_else_does(written: str, meant: str) -> None:
    assert unescaped(written) == meant


def test_a_list_is_split_only_where_its_sign_is_not_escaped() -> None:
    assert split_at(";", r"A\;B;C\\;D\\\;E;") == ["A;B", "C\\", "D\\;E", ""]
    assert split_at(",", "Architecture, Stars") == ["Architecture", "Stars"]


@given(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])))
def test_a_value_escaped_and_read_again_is_the_same(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(
    st.lists(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])), min_size=1),
    st.sampled_from(",;"),
)
def test_a_list_escaped_joined_and_split_again_is_the_same(parts: list[str], sign: str) -> None:
    assert split_at(sign, sign.join(escaped(part) for part in parts)) == [part.strip() for part in parts]


@pytest.mark.parametrize("text", ["Zm9v", " Z m\n9v ", "Zm9v...", "Zm9vY", "Zm9v===="])
def test_base64_is_read_however_it_was_broken_padded_or_cut_off(text: str) -> None:
    assert from_base64(text) == b"foo"


@given(st.binary())
def test_base64_written_by_anyone_is_read_back(data: bytes) -> None:
    import base64

    assert from_base64(base64.encodebytes(data).decode()) == data
    assert from_base64(base64.urlsafe_b64encode(data).decode().rstrip("=")) == data


def test_a_data_uri_gives_its_bytes_and_its_media_type() -> None:
    assert from_data_uri("data:image/png;base64,Zm9v") == ("image/png", b"foo")
    assert from_data_uri("data:image/png;base64\\,Zm9v") == ("image/png", b"foo")
    assert from_data_uri("data:,a%20b") == ("", b"a b")
    assert from_data_uri("http://example.org/x.png") is None

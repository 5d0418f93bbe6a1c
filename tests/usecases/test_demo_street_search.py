"""Demo Street, asked as a shopkeeper asks who half remembers: the right person first, and why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shopkeeper.host.clock import Clock
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.look_up import find
from shopkeeper.usecases.shop import Shop
from tests.usecases.shops import DAY


@pytest.fixture(scope="module")
def street() -> Iterator[Shop]:
    with demo(Clock.fixed(DAY)) as shop:
        yield shop


@pytest.mark.parametrize(
    ("typed", "meant", "reason"),
    [
        ("ivanov", "Иван Иванов", "reads Ivanov"),
        ("wang", "王小明", "reads Wang"),
        ("pappas", "Γιάννης Παππάς", "reads Pappas"),
        ("yannis", "Γιάννης Παππάς", "reads Yannis"),
        ("fatima", "فاطمة الزهراء", "reads Fatima"),
        ("noam levi", "נעם לוי", "reads Noam"),
        ("arjun", "अर्जुन शर्मा", "reads Arjun"),
        ("somchai", "สมชาย ใจดี", "reads Somchai"),
        ("tanaka", "田中りん", "reads Tanaka"),
        ("duatre ana", "Ana Duarte", "one letter off"),
        ("leo's mum", "Ana Duarte", "Leo's mum"),
        ("plumber elm", "Maria Silva", "plumber · 17 Elm St, Millbrook"),
        ("keeps bees", "Ana Duarte", "keeps bees"),
        ("not told us their name", "Tuesday rye", "has not told us their name yet"),
        ("bdfyjd", "Иван Иванов", "on another keyboard"),
        ("0188", "Ana Duarte", "phone ··0188"),
        ("beagle", "Bo Lund", "Biscuit, beagle"),
        ("begale", "Bo Lund", "Biscuit, beagle"),
        ("beekeper", "Tomás Reyes", "beekeeper"),
        ("station road", "Bo Lund", "9 Station Rd, Millbrook"),
        ("mill ln", "Chi Park 박지", "22 Mill Lane, Millbrook"),
        ("leo's grandma", "Rosa Duarte", "Leo's grandma"),
        ("grandma of leo", "Rosa Duarte", "Leo's grandma"),
        ("rosa's grandson", "Leo Duarte", "Dona Rosa's great-grandchild"),
        ("ana's mum", "Ana Duarte", "without “mum”"),
        ("rosa the flu", "Rosa Duarte", "without “the flu”"),
        ("shivawn", "Siobhán O'Neill-Müller", "spelt another way"),
        ("shivon", "Siobhán O'Neill-Müller", "sounds alike"),
        ("tommy", "Tomás Reyes", "Tommy is Tomás"),
        ("bob", "Bo Lund", "both may be Robert"),
        ("роза", "Rosa Duarte", "sounds alike"),
        ("σοφια", "Zofia Zając", "sounds alike"),
        ("020 7946 0342", "Walter Brandt", "phone 020 7946 0342"),
    ],
)
def test_the_right_person_is_first_and_the_reason_stands_beside(
    street: Shop, typed: str, meant: str, reason: str
) -> None:
    row = find(street, typed).rows[0]
    assert (row.name, row.reason and row.reason.in_english()) == (meant, reason)


def test_a_name_that_says_itself_why_it_was_found_needs_no_reason(street: Shop) -> None:
    row = find(street, "oneill mull").rows[0]
    assert (row.name, row.reason) == ("Siobhán O'Neill-Müller", None)
    assert "".join(row.name[start:end] for start, end in row.matched) == "ONeillMüll"


def test_leo_finds_leo_and_then_his_mother(street: Shop) -> None:
    assert [row.name for row in find(street, "leo").rows][:2] == ["Leo Duarte", "Ana Duarte"]


def test_a_street_beside_a_name_tells_two_of_that_name_apart(street: Shop) -> None:
    elm, oak = (find(street, f"maria silva {name}").rows[0] for name in ("elm", "oak"))
    assert elm.name == oak.name == "Maria Silva"
    assert elm.person_uid != oak.person_uid


def test_elm_street_finds_whoever_lives_in_elm_st(street: Shop) -> None:
    for typed in ("elm street", "elm stre", "elm st"):
        assert {row.reason and row.reason.in_english().partition(" ")[2] for row in find(street, typed).rows} == {
            "Elm St, Millbrook"
        }


def test_where_words_are_left_out_nobody_is_guessed(street: Shop) -> None:
    for typed in ("rosa penicillin", "rosa flu", "ana's mum"):
        assert len(find(street, typed).rows) == 1

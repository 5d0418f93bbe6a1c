"""What is likely to be typed next, going by whoever was found."""

from __future__ import annotations

from shopkeeper.search.next_letters import next_letters

FOUND = ("Ana Duarte", "Anton Berg", "Anna Lund", "Annika Berg", "Bo Anders")


def test_the_letters_with_which_most_names_go_on_come_first() -> None:
    assert next_letters("an", FOUND, 2) == ("n", "a")
    assert set(next_letters("an", FOUND, 9)) == {"n", "a", "t", "d"}


def test_after_a_whole_word_a_space_may_come() -> None:
    assert next_letters("anna", FOUND, 9) == (" ",)
    assert next_letters("ann", FOUND, 9) == ("a", "i")


def test_after_a_space_another_word_of_the_name_begins() -> None:
    assert set(next_letters("anna ", FOUND[2:3], 9)) == {"l"}
    assert "b" in next_letters("an ", FOUND, 9)


def test_letters_are_those_that_are_typed_and_not_those_that_are_written() -> None:
    assert next_letters("jo", ("José Duarte",), 9) == ("s",)
    assert next_letters("jos", ("José Duarte",), 9) == ("e",)
    assert next_letters("ив", ("Иванов Пётр",), 9) == ("а",)


def test_where_nobody_was_found_by_what_is_typed_nothing_is_likely() -> None:
    assert next_letters("", FOUND, 9) == ()
    assert next_letters("0188", FOUND, 9) == ()
    assert next_letters("xq", FOUND, 9) == ()

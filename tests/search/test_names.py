"""What is known of names: pet forms, readings, family words; asked about what was typed."""

from __future__ import annotations

from shopkeeper.knowledge import Kinship, NameWords
from shopkeeper.search.fold import fold
from shopkeeper.search.names import NO_NAMES, Names

NAMES = Names(
    NameWords(
        nicknames=(("Robert", ("Bob", "Rob")), ("José", ("Pepe",))),
        readings=(("محمد", ("Muhammad", "Mohamed")), ("عبد الله", ("Abdullah",)), ("عليرضا", ("Alireza",))),
        characters=(("山", ("yama", "san")), ("田", ("ta", "da")), ("健", ("ken",))),
    ),
    Kinship(words={"en": {"mum": "parent", "step-mother": "step-parent"}, "de": {"mama": "parent"}}),
)


def read(typed: str) -> list[str]:
    return [one.word for one in NAMES.read_as(typed)]


def test_a_pet_form_and_its_name_are_near_and_two_pet_forms_of_one_name_are_not() -> None:
    assert [(one.word, one.both) for one in NAMES.also_called("bob")] == [("robert", ""), ("rob", "Robert")]
    assert {one.word for one in NAMES.also_called("robert")} == {"bob", "rob"}
    assert NAMES.also_called("jose")[0].written == "Pepe"


def test_a_word_of_another_script_is_found_by_every_reading_also_half_typed() -> None:
    assert read("mohamed") == read("muha") == [fold("محمد")]
    assert read("abdullah") == ["عبدالله"]
    assert read("mu") == []


def test_a_reading_with_a_slip_is_nearly_read() -> None:
    assert [one.word for one in NAMES.nearly_read_as("muhamad")] == ["محمد"]
    assert NAMES.nearly_read_as("zzz") == []


def test_an_unknown_japanese_name_is_put_together_from_its_characters() -> None:
    assert read("yamada") == ["山田"]
    assert read("yamad") == ["山田"]
    assert read("ken") == ["健"]


def test_how_a_word_is_read_is_known_with_an_article_too() -> None:
    assert NAMES.readings_of("محمد")[0] == "muhammad"
    assert NAMES.readings_of("المحمد")[0] == "muhammad"


def test_a_family_word_of_any_language_is_known() -> None:
    assert NAMES.kinds_of("mum") == NAMES.kinds_of("mama") == {"parent"}
    assert NAMES.kinds_of("stepmother") == {"step-parent"}


def test_where_nothing_is_known_nothing_is_found() -> None:
    assert not NO_NAMES.also_called("bob")
    assert not NO_NAMES.read_as("mohamed")
    assert not NO_NAMES.nearly_read_as("mohamed")
    assert not NO_NAMES.kinds_of("mum")

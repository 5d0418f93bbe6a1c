from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from shopkeeper.knowledge import NO_NAMES, Knowledge, ReadNames
from shopkeeper.search.fold import tokens
from tests.knowledge.test_knowledge import FOLDER, KNOWLEDGE, TEXTS

FILE = (FOLDER / "nicknames.json").read_text(encoding="utf-8")
TOLD: dict[str, dict[str, str]] = {key: table for key, table in json.loads(FILE).items() if key != "_source"}
NAMES = KNOWLEDGE.names()
NAMED = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru")


def rows() -> Iterator[tuple[str, str, list[str]]]:
    for language, table in TOLD.items():
        for name, forms in table.items():
            yield language, name, forms.split()


def names_of(form: str) -> set[str]:
    """The full names that someone called so may have."""
    return {name for name, forms in NAMES.nicknames if form in forms}


def test_every_name_and_every_form_is_one_word_of_letters() -> None:
    for language, name, forms in rows():
        for word in (name, *forms):
            folded = tokens(word)
            assert len(folded) == 1, (language, name, word)
            assert folded[0].isalpha(), (language, name, word)


def test_no_form_stands_under_its_own_name_and_none_twice() -> None:
    for language, name, forms in rows():
        folded = [tokens(word)[0] for word in (name, *forms)]
        assert len(set(folded)) == len(folded), (language, name)


def test_a_name_has_a_handful_of_forms_of_two_letters_or_more() -> None:
    for language, name, forms in rows():
        assert 1 <= len(forms) <= 12, (language, name)
        assert all(len(form) > 1 for form in forms), (language, name)


def test_a_language_tells_of_a_name_once() -> None:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        assert len(set(keys)) == len(keys)
        return dict(pairs)

    json.loads(FILE, object_pairs_hook=once)


@pytest.mark.parametrize("language", NAMED)
def test_the_languages_that_are_promised_have_at_least_eighty_names(language: str) -> None:
    assert len(TOLD[language]) >= 80


def test_the_file_is_sorted_and_laid_out_in_one_way() -> None:
    told = json.loads(FILE)
    assert list(TOLD) == sorted(TOLD)
    assert all(list(table) == sorted(table) for table in TOLD.values())
    assert json.dumps(told, ensure_ascii=False, indent=1) + "\n" == FILE


def test_what_was_taken_from_others_says_from_whom_and_brings_its_licence() -> None:
    source = json.loads(FILE)["_source"]
    assert "Carlton Northern" in source
    assert "Apache License" in source
    assert "Apache License" in (FOLDER / "nicknames-licence.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Bob", "Robert"), ("Bill", "William"), ("Peggy", "Margaret"), ("Liz", "Elizabeth"), ("Tony", "Anthony"),
        ("Lena", "Magdalena"), ("Sepp", "Josef"), ("Jupp", "Josef"), ("Hannes", "Johannes"), ("Jan", "Johannes"),
        ("Resi", "Theresia"), ("Uschi", "Ursula"), ("Manu", "Emmanuel"), ("Fifi", "Joséphine"), ("Dédé", "André"),
        ("Babette", "Élisabeth"), ("Pepe", "José"), ("Nacho", "Ignacio"), ("Paco", "Francisco"), ("Chelo", "Consuelo"),
        ("Lola", "Dolores"), ("Zé", "José"), ("Chico", "Francisco"), ("Tó", "António"), ("Xana", "Alexandra"),
        ("Beppe", "Giuseppe"), ("Totò", "Antonio"), ("Gigi", "Luigi"), ("Nuccia", "Anna"), ("Koos", "Jacobus"),
        ("Truus", "Geertruida"), ("Joop", "Johannes"), ("Gosia", "Małgorzata"), ("Kuba", "Jakub"),
        ("Ola", "Aleksandra"), ("Саша", "Александр"), ("Саша", "Александра"), ("Дима", "Дмитрий"), ("Лёша", "Алексей"),
        ("Вова", "Владимир"), ("Сашко", "Олександр"), ("Kalle", "Karl"), ("Lasse", "Lars"), ("Honza", "Jan"),
        ("Pepa", "Josef"), ("Pista", "István"), ("Bözsi", "Erzsébet"), ("Τάκης", "Παναγιώτης"), ("Memo", "Mehmet"),
        ("Johnny", "Seán"), ("Paddy", "Pádraig"), ("Nelu", "Ion"), ("Cesc", "Francesc"), ("Pep", "Josep"),
    ],
)  # fmt: skip
def test_who_is_asked_for_by_a_short_name_is_found_by_the_full_one(form: str, name: str) -> None:
    assert name in names_of(form)


def test_the_johns_of_all_countries_are_not_one_person() -> None:
    assert names_of("John").isdisjoint({"Juan", "Giovanni", "Jean", "Иван", "João"})


@pytest.mark.parametrize("taunt", ["Nazi", "Jap", "Paki", "Chucha", "Lude", "Dik", "Nique", "Culano", "Тихоня"])
def test_a_word_that_only_hurts_is_nobodys_name(taunt: str) -> None:
    assert not names_of(taunt)


def _read(**texts: str) -> ReadNames:
    return ReadNames(texts.__getitem__)


def test_what_several_languages_say_of_a_name_is_said_once() -> None:
    names = [name for name, _ in NAMES.nicknames]
    assert len(set(names)) == len(names)
    told = _read(nicknames='{"cs": {"Josef": "Pepa Jožka"}, "de": {"Josef": "Sepp Pepa"}}')
    assert told.nicknames == (("Josef", ("Pepa", "Jožka", "Sepp")),)


def test_readings_of_words_and_of_single_characters_are_kept_apart() -> None:
    told = _read(readings='{"_source": "x", "ja": {"山田": "Yamada"}, "ja_characters": {"山": "yama san"}}')
    assert told.readings == (("山田", ("Yamada",)),)
    assert told.characters == (("山", ("yama", "san")),)


def test_nothing_known_is_a_value_too() -> None:
    assert (NO_NAMES.nicknames, NO_NAMES.readings, NO_NAMES.characters) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "Expecting"),
        ("[]", "nicknames: not a table of languages"),
        ('{"en": ["Bob"]}', "nicknames, en: not a table of words"),
        ('{"en": {"Robert": ["Bob"]}}', "nicknames, en, Robert: no words stand for it"),
        ('{"en": {"Robert": " "}}', "nicknames, en, Robert: no words stand for it"),
    ],
)
def test_a_broken_file_of_names_is_refused_and_says_where(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        _ = _read(nicknames=text).nicknames


def test_names_are_read_when_they_are_asked_for_and_not_before() -> None:
    asked: list[str] = []

    def text_of(name: str) -> str:
        asked.append(name)
        return TEXTS[name]

    knowledge = Knowledge.read(text_of)
    names = knowledge.names()
    assert not {"nicknames", "readings"} & {*asked}
    assert names.nicknames
    assert asked[-1] == "nicknames"

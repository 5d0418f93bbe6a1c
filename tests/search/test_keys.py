"""Keys: the words under which someone is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.domain.person import Name, Person
from shopkeeper.search.fold import KIN_MARK, LOOSE_MARK, MARKS, SOUND_MARK, fold, tokens
from shopkeeper.search.hit import Relative
from shopkeeper.search.keys import NameKeys, goes_by, keys_of, kin_key, shown_name
from shopkeeper.search.latin import loose
from shopkeeper.search.phonetic import skeletons


def alt(keys: NameKeys) -> set[str]:
    return set(keys.alt.split())


def test_own_words_are_those_of_every_name() -> None:
    keys = keys_of(Name(formatted="Ana Duarte", given="Ana", additional="Rita", family="Duarte", nicknames=("Nita",)))
    assert keys.own.split() == ["ana", "rita", "duarte", "nita"]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        (Name(given="Siobhán", family="O'Neill-Müller"), {"oneill", "neillmuller", "oneillmuller", "mueller"}),
        (Name(given="Anna Maria", family="de la Cruz"), {"annamaria", "delacruz", "lacruz"}),
        (Name(formatted="Juan de la Cruz"), {"delacruz", "lacruz"}),
        (Name(given="Jörg", family="Mueller"), {"joerg", "muller"}),
        (Name(formatted="王小明"), {"小明", "明"}),
        (Name(formatted="Chi Park 박지", given="Chi", family="Park"), {"지"}),
        (Name(prefix="Dr", given="Ana"), {"dr"}),
        (Name(given="小明", family="王", phonetic_family="Wáng"), {"wang"}),
    ],
)
def test_other_ways_of_typing_a_name_are_keys_too(name: Name, typed: set[str]) -> None:
    assert {fold(word) for word in typed} <= alt(keys_of(name))


def test_a_given_and_a_family_name_are_not_joined() -> None:
    assert "tomashby" not in alt(keys_of(Name(formatted="Tom Ashby", given="Tom", family="Ashby")))


def test_kin_are_marked_so_that_they_are_never_mistaken_for_own_names() -> None:
    keys = keys_of(Name(given="Ana"), ["Leo O'Neill"])
    assert keys.kin.split() == [kin_key(word) for word in ("leo", "o", "neill", "oneill")]
    assert "leo" not in keys.own + keys.alt


def test_a_relative_is_kept_with_what_they_are_to_each_other() -> None:
    leo = Relative("Leo", "Leo", "", "parent")
    assert keys_of(Name(given="Ana"), [leo], pronouns="she/her").kin == kin_key("leo", "parent", "she")
    assert keys_of(Name(given="Ana"), [leo._replace(words="Mum")]).kin == kin_key("leo", "parent", "mum")
    assert kin_key("leo", "parent", "mum").startswith(kin_key("leo", "parent"))
    assert kin_key("leo", "parent").startswith(kin_key("leo"))


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("Сергей", "sergey sergei"), ("Хрущёв", "khrushchyov hrushchev"), ("Зеленський", "zelensky"),
        ("Дмитрий", "dmitry"), ("Γιάννης", "giannis yannis"), ("Παπαδοπούλου", "papadopoulou"),
        ("გიორგი", "giorgi"), ("Գրիգորյան", "grigoryan grigorian"), ("김민준", "kim minjun joon"), ("박", "park"),
        ("이서연", "lee seoyeon"), ("王小明", "wang xiaoming ming"), ("欧阳娜娜", "ouyang nana"), ("曾", "zeng"),
        ("しょうた", "shota shouta"), ("マーク", "maku maaku"), ("अंजलि", "anjali"), ("विमला", "vimla vimala"),
        ("कृष्ण", "krishna"), ("सिंह", "singh"), ("సుమన", "sumana"), ("สมชาย", "somchai"), ("ศิริพร", "siriphon siripon"),
        ("เบญจวรรณ", "benchawan"), ("דניאל", "dnial"),
    ],
)  # fmt: skip
def test_a_name_in_another_script_has_its_usual_latin_spellings_as_keys(written: str, spelt: str) -> None:
    assert set(spelt.split()) <= alt(keys_of(Name(formatted=written)))


@pytest.mark.parametrize(
    ("written", "systems"),
    [
        ("Сергей", "sergey sergei sergej serguei"), ("Хрущев", "khrushchev hruschev hrushchev"),
        ("Иванов", "ivanov ivanoff ivanow"), ("Наталья", "natalya natalia natalja"), ("Елена", "elena yelena jelena"),
        ("Жуков", "zhukov zukov"), ("Александр", "aleksandr alexandr"), ("Цветаева", "tsvetaeva cvetaeva tzvetayeva"),
        ("Χρήστος", "christos hristos"), ("ხატია", "khatia hatia"), ("सीता", "sita seeta"),
    ],
)  # fmt: skip
def test_every_system_of_spelling_leads_to_one_loose_key(written: str, systems: str) -> None:
    loosely = {key for key in alt(keys_of(Name(formatted=written))) if key[0] == LOOSE_MARK}
    for spelling in systems.split():
        assert LOOSE_MARK + loose(spelling) in loosely, spelling


def test_a_name_without_vowels_has_its_consonants_as_marked_keys() -> None:
    assert {SOUND_MARK + sound for sound in skeletons("muhammad")} <= alt(keys_of(Name(formatted="محمد")))


def test_a_latin_name_has_no_keys_of_other_scripts() -> None:
    keys = keys_of(Name(given="Siobhán", family="Łukasz-Çelik"))
    assert not any(word[0] in MARKS or not word.isascii() for word in alt(keys))


def test_someone_without_a_name_goes_by_the_organisation() -> None:
    mill = Person(uid="x", name=Name(), organisation="Marta's Mill")
    assert shown_name(mill) == "Marta's Mill"
    assert keys_of(mill.name, (), goes_by(mill)).own.split() == ["marta", "s", "mill"]


names = st.builds(
    Name,
    formatted=st.text(max_size=20),
    prefix=st.text(max_size=4),
    given=st.text(max_size=12),
    family=st.text(max_size=12),
    nicknames=st.lists(st.text(max_size=8), max_size=2).map(tuple),
)


@given(names, st.lists(st.text(max_size=10), max_size=2))
def test_every_word_of_a_name_is_a_key_of_its_own_and_no_other_way_repeats_it(name: Name, kin: list[str]) -> None:
    keys = keys_of(name, kin)
    own = set(keys.own.split())
    assert {*tokens(name.given), *tokens(name.family)} <= own
    assert own.isdisjoint(alt(keys))
    assert all(word.startswith(KIN_MARK) for word in keys.kin.split())
    assert not any(word.startswith(KIN_MARK) for word in (*own, *alt(keys)))


def test_a_name_is_found_as_it_is_said_aloud() -> None:
    siobhan = Person(uid="s", name=Name(formatted="Siobhán O'Neill"), say_it="shi-VAWN")
    assert "shivawn" in keys_of(siobhan.name, also=goes_by(siobhan)).own.split()
    assert skeletons("shivon")[0] == skeletons("shivawn")[0]

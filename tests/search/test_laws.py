"""Laws of the search: what holds for every name and every slip."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from shopkeeper.domain.person import Name
from shopkeeper.knowledge import Kinship
from shopkeeper.search.cascade import Search
from shopkeeper.search.fold import fold
from shopkeeper.search.hit import Relative
from shopkeeper.search.keys import keys_of
from shopkeeper.search.latin import forms, loose, loosely
from shopkeeper.search.layouts import compose, decompose, retyped
from shopkeeper.search.names import Names
from shopkeeper.search.query import Query
from tests.search.small_book import SmallBook

GIVEN = ("Ana", "Leo", "Marta", "Robert", "Иван", "محمد", "Γιάννης", "김민준", "Siobhán")
FAMILY = ("Duarte", "Hathercott", "Mulligan", "Lindqvist", "Brookfield", "Okonkwo", "Vasconcelos")
BOOK = SmallBook(
    *(
        (number, keys.own, keys.alt, "")
        for number, keys in enumerate(
            keys_of(Name(given=GIVEN[number % len(GIVEN)], family=family), ()) for number, family in enumerate(FAMILY)
        )
    )
)
WITH_FAMILY = Names(
    kinship=Kinship(words={"es": {"nina": "child", "papa": "parent"}, "en": {"son": "child", "cousin": "cousin"}})
)
letters = st.sampled_from("abcdefghijklmnopqrstuvwxyz")


def found(text: str) -> list[int]:
    return [one.row for one in Search(Query.parse(text), BOOK).go_on()]


def slipped(word: str, at: int, letter: str, kind: int) -> str:
    at = at % (len(word) - 1)
    return (
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )[kind]


@settings(max_examples=300)
@given(st.sampled_from(FAMILY), st.integers(0, 20), letters, st.integers(0, 3))
def test_one_slip_in_a_name_still_finds_the_person(family: str, at: int, letter: str, kind: int) -> None:
    assert FAMILY.index(family) in found(slipped(fold(family), at, letter, kind))


@given(st.sampled_from(range(len(FAMILY))), st.data())
def test_a_further_right_letter_never_loses_who_was_found(number: int, data: st.DataObject) -> None:
    text = fold(FAMILY[number]) + " " + fold(GIVEN[number])
    typed = data.draw(st.integers(3, len(text)))
    assert number in found(text[:typed])


@given(st.text(max_size=30))
def test_the_same_question_has_the_same_answer_and_every_text_is_one(text: str) -> None:
    assert found(text) == found(text)


@given(st.text("йцукенгшщзхъфывапролджэячсмитьбю", min_size=1))
def test_what_one_keyboard_took_from_another_goes_back(text: str) -> None:
    assert any(text in retyped(latin) for latin in retyped(text))


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)))
def test_syllables_are_the_keys_that_they_are_made_of(text: str) -> None:
    assert compose(decompose(text)) == text


@given(st.text())
def test_other_scripts_are_spelt_in_plain_letters_and_digits(text: str) -> None:
    for form in forms(text):
        assert form.isascii()
        assert form.isalnum()
        assert form == form.lower()


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=15))
def test_a_loose_spelling_is_never_longer_than_twice_the_word(word: str) -> None:
    assert len(loose(word)) <= 2 * len(word)
    assert loose(word) in loosely(word)


FAMILY_WORDS = ("nina", "son", "cousin", "papa", "victor", "smith", "leo")


@given(
    st.lists(st.tuples(st.sampled_from(FAMILY_WORDS), st.sampled_from(FAMILY_WORDS)), min_size=1, max_size=30),
    st.sampled_from(FAMILY_WORDS),
    st.sampled_from(FAMILY_WORDS),
)
def test_whoever_is_called_just_so_stands_above_all_kin(people: list[tuple[str, str]], one: str, other: str) -> None:
    kin = Relative(f"{one} {other}", kind="child")
    keys = [keys_of(Name(formatted=" ".join(person)), [kin]) for person in people]
    book = SmallBook(*((number, own.own, own.alt, own.kin) for number, own in enumerate(keys)))
    hits = Search(Query.parse(f"{one} {other}"), book, WITH_FAMILY).go_on()
    called = {number for number, person in enumerate(people) if {one, other} <= set(person)}
    assert {hit.row for hit in hits[: len(called)]} == called or len(called) > 20

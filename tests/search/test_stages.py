"""The stages: what was typed otherwise than it is written still finds whoever was meant, and says why."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from shopkeeper.domain.person import Name
from shopkeeper.knowledge import Kinship, NameWords
from shopkeeper.search.cascade import Row, Search
from shopkeeper.search.hit import SEPARATOR, Candidate, Hit, Reason, Relative, hit_of
from shopkeeper.search.keys import keys_of
from shopkeeper.search.names import Names
from shopkeeper.search.query import Query
from shopkeeper.search.rank import row_of, tier_of
from tests.search.small_book import SmallBook

NAMES = Names(
    NameWords(
        nicknames=(("Robert", ("Bob", "Rob")), ("Édith", ("Edie",)), ("Дмитрий", ("Дима",))),
        readings=(
            ("محمد", ("Muhammad", "Mohamed")),
            ("משה", ("Moshe",)),
            ("田中", ("Tanaka",)),
            ("حداد", ("Haddad",)),
        ),
        characters=(("山", ("yama", "san")), ("川", ("kawa", "gawa")), ("健", ("ken",))),
    ),
    Kinship(
        words={
            "en": {"mum": "parent", "mother": "parent", "dad": "parent", "father": "parent"},
            "de": {"mama": "parent"},
        }
    ),
)
PEOPLE = (
    "Robert Hale", "Rob Stone", "Jürgen Müller", "Ana Duarte", "Seán O'Neill-Mulligan", "Иван Сергеев", "Дмитрий Орлов",
    "محمد الحداد", "משה כהן", "田中 太郎", "山川 健", "김민준", "王小明", "Γιάννης Παππάς",
    "ნინო ბერიძე", "Արամ Գրիգորյան", "अंजलि शर्मा", "สมชาย ใจดี", "Catherine Meyer", "Ivan Petrov", "Fatima Zahra",
    "Edith Brandt", "Rosa Duarte", "Maria Silva", "Zofia Zając",
)  # fmt: skip


def row(number: int, written: str, *kin: Relative, tier: int = 0) -> Row:
    keys = keys_of(Name(formatted=written), kin)
    return row_of(number, tier), keys.own, keys.alt, keys.kin


STREET = SmallBook(*(row(number, written) for number, written in enumerate(PEOPLE)))


def found(text: str, book: SmallBook = STREET) -> list[Candidate]:
    return Search(Query.parse(text), book, NAMES).go_on()


def first(text: str) -> Hit:
    best = found(text)[0]
    return hit_of(best, Query.parse(text).words, "uid", PEOPLE[best.row], "", "")


@pytest.mark.parametrize(
    ("typed", "meant", "reason"),
    [
        ("bob hale", "Robert Hale", "Bob is Robert"),
        ("robert stone", "Rob Stone", "Robert is Rob"),
        ("bob stone", "Rob Stone", "both may be Robert"),
        ("edie brandt", "Edith Brandt", "Edie is Edith"),
        ("дима", "Дмитрий Орлов", "Дима is Дмитрий"),
        ("роза", "Rosa Duarte", "sounds alike"),
        ("σοφια", "Zofia Zając", "sounds alike"),
        ("juergen", "Jürgen Müller", "by name"),
        ("oneill mull", "Seán O'Neill-Mulligan", "by name"),
        ("duatre ana", "Ana Duarte", "one letter off"),
        ("duatr", "Ana Duarte", "one letter off"),
        ("kathryn maier", "Catherine Meyer", "sounds alike"),
        ("fatimazahra", "Fatima Zahra", "by name"),
        ("sergeev", "Иван Сергеев", "reads Sergeev"),
        ("serguejew iwan", "Иван Сергеев", "reads Sergeev"),
        ("dmitrij", "Дмитрий Орлов", "reads Dmitry"),
        ("петров", "Ivan Petrov", "reads Petrov"),
        ("mohamed", "محمد الحداد", "reads Mohamed"),
        ("muham haddad", "محمد الحداد", "reads Muhammad"),
        ("al haddad", "محمد الحداد", "reads Haddad"),
        ("mahmed", "محمد الحداد", "sounds alike"),
        ("moshe cohen", "משה כהן", "sounds alike"),
        ("tanaka", "田中 太郎", "reads Tanaka"),
        ("yamakawa", "山川 健", "reads Yamakawa"),
        ("kim min", "김민준", "reads Kim"),
        ("wang", "王小明", "reads Wang"),
        ("ming wang", "王小明", "reads Ming"),
        ("pappas", "Γιάννης Παππάς", "reads Pappas"),
        ("yannis", "Γιάννης Παππάς", "reads Yannis"),
        ("beridze", "ნინო ბერიძე", "reads Beridze"),
        ("grigoryan", "Արամ Գրիգորյան", "reads Grigoryan"),
        ("krikorian", "Արամ Գրիգորյան", "reads Krikorian"),
        ("anjali", "अंजलि शर्मा", "reads Anjali"),
        ("somchai", "สมชาย ใจดี", "reads Somchai"),
        ("bdfy cthuttd", "Иван Сергеев", "on another keyboard"),
        ("фтф вгфкеу", "Ana Duarte", "on another keyboard"),
        ("rlaalswns", "김민준", "on another keyboard"),
        ("דודו catherine", "Catherine Meyer", "without “דודו”"),
    ],
)
def test_whoever_is_meant_stands_first_and_the_reason_is_said(typed: str, meant: str, reason: str) -> None:
    hit = first(typed)
    assert (hit.name, hit.reason.in_english()) == (meant, reason)


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("sergeev", "Сергеев"),
        ("mohamed haddad", "محمدالحداد"),
        ("tanaka", "田中"),
        ("wang", "王"),
        ("ming wang", "王明"),
        ("somchai", "สมชาย"),
        ("kim min", "김민준"),
    ],
)
def test_the_words_that_are_read_as_typed_are_marked(typed: str, marked: str) -> None:
    hit = first(typed)
    assert "".join(hit.name[start:end] for start, end in hit.matched) == marked


def test_a_whole_number_is_shown_as_it_was_typed_and_of_a_part_the_end() -> None:
    book = SmallBook(row(1, "Ivan"), phones=[(1, "07700900914")])
    said = {text: found(text, book)[0].detail for text in ("+44 7700 900914", "07700 900914", "0914", "914", "7009")}
    assert said == {
        "+44 7700 900914": "+44 7700 900914",
        "07700 900914": "07700 900914",
        "0914": "··0914",
        "914": "··0914",
        "7009": "··700900914",
    }


def test_words_that_nobody_has_are_left_out_and_the_others_never_guessed() -> None:
    rows = (row(1, "Rosa Duarte"), row(2, "Inés Reyes"), row(3, "Fleur Berg"), row(4, "Rosalind Park"))
    book = SmallBook(*rows)
    for typed, left_out in (("rosa penicillin", "penicillin"), ("rosa flu", "flu"), ("rosa the flu", "the flu")):
        assert [(one.row, one.detail) for one in found(typed, book)] == [(1, left_out)]


LEO = Relative("Leo Duarte", "Leo", "mum", "parent")
HOME = SmallBook(
    row(1, "Leo Duarte"),
    row(2, "Ana Duarte", LEO),
    row(3, "Rui Duarte", LEO._replace(words="dad")),
    row(4, "Rosa Duarte", LEO._replace(words="", kind="grandparent")),
    things=[(2, "Biscuit, beagle"), (3, "10 Elm St"), (4, "107 Elm St")],
)


def numbers(some: Iterable[Candidate]) -> list[int]:
    return [one.row for one in some]


@pytest.mark.parametrize(
    "typed", ["leo's mum", "leos mum", "leo mum", "mum of leo", "Leo Duarte's mum", "mama von leo"]
)
def test_leos_mum_is_asked_for_by_what_she_is(typed: str) -> None:
    best = found(typed, HOME)[0]
    assert best.row in ((2,) if "mum" in typed else (2, 3))
    kin = SEPARATOR.join((LEO.written(),))
    assert hit_of(best, Query.parse(typed).words, "uid", "Ana Duarte", "", kin).reason.in_english() == "Leo's mum"


def test_of_two_parents_the_one_is_first_whose_pronouns_say_mother() -> None:
    leo = Relative("Leo", "Leo", "", "parent")
    keys = [keys_of(Name(formatted="Sam Duarte"), [leo], pronouns=told).kin for told in ("he/him", "", "she/her")]
    book = SmallBook(*((number, "sam", "", kin) for number, kin in enumerate(keys)))
    assert numbers(found("leo's mother", book)) == [2, 1]
    assert numbers(found("leo's father", book)) == [0, 1]


def test_a_family_word_finds_nobody_who_is_something_else() -> None:
    assert 4 not in numbers(found("leo's mum", HOME))


def test_a_name_finds_its_bearer_and_then_the_kin() -> None:
    assert numbers(found("leo", HOME)) == [1, 2, 3, 4]


def test_what_is_remembered_finds_someone_alone_or_beside_their_name() -> None:
    assert [(one.row, one.why) for one in found("beagle", HOME)] == [(2, Reason.MEMORY)]
    assert numbers(found("rui elm", HOME))[0] == 3
    assert numbers(found("duarte elm 10", HOME))[:2] == [3, 4]
    assert numbers(found("biscuit ana", HOME))[0] == 2


def test_names_stand_above_what_only_sounds_alike() -> None:
    book = SmallBook(row(1, "Jon Smith", tier=tier_of(None)), row(2, "John Smith"), row(3, "Joan Smithe"))
    assert numbers(found("jon smith", book))[0] == row_of(1, tier_of(None))


def test_whoever_was_chosen_before_stands_first_among_equals() -> None:
    stranger = row_of(2, tier_of(None))
    rows = (row(1, "Maria Silva"), row(2, "Maria Silva", tier=tier_of(None)), row(3, "Mariana Silva"))
    book = SmallBook(*rows, choices=[("maria silva", stranger)])
    assert numbers(found("maria", book))[0] == stranger
    assert numbers(found("mariana", book))[0] == 3
    assert numbers(found("maria", SmallBook(*rows)))[0] == 1


def test_a_search_may_pause_after_the_names_and_finds_the_rest_later_below() -> None:
    search = Search(Query.parse("leo"), HOME, NAMES)
    begun = search.go_on(lambda: False)
    assert numbers(begun) == [1]
    assert not search.is_done
    assert search.go_on()[: len(begun)] == begun
    assert search.is_done


def test_a_short_word_sounds_like_none_that_shares_no_letter_with_it() -> None:
    assert found("bob", SmallBook(row(1, "Pip Lindqvist"))) == []

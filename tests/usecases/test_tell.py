"""One line at the counter, from what was typed to what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopkeeper.capture.chip import Chip, PersonField
from shopkeeper.domain.allergy import AllergyIntolerance, Severity
from shopkeeper.domain.memory import Memory
from shopkeeper.domain.person import Person
from shopkeeper.host.clock import Clock
from shopkeeper.remember.reminder import Slot
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import Heard, keep, listen, tell
from shopkeeper.usecases.undo import Done, redo, undo
from tests.usecases.shops import DAY, card_of, names_of, own_shop, said_in, whole

THE_LINE = "Ana Duarte, Elm St 4, son Leo b. 4 May (7), nuts!!, grandma Rosa has flu"


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def answered(heard: Heard) -> Heard:
    """The line with every question answered by the first of those it could be."""
    draft = heard.draft
    while (asks := draft.question) is not None:
        draft = draft.of(asks, asks.asks[0])
    return replace(heard, draft=draft)


def told(shop: Shop, text: str, about: str | None = None) -> Done:
    return keep(shop, answered(listen(shop, text, about)))


def memory(shop: Shop, name: str) -> Memory:
    (uid,) = [uid for uid in shop.store.uids() if str(shop.store.memory_of(uid).person.name) == name]
    return shop.store.memory_of(uid)


def test_the_sentence_is_kept_with_one_answer_and_one_enter_and_goes_with_one_undo(shop: Shop) -> None:
    heard = listen(shop, THE_LINE)
    assert heard.is_new
    assert heard.draft.question is not None
    done = keep(shop, answered(heard))
    card = card_of(shop, "ana duarte")
    assert "nuts" in said_in(card, Slot.SAFETY)
    assert "life-threatening" in said_in(card, Slot.SAFETY)
    assert "grandma Rosa" in said_in(card, Slot.ASK_AFTER)
    assert "Leo" in said_in(card, Slot.HERE)
    assert done.name.in_english() == "wrote down Ana Duarte with 6 things"
    after = whole(shop)
    undo(shop)
    assert shop.store.count() == 0
    redo(shop)
    assert whole(shop) == after


def test_the_loss_of_a_grandma_is_felt_on_the_cards_of_all_who_live_with_her_family(shop: Shop) -> None:
    ana = told(shop, THE_LINE).person_uid
    before = {name: said_in(card_of(shop, name), Slot.NOW) for name in ("ana duarte", "leo")}
    told(shop, "grandma Rosa died", ana)
    assert "Be gentle: lost Rosa" in said_in(card_of(shop, "ana duarte"), Slot.NOW)
    assert "Be gentle: lost Rosa · Ana's grandma" in said_in(card_of(shop, "leo"), Slot.NOW)
    undo(shop)
    assert {name: said_in(card_of(shop, name), Slot.NOW) for name in before} == before


def test_a_line_that_asks_is_not_kept_before_it_is_answered(shop: Shop) -> None:
    with pytest.raises(Refused, match="Say first whose this is"):
        keep(shop, listen(shop, THE_LINE))
    assert shop.store.count() == 0


@pytest.mark.parametrize("typed", ["Ana Duarte", "王小明", "O'Neill-Müller Siobhán", "Tuesday rye", "x"])
def test_a_new_person_has_every_word_that_was_typed(shop: Shop, typed: str) -> None:
    done = told(shop, f"  {typed} ")
    assert str(shop.store.memory_of(done.person_uid).person.name) == typed
    assert names_of(shop, typed) == [typed]
    assert done.name.in_english() == f"wrote down {typed}"


def test_a_whole_name_finds_the_person_and_writes_no_second_one(shop: Shop) -> None:
    first = told(shop, "Ana Duarte").person_uid
    heard = listen(shop, "ana duarte, likes rye")
    assert (heard.person_uid, heard.is_new) == (first, False)
    keep(shop, heard)
    assert shop.store.count() == 1
    assert listen(shop, "Ana Lund, likes rye").is_new, "one word in common is not that person"


def test_a_name_typed_without_its_accents_is_that_person(shop: Shop) -> None:
    first = told(shop, "Siobhán Müller").person_uid
    assert listen(shop, "siobhan muller, likes rye").person_uid == first


def test_several_of_one_name_are_asked_about(shop: Shop) -> None:
    one = told(shop, "Maria Silva, Elm St 4").person_uid
    tell(shop, "Bo Lund, mum Maria Silvas")
    two = keep(shop, Heard(draft=listen(shop, "Maria Silva, Oak St 3").draft, anew=True)).person_uid
    heard = listen(shop, "Maria Silva, likes rye")
    assert {row.person_uid for row in heard.several} == {one, two}
    before = whole(shop)
    with pytest.raises(Refused, match=r"2 people are called Maria Silva: .*Elm St.* Say whom you mean"):
        keep(shop, heard)
    assert whole(shop) == before
    keep(shop, replace(heard, several=(), person_uid=two))
    assert [interest.text for interest in shop.store.memory_of(two).interests] == ["rye"]


def test_at_the_foot_of_a_card_the_family_is_known_by_name(shop: Shop) -> None:
    ana = told(shop, THE_LINE).person_uid
    told(shop, "leo starts judo monday", ana)
    assert "starts judo" in [occasion.label for occasion in memory(shop, "Leo").occasions]
    told(shop, "gave doughnuts with leo's cake", ana)
    assert [kindness.text for kindness in shop.store.memory_of(ana).kindnesses] == ["doughnuts with leo's cake"]
    told(shop, "don't: the wedding", ana)
    assert [one.text for one in shop.store.memory_of(ana).dont_mention] == ["the wedding"]
    assert shop.store.count() == 3


def test_a_line_about_several_people_done_again_is_about_whom_it_named_first(shop: Shop) -> None:
    ana = told(shop, THE_LINE).person_uid
    undo(shop)
    again = redo(shop)
    assert again is not None
    assert again.person_uid == ana


def test_a_treat_brings_up_what_is_on_record(shop: Shop) -> None:
    ana = told(shop, THE_LINE).person_uid
    told(shop, "dislikes cinnamon", ana)
    said = [hint.in_english() for hint in listen(shop, "gave doughnuts", ana).hints]
    assert said == ["nuts", "does not like cinnamon"]
    assert listen(shop, "likes doughnuts", ana).hints == ()


def test_rosa_died_quietens_what_was_told_of_her(shop: Shop) -> None:
    ana = told(shop, THE_LINE).person_uid
    told(shop, "rosa died", ana)
    assert said_in(card_of(shop, "ana duarte"), Slot.ASK_AFTER) == ""
    assert "Rosa" in said_in(card_of(shop, "ana duarte"), Slot.NOW)
    undo(shop)
    assert "Rosa" in said_in(card_of(shop, "ana duarte"), Slot.ASK_AFTER)


def test_a_line_in_a_language_without_words_of_its_own_is_read_in_english(shop: Shop) -> None:
    heard = listen(shop, "Ana Duarte, nuts!!", language="nl_NL")
    assert [chip.kind.value for chip in heard.draft.chips] == ["name", "allergy"]


CLAUSES = (
    "son Leo b. 4 May (7)", "nuts!!", "grandma Rosa has flu", "likes rye", "dislikes cinnamon", "keeps bees",
    "07700 900188", "ana@street.example", "Elm St 4", "beagle Biscuit", "promised the rye recipe by Friday",
    "brought plums", "gave doughnuts", "asked: none", "don't: the wedding", "her son starts judo monday",
    "call her Annie", "husband Tom died", "neighbour Bo", "penicillin!", "no pork", "the usual: two rolls",
    "wedding day 3 June", "carpenter", "collects for Rosa", "42",
)  # fmt: skip
RUBBISH = ("qwx zzq", "(?)", "王小明", "!!", "son", "b. 31 June")


def lines(*clauses: str) -> st.SearchStrategy[str]:
    """A few of these clauses in any order, as they are typed at a counter."""
    return st.lists(st.sampled_from(clauses), min_size=1, max_size=6, unique=True).map(", ".join)


@dataclass(frozen=True, repr=False)
class Home:
    """Ana and her son; each line is taken back when it has been tried."""

    shop: Shop
    ana: str


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    with own_shop(tmp_path_factory.mktemp("home")) as shop:
        yield Home(shop, told(shop, "Ana Duarte, son Leo").person_uid)


@settings(max_examples=30, deadline=None)
@given(line=lines(*CLAUSES, *RUBBISH))
def test_keeping_and_undoing_leaves_an_equal_book_and_keeping_twice_writes_nothing_twice(home: Home, line: str) -> None:
    shop, ana = home.shop, home.ana
    before = whole(shop)
    told(shop, line, ana)
    try:
        after = whole(shop)
        with pytest.raises(Refused, match="written down already"):
            told(shop, line, ana)
        assert whole(shop) == after
    finally:
        undo(shop)
    assert whole(shop) == before


@settings(max_examples=30, deadline=None)
@given(line=lines(*CLAUSES, *RUBBISH))
def test_no_word_is_lost_it_is_in_a_chip_that_was_kept_or_in_the_note(home: Home, line: str) -> None:
    shop, ana = home.shop, home.ana
    heard = answered(listen(shop, line, ana))
    keep(shop, heard)
    try:
        notes = " ".join(note.text for note in shop.store.memory_of(ana).notes)
        kinds = {type(record) for of in whole(shop).values() for record in of.records()}
    finally:
        undo(shop)
    draft = heard.draft
    covered = {n for span in (*(s for chip in draft.chips for s in chip.spans), *draft.left) for n in range(*span)}
    assert all(place in covered for place, letter in enumerate(line) if not letter.isspace())
    assert all(line[start:end] in notes for start, end in draft.left)
    for chip in draft.chips:
        what = Person if isinstance(chip.what, PersonField) else type(chip.what)
        assert what in kinds or line[slice(*chip.spans[0])] in notes


def test_told_again_an_allergy_is_as_old_as_its_newest_telling(shop: Shop) -> None:
    ana = told(shop, "Ana Duarte, nuts!!").person_uid
    later = replace(shop, clock=Clock.fixed(DAY + timedelta(days=300)))
    told(later, "still allergic to nuts", ana)
    (nuts,) = shop.store.memory_of(ana).allergies
    assert (nuts.told_on, nuts.checked_on) == (DAY, DAY + timedelta(days=300))
    assert nuts.severity is Severity.LIFE_THREATENING
    with pytest.raises(Refused, match="written down already"):
        told(later, "nuts", ana)


def test_the_month_of_a_death_may_be_told_later(shop: Shop) -> None:
    ana = told(shop, "Ana Duarte, grandma Rosa died").person_uid
    told(shop, "grandma Rosa died in march", ana)
    told_again = listen(shop, "grandma Rosa died in april", ana)
    with pytest.raises(Refused, match="written down already"):
        keep(shop, told_again)
    (loss,) = memory(shop, "Rosa").losses
    assert loss.on.month == 3


def test_of_two_windows_that_heard_of_the_same_newcomer_the_second_is_told(shop: Shop) -> None:
    first, second = listen(shop, "Ana Duarte, likes rye"), listen(shop, "Ana Duarte, likes plums")
    keep(shop, first)
    with pytest.raises(Refused, match="Ana Duarte is in the book now"):
        keep(shop, second)
    keep(shop, replace(second, anew=True))
    assert shop.store.count() == 2


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("mum is allergic to nuts", "wrote down mum's allergy: nuts"),
        ("grandma Rosa died, likes rye", "wrote down for Ana Duarte: Rosa: has died, rye"),
        ("son Leo b. 4 May, likes rye", "wrote down for Ana Duarte: Leo: Birthday, rye"),
        ("likes rye, qwx zzq", "wrote down for Ana Duarte: rye, the note “qwx zzq”"),
    ],
)
def test_the_name_of_an_act_says_whose_each_thing_is(shop: Shop, line: str, name: str) -> None:
    ana = told(shop, "Ana Duarte").person_uid
    assert told(shop, line, ana).name.in_english() == name


# A denial before a fact, several relatives with one fact, a pet with one: what a counter says every day.
HARD = (
    "sons Tim and Jim allergic to egg", "husband Tom no longer allergic to nuts", "dog Biscuit, died in march",
    "leo nuts!!", "mum has cancer", "wife Eve and son Max allergic to penicillin", "aunt Mia is allergic to milk",
    "rosa: nuts!!", "not allergic to sesame", "leo and rosa nuts!!",
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(line=lines(*CLAUSES, *HARD))
def test_the_fact_of_each_chip_is_on_the_card_of_whom_the_chip_names(home: Home, line: str) -> None:
    """On no other card: what is told of Leo is no allergy of Ana's."""
    shop, ana = home.shop, home.ana
    heard = answered(listen(shop, line, ana))
    before = whole(shop)
    keep(shop, heard)
    try:
        after = whole(shop)
        for chip in heard.draft.chips:
            if isinstance(chip.what, AllergyIntolerance):
                owners = {
                    str(memory.person.name) if uid != ana else "Ana"
                    for uid, memory in after.items()
                    for one in memory.allergies
                    if one.substance == chip.what.substance and one not in getattr(before.get(uid), "allergies", ())
                }
                said = {one.whose.name for one in heard.draft.chips if _substance(one) == chip.what.substance}
                assert owners == said, line
    finally:
        undo(shop)


def _substance(chip: Chip) -> str:
    return chip.what.substance if isinstance(chip.what, AllergyIntolerance) else ""

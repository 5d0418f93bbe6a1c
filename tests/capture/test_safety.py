"""No allergy is guessed, none is guessed away, and a "no" never becomes a fact."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shopkeeper.capture.chip import ChipKind
from shopkeeper.capture.read import Member, Subject, read
from shopkeeper.domain.allergy import AllergyIntolerance, Category, Severity
from tests.capture.lines import TODAY, in_the_box, of_ana, told, words

DENIED = {
    "en": """not allergic to {x}|isn't allergic to {x}|is not allergic to {x}!!|no longer allergic to {x}|never
        allergic to {x}|she is not allergic to {x}|not {x}|no allergy to {x}|no {x} allergy|has no {x}
        allergy|{x} allergy: none|{x} allergy? no|outgrew her {x} allergy|maybe allergic to {x}|ask if allergic
        to {x}|allergic to {x}?|is he allergic to {x}?|thinks he is allergic to {x}|can eat {x} again, not
        allergic|might be allergic to {x}|used to be allergic to {x}|not sure if allergic to {x}|doesn't have a
        {x} allergy|tested negative for {x} allergy|son Max is not allergic to {x}|her sister isn't allergic to
        {x}|not intolerant to {x}|denies {x} allergy|allergy to {x} is gone|no known {x} allergy""",
    "de": """nicht allergisch gegen {x}|ist nicht allergisch gegen {x}!!|nicht mehr allergisch gegen {x}|keine
        Allergie gegen {x}|vielleicht allergisch gegen {x}|allergisch gegen {x}?|nie allergisch gegen {x}|hat
        keine Allergie auf {x}|war früher allergisch gegen {x}|Allergie gegen {x} ist weg""",
    "fr": """pas allergique aux {x}|n'est pas allergique aux {x}!!|n'est plus allergique aux {x}|aucune allergie aux
        {x}| peut-être allergique aux {x}|allergique aux {x} ?|jamais allergique aux {x}|pas d'allergie aux {x}""",
    "es": """no es alérgica a {x}|no alérgica a {x}!!|ya no es alérgica a {x}|ninguna alergia a {x}|quizás alérgica a
        {x}| ¿alérgica a {x}?|nunca alérgica a {x}|sin alergia a {x}""",
    "pt": """não é alérgica a {x}|não alérgica a {x}!!|já não é alérgica a {x}|nenhuma alergia a {x}|talvez alérgica
        a {x}|alérgica a {x}?|nunca alérgica a {x}|sem alergia a {x}""",
}
SUBSTANCES = {
    "en": ("nuts", "penicillin", "kiwi", "latex", "zebra milk"),
    "de": ("Nüsse", "Penicillin", "Latex"),
    "fr": ("noix", "crevettes"),
    "es": ("nueces", "penicilina"),
    "pt": ("nozes", "penicilina"),
}


@pytest.mark.parametrize("language", DENIED)
def test_what_is_denied_or_doubted_is_no_allergy_and_stays_in_the_note(language: str) -> None:
    for pattern in " ".join(DENIED[language].split()).split("|"):
        for x in SUBSTANCES[language]:
            line = pattern.strip().replace("{x}", x)
            named = (f"{name}{line}" for name in ("Ana Duarte, ", "Ana Duarte ", "ana duarte "))
            for draft in (of_ana(line, language), *(in_the_box(one, language) for one in named)):
                name = next((str(chip.what) for chip in draft.chips if chip.kind is ChipKind.NAME), "").lower()
                assert name in {"", "ana duarte"} or pattern.startswith("{x}"), line
                kinds = {chip.kind for chip in draft.chips}
                assert not kinds & {ChipKind.ALLERGY, ChipKind.ASKED, ChipKind.DIET, ChipKind.INTEREST}, line
                assert x.split()[-1] in draft.note, line


@pytest.mark.parametrize(
    "line",
    ["Ana Duarte{} nuts!!", "Ana Duarte,{} nuts!!", "Ana Duarte, plumber,{} nuts!!", "Ana Duarte, likes rye,{} nuts!!",
     "Ana Duarte, keeps bees{} nuts!!", "Ana Duarte, something new{} nuts!!", "Ana Duarte, 0171 234567{} nuts!!",
     "Ana Duarte, asked: none,{} nuts!!", "Ana Duarte, no pork,{} nuts!!", "Ana Duarte, son Leo,{} nuts!!"],
)  # fmt: skip
@pytest.mark.parametrize("between", ["", " and", " also"])
def test_nuts_with_its_marks_are_an_allergy_wherever_they_stand(line: str, between: str) -> None:
    found = [c.what for c in in_the_box(line.format(between)).chips if c.kind is ChipKind.ALLERGY]
    assert [(w.substance, w.severity) for w in found if isinstance(w, AllergyIntolerance)] == [
        ("nuts", Severity.LIFE_THREATENING)
    ]


@pytest.mark.parametrize("words", ["nuts", "tree nuts", "Nuts", "ground almonds", "PENICILLIN"])
def test_a_substance_is_kept_as_it_was_typed(words: str) -> None:
    (chip,) = of_ana(f"{words}!!").chips
    assert isinstance(chip.what, AllergyIntolerance)
    assert chip.what.substance == words


@pytest.mark.parametrize(
    ("line", "category"),
    [
        ("penicillin", Category.MEDICINE),
        ("allergic to Augmentin", Category.MEDICINE),
        ("allergic to sesame", Category.FOOD),
        ("allergic to latex", Category.OTHER),
        ("allergic to bee stings", Category.OTHER),
        ("allergic to something blue", Category.FOOD),
    ],
)
def test_the_first_known_word_tells_food_from_medicine(line: str, category: Category) -> None:
    (chip,) = of_ana(line).chips
    assert isinstance(chip.what, AllergyIntolerance)
    assert chip.what.category is category


def test_more_of_a_list_of_likes_is_no_allergy() -> None:
    assert told(of_ana("likes rye, nuts, eggs")) == ["interest: likes rye", "~ nuts, eggs"]
    assert told(of_ana("brought plums, walnuts")) == ["kindness: from them: brought plums", "~ walnuts"]


def test_an_allergy_right_behind_a_relative_asks_whose_it_is() -> None:
    asked = of_ana("son Max b. 4 May, nuts!!, eggs!").chips
    assert [[one.name for one in chip.asks] for chip in asked if chip.kind is ChipKind.ALLERGY] == [
        ["Ana Duarte", "Max"],
        ["Ana Duarte", "Max"],
    ]
    assert of_ana("son Max b. 4 May, likes rye, nuts!!").question is None
    assert of_ana("son Max nuts!!").question is None
    assert of_ana("son Max b. 4 May, leo nuts!!").question is None


def test_collecting_a_prescription_is_no_leave_to_read_the_medicine_lines() -> None:
    (chip,) = of_ana("picks up Rosa's prescription").chips
    assert not getattr(chip.what, "medicine", True)


HEADS = st.sampled_from(("Ana Duarte ", "ana duarte ", "Ana Duarte, ", "Ana Duarte, mum ", "Ana Duarte, husband Tom "))
DOUBTS = st.sampled_from(("not", "no longer", "isn't", "never", "maybe", "probably", "hasn't", "used to be", "almost"))
FACTS = (
    "allergic to nuts",
    "nuts",
    "coeliac",
    "vegan",
    "has cancer",
    "in hospital",
    "died",
    "died in March",
    "b. 4 May",
)


@given(HEADS, DOUBTS, st.sampled_from(FACTS))
def test_nothing_behind_a_doubt_is_a_fact(head: str, doubt: str, fact: str) -> None:
    kinds = {chip.kind for chip in in_the_box(f"{head}{doubt} {fact}").chips}
    avoided = {ChipKind.DIET} if doubt == "never" else set()  # "never nuts"
    assert kinds <= {ChipKind.NAME, ChipKind.KIN} | avoided


@given(
    st.sampled_from(("sons {a} and {b}", "twins {a} and {b}", "wife {a} and son {b}", "kids {a}, {b} and Kit")),
    st.sampled_from(("allergic to nuts", "nuts!!", "coeliac", "have flu", "died")),
)
def test_a_fact_about_several_is_given_to_each(several: str, fact: str) -> None:
    draft = in_the_box(f"Ana Duarte, {several.format(a='Max', b='Mia')} {fact}")
    named = {chip.named for chip in draft.chips if chip.kind is ChipKind.KIN}
    told = [chip for chip in draft.chips if chip.kind not in {ChipKind.NAME, ChipKind.KIN}]
    assert named >= {"Max", "Mia"}
    assert {chip.whose.name for chip in told} == named
    assert not draft.left


@given(
    st.sampled_from(("dog Biscuit", "has a dog Biscuit", "cat Molly (tabby)", "had a cat Tom", "goldfish Bob")),
    st.sampled_from((" ", ", ", ", who ")),
    st.sampled_from(("died", "died in March", "has cancer", "b. 4 May", "(7)", "allergic to chicken", "is dead")),
)
def test_what_is_said_of_an_animal_is_nobody_s(pet: str, between: str, fact: str) -> None:
    chips = in_the_box(f"Ana Duarte, {pet}{between}{fact}").chips
    assert {chip.kind for chip in chips} <= {ChipKind.NAME, ChipKind.PET}


@pytest.mark.parametrize("fact", ["b. 4 May", "likes rye", "nuts!!", "has flu", "died"])
def test_of_two_by_one_word_every_fact_asks_which(fact: str) -> None:
    sons = tuple(Member(uid=name, names=(name,), words=("son",)) for name in ("Leo", "Max"))
    (chip,) = read(f"son {fact}", words(), TODAY, Subject(uid="kim", name="Kim Lee", members=sons)).chips
    assert [one.name for one in chip.asks] == ["Leo", "Max"]
    assert [one.name for one in chip.turned().asks] == ["Leo", "Max"]

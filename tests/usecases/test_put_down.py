"""What is kept of a line, whatever grammar has read it: chips are made by hand here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from shopkeeper.capture.chip import OWN, Chip, ChipKind, PersonField, What, Whose
from shopkeeper.capture.draft import Draft
from shopkeeper.domain.allergy import AllergyIntolerance, Asked, Category, Severity
from shopkeeper.domain.change import made
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Consent, Purpose
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import Memory
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Name, Tel
from shopkeeper.domain.phrase import verbatim
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Uid
from shopkeeper.host.clock import new_uid
from shopkeeper.usecases.hints import hints
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.refused import Refused
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.tell import Heard, keep, make_person
from shopkeeper.usecases.undo import Done, redo, undo
from tests.usecases.shops import DAY, names_of, own_shop, whole

_MINE: dict[str, Any] = {"uid": "", "person_uid": ""}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def line(*parts: tuple[str, ChipKind, What, Whose] | str) -> Draft:
    """A line of these parts, in this order; words alone were not understood."""
    text, chips, left = "", [], []
    for part in parts:
        words = part if isinstance(part, str) else part[0]
        span = (len(text), len(text) + len(words))
        text += f"{words} "
        if isinstance(part, str):
            left.append(span)
        else:
            chips.append(Chip(kind=part[1], what=part[2], whose=part[3], spans=(span,)))
    return Draft(text=text, chips=tuple(chips), left=tuple(left))


def name(words: str) -> tuple[str, ChipKind, What, Whose]:
    given, _, family = words.partition(" ")
    return words, ChipKind.NAME, Name(formatted=words, given=given, family=family), OWN


def kin(words: str, kind: str, called: str = "", whose: Whose = OWN) -> tuple[str, ChipKind, What, Whose]:
    said = f"{words} {called}".strip()
    return said, ChipKind.KIN, Relationship(**_MINE, kind=kind, related_name=called, words=words), whose


def nuts(severity: Severity = Severity.NOT_SAID, whose: Whose = OWN) -> tuple[str, ChipKind, What, Whose]:
    told = AllergyIntolerance(**_MINE, category=Category.FOOD, substance="nuts", severity=severity, told_on=DAY)
    return "nuts", ChipKind.ALLERGY, told, whose


def flu(whose: Whose = OWN, who: str = "") -> tuple[str, ChipKind, What, Whose]:
    return "has flu", ChipKind.CONCERN, Concern(**_MINE, what="flu", who=who, since=PartialDate.of(DAY)), whose


def likes(text: str, whose: Whose = OWN) -> tuple[str, ChipKind, What, Whose]:
    told = Interest(**_MINE, kind=InterestKind.LIKES, text=text, told_on=DAY)
    return f"likes {text}", ChipKind.INTEREST, told, whose


def relative(draft: Draft, nth: int = 0) -> Whose:
    chip = [chip for chip in draft.chips if chip.kind is ChipKind.KIN][nth]
    return Whose(name=chip.named, kin=chip.begins)


def told(shop: Shop, draft: Draft, about: Uid = "") -> Done:
    return keep(shop, Heard(draft=draft, person_uid=about, name="Ana"))


def known(shop: Shop, words: str = "Ana Duarte") -> Uid:
    return make_person(shop, words).person_uid


def memory(shop: Shop, words: str) -> Memory:
    (uid,) = [uid for uid in shop.store.uids() if str(shop.store.memory_of(uid).person.name) == words]
    return shop.store.memory_of(uid)


def the_sentence() -> Draft:
    """Ana Duarte, Elm St 4, son Leo b. 4 May (7), nuts!!, grandma Rosa has flu."""
    adr = ("Elm St 4", ChipKind.ADR, Adr(uid="", owner_uid="", street="Elm St 4"), OWN)
    plain = line(name("Ana Duarte"), adr, kin("son", "child", "Leo"), kin("grandma", "grandparent", "Rosa"))
    leo, rosa = relative(plain), relative(plain, 1)
    birthday = Occasion(
        **_MINE, kind="birthday", on=PartialDate(month=5, day=4), age_told=7, age_told_on=DAY, told_on=DAY
    )
    return line(
        name("Ana Duarte"), adr, kin("son", "child", "Leo"), kin("grandma", "grandparent", "Rosa"),
        ("b. 4 May (7)", ChipKind.OCCASION, birthday, leo), nuts(Severity.LIFE_THREATENING), flu(rosa, "Rosa"),
    )  # fmt: skip


def test_one_line_writes_down_the_person_the_family_and_every_fact_in_one_act(shop: Shop) -> None:
    done = told(shop, the_sentence())
    assert done.name.in_english() == "wrote down Ana Duarte with 6 things"
    ana, leo, rosa = (memory(shop, words) for words in ("Ana Duarte", "Leo", "Rosa"))
    assert [adr.street for adr in ana.adrs] == ["Elm St 4"]
    assert [(a.substance, a.severity, a.recorded_by) for a in ana.allergies] == [
        ("nuts", Severity.LIFE_THREATENING, "MK")
    ]
    assert [(r.kind, r.words, r.related_uid) for r in ana.relationships] == [
        ("child", "son", leo.uid), ("grandparent", "grandma", rosa.uid),
    ]  # fmt: skip
    assert [(o.kind, str(o.on), o.age_told, o.told_by) for o in leo.occasions] == [("birthday", "--05-04", 7, "Ana")]
    assert [(c.what, c.who, c.told_by) for c in rosa.concerns] == [("flu", "", "Ana")]
    assert (rosa.person.name.family, rosa.allergies, ana.concerns) == ("", (), ())


def test_a_child_lives_with_its_parent_and_a_grandmother_need_not(shop: Shop) -> None:
    told(shop, the_sentence())
    ana, leo, rosa = (memory(shop, words) for words in ("Ana Duarte", "Leo", "Rosa"))
    assert [house.name for house in ana.households] == ["Duarte"]
    assert leo.households == ana.households
    assert rosa.households == ()
    second = line(kin("daughter", "child", "Ida"))
    told(shop, second, ana.uid)
    assert memory(shop, "Ida").households == ana.households


def test_what_was_told_is_taken_back_and_done_again_as_a_whole(shop: Shop) -> None:
    known(shop, "Bo Lund")
    before = whole(shop)
    told(shop, the_sentence())
    after = whole(shop)
    undo(shop)
    assert whole(shop) == before
    assert names_of(shop, "leo") == []
    redo(shop)
    assert whole(shop) == after


def test_telling_the_same_again_writes_nothing_again(shop: Shop) -> None:
    done = told(shop, the_sentence())
    before = whole(shop)
    with pytest.raises(Refused, match="written down already"):
        told(shop, the_sentence(), done.person_uid)
    assert whole(shop) == before


def test_of_what_is_known_only_what_is_new_is_written(shop: Shop) -> None:
    ana = known(shop)
    told(shop, line(nuts()), ana)
    worse = told(shop, line(nuts(Severity.SERIOUS)), ana)
    assert worse.name.in_english() == "wrote down Ana's allergy: nuts"
    assert [a.severity for a in shop.store.memory_of(ana).allergies] == [Severity.SERIOUS]
    with pytest.raises(Refused):
        told(shop, line(nuts()), ana)
    told(shop, line(nuts(Severity.MILD)), ana)
    said = [a.severity for a in shop.store.memory_of(ana).allergies]
    assert said == [Severity.SERIOUS, Severity.MILD], "nothing grows milder by itself"


def test_an_allergy_after_told_of_none_leaves_both(shop: Shop) -> None:
    ana = known(shop)
    asked = Asked(**_MINE, category=Category.FOOD, asked_on=DAY)
    told(shop, line(("asked: none", ChipKind.ASKED, asked, OWN)), ana)
    told(shop, line(nuts()), ana)
    kept = shop.store.memory_of(ana)
    assert (len(kept.asked), len(kept.allergies)) == (1, 1)


def test_the_family_is_found_again_by_name_and_not_doubled(shop: Shop) -> None:
    ana = told(shop, the_sentence()).person_uid
    again = line(kin("son", "child", "leo"))
    leo = relative(again)
    told(shop, line(kin("son", "child", "leo"), likes("football", leo)), ana)
    assert names_of(shop, "leo") == ["Leo", "Ana Duarte"]
    assert [i.text for i in memory(shop, "Leo").interests] == ["football"]
    assert len(shop.store.memory_of(ana).relationships) == 2


def test_a_grandson_of_the_same_name_is_somebody_else(shop: Shop) -> None:
    ana = told(shop, the_sentence()).person_uid
    told(shop, line(kin("grandson", "grandchild", "Leo")), ana)
    assert names_of(shop, "leo").count("Leo") == 2


def test_a_known_member_of_the_family_is_told_of_by_uid(shop: Shop) -> None:
    ana = told(shop, the_sentence()).person_uid
    leo = memory(shop, "Leo").uid
    told(shop, line(likes("judo", Whose(name="Leo", uid=leo))), ana)
    assert [i.text for i in memory(shop, "Leo").interests] == ["judo"]


def test_a_relative_without_a_name_stays_a_word_until_more_is_known(shop: Shop) -> None:
    plain = line(name("Bo Lund"), kin("grandma", "grandparent"))
    told(shop, line(name("Bo Lund"), kin("grandma", "grandparent"), flu(relative(plain))))
    bo = memory(shop, "Bo Lund")
    assert [(c.what, c.who) for c in bo.concerns] == [("flu", "grandma")]
    assert shop.store.count() == 1
    more = line(kin("son", "child"))
    told(shop, line(kin("son", "child"), likes("judo", relative(more))), bo.uid)
    assert [i.text for i in memory(shop, "son").interests] == ["judo"]


def test_a_worry_about_a_neighbour_is_asked_after_at_the_tellers_own_card(shop: Shop) -> None:
    plain = line(name("Bo Lund"), kin("neighbour", "neighbour", "Tom"))
    tom = relative(plain)
    told(shop, line(name("Bo Lund"), kin("neighbour", "neighbour", "Tom"), flu(tom, "Tom")))
    bo, tom_kept = memory(shop, "Bo Lund"), memory(shop, "Tom")
    assert [(c.who, c.who_uid) for c in bo.concerns] == [("Tom", tom_kept.uid)]
    assert tom_kept.concerns == ()


def test_words_that_were_not_understood_become_a_note_verbatim(shop: Shop) -> None:
    done = told(shop, line(name("Bo Lund"), "waits  at the door"))
    (note,) = memory(shop, "Bo Lund").notes
    assert (note.text, note.written_on, note.written_by) == ("waits  at the door", DAY, "MK")
    assert done.name.in_english() == "wrote down Bo Lund with 1 thing"


def test_what_is_said_of_a_person_is_written_on_the_person(shop: Shop) -> None:
    ana = known(shop)
    draft = line(("call her Annie", ChipKind.CALL, PersonField(name="call_them", value="Annie"), OWN))
    done = told(shop, draft, ana)
    assert shop.store.memory_of(ana).person.call_them == "Annie"
    assert done.person_uid == ana
    with pytest.raises(Refused, match="already"):
        told(shop, draft, ana)


def test_who_collects_is_found_in_the_family_and_never_guessed(shop: Shop) -> None:
    ana = told(shop, the_sentence()).person_uid
    collects = Chip(kind=ChipKind.COLLECTS, what=Collects(**_MINE, for_uid=""), whom="Rosa", spans=((0, 13),))
    told(shop, Draft(text="collects for Rosa", chips=(collects,)), ana)
    assert shop.store.memory_of(ana).collects[0].for_uid == memory(shop, "Rosa").uid
    for _ in range(2):
        known(shop, "Maria Silva")
    several = Draft(text="for Maria Silva", chips=(replace(collects, whom="Maria Silva", spans=((0, 15),)),))
    told(shop, several, ana)
    kept = shop.store.memory_of(ana)
    assert len(kept.collects) == 1
    assert [note.text for note in kept.notes] == ["for Maria Silva"]


def test_who_is_named_twice_in_one_line_is_one_person(shop: Shop) -> None:
    collects = Chip(kind=ChipKind.COLLECTS, what=Collects(**_MINE, for_uid=""), whom="Rosa", spans=((90, 99),))
    draft = line(name("Bo Lund"), kin("grandma", "grandparent", "Rosa"))
    told(shop, replace(draft, text=f"{draft.text:<100}", chips=(collects, *draft.chips)))
    assert memory(shop, "Bo Lund").collects[0].for_uid == memory(shop, "Rosa").uid


def test_a_birthday_told_anew_is_the_same_birthday(shop: Shop) -> None:
    ana = known(shop)

    def birthday(on: PartialDate, age: int | None = None) -> Draft:
        told_ = Occasion(**_MINE, kind="birthday", on=on, age_told=age, age_told_on=DAY if age else None)
        return line(("b.", ChipKind.OCCASION, told_, OWN))

    told(shop, birthday(PartialDate(month=5)), ana)
    told(shop, birthday(PartialDate(month=5, day=4), 40), ana)
    (kept,) = shop.store.memory_of(ana).occasions
    assert (str(kept.on), kept.age_told) == ("--05-04", 40)
    with pytest.raises(Refused):
        told(shop, birthday(PartialDate(month=5)), ana)


def test_agreement_is_never_assumed_and_one_that_was_given_covers_what_is_told_later(shop: Shop) -> None:
    ana = known(shop)
    told(shop, line(nuts()), ana)
    assert shop.store.memory_of(ana).allergies[0].consent_uid == ""
    bo = known(shop, "Bo Lund")
    consent = Consent(uid=new_uid(), person_uid=bo, purpose=Purpose.HEALTH, agreed_on=DAY)
    one_act(shop, verbatim("agreed"), (made(consent),))
    told(shop, line(nuts()), bo)
    assert shop.store.memory_of(bo).allergies[0].consent_uid == consent.uid


def test_an_agreement_covers_nothing_that_is_told_of_others_or_by_others(shop: Shop) -> None:
    ana = told(shop, the_sentence()).person_uid
    leo = memory(shop, "Leo").uid
    consents = [Consent(uid=new_uid(), person_uid=uid, purpose=Purpose.HEALTH, agreed_on=DAY) for uid in (ana, leo)]
    one_act(shop, verbatim("agreed"), map(made, consents))
    told(shop, line(nuts(Severity.SERIOUS, Whose(name="Leo", uid=leo)), flu(who="uncle Tom")), ana)
    assert shop.store.memory_of(leo).allergies[-1].consent_uid == ""
    assert [c.consent_uid for c in shop.store.memory_of(ana).concerns if c.who == "uncle Tom"] == [""]
    told(shop, line(flu()), ana)
    assert shop.store.memory_of(ana).concerns[-1].consent_uid == consents[0].uid


def test_that_somebody_has_died_is_kept_once_on_their_own_card(shop: Shop) -> None:
    ana = told(shop, the_sentence()).person_uid
    rosa = memory(shop, "Rosa").uid
    died = line(("died", ChipKind.DIED, Loss(**_MINE, on=PartialDate(), told_on=DAY), Whose(name="Rosa", uid=rosa)))
    told(shop, died, ana)
    assert [loss.told_by for loss in shop.store.memory_of(rosa).losses] == ["Ana"]
    with pytest.raises(Refused):
        told(shop, died, ana)


def test_of_someone_who_asked_not_to_be_remembered_nothing_is_written(shop: Shop) -> None:
    ana = known(shop)
    one_act(shop, verbatim("opt out"), (made(OptOut(uid=new_uid(), person_uid=ana, asked_on=DAY)),))
    with pytest.raises(Refused, match="asked not to be remembered"):
        told(shop, line(nuts()), ana)


def test_a_fact_of_somebody_who_cannot_be_made_out_is_a_note_and_lands_on_no_card(shop: Shop) -> None:
    ana = known(shop)
    lost = Whose(name="Tom", kin=77)
    told(shop, line(("died", ChipKind.DIED, Loss(**_MINE, on=PartialDate(), told_on=DAY), lost), nuts(whose=lost)), ana)
    kept = shop.store.memory_of(ana)
    assert (kept.losses, kept.allergies) == ((), ())
    assert [note.text for note in kept.notes] == ["died nuts"]


def test_an_open_question_is_not_kept(shop: Shop) -> None:
    ana = known(shop)
    draft = line(nuts())
    asks = replace(draft.chips[0], asks=(Whose(name="Ana"), Whose(name="Leo", uid="x")))
    with pytest.raises(Refused, match="It could be: Ana, Leo"):
        told(shop, replace(draft, chips=(asks,)), ana)
    assert shop.store.memory_of(ana).allergies == ()


@pytest.mark.parametrize("words", ["", "   "])
def test_nothing_typed_writes_nobody_down(shop: Shop, words: str) -> None:
    with pytest.raises(Refused, match="Type a name first"):
        told(shop, Draft(text=words))
    assert shop.store.count() == 0


def test_what_must_not_be_mentioned_is_in_no_name_of_an_act(shop: Shop) -> None:
    ana = known(shop)
    done = told(
        shop, line(("don't: the wedding", ChipKind.DONT_MENTION, DontMention(**_MINE, text="the wedding"), OWN)), ana
    )
    assert done.name.in_english() == "wrote down what not to mention to Ana"


def test_an_act_names_a_few_things_and_counts_many(shop: Shop) -> None:
    ana = known(shop)
    few = told(shop, line(nuts(), likes("rye")), ana)
    assert few.name.in_english() == "wrote down for Ana Duarte: nuts, rye"
    many = told(shop, line(*(likes(text) for text in ("a", "b", "c", "d"))), ana)
    assert many.name.in_english() == "wrote down 4 things for Ana Duarte"


def test_a_promise_and_a_number_that_are_known_are_not_kept_twice(shop: Shop) -> None:
    ana = known(shop)
    promise = ("promised", ChipKind.PROMISE, Promise(**_MINE, text="the rye recipe", made_on=DAY), OWN)
    tel = ("0770", ChipKind.TEL, Tel(uid="", owner_uid="", value="07700 900188"), OWN)
    told(shop, line(promise, tel), ana)
    later = ("promised", ChipKind.PROMISE, Promise(**_MINE, text="The rye recipe", made_on=date(2026, 12, 1)), OWN)
    same = ("0770", ChipKind.TEL, Tel(uid="", owner_uid="", value="07700900188"), OWN)
    with pytest.raises(Refused):
        told(shop, line(later, same), ana)


def test_hints_are_facts_on_record_while_a_treat_is_written(shop: Shop) -> None:
    ana = told(shop, the_sentence()).person_uid
    leo = memory(shop, "Leo").uid
    told(shop, line(nuts(whose=Whose(name="Leo", uid=leo))), ana)
    dislikes = Interest(**_MINE, kind=InterestKind.DISLIKES, text="cinnamon")
    told(shop, line(("dislikes cinnamon", ChipKind.INTEREST, dislikes, OWN)), ana)

    def treat(on: date) -> Draft:
        given = Kindness(**_MINE, direction=Direction.GIVEN, text="doughnuts", on=PartialDate.of(on))
        return line(("gave doughnuts", ChipKind.KINDNESS, given, OWN))

    told(shop, treat(date(2026, 3, 12)), ana)
    told(shop, treat(DAY), ana)
    kept = shop.store.memory_of(ana)
    said = [hint.in_english() for hint in hints(treat(DAY), kept, shop.store.around(kept), DAY)]
    assert said == [
        "nuts",
        "nuts (Leo)",
        "does not like cinnamon",
        "MK gave today already: doughnuts",
        "last time: doughnuts, on 12 March 2026",
    ]
    assert hints(line(nuts()), kept, shop.store.around(kept), DAY) == ()

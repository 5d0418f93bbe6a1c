"""What a row says beside the name is read of much less than a card, and is the same as if all had been read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus, Category
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Household, Membership, Relationship, Standing
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import Around, Memory
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Tel
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.remember.reminder import Mark
from shopkeeper.remember.tell_apart import badges, result_line
from shopkeeper.usecases.shop import knowledge_here
from tests.store.books import NOW, TODAY, Book, a_book

NAMES = ("Ana Duarte", "Leo Duarte", "Rosa Lund")
KINDS = ("child", "parent", "spouse", "partner", "sibling", "friend")
DAYS = ("birthday", "wedding_anniversary", "memorial")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    with a_book(tmp_path_factory.mktemp("families")) as opened:
        yield opened


def family(book: Book, draw: st.DataObject) -> tuple[Uid, ...]:
    """Some people of few names, and whatever may be kept of them and between them."""
    people = [book.person(draw.draw(st.sampled_from(NAMES)), title=title) for title in ("", "baker", "nurse")]
    homes = [Household(uid=book.uid()) for _ in range(2)]
    who = st.sampled_from([one.uid for one in people])
    owner = st.sampled_from([one.uid for one in (*people, *homes)])
    draws = draw.draw
    day = TODAY + timedelta(days=draws(st.integers(-3, 10)))
    makers: dict[str, Callable[[], Record]] = {
        "membership": lambda: Membership(
            uid=book.uid(), person_uid=draws(who), household_uid=draws(st.sampled_from(homes)).uid
        ),
        "relationship": lambda: Relationship(
            uid=book.uid(),
            person_uid=draws(who),
            related_uid=draws(who),
            kind=draws(st.sampled_from(KINDS)),
            words=draws(st.sampled_from(("", "grandma"))),
            standing=draws(st.sampled_from((Standing.TOGETHER, Standing.TOGETHER, *Standing))),
        ),
        "adr": lambda: Adr(
            uid=book.uid(), owner_uid=draws(owner), street=draws(st.sampled_from(("Elm St 4", "Oak 7")))
        ),
        "tel": lambda: Tel(
            uid=book.uid(), owner_uid=draws(owner), value=draws(st.sampled_from(("555 41 88", "55590")))
        ),
        "allergy": lambda: AllergyIntolerance(
            uid=book.uid(),
            person_uid=draws(who),
            category=draws(st.sampled_from((Category.FOOD, Category.MEDICINE))),
            substance="sesame",
            status=draws(st.sampled_from((AllergyStatus.CURRENT, AllergyStatus.OUTGROWN))),
        ),
        "day": lambda: Occasion(
            uid=book.uid(),
            person_uid=draws(who),
            with_uid=draws(st.one_of(st.just(""), who)),
            kind=draws(st.sampled_from(DAYS)),
            on=PartialDate(month=day.month, day=day.day),
        ),
        "collects": lambda: Collects(
            uid=book.uid(), person_uid=draws(who), for_uid=draws(who), medicine=draws(st.booleans())
        ),
        "loss": lambda: Loss(uid=book.uid(), person_uid=draws(who), on=PartialDate(), told_on=TODAY),
        "opt out": lambda: OptOut(uid=book.uid(), person_uid=draws(who), asked_on=TODAY),
        "worry": lambda: Concern(
            uid=book.uid(),
            person_uid=draws(who),
            who_uid=draws(st.one_of(st.just(""), who)),
            what="flu",
            since=PartialDate(),
        ),
        "introduction": lambda: Introduction(uid=book.uid(), person_uid=draws(who), other_uid=draws(who), about="bees"),
        "interest": lambda: Interest(uid=book.uid(), person_uid=draws(who), kind=InterestKind.LIKES, text="rye"),
    }
    # Of the dead and the silent so little is said that most people must be neither.
    kinds = [kind for kind in makers for _ in range(1 if kind in ("loss", "opt out") else 8)]
    kept = [makers[kind]() for kind in draws(st.lists(st.sampled_from(kinds), min_size=15, max_size=40))]
    book.make(*people, *homes, *kept)
    return tuple(one.uid for one in people)


def said(read: tuple[Memory, Around], now: datetime) -> object:
    return (
        read[0].uid,
        *(result_line(*read, knowledge_here(), with_kin=with_kin) for with_kin in (True, False)),
        badges(*read, now, ShopCalendar(), knowledge_here()),
    )


@given(draw=st.data(), days=st.integers(0, 12))
@settings(deadline=None, max_examples=60)
def test_what_a_row_says_is_what_it_would_say_had_all_been_read(book: Book, draw: st.DataObject, days: int) -> None:
    uids, now = family(book, draw), NOW + timedelta(days=days)
    whole = [said(one, now) for one in book.store.people(uids)]
    assert [said(one, now) for one in book.store.beside(uids)] == whole
    assert book.store.people(uids) == tuple((m := book.store.memory_of(uid), book.store.around(m)) for uid in uids)


def test_a_row_is_marked_for_the_medicine_of_somebody_they_collect_for(book: Book) -> None:
    ana, rosa = book.known("Ana Duarte"), book.known("Rosa Lund")
    book.make(
        AllergyIntolerance(uid=book.uid(), person_uid=rosa.uid, category=Category.MEDICINE, substance="penicillin"),
        Collects(uid=book.uid(), person_uid=ana.uid, for_uid=rosa.uid, medicine=True),
    )
    (read,) = book.store.beside([ana.uid])
    assert badges(*read, NOW, ShopCalendar(), knowledge_here()) == {Mark.ALLERGY}


def test_what_no_row_says_is_not_read_for_it(book: Book) -> None:
    ana = book.known()
    book.make(Interest(uid=book.uid(), person_uid=ana.uid, kind=InterestKind.LIKES, text="rye"))
    ((memory, _),) = book.store.beside([ana.uid])
    assert (memory.person, memory.interests) == (ana, ())

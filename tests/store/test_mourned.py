"""Whom those close to somebody have lost, and whose card says so."""

from __future__ import annotations

from shopkeeper.domain.household import Relationship, Standing
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.memory import Mourned
from shopkeeper.domain.partial_date import PartialDate
from tests.store.books import TODAY, Book


def test_a_loss_of_those_they_live_with_is_felt_by_who_is_no_kin_of_the_dead(book: Book) -> None:
    ana, leo, rosa, tom = book.person("Ana"), book.person("Leo"), book.person("Rosa"), book.person("Tom")
    lost = Loss(uid=book.uid(), person_uid=rosa.uid, on=PartialDate(), told_on=TODAY)
    book.make(
        ana,
        leo,
        rosa,
        tom,
        Relationship(uid=book.uid(), person_uid=ana.uid, kind="child", related_uid=leo.uid, words="son"),
        Relationship(uid=book.uid(), person_uid=ana.uid, kind="grandparent", related_uid=rosa.uid, words="grandma"),
        Relationship(uid=book.uid(), person_uid=ana.uid, kind="friend", related_uid=tom.uid),
        lost,
    )
    around = {person.uid: book.store.around(book.store.memory_of(person.uid)) for person in (ana, leo, tom)}
    theirs = Mourned(person=rosa, by=ana, kind="grandparent", words="grandma", losses=(lost,))
    assert around[leo.uid].mourned == (theirs,)
    assert around[ana.uid].mourned == around[tom.uid].mourned == ()


def test_a_loss_is_felt_by_nobody_who_is_kept_apart_from_who_lost_them(book: Book) -> None:
    ana, leo, rosa = book.person("Ana"), book.person("Leo"), book.person("Rosa")
    book.make(
        ana,
        leo,
        rosa,
        Relationship(
            uid=book.uid(), person_uid=leo.uid, kind="parent", related_uid=ana.uid, standing=Standing.ESTRANGED
        ),
        Relationship(uid=book.uid(), person_uid=rosa.uid, kind="grandchild", related_uid=ana.uid),
        Loss(uid=book.uid(), person_uid=rosa.uid, on=PartialDate(), told_on=TODAY),
    )
    assert book.store.around(book.store.memory_of(leo.uid)).mourned == ()

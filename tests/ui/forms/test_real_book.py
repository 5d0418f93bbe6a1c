"""Forms over a real book: what is filled in is in the book, and one Ctrl+Z takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest

from shopkeeper.domain.allergy import AllergyIntolerance
from shopkeeper.domain.record import Record
from shopkeeper.examples.street import street
from shopkeeper.host.clock import Clock
from shopkeeper.ui.forms.fields.choice import ChoiceField
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.kinds.forms import FORMS
from shopkeeper.ui.say import say
from shopkeeper.usecases import records
from shopkeeper.usecases.demo import demo
from shopkeeper.usecases.everything import everything_of
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import undo
from tests.ui.forms.conftest import FormRoom
from tests.ui.forms.desk import TODAY, Desk

KEYS = street(TODAY).keys


@pytest.fixture
def shop() -> Iterator[Shop]:
    with demo(Clock.fixed(TODAY)) as opened:
        yield opened


def joined(forms: FormRoom, shop: Shop, of: FormOf, record: Record, *, is_new: bool) -> Form:
    """A form whose changes go into this book."""
    answers = replace(
        Desk().answers(),
        fresh=partial(records.fresh, shop),
        name_of=partial(records.name_of, shop),
        today=shop.clock.today,
    )
    form = Form(forms.kit, of, answers)

    def keep(after: Record) -> None:
        kept = records.record(shop, after.uid)
        assert kept is not None
        form.kept(kept)

    def edit(before: Record, after: Record) -> None:
        try:
            records.edit(shop, before, after)
        except records.Stale as stale:
            form.stale(stale.field, stale.kept)
        else:
            keep(after)

    def add(record: Record) -> None:
        records.add(shop, record)
        keep(record)

    form.edited.connect(edit)
    form.added.connect(add)
    form.show_record(record, "Ana Duarte", is_new=is_new)
    forms.show(form)
    form.begin()
    return form


@pytest.mark.parametrize("of", FORMS, ids=lambda of: of.kind.__name__)
def test_a_blank_one_of_the_book_can_be_shown(forms: FormRoom, shop: Shop, of: FormOf) -> None:
    blank = records.fresh(shop, of.kind, KEYS["ana"])
    form = joined(forms, shop, of, blank, is_new=True)
    assert form.settle()
    assert records.record(shop, blank.uid) is None


@pytest.mark.parametrize("of", FORMS, ids=lambda of: of.kind.__name__)
def test_everything_on_demo_street_can_be_opened_and_left_as_it_is(forms: FormRoom, shop: Shop, of: FormOf) -> None:
    kept = [one for one in street(TODAY).records if type(one) is of.kind][:6]
    for one in kept:
        form = joined(forms, shop, of, one, is_new=False)
        assert form.settle(), [field.trouble() for field in form.fields.fields]
        assert records.record(shop, one.uid) == one


def test_an_allergy_is_added_and_taken_back_as_one_act(forms: FormRoom, shop: Shop) -> None:
    of = next(of for of in FORMS if of.kind is AllergyIntolerance)
    blank = records.fresh(shop, AllergyIntolerance, KEYS["bo"])
    form = joined(forms, shop, of, blank, is_new=True)
    forms.write("lupin")
    category = next(field for field in form.fields.fields if isinstance(field, ChoiceField))
    forms.tap(category.buttons()[0])
    assert form.settle()
    assert "lupin" in told(shop, "bo")
    undo(shop)
    assert "lupin" not in told(shop, "bo")


def test_a_form_that_is_behind_the_book_asks_which_is_right(forms: FormRoom, shop: Shop) -> None:
    of = next(of for of in FORMS if of.kind is AllergyIntolerance)
    nuts = next(
        one
        for one in street(TODAY).records
        if isinstance(one, AllergyIntolerance) and one.person_uid == KEYS["ana"] and one.substance == "tree nuts"
    )
    form = joined(forms, shop, of, nuts, is_new=False)
    records.edit(shop, nuts, replace(nuts, substance="hazelnuts"))
    forms.overwrite("almonds")
    form.settle()
    both = form.fields.fields[0].both()
    assert both.values() == ("hazelnuts", "almonds")
    forms.tap(both.mine)
    assert records.record(shop, nuts.uid) == replace(nuts, substance="almonds")


def told(shop: Shop, who: str) -> str:
    sections = everything_of(shop, KEYS[who])
    return " ".join(say(line.title) for section in sections for line in section.lines)

"""Every kind of kept thing has a form, and every form can be filled in by key, mouse, thumb and ear."""

from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtWidgets import QApplication

from shopkeeper.domain.household import Membership
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.person import Adr, Email, Photo, Tel
from shopkeeper.domain.record import Record
from shopkeeper.domain.records import RECORDS
from shopkeeper.domain.visit import Visit
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.kinds.forms import FORMS, form_of
from shopkeeper.ui.forms.mnemonics import with_letters
from shopkeeper.ui.say import say
from tests.ui.forms.conftest import FormRoom
from tests.ui.forms.desk import Desk
from tests.ui.forms.screens import FORMS as SCREENS
from tests.ui.test_a11y import nameless, small

# Filled in inside another's form, or made by a gesture of its own.
WITHOUT: dict[type[Record], str] = {
    Tel: "in the form of its owner",
    Email: "in the form of its owner",
    Adr: "in the form of its owner",
    Photo: "in the form of its owner",
    Membership: "on the sheet of the household",
    Visit: "one key at the counter",
    OptOut: "one act of its own",
}


def test_every_kind_of_kept_thing_has_a_form() -> None:
    assert {kind for kind in RECORDS if form_of(kind) is None} == set(WITHOUT)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind.__name__)
def test_a_row_writes_back_what_it_reads(form: FormOf) -> None:
    blank = Desk().fresh(form.kind, "ana")
    for row in form.rows:
        assert row.write(blank, row.read(blank)) == blank, row.path


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind.__name__)
def test_what_is_told_about_somebody_can_be_said_by_whom(form: FormOf) -> None:
    asked = {row.path for row in form.rows}
    kept = {field.name for field in fields(form.kind)}
    assert {"told_by"} & kept <= asked


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind.__name__)
def test_no_letter_leads_to_two_fields(form: FormOf) -> None:
    labels = with_letters(say(row.label) for row in form.rows)
    letters = [label[label.index("&") + 1].casefold() for label in labels if "&" in label]
    assert len(letters) == len(set(letters))
    assert len(letters) == len(labels)


@pytest.mark.parametrize("name", SCREENS)
def test_everything_in_a_form_has_a_name_and_is_large_enough(forms: FormRoom, name: str) -> None:
    page = SCREENS[name](forms.kit)
    forms.show(page)
    QApplication.processEvents()
    assert nameless(page) == []
    assert small(page) == []


def test_a_form_that_tells_of_health_says_what_it_is_not(forms: FormRoom) -> None:
    page = SCREENS["form-allergy"](forms.kit)
    assert isinstance(page, Form)
    forms.show(page)
    assert page.of.foot is not None
    assert "Not a safety check" in say(page.of.foot)

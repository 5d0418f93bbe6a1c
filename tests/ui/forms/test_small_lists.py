"""Telephones, e-mails and addresses are added, changed and taken out inside the form of their person."""

from __future__ import annotations

from PySide6.QtCore import Qt

from shopkeeper.domain.household import Household
from shopkeeper.domain.person import Tel
from shopkeeper.domain.pet import Pet
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.small_list import SmallList
from tests.ui.forms.conftest import FormRoom
from tests.ui.forms.desk import ANA, EMAIL, TEL


def of_kind(form: Form, kind: type) -> SmallList:
    return next(one for one in form.lists if one.small.kind is kind)


def test_a_telephone_is_changed_in_its_row(forms: FormRoom) -> None:
    form = forms.open(ANA, tels=(TEL,))
    of_kind(form, Tel).items()[0].fields[0].begin_at().setFocus()
    forms.overwrite("0161 496 0143")
    forms.press(Qt.Key.Key_Tab)
    assert forms.desk.told() == [("value", "0161 496 0143")]
    assert of_kind(form, Tel).items()[0].fields[0].is_said_kept()


def test_a_telephone_is_added_when_its_number_is_filled_in(forms: FormRoom) -> None:
    form = forms.open(ANA, tels=(TEL,))
    forms.tap(of_kind(form, Tel).add)
    assert len(of_kind(form, Tel).items()) == 2
    forms.write("0161 496 0199")
    forms.press(Qt.Key.Key_Tab)
    [(_, added)] = forms.desk.told()
    assert isinstance(added, Tel)
    assert (added.value, added.owner_uid) == ("0161 496 0199", "ana")


def test_a_row_left_empty_adds_nothing(forms: FormRoom) -> None:
    form = forms.open(ANA, tels=(TEL,))
    forms.tap(of_kind(form, Tel).add)
    forms.press(Qt.Key.Key_Escape)
    assert forms.desk.changes == []
    assert forms.desk.closed == 1


def test_a_telephone_is_taken_out_with_one_press(forms: FormRoom) -> None:
    form = forms.open(ANA, tels=(TEL,), emails=(EMAIL,))
    forms.tap(of_kind(form, Tel).crosses()[0])
    assert forms.desk.changes == [("removed", TEL, None)]
    assert of_kind(form, Tel).items() == ()
    assert forms.desk.closed == 0


def test_a_pet_belongs_to_the_household(forms: FormRoom) -> None:
    form = forms.open(Household(uid="home", name="The Duartes"))
    forms.tap(of_kind(form, Pet).add)
    forms.write("Biscuit")
    forms.press(Qt.Key.Key_Escape)
    [(_, added)] = forms.desk.told()
    assert isinstance(added, Pet)
    assert added.owner_uid == "home"

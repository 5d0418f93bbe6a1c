"""Somebody is found by a few letters; one who has no card stays a name."""

from __future__ import annotations

from PySide6.QtCore import Qt

from shopkeeper.domain.concern import Concern
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.referral import Referral
from shopkeeper.ui.forms.fields.line import KnownField
from shopkeeper.ui.forms.fields.who import WhoField
from shopkeeper.ui.forms.form import Form
from tests.ui.forms.conftest import FormRoom, focus
from tests.ui.forms.screens import MILL

FLU = Concern(uid="flu", person_uid="ana", what="flu", since=PartialDate())


def who(form: Form) -> WhoField:
    found = next(one for one in form.fields.fields if isinstance(one, WhoField))
    found.begin_at().setFocus()
    return found


def offered(field: WhoField) -> list[str]:
    return [button.text() for button in field.offered()]


def test_a_few_letters_show_who_fits_and_enter_takes_the_first(forms: FormRoom) -> None:
    field = who(forms.open(FLU))
    forms.write("maria")
    assert offered(field) == ["Maria Silva · Elm St", "Maria Silva · Oak St", "No card: just the name “maria”"]
    forms.press(Qt.Key.Key_Return)
    assert forms.desk.told() == [("who_uid", "maria-elm")]
    assert field.line.text() == "Maria Silva"
    assert offered(field) == []


def test_the_arrow_keys_choose_among_them(forms: FormRoom) -> None:
    who(forms.open(FLU))
    forms.write("maria")
    forms.press(Qt.Key.Key_Down)
    forms.press(Qt.Key.Key_Down)
    forms.press(Qt.Key.Key_Return)
    assert forms.desk.told() == [("who_uid", "maria-oak")]


def test_one_who_has_no_card_stays_a_name(forms: FormRoom) -> None:
    field = who(forms.open(FLU))
    forms.write("leo")
    forms.tap(field.offered()[-1])
    assert forms.desk.told() == [("who", "leo")]


def test_a_name_is_kept_when_the_field_is_left_without_choosing(forms: FormRoom) -> None:
    who(forms.open(FLU))
    forms.write("grandma Rosa")
    forms.press(Qt.Key.Key_Escape)
    forms.press(Qt.Key.Key_Escape)
    assert forms.desk.told() == [("who", "grandma Rosa")]


def test_esc_closes_the_list_first(forms: FormRoom) -> None:
    field = who(forms.open(FLU))
    forms.write("maria")
    forms.press(Qt.Key.Key_Escape)
    assert offered(field) == []
    assert forms.desk.closed == 0


def test_where_a_card_is_needed_a_name_alone_is_not_kept(forms: FormRoom) -> None:
    form = forms.open(forms.desk.fresh(Introduction, "ana"), is_new=True)
    field = who(form)
    forms.write("nobody of that name")
    assert offered(field) == []
    forms.press(Qt.Key.Key_Tab)
    assert forms.desk.changes == []
    assert field.trouble() == "Nobody was chosen: take somebody from the list, or make their card first."


def test_a_relation_without_a_card_is_added_by_name(forms: FormRoom) -> None:
    who(forms.open(forms.desk.fresh(Relationship, "ana"), is_new=True))
    forms.write("Rosa")
    forms.press(Qt.Key.Key_Tab)
    forms.press(Qt.Key.Key_Escape)
    [(_, added)] = forms.desk.told()
    assert isinstance(added, Relationship)
    assert (added.related_uid, added.related_name) == ("", "Rosa")


def test_a_neighbour_known_before_is_one_press(forms: FormRoom) -> None:
    form = forms.open(MILL)
    place = next(one for one in form.fields.fields if isinstance(one, KnownField))
    dairy = next(button for button in place.known() if button.text() == "The Old Dairy")
    forms.tap(dairy)
    assert forms.desk.told() == [("sent_to", "The Old Dairy")]
    assert isinstance(forms.desk.records["mill"], Referral)


def test_the_list_does_not_take_the_caret_away(forms: FormRoom) -> None:
    field = who(forms.open(FLU))
    forms.write("mar")
    assert focus() is field.line

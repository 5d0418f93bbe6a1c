"""What is written in a form is kept field by field, as each is left; there is nothing to press for it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus, Asked, Category, Severity
from shopkeeper.domain.household import Relationship
from shopkeeper.domain.person import Name
from shopkeeper.ui.forms.fields.choice import ChoiceField
from shopkeeper.ui.forms.fields.field import Field
from shopkeeper.ui.forms.form import Form
from tests.ui.forms.conftest import FormRoom, focus
from tests.ui.forms.desk import ANA, CANNOT, TODAY
from tests.ui.forms.screens import NUTS


def field(form: Form, path: str) -> Field:
    return next(one for one in form.fields.fields if one.row.path == path)


def choice(form: Form, path: str) -> ChoiceField:
    found = field(form, path)
    assert isinstance(found, ChoiceField)
    return found


def test_a_line_is_kept_when_it_is_left_and_says_so_quietly(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.overwrite("tree nuts and sesame")
    assert forms.desk.told() == []
    forms.press(Qt.Key.Key_Tab)
    assert forms.desk.told() == [("substance", "tree nuts and sesame")]
    assert field(form, "substance").is_said_kept()


def test_enter_keeps_the_line_and_goes_on_to_the_next(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.overwrite("almonds")
    forms.press(Qt.Key.Key_Return)
    assert forms.desk.told() == [("substance", "almonds")]
    assert focus() is choice(form, "category").begin_at()


def test_a_line_that_was_not_changed_writes_nothing(forms: FormRoom) -> None:
    forms.open(NUTS)
    for _ in range(5):
        forms.press(Qt.Key.Key_Tab)
    assert forms.desk.changes == []


def test_esc_keeps_what_is_being_typed_and_goes_back(forms: FormRoom) -> None:
    forms.open(NUTS)
    forms.overwrite("almonds")
    forms.press(Qt.Key.Key_Escape)
    assert forms.desk.told() == [("substance", "almonds")]
    assert forms.desk.closed == 1


def test_closing_the_window_keeps_what_is_being_typed(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.overwrite("almonds")
    assert form.settle()
    assert forms.desk.told() == [("substance", "almonds")]


def test_a_choice_is_kept_as_soon_as_it_is_pressed(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.tap(choice(form, "severity").buttons()[1])
    assert forms.desk.told() == [("severity", Severity.SERIOUS)]


def test_arrow_keys_go_through_a_choice(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    choice(form, "severity").begin_at().setFocus()
    forms.press(Qt.Key.Key_Right)
    forms.press(Qt.Key.Key_Right)
    assert choice(form, "severity").value() is Severity.MILD
    assert forms.desk.told() == [("severity", Severity.SERIOUS), ("severity", Severity.MILD)]


def test_a_choice_is_one_stop_of_the_tab_key(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    choice(form, "severity").begin_at().setFocus()
    forms.press(Qt.Key.Key_Tab)
    assert focus() is choice(form, "carries_pen").begin_at()


def test_yes_no_and_not_said_are_three_answers(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    traces = choice(form, "traces_matter")
    assert [button.text() for button in traces.buttons()] == ["Yes", "No", "Not said"]
    forms.tap(traces.buttons()[1])
    forms.tap(traces.buttons()[2])
    assert forms.desk.told() == [("traces_matter", False), ("traces_matter", None)]


def test_an_allergy_that_is_outgrown_is_kept_with_its_day(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.tap(choice(form, "status").buttons()[1])
    assert forms.desk.told() == [("status", AllergyStatus.OUTGROWN), ("status_on", TODAY)]


def test_an_answer_that_is_not_usual_is_unfolded(forms: FormRoom) -> None:
    form = forms.open(Relationship(uid="kin", person_uid="ana", kind="child", related_uid="leo"))
    kinds = choice(form, "kind")
    before = len(kinds.buttons())
    forms.tap(kinds._more)
    assert len(kinds.buttons()) > before + 20
    godparent = next(button for button in kinds.buttons() if button.text() == "Godparent")
    forms.tap(godparent)
    assert forms.desk.told() == [("kind", "godparent")]


def test_what_is_refused_says_why_at_its_field_and_stays_as_typed(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.desk.refuses = CANNOT
    forms.overwrite("almonds")
    forms.press(Qt.Key.Key_Tab)
    substance = field(form, "substance")
    assert substance.trouble() == CANNOT.text
    assert substance.value() == "almonds"
    assert not substance.is_said_kept()


def test_what_was_refused_is_tried_again_when_it_was_changed(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.desk.refuses = CANNOT
    forms.overwrite("almonds")
    forms.press(Qt.Key.Key_Tab)
    forms.desk.refuses = None
    field(form, "substance").begin_at().setFocus()
    forms.overwrite("almond")
    forms.press(Qt.Key.Key_Tab)
    assert forms.desk.told() == [("substance", "almond")]
    assert field(form, "substance").trouble() == ""


def test_esc_does_not_hide_a_refusal_the_first_time(forms: FormRoom) -> None:
    forms.open(NUTS)
    forms.desk.refuses = CANNOT
    forms.overwrite("almonds")
    forms.press(Qt.Key.Key_Escape)
    assert forms.desk.closed == 0
    forms.press(Qt.Key.Key_Escape)
    assert forms.desk.closed == 1


def test_two_changes_go_out_one_after_the_other(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.desk.answers_late = True
    forms.overwrite("almonds")
    forms.press(Qt.Key.Key_Tab)
    forms.tap(choice(form, "severity").buttons()[2])
    assert form.fields.is_waiting()
    forms.desk.answers_late = False
    forms.desk.records["nuts"] = replace(NUTS, substance="almonds")
    form.kept(forms.desk.records["nuts"])
    assert forms.desk.told() == [("severity", Severity.MILD)]
    assert field(form, "substance").value() == "almonds"


def test_what_is_typed_while_another_field_is_kept_stays_as_typed(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    told_by = field(form, "told_by")
    told_by.begin_at().setFocus()
    forms.write("her sis")
    form.kept(replace(NUTS, note="from elsewhere"))
    assert told_by.value() == "her sis"
    assert field(form, "note").value() == "from elsewhere"


def test_a_stale_value_is_shown_beside_the_newer_one(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.desk.records["nuts"] = replace(NUTS, substance="hazelnuts")
    forms.overwrite("almonds")
    forms.press(Qt.Key.Key_Tab)
    assert field(form, "substance").both().values() == ("hazelnuts", "almonds")
    assert forms.desk.records["nuts"] == replace(NUTS, substance="hazelnuts")


def test_theirs_is_kept_with_one_press(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.desk.records["nuts"] = replace(NUTS, substance="hazelnuts")
    forms.overwrite("almonds")
    forms.press(Qt.Key.Key_Tab)
    forms.tap(field(form, "substance").both().theirs)
    assert field(form, "substance").value() == "hazelnuts"
    assert forms.desk.changes == []
    assert form.settle()


def test_mine_is_kept_with_one_press(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.desk.records["nuts"] = replace(NUTS, substance="hazelnuts")
    forms.overwrite("almonds")
    forms.press(Qt.Key.Key_Tab)
    forms.tap(field(form, "substance").both().mine)
    assert forms.desk.changes == [("substance", "hazelnuts", "almonds")]
    assert field(form, "substance").both().isHidden()


def test_a_new_one_is_kept_when_it_has_what_it_needs(forms: FormRoom) -> None:
    form = forms.open(forms.desk.fresh(AllergyIntolerance, "ana"), is_new=True)
    assert form.remove.isHidden()
    forms.tap(choice(form, "severity").buttons()[0])
    forms.tap(choice(form, "category").buttons()[0])
    assert forms.desk.changes == []
    field(form, "substance").begin_at().setFocus()
    forms.write("sesame")
    forms.press(Qt.Key.Key_Tab)
    [(what, _, added)] = forms.desk.changes
    assert what == "added"
    assert isinstance(added, AllergyIntolerance)
    assert (added.substance, added.severity, added.person_uid) == ("sesame", Severity.LIFE_THREATENING, "ana")
    assert not form.remove.isHidden()


def test_after_that_each_field_is_kept_by_itself(forms: FormRoom) -> None:
    form = forms.open(forms.desk.fresh(AllergyIntolerance, "ana"), is_new=True)
    forms.write("sesame")
    forms.tap(choice(form, "category").buttons()[1])
    forms.tap(choice(form, "severity").buttons()[0])
    assert [name for name, _ in forms.desk.told()] == ["added", "severity"]


def test_going_past_an_answer_with_the_tab_key_does_not_give_it(forms: FormRoom) -> None:
    form = forms.open(forms.desk.fresh(AllergyIntolerance, "ana"), is_new=True)
    forms.write("sesame")
    forms.press(Qt.Key.Key_Tab)
    assert form.fields.isAncestorOf(focus())
    for _ in range(4):
        forms.press(Qt.Key.Key_Tab)
    assert not any(button.isChecked() for button in choice(form, "category").buttons())
    assert forms.desk.changes == []


def test_whether_it_is_food_or_medicine_is_never_guessed(forms: FormRoom) -> None:
    form = forms.open(forms.desk.fresh(AllergyIntolerance, "ana"), is_new=True)
    assert not any(button.isChecked() for button in choice(form, "category").buttons())
    forms.write("penicillin")
    forms.press(Qt.Key.Key_Escape)
    assert forms.desk.changes == []
    assert choice(form, "category").trouble() == "Nothing is kept until this is filled in."
    assert focus() in choice(form, "category").buttons()
    forms.tap(choice(form, "category").buttons()[1])
    [(_, added)] = forms.desk.told()
    assert isinstance(added, AllergyIntolerance)
    assert (added.substance, added.category) == ("penicillin", Category.MEDICINE)


def test_one_press_keeps_that_we_asked_and_were_told_of_none(forms: FormRoom) -> None:
    form = forms.open(forms.desk.fresh(Asked, "ana"), is_new=True)
    forms.tap(choice(form, "category").buttons()[0])
    [(_, added)] = forms.desk.told()
    assert isinstance(added, Asked)
    assert (added.category, added.asked_on) == (Category.FOOD, TODAY)


def test_a_new_one_left_empty_adds_nothing(forms: FormRoom) -> None:
    forms.open(forms.desk.fresh(AllergyIntolerance, "ana"), is_new=True)
    forms.press(Qt.Key.Key_Escape)
    assert forms.desk.changes == []
    assert forms.desk.closed == 1


def test_a_new_one_without_what_it_needs_says_so_before_it_is_lost(forms: FormRoom) -> None:
    form = forms.open(forms.desk.fresh(AllergyIntolerance, "ana"), is_new=True)
    forms.tap(choice(form, "severity").buttons()[0])
    forms.press(Qt.Key.Key_Escape)
    assert forms.desk.closed == 0
    assert field(form, "substance").trouble() == "Nothing is kept until this is filled in."


def test_what_is_needed_cannot_be_emptied(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    forms.overwrite("")
    forms.press(Qt.Key.Key_Tab)
    assert forms.desk.changes == []
    assert field(form, "substance").trouble() == "This cannot be empty. To take it out, press Remove."


def test_removing_asks_nothing_and_goes_back(forms: FormRoom) -> None:
    forms.open(NUTS)
    forms.press(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    forms.qtbot.waitUntil(lambda: bool(forms.desk.changes))
    assert forms.desk.changes == [("removed", NUTS, None)]
    assert forms.desk.closed == 1


def test_alt_and_the_underlined_letter_lead_to_a_field(forms: FormRoom) -> None:
    form = forms.open(NUTS)
    label = choice(form, "severity").label().text()
    assert label == "&How bad, as told"
    forms.press(Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert focus() is choice(form, "severity").begin_at()


def test_the_whole_name_follows_its_parts(forms: FormRoom) -> None:
    forms.open(ANA)
    forms.overwrite("Anna")
    forms.press(Qt.Key.Key_Tab)
    assert forms.desk.told() == [("name", Name(formatted="Anna Duarte", given="Anna", family="Duarte"))]


def test_a_whole_name_of_its_own_stays_when_a_part_changes(forms: FormRoom) -> None:
    forms.open(replace(ANA, name=Name(formatted="Tuesday rye", given="Ana")))
    forms.overwrite("Anna")
    forms.press(Qt.Key.Key_Tab)
    assert forms.desk.told() == [("name", Name(formatted="Tuesday rye", given="Anna"))]

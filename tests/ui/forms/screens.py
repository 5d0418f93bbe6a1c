"""Every form as it is shown in pictures: Demo Street's people, filled in as a shop would."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Final

from PySide6.QtWidgets import QLineEdit

from shopkeeper.domain.allergy import AllergyIntolerance, Asked, Category, Severity
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Consent, Purpose
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.household import Household, Relationship
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Code
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Record
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.wanted import Wanted
from shopkeeper.examples.street import street
from shopkeeper.host.clock import Clock
from shopkeeper.ui.forms.fields.told import ToldField
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.person_sheet import PersonSheet
from shopkeeper.ui.widgets.kit import Kit
from shopkeeper.usecases.demo import close_demo, open_demo
from shopkeeper.usecases.everything import everything_of
from tests.ui.forms.desk import ANA, CANNOT, EMAIL, TEL, TODAY, Desk

NUTS = AllergyIntolerance(
    uid="nuts",
    person_uid="ana",
    category=Category.FOOD,
    substance="tree nuts",
    severity=Severity.LIFE_THREATENING,
    carries_pen=True,
    told_on=date(2025, 9, 20),
    reaction="her throat closes",
    last_reaction=PartialDate(year=2024, month=5, about=True),
)
BIRTHDAY = Occasion(
    uid="day", person_uid="leo", kind="birthday", on=PartialDate(day=4, month=5), age_told=7, note="a football cake"
)
LEAP = replace(BIRTHDAY, on=PartialDate(day=29, month=2), age_told=None, note="")
MILL = Referral(uid="mill", person_uid="ana", sought="rye flour, coarse", sent_to="Marta's Mill", on=date(2026, 11, 20))

_RECORDS: Final[dict[str, Record]] = {
    "form-allergy": NUTS,
    "form-asked": Asked(uid="none", person_uid="ana", category=Category.MEDICINE, asked_on=date(2026, 11, 23)),
    "form-diet": Diet(uid="diet", person_uid="ana", kind=DietKind.FAITH, text="no meat in Lent"),
    "form-occasion": BIRTHDAY,
    "form-leap-day": LEAP,
    "form-kindness": Kindness(
        uid="plums", person_uid="ana", direction=Direction.RECEIVED, text="brought plums", on=PartialDate.of(TODAY),
        thanks_owed=True,
    ),
    "form-promise": Promise(uid="rye", person_uid="ana", text="the rye recipe", by=PartialDate(said="by Friday")),
    "form-concern": Concern(
        uid="flu", person_uid="ana", what="flu", who="grandma Rosa", since=PartialDate(month=11, year=2026),
        said="in bed all week, hates the soup",
    ),
    "form-household": Household(uid="home", name="The Duartes"),
    "form-relationship": Relationship(uid="kin", person_uid="ana", kind="child", related_uid="leo"),
    "form-interest": Interest(uid="bees", person_uid="ana", kind=InterestKind.INTEREST, text="keeps bees"),
    "form-introduction": Introduction(uid="meet", person_uid="ana", other_uid="bo", about="sourdough"),
    "form-referral": MILL,
    "form-wanted": Wanted(uid="rice", person_uid="ana", text="rice flour", since=date(2026, 11, 2)),
    "form-dont-mention": DontMention(uid="quiet", person_uid="ana", text="the wedding"),
    "form-collects": Collects(uid="for", person_uid="ana", for_uid="leo"),
    "form-pet": Pet(uid="dog", owner_uid="ana", name="Biscuit", species="beagle"),
    "form-note": Note(uid="note", person_uid="ana", text="Rings the bell twice.\nLeave the bread at number 6."),
    "form-code": Code(uid="code", person_uid="ana", value="2900 1188 4402"),
    "form-consent": Consent(uid="yes", person_uid="ana", purpose=Purpose.HEALTH, agreed_on=date(2026, 11, 1)),
    "form-loss": Loss(uid="loss", person_uid="ana", on=PartialDate(month=10, year=2026), told_on=TODAY),
}  # fmt: skip


def _shows(record: Record) -> Callable[[Kit], Form]:
    return lambda kit: Desk().open(kit, record)


def person(kit: Kit) -> Form:
    elm = Adr(uid="elm", owner_uid="ana", street="Elm St 4", locality="Oldham", code="OL4 1AA")
    return Desk().open(kit, ANA, tels=(TEL,), emails=(EMAIL,), adrs=(elm,))


def everything(kit: Kit) -> PersonSheet:
    """All that is kept about Ana, as the book tells it."""
    shop = open_demo(Clock.fixed(TODAY))
    sheet = PersonSheet(kit)
    sheet.show_person("Dee Okafor", everything_of(shop, street(TODAY).keys["dee"]))
    close_demo(shop)
    return sheet


def chosen_from(kit: Kit) -> Form:
    """A relation while its name is typed."""
    form = Desk().open(kit, _RECORDS["form-relationship"], is_new=True)
    _typed(form, 0, "maria")
    return form


def refused(kit: Kit) -> Form:
    """What could not be kept, and why."""
    desk = Desk()
    form = desk.open(kit, NUTS)
    desk.refuses = CANNOT
    _typed(form, 0, "almonds")
    form.settle()
    return form


def stale(kit: Kit) -> Form:
    """Two values of one fact."""
    desk = Desk()
    form = desk.open(kit, NUTS)
    desk.records["nuts"] = replace(NUTS, substance="hazelnuts and walnuts")
    _typed(form, 0, "almonds")
    form.settle()
    return form


def impossible(kit: Kit) -> Form:
    """A day that no calendar has."""
    form = Desk().open(kit, BIRTHDAY)
    field = form.fields.fields[1]
    assert isinstance(field, ToldField)
    field.parts.lines["day"].setText("31")
    field.parts.lines["month"].setText("feb")
    form.settle()
    return form


def new_one(kit: Kit) -> Form:
    """A blank form."""
    return Desk().open(kit, Desk().fresh(AllergyIntolerance, "ana"), is_new=True)


def _typed(form: Form, at: int, words: str) -> None:
    line = form.fields.fields[at].begin_at()
    assert isinstance(line, QLineEdit)
    line.setText(words)
    line.textEdited.emit(words)


FORMS: Final[dict[str, Callable[[Kit], Form | PersonSheet]]] = {
    "form-person": person,
    "form-new": new_one,
    "form-choosing": chosen_from,
    "form-refused": refused,
    "form-stale": stale,
    "form-impossible-day": impossible,
    "person-sheet": everything,
    **{name: _shows(record) for name, record in _RECORDS.items()},
}

"""Every screen that a picture is made of: what is typed and pressed until it stands there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from shopkeeper.domain.phrase import translate
from shopkeeper.ui.forms.form import Form
from shopkeeper.ui.forms.person_sheet import PersonSheet
from shopkeeper.ui.needs import Book, Refusal, Start, Why
from shopkeeper.ui.widgets.kit import Kit
from tests.look.book import Empty, ManyAllergies
from tests.look.stage import DAY, Stage
from tests.look.writing import WRITINGS
from tests.ui.forms.screens import FORMS
from tests.ui.household.screens import HOUSEHOLDS
from tests.ui.past.screens import HISTORIES

Play: TypeAlias = "Callable[[Stage], None]"


def typing(text: str, *keys: Qt.Key) -> Play:
    """The counter with these words typed and these keys pressed."""

    def play(stage: Stage) -> None:
        stage.write(text)
        for key in keys:
            stage.press(key)

    return play


def private(stage: Stage) -> None:
    """Dee's card while F8 is held."""
    stage.write("dee")
    stage.hold(Qt.Key.Key_F8)


def still(stage: Stage) -> None:
    """The bar where it comes to rest."""
    stage.window.card_place.undo.enter(stage.window.card_place.undo.geometry())


def here(stage: Stage) -> None:
    """Somebody is here, and the bar says so."""
    stage.write("ana d")
    stage.press(Qt.Key.Key_Return)
    still(stage)


def new_person(stage: Stage) -> None:
    """Ctrl+N with nothing typed."""
    stage.app.counter.make_new()


def written_down(stage: Stage) -> None:
    """A new person was made; what an earlier picture wrote down was taken back, so that every one starts the same."""
    stage.app.bridge.undo()
    stage.write("Tomasz Zieliński")
    stage.press(Qt.Key.Key_Return)
    still(stage)


def taken_back(stage: Stage) -> None:
    """A new person was taken back."""
    written_down(stage)
    stage.app.bridge.undo()
    still(stage)


def namesake(stage: Stage) -> None:
    """Ctrl+N, and the name of somebody who is here."""
    stage.app.counter.make_new()
    stage.write("maria silva")


def evening(stage: Stage) -> None:
    """The end of the day: what nobody has agreed to yet."""
    stage.app.past.evening.begin()


def named(stage: Stage) -> None:
    """Ctrl+N, and a name that nobody has."""
    stage.app.counter.make_new()
    stage.write("maria")


def with_book(make: Callable[[], Book], text: str) -> Play:
    """Another book for one picture."""

    def play(stage: Stage) -> None:
        kept = stage.app.bridge.book
        stage.app.bridge.take(make())
        stage.app.counter.begin()
        stage.write(text)
        stage.picture()
        if kept is not None:
            stage.app.bridge.take(kept)

    return play


def first_start(stage: Stage) -> None:
    stage.door.says = Start.NO_BOOK
    stage.app.opening.begin()


def new_passphrase(stage: Stage) -> None:
    first_start(stage)
    stage.window.first_start.own_chosen.emit()


def passphrase(stage: Stage) -> None:
    stage.door.says = Start.ASK
    stage.app.opening.begin()


def wrong_passphrase(stage: Stage) -> None:
    passphrase(stage)
    stage.door.answer = lambda: Refusal(
        Why.WRONG_PASSPHRASE,
        translate("look", "This is not the passphrase of this book."),
        translate("look", "Nothing was changed."),
        translate("look", "Capital letters and spaces count."),
    )
    page = stage.window.passphrase
    page.first.setText("not this one")
    page.first.textEdited.emit("not this one")
    page.first.returnPressed.emit()
    stage.door.answer = stage.door.demo


def damaged(stage: Stage) -> None:
    stage.door.says = Refusal(
        Why.DAMAGED,
        translate("look", "The file of the book is damaged: its first page cannot be read."),
        translate("look", "Nothing was changed, and your backups are where they were."),
        translate("look", "Put the newest backup back, or ask somebody who knows computers to look at the disk."),
    )
    stage.app.opening.begin()


def bringing_in(stage: Stage) -> None:
    sheet = stage.window.bring_in
    sheet.begin("phone-contacts.vcf")
    sheet.progress(148, 412)
    sheet.show_bar()
    stage.window.show_page(sheet)


def brought_in(stage: Stage) -> None:
    sheet = stage.window.bring_in
    sheet.begin("phone-contacts.vcf")
    sheet.finish(
        {
            "act": "an act", "cards": 412, "new": 361, "known": 48, "changed": 37,
            "troubles": [
                {"card": 88, "line": 1204, "text": "no name at all (only a phone number, ··55 10)"},
                {"card": 140, "line": 2310, "text": "31 February does not exist; the rest was brought in without it"},
                {"card": 301, "line": 5022, "text": "the photo is cut off; the rest was brought in without it"},
            ],
        }
    )  # fmt: skip
    stage.window.show_page(sheet)


def sheet(make: Callable[[Kit], QWidget]) -> Play:
    """A form, or another sheet, as it lies in the window."""

    def play(stage: Stage) -> None:
        page = make(stage.window.kit)
        stage.write("ana d")
        stage.lay_on(page, page.begin if isinstance(page, Form | PersonSheet) else page.setFocus)

    return play


def line_in_hand(stage: Stage) -> None:
    """The second line below slot 2, with the caret on its first button."""
    stage.write("ana d")
    stage.go(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    for key in (*[Qt.Key.Key_Down] * 4, Qt.Key.Key_Right):
        stage.go(key)


def ask_again(stage: Stage) -> None:
    """F6: is it still so?"""
    stage.write("ana d")
    stage.go(Qt.Key.Key_F6)


def asked(stage: Stage) -> None:
    """How she is, where "Asked" stood."""
    stage.write("ana d")
    stage.go(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    on = Qt.Key.Key_Left if stage.window.isRightToLeft() else Qt.Key.Key_Right
    for key in (*[Qt.Key.Key_Down] * 3, on, Qt.Key.Key_Return):
        stage.go(key)


def done_and_told(stage: Stage) -> None:
    """A deed was done; it is taken back before the next picture."""
    stage.app.bridge.undo()
    asked(stage)
    stage.go(Qt.Key.Key_Return)
    still(stage)


def everything_kept(stage: Stage) -> None:
    """F2: all that is kept, on the paper."""
    stage.write("ana d")
    stage.go(Qt.Key.Key_F2)


def leave_asked(stage: Stage) -> None:
    """Somebody has died: asked once more."""
    everything_kept(stage)
    front = stage.app.counter.pile.front()
    assert isinstance(front, PersonSheet)
    assert front.leaving is not None
    front.leaving.buttons[0].click()


def form_on_the_card(stage: Stage) -> None:
    """What a line was made from, after something was changed in it."""
    stage.app.bridge.undo()
    stage.write("dee")
    stage.go(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    for key in (*[Qt.Key.Key_Down] * 2, Qt.Key.Key_F2):
        stage.go(key)
    QTest.keyClicks(stage.window.focusWidget(), " of her aunt")
    stage.go(Qt.Key.Key_Tab)
    still(stage)


def mirrored(play: Play) -> Play:
    """The same in a window that is read from right to left."""

    def other_way(stage: Stage) -> None:
        stage.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        play(stage)
        stage.picture()

    return other_way


def blank(stage: Stage) -> None:
    stage.write("ana")
    stage.window.blank.fall()


SCREENS: Final[dict[str, Play]] = {
    "ana": typing("ana d"),
    "bo": typing("bo"),
    "rosa": typing("rosa"),
    "park": typing("박지"),
    "marias": typing("maria silva"),
    "arabic": typing("فاطمة"),
    "siobhan": typing("oneill"),
    "dee": typing("dee"),
    "dee-private": private,
    "many": typing("a"),
    "slip": typing("duatre ana"),
    "kin": typing("leo's mum"),
    "number": typing("0188"),
    "script": typing("fatima"),
    "thing": typing("beagle"),
    "nobody": typing("Zbigniew Kowalczyk"),
    "today": typing(""),
    "today-chosen": typing("", Qt.Key.Key_Down),
    "here": here,
    "new": new_person,
    "written": written_down,
    "taken-back": taken_back,
    "namesake": namesake,
    "named": named,
    "evening": evening,
    "scrolled": typing("rosa", Qt.Key.Key_PageDown),
    "read-on": typing("ana d", Qt.Key.Key_PageDown),
    "line-in-hand": line_in_hand,
    "ask-again": ask_again,
    "asked": asked,
    "deed-done": done_and_told,
    "everything-kept": everything_kept,
    "leave-asked": leave_asked,
    "form-on-the-card": form_on_the_card,
    "mirrored-card": mirrored(typing("ana d")),
    "mirrored-asked": mirrored(asked),
    "empty": with_book(lambda: Empty(DAY), ""),
    "allergies": with_book(lambda: ManyAllergies(DAY), "wil"),
    "first": first_start,
    "new-passphrase": new_passphrase,
    "passphrase": passphrase,
    "wrong-passphrase": wrong_passphrase,
    "damaged": damaged,
    "bringing-in": bringing_in,
    "brought-in": brought_in,
    **{name: sheet(make) for name, make in {**FORMS, **HOUSEHOLDS, **HISTORIES}.items()},
    **WRITINGS,
    "blank": blank,
}

"""The card: slot 2 whole, the rest as far as there is room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from shopkeeper.domain.phrase import translate, verbatim
from shopkeeper.remember.card import Card
from shopkeeper.remember.reminder import Mark, Reminder, Slot
from tests.ui.conftest import Room
from tests.ui.stand_ins import ANA, BO, NEVER, card, remembered, safety

LONG = card(
    "long", "Wilhelmina van den Berg-Papadopoulou",
    *(safety(f"Allergic to something with a long name, number {n}", f"number {n}") for n in range(14)),
    *NEVER,
    *(remembered(f"Ask after: matter {n}") for n in range(6)),
)  # fmt: skip


def put(room: Room, one: Card) -> None:
    """Look one person up."""
    room.book.cards = {one.person_uid: one}
    room.write(one.name.split()[0])


@pytest.mark.parametrize("theme", ["day", "night", "contrast"])
@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("one", [ANA, BO, LONG], ids=["ana", "bo", "very many"])
def test_nothing_of_slot_2_is_cut_off(room: Room, one: Card, text: int, size: tuple[int, int], theme: str) -> None:
    room.app.look.use(theme=theme, text_size=text)
    room.open(*size)
    put(room, one)
    view = room.window.card_place.card
    bar = view.safety
    # Every line lies inside the frame, and none is wider than its room.
    assert all(end <= bar.height() for end, _ in bar.bottoms())
    assert max(w.width for w, _ in bar._writings) + bar._left() + bar._edge(16) <= bar.width()
    assert len(bar.bottoms()) == len(one.slot(Slot.SAFETY))
    # What is out of sight can be scrolled to, and the edge counts it.
    seen_to = view._bar.value() + (view.edge.y() if view.edge.isVisible() else view.height())
    below = sum(1 for end, told in bar.bottoms() if told and bar.y() + end > seen_to)
    assert view.edge.isVisible() == any(bar.y() + end > seen_to for end, _ in bar.bottoms())
    if below:
        assert view.edge.accessibleName() == (f"{below} more allergies below" if below > 1 else "1 more allergy below")
    view.scroll_by(100_000)
    assert not view.edge.isVisible()
    assert bar.mapTo(view, QPoint(0, 0)).y() + bar.height() <= view.height()


def test_ana_has_all_of_slot_2_in_sight_in_a_small_window_with_the_largest_text(room: Room) -> None:
    room.app.look.use(text_size=200)
    room.open(1024, 600)
    put(room, ANA)
    assert not room.window.card_place.card.edge.isVisible()


def test_the_edge_ends_below_a_whole_line(room: Room) -> None:
    room.app.look.use(text_size=200)
    room.open(1024, 600)
    put(room, LONG)
    view = room.window.card_place.card
    ends = [round(view.safety.y() + end) for end in view.safety.line_bottoms()]
    assert any(abs(view.edge.y() - 2 - end) <= 1 for end in ends)


def test_slot_2_is_red_only_when_something_was_told(counter: Room) -> None:
    put(counter, ANA)
    assert counter.window.card_place.card.safety.is_red
    put(counter, BO)
    counter.window.rail.search.put("bo")
    assert not counter.window.card_place.card.safety.is_red


def test_what_no_longer_holds_is_not_red(counter: Room) -> None:
    put(counter, card("cy", "Cy Old", safety("Allergic to eggs", "eggs", struck=True), NEVER[1]))
    assert not counter.window.card_place.card.safety.is_red
    assert "no longer" in counter.lines()[1]


def test_the_last_slots_yield_to_one_line_and_page_down_shows_them_without_a_visit(room: Room) -> None:
    room.open(1024, 600)
    put(room, card("many", "Many Things", *NEVER, *(remembered(f"Ask after: matter {n}") for n in range(9))))
    more: QPushButton = room.window.card_place.card.findChildren(QPushButton)[0]
    shown = len(room.lines())
    assert more.text() == f"and {9 + 2 - shown} more things  (Page Down)"
    room.press(Qt.Key.Key_PageDown)
    assert len(room.lines()) == 9 + 2
    assert more.isHidden()
    assert ("here", "many") not in room.book.asked


def test_enter_says_that_they_are_here_and_shows_all_there_is_to_remember(room: Room) -> None:
    room.open(1024, 600)
    put(room, card("many", "Many Things", *NEVER, *(remembered(f"Ask after: matter {n}") for n in range(9))))
    room.press(Qt.Key.Key_Return)
    assert len(room.lines()) == 9 + 2
    assert ("here", "many") in room.book.asked


def test_a_screen_reader_hears_the_card_in_slot_order(counter: Room) -> None:
    put(counter, ANA)
    told = "told by Ana, 14 months ago: ask again?"
    assert counter.lines() == [
        "Ana Duarte. AH-na · she",
        f"Allergies. Allergic to tree nuts, {told}. Leo, her son: sesame, {told}",
        "Ask how grandma Rosa is after her flu, 9 days ago",
        "She lent us her ladder, 9 days ago",
        "Keeps bees, 9 days ago",
    ]


def test_no_widget_is_made_while_somebody_types(counter: Room) -> None:
    counter.write("an")
    before = len(counter.window.findChildren(QWidget))
    for _ in range(5):
        counter.press(Qt.Key.Key_Down)
        counter.press(Qt.Key.Key_Up)
        counter.write("t")
        counter.press(Qt.Key.Key_Backspace)
    assert len(counter.window.findChildren(QWidget)) == before


def test_every_line_of_the_card_leaves_ink_on_the_paper(counter: Room) -> None:
    put(counter, ANA)
    view = counter.window.card_place.card
    image = QImage(view.safety.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    view.safety.render(painter, QPoint())
    painter.end()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    assert len(colours) > 20


def test_the_paper_ends_in_the_same_place_whatever_the_foot_says(counter: Room) -> None:
    put(counter, ANA)
    before = counter.window.card_place.card.geometry()
    long = Reminder(slot=Slot.HERE, mark=Mark.HOUSE, title=verbatim("Duarte household: " + "Ana · Leo · " * 7))
    put(counter, card("el", "El Duarte", *NEVER, long))
    assert counter.window.card_place.card.geometry() == before
    put(counter, BO)
    assert counter.window.card_place.card.geometry() == before


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("one", [ANA, BO], ids=["ana", "bo"])
def test_the_bar_never_lies_on_slot_2_and_says_all_of_its_words(room: Room, one: Card, text: int) -> None:
    room.app.look.use(text_size=text)
    room.open(1024, 600)
    put(room, one)
    counter, place = room.app.counter, room.window.card_place
    words = translate("test", "Taken back: wrote down Wilhelmina van den Berg-Papadopoulou")
    counter.tell(words, "redo", "Redo  (Ctrl+Y)")
    bar, safety = place.undo, place.card.safety
    assert not place.card.edge.isVisible()
    on_window = bar.rect().translated(bar.mapTo(room.window, QPoint()))
    assert not on_window.intersects(safety.rect().translated(safety.mapTo(room.window, QPoint())))
    button = bar.findChildren(QPushButton)[0]
    assert bar.rect().contains(button.geometry())
    writing = bar._written(bar._wide)
    assert writing.height <= bar.height()
    assert bar._stacked or 18 + bar._wide <= button.x()
    assert not bar._stacked or writing.height <= button.y()


@pytest.mark.parametrize("text", [100, 200])
def test_no_button_covers_words_of_a_scrolled_card(room: Room, text: int) -> None:
    room.app.look.use(text_size=text)
    room.open(1024, 600)
    put(room, LONG)
    place = room.window.card_place
    assert place.card._strip.isHidden()
    room.press(Qt.Key.Key_PageDown)
    strip = place.card._strip
    assert strip.isVisible()
    for button in place.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
        assert button.geometry().bottom() < place.card.y() + strip.height()
    room.press(Qt.Key.Key_PageUp)
    room.press(Qt.Key.Key_PageUp)
    assert not strip.isVisible()


def test_a_page_further_shows_every_line_of_slot_2_in_turn(room: Room) -> None:
    room.app.look.use(text_size=200)
    room.open(1024, 600)
    put(room, LONG)
    view, seen = room.window.card_place.card, set()
    for _ in range(30):
        top = view._strip.height() if view._strip.isVisible() else 0
        low = view.edge.y() if view.edge.isVisible() else view.height()
        offset = view.safety.mapTo(view, QPoint()).y()
        ends = view.safety.line_bottoms()
        starts = (12.0, *ends)
        seen |= {n for n, end in enumerate(ends) if offset + starts[n] >= top - 6 and offset + end <= low + 1}
        room.press(Qt.Key.Key_PageDown)
    assert seen == set(range(len(view.safety.line_bottoms())))


def test_the_household_stands_clear_of_the_line_for_what_had_to_yield(room: Room) -> None:
    room.app.look.use(text_size=200)
    room.open(1024, 600)
    put(room, ANA)
    view = room.window.card_place.card
    assert view._more.isVisible()
    assert view.foot.y() >= view._more.geometry().bottom()


def test_more_is_shown_rather_than_an_empty_half_card(room: Room) -> None:
    room.app.look.use(text_size=200)
    room.open(1024, 600)
    put(room, card("dee", "Dee Okafor", *NEVER, remembered("We promised the rye recipe"), remembered("Say thank you")))
    assert len(room.lines()) == 4


def test_reading_on_begins_with_the_first_thing_that_had_yielded(room: Room) -> None:
    room.app.look.use(text_size=200)
    room.open(1024, 600)
    put(room, ANA)
    view = room.window.card_place.card
    first = next(row for row in view._rows.all if row.isHidden())
    room.press(Qt.Key.Key_PageDown)
    assert first.mapTo(view, QPoint()).y() >= view._strip.height()
    assert first.mapTo(view, QPoint(0, first.height())).y() <= view.height()


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)])
@pytest.mark.parametrize("text", [100, 150, 200])
def test_no_line_is_cut_by_the_bottom_of_a_card_that_lies_open(room: Room, text: int, size: tuple[int, int]) -> None:
    many = card("long", "Wilhelmina van den Berg", *NEVER, *(remembered(f"Ask after: matter {n}") for n in range(12)))
    room.app.look.use(text_size=text)
    room.open(*size)
    put(room, many)
    room.press(Qt.Key.Key_Return)
    view = room.window.card_place.card
    rows = [row.geometry() for row in view._rows.in_sight()]
    assert len(rows) == 12
    assert not [row for row in rows if row.top() < view.height() <= row.bottom()]

"""The rail: rows that change in place, with the typed letters in bold."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from shopkeeper.domain.phrase import verbatim
from shopkeeper.remember.reminder import Mark
from shopkeeper.ui.lookup.clear_button import ClearButton
from shopkeeper.ui.lookup.results import Results, name_runs, second_line, spoken
from shopkeeper.ui.lookup.today import Today, TodayRow
from shopkeeper.ui.theme import Face, Role
from shopkeeper.ui.widgets.avatar import initials
from shopkeeper.ui.widgets.typeset import Run, _units
from tests.ui.conftest import Room
from tests.ui.stand_ins import NEVER, TODAY, DayLine, Row, card


def rows(*names: str) -> tuple[Row, ...]:
    return tuple(Row(person_uid=name, name=name) for name in names)


@pytest.fixture
def results(qapp: QApplication) -> Results:
    model = Results()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def shown(model: QAbstractListModel) -> list[object]:
    return [model.index(i).data() for i in range(model.rowCount())]


@pytest.mark.parametrize(
    "steps",
    [
        [("Ana", "Bo"), ("Ana",), ()],
        [("Ana",), ("Bo",), ("Chi", "Ana", "Bo")],
        [(), ("Ana", "Bo", "Chi"), ("Chi",)],
    ],
)
def test_the_list_always_shows_the_newest_answer(results: Results, steps: list[tuple[str, ...]]) -> None:
    for names in steps:
        results.show(rows(*names))
        assert shown(results) == list(names)


def test_rows_are_changed_in_place_and_never_thrown_away(results: Results) -> None:
    happened: list[str] = []
    results.modelReset.connect(lambda: happened.append("reset"))
    results.dataChanged.connect(lambda: happened.append("changed"))
    results.rowsRemoved.connect(lambda: happened.append("removed"))
    results.show(rows("Ana", "Bo"))
    results.show(rows("Ana", "Chi"))
    results.show(rows("Ana"))
    assert happened == ["changed", "removed"]


def test_the_same_answer_again_changes_nothing(results: Results) -> None:
    results.show(rows("Ana", "Bo"))
    happened: list[bool] = []
    results.dataChanged.connect(lambda: happened.append(True))
    results.show(rows("Ana", "Bo"))
    assert not happened


def test_the_day_is_a_sound_list_too(qapp: QApplication) -> None:
    model = Today()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show((DayLine(person_uid="bo", title=verbatim("Bo turns 60"), detail=verbatim("today")),))
    assert shown(model) == ["Bo turns 60"]
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Bo turns 60, today"


def test_a_row_is_read_aloud_with_its_reason_its_line_and_its_badges() -> None:
    row = Row(
        person_uid="ana", name="Ana Duarte", line="Elm St", reason=verbatim("phone ··01 88"),
        badges=frozenset({Mark.ALLERGY, Mark.OCCASION}),
    )  # fmt: skip
    assert spoken(row) == "Ana Duarte, phone ··01 88, Elm St, allergy on record, an occasion soon"


def test_the_typed_letters_of_a_name_are_bold() -> None:
    runs = name_runs(Row(person_uid="ana", name="Ana Duarte", matched=((0, 3), (4, 5))))
    assert [(run.text, run.face is Face.ROW_MATCH) for run in runs] == [
        ("Ana", True),
        (" ", False),
        ("D", True),
        ("uarte", False),
    ]


def test_spans_that_make_no_sense_never_lose_a_letter_of_the_name() -> None:
    runs = name_runs(Row(person_uid="ana", name="Ana", matched=((2, 9), (0, 1), (0, 2))))
    assert "".join(run.text for run in runs) == "Ana"


def test_the_reason_stands_first_where_no_letter_shows_it() -> None:
    row = Row(person_uid="leo", name="Leo", line="Elm St", reason=verbatim("related to Ana"))
    assert second_line(row) == ("related\N{NO-BREAK SPACE}to\N{NO-BREAK SPACE}Ana", "Elm\N{NO-BREAK SPACE}St")


def test_a_reason_stands_there_also_where_letters_of_the_name_are_bold() -> None:
    row = Row(person_uid="bob", name="Robert Lund", matched=((7, 9),), line="Elm St", reason=verbatim("Bob is Robert"))
    assert second_line(row) == tuple(part.replace(" ", "\N{NO-BREAK SPACE}") for part in ("Bob is Robert", "Elm St"))


@pytest.mark.parametrize("text", [100, 200])
def test_what_has_no_room_on_a_quiet_line_is_left_out_whole(counter: Room, text: int) -> None:
    counter.app.look.use(text_size=text)
    row_of = counter.window.rail._result_row
    parts = ["sounds alike", "Station Rd", "florist in the old town hall", "··06 24", "since 2017"]
    row = Row(person_uid="a", name="Mara", reason=verbatim(parts[0]), line=" · ".join(parts[1:]))
    line, room = row_of.laid(row).line, row_of.laid(row).room
    whole = [row_of._quiet(second_line(row)[:kept], room) for kept in range(1, len(parts))]
    assert line in whole
    assert line is not None
    assert line.lines <= (1 if text == 100 else 2)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Duarte", "AD"),
        ("Siobhán O'Neill-Müller", "SO"),
        ("Иван Иванов", "ИИ"),
        ("王小明", "王"),
        ("Chi Park 박지", "C"),
        ("فاطمة الزهراء", "ف"),
        ("", "·"),
    ],
)
def test_the_round_place_shows_initials_as_each_script_has_them(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_the_count_says_how_many_of_how_many(counter: Room) -> None:
    counter.write("an")
    assert counter.window.rail.search._count == "2 of 3"


def test_rows_are_tall_enough_for_a_thumb(counter: Room) -> None:
    counter.write("an")
    rail = counter.window.rail
    assert rail.results_view.sizeHintForRow(0) >= 56
    assert rail.today_view.sizeHintForRow(0) >= 48


@pytest.mark.parametrize("name", ["प्रिया शर्मा", "ณัฐวุฒิ", "გიორგი", "Հռիփսիմե", "דוד", "王小明", "😀 Smiley"])
def test_names_of_every_script_are_drawn_without_a_warning(counter: Room, name: str) -> None:
    counter.book.cards = {"one": card("one", name, *NEVER)}
    counter.window.rail.search.put(name.split()[0])
    assert counter.lines()[0] == name
    counter.window.grab()


@pytest.mark.parametrize("width", range(80, 400, 20))
def test_a_shortened_name_keeps_its_letters_also_after_an_emoji(counter: Room, width: int) -> None:
    name = "Ana \U0001f41d\U0001f41d\U0001f41d Duarte " * 6
    setter = counter.window.rail._kit.type
    shortened = setter._shortened((Run(name, Face.ROW, Role.INK),), _units(name[:40]), width)[0].text
    assert shortened.startswith(name[:40])
    assert shortened == name or shortened.rstrip("…") in name


def test_a_name_that_turns_writing_round_is_shown_with_a_mark() -> None:
    row = Row(person_uid="x", name="Ana\u202eetrauD", matched=((0, 3),))
    assert "".join(run.text for run in name_runs(row)) == "Ana\ufffdetrauD"


def test_of_a_long_day_no_key_waits_until_all_lines_are_laid_out(
    counter: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    rail, asked = counter.window.rail, 0
    height = TodayRow.height

    def counted(self: TodayRow, words: tuple[str, str]) -> int:
        nonlocal asked
        asked += 1
        return height(self, words)

    monkeypatch.setattr(TodayRow, "height", counted)
    rail.show_today(TODAY, tuple(DayLine(person_uid=f"p{n}", title=verbatim(f"P{n} turns 60")) for n in range(300)))
    rail.today_view.doItemsLayout()
    assert 0 < asked < 100
    counter.qtbot.waitUntil(lambda: rail.today_view.visualRect(rail.today.index(299, 0)).isValid())


def test_a_tap_on_the_x_empties_the_search_box_which_has_one_only_while_something_is_typed(counter: Room) -> None:
    box = counter.window.rail.search
    clear = box.findChild(ClearButton)
    assert isinstance(clear, ClearButton)
    assert not clear.isVisible()
    counter.write("ana")
    assert clear.isVisible()
    assert clear.width() >= 44 <= clear.height()
    assert clear.accessibleName() == "Clear"
    assert not clear.geometry().intersects(box.field.geometry())
    clear.click()
    assert box.text() == ""
    assert not clear.isVisible()
    assert not counter.window.card_place.card.isVisible()
    counter.write("b")
    assert box.text() == "b"

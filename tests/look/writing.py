"""Pictures of what is written down: the line at the foot of the card, and the draft in the search box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.look.stage import Stage

SENTENCE: Final = "Nina Berg, Elm St 4, son Leo b. 4 May (7), nuts!!, grandma Rosa has flu, met us at the fair"


def in_line(who: str, text: str, *keys: Qt.Key) -> Callable[[Stage], None]:
    """Typed at the foot of somebody's card."""

    def play(stage: Stage) -> None:
        stage.write(who)
        line = stage.window.card_place.write_line
        line.begin()
        QTest.keyClicks(line.field, text)
        for key in keys:
            QTest.keyClick(stage.window.focusWidget(), key)

    return play


def in_search(text: str, *keys: Qt.Key) -> Callable[[Stage], None]:
    """Typed into the search box, with Alt held for the keys after it."""

    def play(stage: Stage) -> None:
        stage.app.counter.focus()
        stage.write(text)
        for key in keys:
            QTest.keyClick(stage.window.focusWidget(), key, Qt.KeyboardModifier.AltModifier)

    return play


WRITINGS: Final[dict[str, Callable[[Stage], None]]] = {
    "line": in_line("ana d", ""),
    "line-chips": in_line("ana d", "leo starts judo monday, likes rye, nuts!!, dunno what"),
    "line-treat": in_line("ana d", "gave doughnuts with leo's cake"),
    "line-chip": in_line("bo", "son Max b. 4 May (7), sesame", Qt.Key.Key_Up),
    "draft-new": in_search(SENTENCE),
    "draft-known": in_search("ana duarte, likes rye, has a cold"),
    "draft-several": in_search("maria silva, keeps bees"),
    "draft-chip": in_search(SENTENCE, Qt.Key.Key_Up),
}

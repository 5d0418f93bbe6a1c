"""The doorbell: what other threads ask is answered on the window's own."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from shopkeeper.ui.doorbell import Doorbell


def test_a_ring_from_another_thread_is_answered_on_this_one(qapp: QApplication, qtbot: QtBot) -> None:
    threads: list[threading.Thread] = []

    def answer(message: tuple[str, ...]) -> str:
        threads.append(threading.current_thread())
        return message[0].upper()

    bell = Doorbell(answer)
    with ThreadPoolExecutor(1) as pool:
        told = pool.submit(bell.ring, ("raise",))
        qtbot.waitUntil(told.done)
    assert told.result() == "RAISE"
    assert threads == [threading.current_thread()]


def test_what_goes_wrong_while_answering_is_told_to_whoever_rang(qapp: QApplication, qtbot: QtBot) -> None:
    def answer(_message: tuple[str, ...]) -> str:
        raise ValueError("no such verb")

    bell = Doorbell(answer)
    with ThreadPoolExecutor(1) as pool:
        told = pool.submit(bell.ring, ("do", "x"))
        qtbot.waitUntil(told.done)
    with pytest.raises(ValueError, match="no such verb"):
        told.result()

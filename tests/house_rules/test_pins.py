"""The pinned Qt does not wear out the None it is handed."""

from __future__ import annotations

import subprocess
import sys

# In a process of its own: where the leak is, the interpreter aborts and takes whoever asked with it.
_MANY_VOID_CALLS = """
import sys
from PySide6.QtCore import QObject
one = QObject()
before = sys.getrefcount(None)
for _ in range(20_000):
    one.setObjectName("x")
# Newer Pythons never count the references to None; older ones must end where they began.
assert sys.getrefcount(None) > before - 1_000, "every void call loses a reference to None"
"""


def test_twenty_thousand_calls_that_answer_nothing_leave_none_alive() -> None:
    answer = subprocess.run([sys.executable, "-c", _MANY_VOID_CALLS], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr

from __future__ import annotations

import pytest

from shopkeeper.host import resources
from shopkeeper.host.resources import NotShipped
from shopkeeper.usecases.self_test import Check, Failed, self_test


def fail() -> str:
    raise Failed("on purpose")


def test_a_whole_copy_passes_its_self_test() -> None:
    outcomes = list(self_test())
    assert [outcome for outcome in outcomes if not outcome.passed] == []
    assert len(outcomes) >= 9


def test_one_failed_check_does_not_keep_the_others_from_being_tried() -> None:
    *_, failed, last = self_test((Check("one that fails", fail), Check("the last", lambda: "seen")))
    assert (failed.passed, failed.seen) == (False, "Failed: on purpose")
    assert (last.passed, last.seen) == (True, "seen")


def test_a_copy_without_its_knowledge_fails_its_self_test(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*parts: str) -> str:
        raise NotShipped("/".join(parts), ())

    monkeypatch.setattr(resources, "text", missing)
    outcomes = list(self_test())
    assert not outcomes[0].passed
    assert any(not outcome.passed for outcome in outcomes[1:])

from __future__ import annotations

import json

import pytest

from shopkeeper.host.lock import Message
from shopkeeper.usecases.hand_over import answer_to


@pytest.mark.parametrize(
    "verb", [("undo",), ("undo", "17"), ("tell", "likes rye", "ana", "de"), ("bring-in", "/phone/a.vcf")], ids=" ".join
)
def test_a_verb_that_writes_is_handed_to_the_window_as_it_was_typed(verb: tuple[str, ...]) -> None:
    rung: list[tuple[str, ...]] = []

    def ring(words: tuple[str, ...]) -> str:
        rung.append(words)
        return "{}"

    assert answer_to(Message("do", verb), ring).code == 0
    assert rung == [verb]


@pytest.mark.parametrize("verb", [("undo", "1", "2"), ("tell", "likes rye"), ("forget", "ana")], ids=" ".join)
def test_a_verb_that_nobody_knows_does_not_reach_the_window(verb: tuple[str, ...]) -> None:
    assert answer_to(Message("do", verb), lambda words: json.dumps({})).code == 2


def test_what_the_window_could_not_do_is_said() -> None:
    answer = answer_to(Message("do", ("undo", "17")), lambda words: json.dumps({"failed": "Nothing is there."}))
    assert (answer.code, answer.err) == (1, "Nothing is there.")

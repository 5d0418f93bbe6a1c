"""What goes on between the people of Demo Street and their shop: who could meet, and what somebody asked for."""

from __future__ import annotations

from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.wanted import Wanted
from shopkeeper.examples.pen import Pen


def between(pen: Pen) -> None:
    """Write it down; everybody it is about is known already."""
    _two_beekeepers(pen)
    _two_cellists(pen)
    _what_has_come_in(pen)


def _two_beekeepers(pen: Pen) -> None:
    """Both have said yes, and have not been here at the same time yet."""
    pen.about("two beekeepers")
    pen.keep(
        Introduction(
            uid=pen.uid(),
            person_uid=pen.keys["ana"],
            other_uid=pen.keys["tom"],
            about="bees",
            person_agrees=True,
            other_agrees=True,
        )
    )


def _two_cellists(pen: Pen) -> None:
    """They know of each other since last week; whether they have met, nobody has heard."""
    pen.about("two cellists")
    pen.keep(
        Introduction(
            uid=pen.uid(),
            person_uid=pen.keys["siobhan"],
            other_uid=pen.keys["lucia"],
            about="the cello",
            person_agrees=True,
            other_agrees=True,
            introduced_on=pen.ago(days=5),
        )
    )


def _what_has_come_in(pen: Pen) -> None:
    pen.about("what has come in")
    pen.keep(
        Wanted(
            uid=pen.uid(),
            person_uid=pen.keys["bo"],
            text="coarse rye flour",
            since=pen.ago(days=13),
            arrived_on=pen.ago(days=1),
        )
    )

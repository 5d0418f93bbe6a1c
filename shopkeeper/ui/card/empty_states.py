"""What the paper says while there is no card: every empty state says what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.ui.needs import RowShown


@dataclass(frozen=True, slots=True)
class EmptyState:
    """A drawing, a heading, a few sentences, and what can be pressed: (what it does, what it says)."""

    drawing: str
    heading: Phrase
    sentences: tuple[Phrase, ...]
    buttons: tuple[tuple[str, Phrase], ...] = ()
    foot: Phrase | None = None


def who_is_here(*, demo: bool = False, may_leave: bool = False) -> EmptyState:
    """Nobody is chosen; Demo Street, where it was chosen at the first start, says how to go on from there."""
    foot = translate("counter", "Demo Street: made-up neighbours. Nothing here is kept.") if demo else None
    return EmptyState(
        "search",
        translate("counter", "Who is here?"),
        (translate("counter", "Type any part of a name, the end of a phone number, or scan a card."),),
        (("leave-demo", translate("counter", "Start my own book")),) if demo and may_leave else (),
        foot=foot,
    )


def empty_book() -> EmptyState:
    """The book was made a moment ago."""
    return EmptyState(
        "book",
        translate("counter", "Your book is open, and still empty"),
        (
            translate("counter", "Type someone's name and press Enter: that writes the first person down."),
            translate("counter", "Or bring in the contacts of a phone or a computer."),
        ),
        (("bring-in", translate("counter", "Bring people in  (Ctrl+O)")),),
    )


def someone_new(words: str = "", namesake: RowShown | None = None) -> EmptyState:
    """Ctrl+N was pressed: what is typed is the name of someone new, whom nobody is taken for without a word."""
    if namesake is not None:
        return EmptyState(
            "question",
            translate("counter", "{name} is already here").with_values(name=namesake.name),
            (
                verbatim(namesake.line) if isinstance(namesake.line, str) else namesake.line,
                translate("counter", "Is this someone else of the same name? Ctrl+Enter writes them down too."),
            ),
            (
                ("make", translate("counter", "Show who it is  (Enter)")),
                ("make-another", translate("counter", "Someone else  (Ctrl+Enter)")),
            ),
        )
    if words:
        return EmptyState(
            "plus",
            translate("counter", "Someone new: {words}").with_values(words=words),
            (translate("counter", "Nobody has this name yet. Esc goes back to whom it may mean."),),
            (("make", translate("counter", "Write them down  (Enter)")),),
        )
    return EmptyState(
        "plus",
        translate("counter", "Someone new"),
        (
            translate("counter", "Type the name in the search box, then Enter writes the person down."),
            translate("counter", "Esc goes back."),
        ),
    )


def nobody(words: str) -> EmptyState:
    """Nobody is found under these words."""
    return EmptyState(
        "plus",
        translate("counter", "Nobody is found for “{words}”").with_values(words=words),
        (translate("counter", "A part of the name is enough, in any order. If they are new, Enter writes them down."),),
        (("make", translate("counter", "Write them down  (Enter)")),),
    )

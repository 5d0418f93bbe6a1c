"""What is said of chips: the question of one, all of them for a screen reader, and what is new among them."""

from __future__ import annotations

from shopkeeper.capture.chip import Chip
from shopkeeper.capture.draft import Draft
from shopkeeper.capture.label import answer_of, label_of
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.ui.say import say


def asked(chip: Chip) -> Phrase:
    """Whose it is: "Ana or Leo?"."""
    said, *rest = map(answer_of, chip.asks)
    for name in rest:
        said = translate("writing", "{names} or {name}", "Ana or Leo").with_values(names=said, name=name)
    return translate("writing", "{names}?", "whose something is: Ana or Leo?").with_values(names=said)


def spoken(draft: Draft) -> str:
    """Every chip in the order of the line, the note last."""
    said = [say(label_of(chip)) for chip in draft.chips]
    if draft.note.strip():
        note = translate("chip", "note: {what}", "words that are kept as they were typed")
        said.append(say(note.with_values(what=draft.note)))
    return ". ".join((say(translate("writing", "What was understood")), *said))


def news(before: Draft | None, now: Draft | None) -> str:
    """What is new: these chips only, and the question of one."""
    if now is None:
        return ""
    known = {say(label_of(chip)) for chip in before.chips} if before else set()
    said = []
    for chip in now.chips:
        label = say(label_of(chip))
        if label not in known:
            said.append(label)
            if chip.asks:
                said.append(say(asked(chip)))
    return ". ".join(said)

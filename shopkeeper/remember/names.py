"""How someone is called at the counter, and what they are to somebody else."""

from __future__ import annotations

from collections.abc import Iterable

from shopkeeper.domain.memory import Mourned, Near
from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.knowledge import Kinship
from shopkeeper.knowledge.kinship import Gender, gender_of


def call(person: Person) -> str:
    """What to call someone: as they like it, else their given name, else the name as it is written."""
    return person.call_them or person.name.given or str(person.name)


def speak_of(person: Person) -> str:
    """How one speaks of someone to others: by their given name, even where one says "Dona Rosa" to them."""
    return person.name.given or person.call_them or str(person.name)


def kin_word(near: Near | Mourned, kinship: Kinship) -> Phrase | None:
    """What they are to the one they are kin of: the shop's own word, else the usual one; None: a shared roof."""
    if near.words:
        return verbatim(near.words)
    return kinship.word(near.kind, near.person.pronouns) if near.kind else None


def whose(owner: Person, kin: Phrase) -> Phrase:
    """A relative, seen from the card's person, in the pronouns that they gave: "her son", "their son"."""
    match gender_of(owner.pronouns):
        case Gender.SHE:
            words = translate("card", "her {kin}", "a relative of a woman: her son")
        case Gender.HE:
            words = translate("card", "his {kin}", "a relative of a man: his son")
        case None:
            words = translate("card", "their {kin}", "a relative of one person: their son")
    return words.with_values(kin=kin)


def kin_of(owner: Person, kin: Phrase) -> Phrase:
    """A relative of somebody else: "Leo's parent"."""
    return translate("card", "{name}'s {kin}", "Leo's parent").with_values(name=speak_of(owner), kin=kin)


def call_near(near: Near) -> Phrase:
    """Someone near, as one speaks of them here: "grandma Rosa", "Leo"."""
    if not near.words:
        return verbatim(speak_of(near.person))
    return translate("card", "{kin} {name}", "a relative and their name: grandma Rosa").with_values(
        kin=near.words, name=speak_of(near.person)
    )


def opening(text: str) -> Phrase:
    """Typed words at the head of a line, with a capital where the first word has none: "Keeps bees", but "iPad"."""
    first = next(iter(text.split(maxsplit=1)), "")
    # Title case, not upper: Georgian has capitals that nobody begins a word with.
    return verbatim(text[0].title() + text[1:] if first.islower() and text[0].isalpha() else text)


def listed(things: Iterable[Phrase]) -> Phrase | None:
    """Several short things in one line, parted by commas; None when there are none."""
    whole: Phrase | None = None
    for thing in things:
        if whole is None:
            whole = thing
        else:
            more = translate("card", "{some}, {more}", "a list: the things so far, and the next one")
            whole = more.with_values(some=whole, more=thing)
    return whole


def dotted(parts: Iterable[Phrase]) -> Phrase | None:
    """Several facts in one line, parted by a middle dot; None when there are none."""
    whole: Phrase | None = None
    for part in parts:
        if whole is None:
            whole = part
        else:
            more = translate("card", "{some} · {more}", "a list in a line: those so far, and the next one")
            whole = more.with_values(some=whole, more=part)
    return whole

"""The plain words for each kind of kept thing, for the sentences that say what stands in the way."""

from __future__ import annotations

from typing import Any, Final

from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Uid
from shopkeeper.store import journal
from shopkeeper.store.errors import Conflict
from shopkeeper.store.rows import name_from
from shopkeeper.store.tables import TABLES, listed

_WORDS: Final[dict[str, Phrase]] = {
    "Person": translate("Kept", "the person"),
    "Household": translate("Kept", "the household"),
    "Membership": translate("Kept", "a place in a household"),
    "Relationship": translate("Kept", "a relationship"),
    "Tel": translate("Kept", "a telephone number"),
    "Email": translate("Kept", "an e-mail address"),
    "Adr": translate("Kept", "an address"),
    "Consent": translate("Kept", "an agreement"),
    "AllergyIntolerance": translate("Kept", "an allergy"),
    "Asked": translate("Kept", "an answer about allergies"),
    "Diet": translate("Kept", "a diet"),
    "Occasion": translate("Kept", "an occasion"),
    "Kindness": translate("Kept", "a kindness"),
    "Promise": translate("Kept", "a promise"),
    "Concern": translate("Kept", "something to ask after"),
    "Interest": translate("Kept", "an interest"),
    "Introduction": translate("Kept", "an introduction"),
    "Referral": translate("Kept", "a referral"),
    "Wanted": translate("Kept", "something they asked for"),
    "DontMention": translate("Kept", "something not to mention"),
    "Collects": translate("Kept", "who collects for whom"),
    "Pet": translate("Kept", "a pet"),
    "Visit": translate("Kept", "a visit"),
    "Note": translate("Kept", "a note"),
    "Loss": translate("Kept", "a loss"),
    "OptOut": translate("Kept", "the wish not to be remembered"),
    "Code": translate("Kept", "a card of the shop"),
    "Photo": translate("Kept", "a picture"),
}


def whose(raw: Any, kind: str, uid: Uid) -> Phrase:
    """The name of the person or household that a record belongs to, as it is written now."""
    table = TABLES[kind]
    row = raw.execute(f'SELECT "{table.owner}" FROM {table.name} WHERE uid = ?', (uid,)).fetchone()
    owner = uid if row is None else row[0]
    name = listed(TABLES["Person"].fields["name"].columns)
    cells = raw.execute(f"SELECT {name} FROM person WHERE uid = ?", (owner,)).fetchone()
    if cells is not None and (written := str(name_from(cells))):
        return verbatim(written)
    row = raw.execute("SELECT name FROM household WHERE uid = ?", (owner,)).fetchone()
    if row is not None and row[0]:
        return verbatim(row[0])
    return translate("Kept", "someone without a name", "also whose name is not at hand")


def changed_meanwhile(raw: Any, kind: str, uid: Uid, field: str | None) -> Conflict:
    """What an act starts from has another value now, or is gone."""
    phrase = translate(
        "Store",
        "{what} of {whose} was changed meanwhile ({field}). Nothing was changed now. Please look at it again.",
    ).with_values(what=_WORDS[kind], whose=whose(raw, kind, uid), field=(field or "").replace("_", " "))
    if field is None:
        phrase = translate(
            "Store", "{what} of {whose} was changed or taken out meanwhile. Nothing was changed now. Please look again."
        ).with_values(what=_WORDS[kind], whose=whose(raw, kind, uid))
    return Conflict(phrase, kind=kind, uid=uid, field=field)


def already_written(raw: Any, kind: str, uid: Uid) -> Conflict:
    """The same record is in the book already."""
    phrase = translate("Store", "{what} of {whose} is in the book already. Nothing was changed.").with_values(
        what=_WORDS[kind], whose=whose(raw, kind, uid)
    )
    return Conflict(phrase, kind=kind, uid=uid)


def still_needed(raw: Any, kind: str, uid: Uid, target: str) -> Conflict:
    """A record that stays refers to one that would be taken out: `target` is what that one is called."""
    phrase = translate(
        "Store", "{target} cannot be taken out: {what} would be lost with it. Nothing was changed."
    ).with_values(what=_WORDS[kind], target=verbatim(target) if target else whose(raw, kind, uid))
    return Conflict(phrase, kind=kind, uid=uid)


_NEWER: Final = (
    "SELECT a.id, a.name FROM journal j JOIN act a ON a.id = j.act"
    " WHERE j.act > (SELECT id FROM act WHERE uid = ?1) AND j.kind = ?2 AND j.uid = ?3"
    " AND (?4 IS NULL OR j.field IS NULL OR j.field = ?4)"
    " AND a.stands = 1 AND a.undoes IS NULL AND a.passed_over = 0 ORDER BY a.id DESC LIMIT 1"
)


def with_what_comes_first(raw: Any, conflict: Conflict, undone: Uid) -> Conflict:
    """Why an act cannot be taken back, and which newer one has to be taken back before it, where there is one."""
    row = raw.execute(_NEWER, (undone, conflict.kind, conflict.uid, conflict.field)).fetchone()
    if row is None:
        return conflict
    number, name = row
    phrase = translate(
        "Store",
        "{trouble} First take back what came later: {act} (number {number}).",
        "its number in the history",
    ).with_values(trouble=conflict.phrase, act=journal.phrase_from_text(name), number=number)
    return Conflict(phrase, kind=conflict.kind, uid=conflict.uid, field=conflict.field)


def about_nobody(kind: str, uid: Uid) -> Conflict:
    """A record belongs to, or speaks of, someone who is not in the book."""
    phrase = translate("Store", "{what} speaks of someone who is not in the book. Nothing was changed.").with_values(
        what=_WORDS[kind]
    )
    return Conflict(phrase, kind=kind, uid=uid)

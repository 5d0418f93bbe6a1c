"""Staff: the initials of those who work here, and who is at the counter now. No passwords: a name, not a lock."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from shopkeeper.domain.phrase import translate
from shopkeeper.usecases.refused import Refused, Why

if TYPE_CHECKING:
    from shopkeeper.store import Store
    from shopkeeper.usecases.shop import Shop

_STAFF: Final = "staff"
_AT_COUNTER: Final = "initials"
_LONGEST: Final = 8  # signs; they stand in every line of the history


def known(shop: Shop) -> tuple[str, ...]:
    """The initials that were written down, in the order in which one key goes through them."""
    kept = shop.store.setting(_STAFF)
    return tuple(json.loads(kept)) if kept else ()


def add(shop: Shop, initials: str) -> str:
    """Write initials down and answer them as they are kept; those that are known already stay as they are."""
    typed = "".join(initials.split())
    if not typed or len(typed) > _LONGEST:
        raise Refused(
            translate("Staff", "Type one to %n letter(s), such as MK.", "initials of staff", _LONGEST),
            Why.ASKED_WRONGLY,
        )
    staff = known(shop)
    same = next((one for one in staff if one.casefold() == typed.casefold()), None)
    if same is None:
        shop.store.set_setting(_STAFF, json.dumps([*staff, typed], ensure_ascii=False))
    return same or typed


def remove(shop: Shop, initials: str) -> None:
    """Somebody works here no longer. What they wrote down stays theirs."""
    staff = [one for one in known(shop) if one != initials]
    shop.store.set_setting(_STAFF, json.dumps(staff, ensure_ascii=False) if staff else None)
    if shop.store.setting(_AT_COUNTER) == initials:
        shop.store.set_setting(_AT_COUNTER, None)


def at_counter(shop: Shop, initials: str) -> Shop:
    """The same shop with somebody at the counter, or with nobody in particular; it is so again after a restart."""
    by = add(shop, initials) if initials.strip() else ""
    shop.store.set_setting(_AT_COUNTER, by or None)
    return replace(shop, by=by)


def next_at_counter(shop: Shop) -> Shop:
    """The same shop with the next of the staff at the counter: what one key does. After the last comes the first."""
    staff = known(shop)
    if not staff:
        return shop
    place = staff.index(shop.by) + 1 if shop.by in staff else 0
    return at_counter(shop, staff[place % len(staff)])


def who_was_last(store: Store) -> str:
    """Whoever was at the counter when the book was closed."""
    return store.setting(_AT_COUNTER) or ""

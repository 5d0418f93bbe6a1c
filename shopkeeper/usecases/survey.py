"""Survey: what has to be known of all cards of a contacts file before the first of them can be brought in.

The file is read for it once, and again when its people are written down: so no more of a hundred thousand cards is
held than a short key for each.
"""

from __future__ import annotations

from collections import defaultdict

from shopkeeper.formats.vcard import AMONG_OTHERS, CALLED, ContactCard, Contacts, called, iter_cards, named
from shopkeeper.usecases.facts import bare_uid, key_of, name_key


class Survey:
    """One look over a contacts file."""

    def __init__(self, contacts: Contacts, *, with_names: bool) -> None:
        """Read the file once. Names, for which more of a card is read, matter where somebody may be known by one."""
        self._with_names = with_names
        self.cards = self.groups = 0
        self.lists: dict[str, list[str]] = defaultdict(list)  # for each card's UID, the lists that it is on
        self.uids: set[int] = set()  # of all cards, as keys
        self.repeated: set[int] = set()  # those that more than one person's card has
        self.names: set[int] = set()  # of all people, as keys
        self._groups: set[int] = set()
        self.pointed_to: set[int] = set()  # UIDs and names that cards say somebody is related to
        for read in iter_cards(contacts, CALLED if with_names else AMONG_OTHERS):
            if isinstance(read, ContactCard):
                self.cards += 1
                (self._group if read.is_group else self._person)(read, bare_uid(read.uid))
        self.uids |= self._groups

    def _group(self, card: ContactCard, source: str) -> None:
        self.groups += 1
        if source:
            self._groups.add(key_of(source))
        # A phone's "Friends" is no household: it does not say who eats together.
        for member in filter(None, map(bare_uid, card.members)) if card.fn else ():
            self.lists[member].append(card.fn)

    def _person(self, card: ContactCard, source: str) -> None:
        if source:
            key = key_of(source)
            (self.repeated if key in self.uids else self.uids).add(key)
        if self._with_names:
            self.names.add(key_of(name_key(called(card))))
        for related in card.related:
            self.pointed_to |= {key_of(bare_uid(related.to)), key_of(name_key(named(related)))}

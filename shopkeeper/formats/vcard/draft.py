"""Draft: one card while its properties are being read."""

from __future__ import annotations

from typing import Any, Final

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.phrase import Phrase
from shopkeeper.formats.vcard import labels
from shopkeeper.formats.vcard.card import Address, ContactCard, Picture, Reach, Related, Trouble
from shopkeeper.formats.vcard.properties import Property
from shopkeeper.formats.vcard.values import unescaped

_MOST_TROUBLES: Final = 100


class Draft:
    """One card while its properties are being read."""

    def __init__(self, number: int, line: int) -> None:
        """Start with a card that says nothing."""
        self.number = number
        self.line = line
        self.words: dict[str, str] = {}  # fields of ContactCard that are one text
        self.lists: dict[str, list[str]] = {}  # fields that are lists of texts
        self.phones: list[tuple[str, Reach]] = []  # with the group that a label may come for
        self.emails: list[tuple[str, Reach]] = []
        self.addresses: list[tuple[str, Address]] = []
        self.related: list[tuple[str, Related]] = []
        self.dates: list[tuple[str, str, PartialDate]] = []
        self.days: dict[str, PartialDate] = {}  # bday, anniversary, died
        self.orgs: list[tuple[str, ...]] = []
        self.phonetic: dict[str, str] = {}
        self.photos: dict[Picture, None] = {}  # a set that keeps its order
        self.labels: dict[str, Property] = {}
        self.extras: list[str] = []
        self.troubles: list[Trouble] = []
        self.more_of_note: list[str] = []
        self._label_lines: list[Property] = []
        self._language_rank = 101

    def keep(self, prop: Property) -> None:
        """Keep a property verbatim, to be written back."""
        if prop.value and not prop.value.isspace():
            self.extras.append(prop.verbatim())

    def trouble(self, line: int, phrase: Phrase) -> None:
        """Tell that something was not understood; nobody reads more than a hundred such lines of one card."""
        if len(self.troubles) < _MOST_TROUBLES:
            self.troubles.append(Trouble(line, self.number, phrase))

    def once(self, name: str, text: str) -> bool:
        """Take a text for a field that is said once; False where it was said already."""
        text = text.strip()
        if text and name in self.words:
            return self.words[name] == text
        if text:
            self.words[name] = text
        return True

    def more(self, name: str, texts: list[str]) -> None:
        """Take texts for a field that is a list, leaving out empty ones."""
        self.lists.setdefault(name, []).extend(text for text in texts if text)

    def label(self, prop: Property) -> None:
        """Take the label of a group, which may come before or after what it labels."""
        self._label_lines.append(prop)
        self.labels.setdefault(prop.head.group.lower(), prop)

    def speak(self, tag: str, rank: int | None) -> bool:
        """Take a language; the most preferred one is theirs."""
        rank = 100 if rank is None else rank
        if rank >= self._language_rank:
            return False
        before = self.words.get("language")
        self._language_rank = rank
        self.words["language"] = tag
        return before is None

    def add_to_note(self, text: str) -> bool:
        """Add a line that is no property to the note that it stands under; False where there is none."""
        if self.lists.get("notes"):
            self.more_of_note.append(text)
            return True
        return False

    def end_note(self) -> None:
        """Put the note together with the lines that were added to it."""
        if self.more_of_note:
            self.lists["notes"][-1] = "\n".join([self.lists["notes"][-1], *self.more_of_note])
            self.more_of_note = []

    def card(self) -> ContactCard:
        """What the card says, with every label beside what it labels."""
        words = {group: labels.plain(unescaped(prop.value)) for group, prop in self.labels.items()}
        used: set[str] = set()

        def named(group: str) -> str:
            used.add(group.lower())
            return words.get(group.lower(), "") if group else ""

        said: dict[str, Any] = {**self.words}
        if self.phones:
            said["phones"] = tuple([_labelled(reach, named(group)) for group, reach in self.phones])
        if self.emails:
            said["emails"] = tuple([_labelled(reach, named(group)) for group, reach in self.emails])
        if self.addresses:
            said["addresses"] = tuple([_placed(address, named(group)) for group, address in self.addresses])
        if self.related:
            said["related"] = tuple([self._related(one, group, named(group)) for group, one in self.related])
        dates = []
        for group, word, day in self.dates:
            label = word or named(group)
            if labels.is_anniversary(label) and "anniversary" not in self.days and day.is_known:
                self.days["anniversary"] = day
            else:
                dates.append((label, day))
        for prop in self._label_lines:
            group = prop.head.group.lower()
            if group not in used or self.labels[group] is not prop:
                self.keep(prop)
        said.update(self.days, dates=tuple(dates), orgs=tuple(self.orgs), extras=tuple(self.extras))
        said.update((name, tuple(texts)) for name, texts in self.lists.items())
        said.update(phonetic=tuple(self.phonetic.items()), photos=tuple(self.photos))
        return ContactCard(number=self.number, line=self.line, **said)

    def _related(self, one: Related, group: str, label: str) -> Related:
        if not label:
            return one
        return Related(label, one.to, (*one.lines, self.labels[group.lower()].verbatim()))


def _labelled(reach: Reach, label: str) -> Reach:
    return Reach(reach.value, reach.types, label or reach.label, reach.pref) if label else reach


def _placed(address: Address, label: str) -> Address:
    a = address
    if not label:
        return a
    return Address(a.po_box, a.extended, a.street, a.locality, a.region, a.code, a.country, a.types, label)

"""A stand-in that understands lines as the product does, and remembers what it was asked to keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from shopkeeper.capture.draft import Draft
from shopkeeper.capture.read import Member, Subject, read
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.remember.card import Card
from shopkeeper.ui.needs import DoneShown
from shopkeeper.usecases.look_up import Row
from shopkeeper.usecases.tell import Heard, capture_words, says_more

_DAY = date(2026, 11, 24)


@dataclass(slots=True)
class StandInWriting:
    """Understands everything; of Ana it knows her son Leo."""

    cards: Mapping[Uid, Card]
    did: Callable[[Phrase, Uid], DoneShown]
    kept: list[Heard] = field(default_factory=list)
    listened: list[str] = field(default_factory=list)
    hints: tuple[Phrase, ...] = ()
    several: tuple[Row, ...] = ()
    refuse: Exception | None = None

    def says_more(self, text: str, language: str, /) -> bool:
        return says_more(text, _DAY, language)

    def listen(self, text: str, about: Uid | None, language: str, /) -> Heard:
        self.listened.append(text)
        subject = None
        if about is not None:
            members = (Member(uid="leo", names=("Leo",), words=("son",)),) if about == "ana" else ()
            subject = Subject(uid=about, name=self.cards[about].name.split()[0], members=members)
        draft = read(text, capture_words(language), _DAY, subject)
        if about is None:
            name = next((str(chip.what) for chip in draft.chips), text)
            called = [uid for uid, card in self.cards.items() if card.name.casefold() == name.casefold()]
            return Heard(draft=draft, person_uid="".join(called), name=name, several=self.several, hints=self.hints)
        return Heard(draft=draft, person_uid=about, name=self.cards[about].name, hints=self.hints)

    def keep(self, heard: Heard, /) -> DoneShown:
        if self.refuse is not None:
            raise self.refuse
        self.kept.append(heard)
        name = translate("test", "wrote down {what}").with_values(what=heard.draft.text)
        return self.did(name, heard.person_uid or heard.name)

    def tell(self, text: str, about: str, language: str, /) -> tuple[Heard, DoneShown]:
        heard = self.listen(text, about or None, language)
        return heard, self.keep(heard)

    @property
    def last(self) -> Draft:
        return self.kept[-1].draft

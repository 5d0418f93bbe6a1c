"""What a card says as records of ours: a person with what is theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from shopkeeper.domain.household import Relationship
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion, Recurs
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Adr, Email, Name, Person, Photo, Tel
from shopkeeper.domain.record import Record, Uid
from shopkeeper.formats.vcard import labels
from shopkeeper.formats.vcard.card import ContactCard, Related

# An address of somebody whose card is elsewhere says nothing to a reader; `name:` is how some write a name.
_NAME_PREFIX: Final = "name:"


def records_of(card: ContactCard, new_uid: Callable[[], Uid]) -> tuple[Record, ...]:
    """The records that the card of a person makes, what is referred to first.

    A RELATED keeps the name or the UID that it points to as the related person's name: only whoever knows the
    other cards, and the book, can say whose it is.
    """
    return tuple(_person(card, new_uid))


def _person(card: ContactCard, new_uid: Callable[[], Uid]) -> Iterator[Record]:
    sounds = dict(card.phonetic)
    person = Person(
        uid=new_uid(),
        name=Name(
            formatted=card.fn or ("" if card.given or card.family else called(card)),
            prefix=card.prefix,
            given=card.given,
            additional=card.middle,
            family=card.family,
            suffix=card.suffix,
            nicknames=card.nicknames,
            phonetic_given=sounds.get("first-name", ""),
            phonetic_additional=sounds.get("middle-name", ""),
            phonetic_family=sounds.get("last-name", "") or sounds.get("sound", ""),
            sort_as=card.sort_as,
        ),
        pronouns=card.pronouns,
        language=card.language,
        organisation="; ".join(", ".join(units) for units in card.orgs),
        title=", ".join(card.titles),
        role=", ".join(card.roles),
        categories=card.categories,
        source_uid=card.uid,
        extras=card.extras if _heard(card) or card.died is None else (*card.extras, f"DEATHDATE:{card.died}"),
    )
    yield person
    for related in card.related:
        kind = labels.kinship_kind(related.word)
        yield Relationship(
            uid=new_uid(),
            person_uid=person.uid,
            kind=kind,
            related_name=named(related),
            words="" if related.word.lower() == kind else related.word,
        )
    yield from _reached(card, person.uid, new_uid)
    yield from _occasions(card, person.uid, new_uid)
    for interest in card.interests:
        yield Interest(uid=new_uid(), person_uid=person.uid, kind=InterestKind.INTEREST, text=interest)
    for note in card.notes:
        yield Note(uid=new_uid(), person_uid=person.uid, text=note)
    heard = _heard(card)
    if card.died is not None and heard is not None:
        yield Loss(uid=new_uid(), person_uid=person.uid, on=card.died, told_on=heard)
    for picture in card.photos:
        yield Photo(
            uid=new_uid(),
            person_uid=person.uid,
            media_type=picture.media_type,
            data=picture.data,
            uri=picture.uri,
        )


def _reached(card: ContactCard, owner: Uid, new_uid: Callable[[], Uid]) -> Iterator[Record]:
    for r in card.phones:
        yield Tel(uid=new_uid(), owner_uid=owner, value=r.value, types=r.types, label=r.label, pref=r.pref)
    for r in card.emails:
        types = tuple(one for one in r.types if one != "internet")  # every address is one of the internet by now
        yield Email(uid=new_uid(), owner_uid=owner, value=r.value, types=types, label=r.label, pref=r.pref)
    for a in card.addresses:
        yield Adr(
            uid=new_uid(),
            owner_uid=owner,
            po_box=a.po_box,
            extended=a.extended,
            street=a.street,
            locality=a.locality,
            region=a.region,
            code=a.code,
            country=a.country,
            types=a.types,
            label=a.label,
        )


def _occasions(card: ContactCard, person: Uid, new_uid: Callable[[], Uid]) -> Iterator[Occasion]:
    def occasion(kind: str, on: PartialDate, source: str, label: str = "") -> Occasion:
        return Occasion(
            uid=new_uid(), person_uid=person, kind=kind, on=on, recurs=Recurs.YEARLY, label=label, source=source
        )

    if card.bday is not None:
        yield occasion("birthday", card.bday, "BDAY")
    elif card.bday_text:
        yield occasion("birthday", PartialDate(said=card.bday_text), "BDAY")
    if card.anniversary is not None:
        yield occasion("wedding_anniversary", card.anniversary, "ANNIVERSARY")
    for label, on in card.dates:
        kind = labels.occasion_kind(label)
        if kind == "birthday" and card.bday is not None:
            kind = "other"  # someone else's birthday, or the same one told twice: the label says which
        said = "" if kind == "wedding_anniversary" and labels.is_anniversary(label) else label
        yield occasion(kind, on, "X-ABDATE", said)


def _heard(card: ContactCard) -> date | None:
    """When we may say that we heard of a death: no file tells, and the day itself is the earliest it can have been."""
    return card.died.earliest() if card.died is not None else None


def called(card: ContactCard) -> str:
    """The name of a card's person as it is written; without one, whatever else would make someone recognise it."""
    parts = " ".join(p for p in (card.prefix, card.given, card.middle, card.family, card.suffix) if p)
    others = (*card.nicknames, *(units[0] for units in card.orgs), *(r.value for r in (*card.emails, *card.phones)))
    return card.fn or parts or next(iter(others), "")


def named(related: Related) -> str:
    """The name that a card gives to somebody related, or the UID that it points to."""
    name = related.to
    return name[len(_NAME_PREFIX) :].strip() if name[: len(_NAME_PREFIX)].lower() == _NAME_PREFIX else name

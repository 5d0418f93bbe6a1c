"""Properties to what a card says: which property means what, in the standards and in the vendors' own names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.formats.vcard import labels
from shopkeeper.formats.vcard.card import Address, Reach, Related
from shopkeeper.formats.vcard.dates import NoSuchDay, read_date
from shopkeeper.formats.vcard.draft import Draft
from shopkeeper.formats.vcard.pictures import read_picture
from shopkeeper.formats.vcard.properties import Property
from shopkeeper.formats.vcard.values import split_at, unescaped

# Said of the file and not of the person: written anew by whoever writes the next file.
_OF_THE_FILE: Final = frozenset({"VERSION", "PRODID", "REV", "BEGIN", "END"})

# Takes in one property. False: there is more in it than a card of ours can say, so it is kept verbatim as well.
_Reader: TypeAlias = "Callable[[Draft, Property], bool | None]"


def understand(draft: Draft, prop: Property) -> None:
    """Take one property into the draft; what is not understood is kept verbatim."""
    read = _READERS.get(prop.head.name)
    if read is None:
        if prop.head.name not in _OF_THE_FILE:
            draft.keep(prop)
    elif read(draft, prop) is False:
        draft.keep(prop)


def _one(name: str) -> _Reader:
    return lambda draft, prop: draft.once(name, unescaped(prop.value))


def _list(name: str) -> _Reader:
    return lambda draft, prop: draft.more(name, split_at(",", prop.value))


def _sound(name: str) -> _Reader:
    def read(draft: Draft, prop: Property) -> None:
        text = unescaped(prop.value).strip()
        if text:
            draft.phonetic.setdefault(name, text)

    return read


def _whole(name: str) -> _Reader:
    """A text that is kept whole, however many there are."""
    return lambda draft, prop: draft.more(name, [unescaped(prop.value).strip()])


def _name(draft: Draft, prop: Property) -> bool:
    parts = split_at(";", prop.value)
    if not any(parts):
        return True
    if any(name in draft.words for name in _NAME_PARTS):
        return [draft.words.get(name, "") for name in _NAME_PARTS] == (parts + [""] * 5)[:5]
    draft.words.update((name, part) for name, part in zip(_NAME_PARTS, parts, strict=False) if part)
    sort_as = prop.head.get("SORT-AS")
    if sort_as:
        draft.once("sort_as", " ".join(split_at(";", sort_as)))
    return True


def _phone(draft: Draft, prop: Property) -> None:
    text = unescaped(prop.value).strip()
    if text[:4].lower() == "tel:":
        text = text[4:]
    if text:
        draft.phones.append((prop.head.group, Reach(text, prop.head.types, prop.head.get("LABEL"), prop.head.pref)))


def _email(draft: Draft, prop: Property) -> None:
    text = unescaped(prop.value).strip()
    if text[:7].lower() == "mailto:":
        text = text[7:]
    if text:
        draft.emails.append((prop.head.group, Reach(text, prop.head.types, prop.head.get("LABEL"), prop.head.pref)))


def _address(draft: Draft, prop: Property) -> None:
    box, ext, street, city, region, code, country = (split_at(";", prop.value) + [""] * 7)[:7]
    if box or ext or street or city or region or code or country:
        address = Address(box, ext, street, city, region, code, country, prop.head.types)
        draft.addresses.append((prop.head.group, address))


def _org(draft: Draft, prop: Property) -> None:
    units = tuple(unit for unit in split_at(";", prop.value) if unit)
    if units:
        draft.orgs.append(units)


def _note(draft: Draft, prop: Property) -> None:
    draft.more("notes", [unescaped(prop.value).strip(" \t\r\n")])


def _categories(draft: Draft, prop: Property) -> None:
    sign = ";" if ";" in prop.value and "," not in prop.value and "\\" not in prop.value else ","
    draft.more("categories", split_at(sign, prop.value))


def _kind(draft: Draft, prop: Property) -> bool:
    return draft.once("kind", unescaped(prop.value).strip().lower())


def _day(name: str) -> _Reader:
    def read(draft: Draft, prop: Property) -> bool:
        text = unescaped(prop.value).strip()
        day = read_date(text, prop.head.get("X-APPLE-OMIT-YEAR"))
        if day is None:
            return True
        if isinstance(day, NoSuchDay):
            draft.trouble(prop.line, day.phrase)
            if name == "bday":
                draft.words.setdefault("bday_wrong", text)
            return False
        if name == "bday" and not day.is_known:
            if "bday" in draft.days or "bday_text" in draft.words:
                return False
            draft.words["bday_text"] = text
            return True
        if name not in draft.days and day.is_known:
            draft.days[name] = day
            return True
        if name == "anniversary":
            if day != draft.days.get(name):
                draft.dates.append(("", name, day))
            return True
        return day == draft.days.get(name)

    return read


def _labelled_day(draft: Draft, prop: Property) -> bool:
    day = read_date(unescaped(prop.value), prop.head.get("X-APPLE-OMIT-YEAR"))
    if isinstance(day, NoSuchDay):
        draft.trouble(prop.line, day.phrase)
        return False
    if day is not None:
        draft.dates.append((prop.head.group, "", day))
    return True


def _related(draft: Draft, prop: Property) -> None:
    text = unescaped(prop.value).strip()
    if text:
        word = next((one for one in prop.head.types if one not in ("text", "uri")), "")
        draft.related.append((prop.head.group, Related(word, text, (prop.verbatim(),))))


def _relative(word: str) -> _Reader:
    def read(draft: Draft, prop: Property) -> None:
        text = unescaped(prop.value).strip()
        if text:
            draft.related.append(("", Related(word, text, (prop.verbatim(),))))

    return read


def _japanese_sound(draft: Draft, prop: Property) -> bool:
    if "x-irmc-n" not in prop.head.types and prop.head.get("TYPE").upper() != "X-IRMC-N":
        return False
    text = " ".join(part for part in split_at(";", prop.value) if part)
    if text:
        draft.phonetic.setdefault("sound", text)
    return True


def _android(draft: Draft, prop: Property) -> bool:
    what, *rest = split_at(";", prop.value)
    value, number, custom = [*rest, "", "", ""][:3]
    which = int(number) if number.isascii() and number.isdecimal() and len(number) < 4 else 0
    if not value:
        return True
    if what.endswith("/nickname"):
        draft.more("nicknames", [value])
        return True
    if what.endswith("/relation"):
        word = labels.ANDROID_RELATIONS[which] if which < len(labels.ANDROID_RELATIONS) else ""
        draft.related.append(("", Related(word or custom, value, (prop.verbatim(),))))
        return True
    if what.endswith("/contact_event"):
        word = labels.ANDROID_EVENTS[which] if which < len(labels.ANDROID_EVENTS) else ""
        day = read_date(value)
        if not isinstance(day, PartialDate) or not day.is_known:
            return False
        if word == "birthday" and "bday" not in draft.days:
            draft.days["bday"] = day
        elif word == "anniversary" and "anniversary" not in draft.days:
            draft.days["anniversary"] = day
        else:
            draft.dates.append(("", custom or word, day))
        return True
    return False


def _label(draft: Draft, prop: Property) -> bool:
    if not prop.head.group:
        return False
    draft.label(prop)
    return True


def _photo(draft: Draft, prop: Property) -> bool:
    picture = read_picture(prop)
    if picture is None:
        return False
    draft.photos.setdefault(picture)
    return True


def _url(draft: Draft, prop: Property) -> bool:
    draft.more("urls", [unescaped(prop.value).strip()])
    return False  # no record of ours holds it: it is kept verbatim as well


def _language(draft: Draft, prop: Property) -> bool:
    tag = unescaped(prop.value).strip()
    return not tag or draft.speak(tag, prop.head.pref)


_NAME_PARTS: Final = ("family", "given", "middle", "prefix", "suffix")

_RELATIVES: Final[dict[str, _Reader]] = {
    "RELATED": _related,
    "X-ABRELATEDNAMES": _related,
    "X-ANDROID-CUSTOM": _android,
    **{f"X-{vendor}SPOUSE": _relative("spouse") for vendor in ("", "EVOLUTION-", "MS-")},
    **{f"X-{vendor}MANAGER": _relative("manager") for vendor in ("", "EVOLUTION-", "MS-")},
    **{f"X-{vendor}ASSISTANT": _relative("assistant") for vendor in ("", "EVOLUTION-", "MS-")},
    **{f"X-{vendor}CHILD": _relative("child") for vendor in ("", "MS-")},
    "X-CHILDREN": _relative("child"),
    "X-KADDRESSBOOK-X-SPOUSESNAME": _relative("spouse"),
    "X-KADDRESSBOOK-X-MANAGERSNAME": _relative("manager"),
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": _relative("assistant"),
}

_READERS: Final[dict[str, _Reader]] = {
    "N": _name,
    "FN": _one("fn"),
    "NICKNAME": _list("nicknames"),
    "X-NICKNAME": _list("nicknames"),
    "UID": _one("uid"),
    "KIND": _kind,
    "X-ADDRESSBOOKSERVER-KIND": _kind,
    "MEMBER": _whole("members"),
    "X-ADDRESSBOOKSERVER-MEMBER": _whole("members"),
    "TEL": _phone,
    "EMAIL": _email,
    "ADR": _address,
    "ORG": _org,
    "TITLE": _whole("titles"),
    "ROLE": _whole("roles"),
    "NOTE": _note,
    "URL": _url,
    "CATEGORIES": _categories,
    "BDAY": _day("bday"),
    "ANNIVERSARY": _day("anniversary"),
    "X-ANNIVERSARY": _day("anniversary"),
    "X-EVOLUTION-ANNIVERSARY": _day("anniversary"),
    "X-MS-ANNIVERSARY": _day("anniversary"),
    "X-KADDRESSBOOK-X-ANNIVERSARY": _day("anniversary"),
    "DEATHDATE": _day("died"),
    "X-ABDATE": _labelled_day,
    "X-ABLABEL": _label,
    "PHOTO": _photo,
    "X-MS-CARDPICTURE": _photo,
    "X-PHONETIC-FIRST-NAME": _sound("first-name"),
    "X-PHONETIC-MIDDLE-NAME": _sound("middle-name"),
    "X-PHONETIC-LAST-NAME": _sound("last-name"),
    "SOUND": _japanese_sound,
    "SORT-STRING": _one("sort_as"),
    "LANG": _language,
    "PRONOUNS": _one("pronouns"),
    "HOBBY": _whole("interests"),
    "INTEREST": _whole("interests"),
    "EXPERTISE": _whole("interests"),
    **_RELATIVES,
}

# What tells where a card stands among others: whose it is, whether it is a list of people, to whom it points.
AMONG_OTHERS: Final = frozenset({
    "UID", "FN", "KIND", "X-ADDRESSBOOKSERVER-KIND", "MEMBER", "X-ADDRESSBOOKSERVER-MEMBER", *_RELATIVES,
})  # fmt: skip
# The same, and all by which its person may be called.
CALLED: Final = AMONG_OTHERS | {"N", "NICKNAME", "X-NICKNAME", "ORG", "EMAIL", "TEL"}

"""The words that phones and address books put beside a name or a date, and what they mean here."""

from __future__ import annotations

import re
from typing import Final

# Apple and Google write their own words as _$!<Anniversary>!$_, some copies as $!<Anniversary>!$.
_APPLE: Final = re.compile(r"_?\$!<(.*)>!\$_?", re.S)

_ANNIVERSARY: Final = frozenset({"anniversary", "wedding anniversary"})
_WEDDING: Final = frozenset({
    "anniversary", "wedding", "wedding day", "wedding anniversary", "hochzeitstag", "hochzeit", "jahrestag",
    "aniversario", "aniversario de bodas", "anniversaire de mariage", "mariage", "anniversario", "matrimonio",
    "casamento", "aniversário de casamento", "trouwdag", "huwelijk", "rocznica", "bröllopsdag", "bryllupsdag",
    "hääpäivä", "výročí", "годовщина", "結婚記念日", "记念日", "周年纪念日", "기념일",
})  # fmt: skip
_BIRTHDAY: Final = frozenset({"birthday", "geburtstag", "anniversaire", "cumpleaños", "compleanno", "verjaardag"})
_NAME_DAY: Final = frozenset(
    {"name day", "nameday", "namenstag", "imieniny", "svátek", "onomastico", "ονομαστική εορτή"}
)

# From the words of RFC 6350, Apple, Google, Android, Outlook and Evolution to the kinds of the kinship table.
_KINSHIP: Final = {
    "spouse": ("spouse", "husband", "wife", "ehepartner", "ehemann", "ehefrau"),
    "partner": ("partner", "domestic partner", "domestic-partner", "sweetheart", "boyfriend", "girlfriend"),
    "child": ("child", "son", "daughter", "kind", "sohn", "tochter"),
    "parent": ("parent", "mother", "father", "mutter", "vater", "mum", "mom", "dad"),
    "sibling": ("sibling", "brother", "sister", "bruder", "schwester"),
    "grandparent": ("grandparent", "grandmother", "grandfather", "grandma", "grandpa"),
    "grandchild": ("grandchild", "grandson", "granddaughter"),
    "aunt-or-uncle": ("aunt", "uncle", "aunt-uncle", "aunt or uncle"),
    "niece-or-nephew": ("niece", "nephew", "niece-nephew", "niece or nephew"),
    "cousin": ("cousin",),
    "kin": ("kin", "relative", "family"),
    "parent-in-law": ("mother-in-law", "father-in-law", "parent-in-law"),
    "child-in-law": ("son-in-law", "daughter-in-law", "child-in-law"),
    "sibling-in-law": ("brother-in-law", "sister-in-law", "sibling-in-law"),
    "godparent": ("godparent", "godmother", "godfather"),
    "godchild": ("godchild", "godson", "goddaughter"),
    "friend": ("friend", "freund", "freundin"),
    "neighbour": ("neighbor", "neighbour"),
    "flatmate": ("co-resident", "flatmate", "roommate", "housemate"),
    "colleague": ("colleague", "co-worker", "coworker"),
    "employer": ("manager", "boss", "employer"),
    "employee": ("assistant", "employee"),
    "teacher": ("teacher",),
    "pupil": ("pupil", "student"),
}
_KIND_OF: Final = {word: kind for kind, words in _KINSHIP.items() for word in words}

# Android's numbers for a relation and for an event, in the order of its own sources.
ANDROID_RELATIONS: Final = (
    "", "assistant", "brother", "child", "domestic partner", "father", "friend", "manager", "mother", "parent",
    "partner", "referred by", "relative", "sister", "spouse",
)  # fmt: skip
ANDROID_EVENTS: Final = ("", "anniversary", "other", "birthday")


def plain(label: str) -> str:
    """A label without the signs that Apple puts around its own words."""
    found = _APPLE.fullmatch(label.strip())
    return (found[1] if found else label).strip()


def is_anniversary(label: str) -> bool:
    """Whether a labelled date is the one that vCard has a name for."""
    return label.casefold() in _ANNIVERSARY


def occasion_kind(label: str) -> str:
    """The kind of occasion that a labelled date is, by the ids of the occasions table."""
    folded = label.casefold()
    for kind, words in (("wedding_anniversary", _WEDDING), ("birthday", _BIRTHDAY), ("name_day", _NAME_DAY)):
        if folded in words:
            return kind
    return "other"


def kinship_kind(word: str) -> str:
    """The kind of the kinship table that a word for a relation means; someone known, where it is no word we know."""
    return _KIND_OF.get(word.casefold(), "acquaintance")

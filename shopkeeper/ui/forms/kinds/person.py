"""The form of a person: their name and how to use it, how to reach them, and their photo."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.person import Person
from shopkeeper.domain.phrase import translate, verbatim
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.kinds.lists import ADDRESSES, E_MAILS, TELEPHONES
from shopkeeper.ui.forms.rows import Choice, Line, NamePart, Option, Several, Told
from shopkeeper.ui.theme import Role

# By the names that their speakers give them.
_LANGUAGES: Final[tuple[Option, ...]] = (
    ("", translate("form", "Not said", "nobody has told us either way")),
    ("en", verbatim("English")),
    ("de", verbatim("Deutsch")),
    ("fr", verbatim("Français")),
    ("es", verbatim("Español")),
    ("pt", verbatim("Português")),
    ("it", verbatim("Italiano")),
    ("nl", verbatim("Nederlands")),
    ("pl", verbatim("Polski")),
    ("ro", verbatim("Română")),
    ("tr", verbatim("Türkçe")),
    ("ar", verbatim("العربية")),
    ("uk", verbatim("Українська")),
    ("ru", verbatim("Русский")),
    ("el", verbatim("Ελληνικά")),
    ("hi", verbatim("हिन्दी")),
    ("zh", verbatim("中文")),
    ("ko", verbatim("한국어")),
    ("ja", verbatim("日本語")),
)

PERSON: Final = FormOf(
    kind=Person,
    title=translate("form", "Name and how to reach them"),
    sign=("here", Role.ACCENT, Role.ACCENT_FILL),
    rows=(
        NamePart(path="name.given", label=translate("form", "First name"), half=True),
        NamePart(path="name.family", label=translate("form", "Family name"), half=True),
        Line(
            path="name.formatted",
            label=translate("form", "The whole name, as it stands on the card"),
            needed=True,
            half=True,
        ),
        Line(path="call_them", label=translate("form", "What to call them, if not by first name"), half=True),
        Line(path="say_it", label=translate("form", "How to say it: shi-VAWN"), half=True),
        Line(path="pronouns", label=translate("form", "Pronouns: she, he, they"), half=True),
        NamePart(path="name.prefix", label=translate("form", "Title before the name"), half=True),
        NamePart(path="name.additional", label=translate("form", "Middle names"), half=True),
        NamePart(path="name.suffix", label=translate("form", "After the name: junior, MD"), half=True),
        Several(path="name.nicknames", label=translate("form", "Nicknames, with commas between them"), half=True),
        Choice(
            path="language",
            label=translate("form", "Language to speak with them"),
            options=_LANGUAGES,
            usual=7,
        ),
        Line(path="title", label=translate("form", "Trade"), half=True),
        Line(path="organisation", label=translate("form", "Where they work"), half=True),
        Told(
            path="here_since",
            label=translate("form", "Since when they come in"),
            may_be_missing=True,
        ),
    ),
    lists=(TELEPHONES, E_MAILS, ADDRESSES),
    has_photo=True,
)

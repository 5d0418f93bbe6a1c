"""How people are related: neutral kinds, what each is seen from the other side, and the words that families use.

A kind says what the other person is to this one: kind "child" is this person's child. The kinds are neutral
because family words do not map one to one between languages; the shop's own word is kept beside them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Self

from shopkeeper.domain.phrase import Phrase, translate, verbatim


@dataclass(frozen=True, slots=True)
class Kin:
    """One kind of relation."""

    inverse: str
    word: Phrase  # the neutral word for it
    family: bool = True  # whether their days and worries belong on each other's cards


KINDS: Final[Mapping[str, Kin]] = MappingProxyType(
    {
        "spouse": Kin("spouse", translate("kinship", "spouse", "what someone is to another")),
        "partner": Kin("partner", translate("kinship", "partner", "in life, not in business")),
        "child": Kin("parent", translate("kinship", "child", "a son or a daughter, of any age")),
        "parent": Kin("child", translate("kinship", "parent", "a mother or a father")),
        "step-child": Kin("step-parent", translate("kinship", "stepchild", "what someone is to another")),
        "step-parent": Kin("step-child", translate("kinship", "step-parent", "what someone is to another")),
        "foster-child": Kin("foster-parent", translate("kinship", "foster child", "what someone is to another")),
        "foster-parent": Kin("foster-child", translate("kinship", "foster parent", "what someone is to another")),
        "sibling": Kin("sibling", translate("kinship", "sibling", "a brother or a sister")),
        "half-sibling": Kin("half-sibling", translate("kinship", "half-sibling", "a half-brother or a half-sister")),
        "step-sibling": Kin("step-sibling", translate("kinship", "step-sibling", "a stepbrother or a stepsister")),
        "grandparent": Kin("grandchild", translate("kinship", "grandparent", "a grandmother or a grandfather")),
        "grandchild": Kin("grandparent", translate("kinship", "grandchild", "a grandson or a granddaughter")),
        "great-grandparent": Kin("great-grandchild", translate("kinship", "great-grandparent", "what someone is")),
        "great-grandchild": Kin("great-grandparent", translate("kinship", "great-grandchild", "what someone is")),
        "aunt-or-uncle": Kin("niece-or-nephew", translate("kinship", "aunt or uncle", "what someone is to another")),
        "niece-or-nephew": Kin("aunt-or-uncle", translate("kinship", "niece or nephew", "what someone is to another")),
        "cousin": Kin("cousin", translate("kinship", "cousin", "of any degree, man or woman")),
        "parent-in-law": Kin("child-in-law", translate("kinship", "parent-in-law", "a mother- or father-in-law")),
        "child-in-law": Kin("parent-in-law", translate("kinship", "child-in-law", "a son- or daughter-in-law")),
        "sibling-in-law": Kin("sibling-in-law", translate("kinship", "sibling-in-law", "a brother- or sister-in-law")),
        "godparent": Kin("godchild", translate("kinship", "godparent", "a godmother or a godfather")),
        "godchild": Kin("godparent", translate("kinship", "godchild", "a godson or a goddaughter")),
        "guardian": Kin("ward", translate("kinship", "guardian", "who looks after a child in law")),
        "ward": Kin("guardian", translate("kinship", "ward", "a child who has a guardian")),
        "kin": Kin("kin", translate("kinship", "relative", "of the family, not said how")),
        "carer": Kin("cared-for", translate("kinship", "carer", "who looks after someone"), family=False),
        "cared-for": Kin(
            "carer", translate("kinship", "cared for", "someone whom this person looks after"), family=False
        ),
        "former-partner": Kin("former-partner", translate("kinship", "former partner", "of a couple"), family=False),
        "friend": Kin("friend", translate("kinship", "friend", "what someone is to another"), family=False),
        "neighbour": Kin("neighbour", translate("kinship", "neighbour", "who lives next door"), family=False),
        "flatmate": Kin("flatmate", translate("kinship", "flatmate", "who shares the flat"), family=False),
        "colleague": Kin("colleague", translate("kinship", "colleague", "who works at the same place"), family=False),
        "employer": Kin("employee", translate("kinship", "employer", "who gives the work"), family=False),
        "employee": Kin("employer", translate("kinship", "employee", "who works for someone"), family=False),
        "teacher": Kin("pupil", translate("kinship", "teacher", "what someone is to another"), family=False),
        "pupil": Kin("teacher", translate("kinship", "pupil", "what someone is to another"), family=False),
        "acquaintance": Kin(
            "acquaintance", translate("kinship", "acquaintance", "who is known a little"), family=False
        ),
        "contact": Kin("contact", translate("kinship", "contact", "someone to turn to"), family=False),
        "emergency": Kin("contact", translate("kinship", "to call in an emergency", "what someone is"), family=False),
    }
)


class Gender(StrEnum):
    """Which family words someone's own pronouns choose; nobody's is guessed from a name."""

    SHE = "she"
    HE = "he"


def gender_of(pronouns: str) -> Gender | None:
    """The gender that pronouns tell: "she", "she/her", "he/him"; None for all others and for several."""
    first = pronouns.casefold().replace("/", " ").split()
    told = {gender for gender in Gender if gender in first}
    return told.pop() if len(told) == 1 else None


# Only words that are simply the neutral one for a woman or a man.
GENDERED: Final[Mapping[tuple[str, Gender], Phrase]] = MappingProxyType(
    {
        ("spouse", Gender.SHE): translate("kinship", "wife", "what someone is to another"),
        ("spouse", Gender.HE): translate("kinship", "husband", "what someone is to another"),
        ("child", Gender.SHE): translate("kinship", "daughter", "what someone is to another"),
        ("child", Gender.HE): translate("kinship", "son", "what someone is to another"),
        ("parent", Gender.SHE): translate("kinship", "mother", "what someone is to another"),
        ("parent", Gender.HE): translate("kinship", "father", "what someone is to another"),
        ("step-child", Gender.SHE): translate("kinship", "stepdaughter", "what someone is to another"),
        ("step-child", Gender.HE): translate("kinship", "stepson", "what someone is to another"),
        ("step-parent", Gender.SHE): translate("kinship", "stepmother", "what someone is to another"),
        ("step-parent", Gender.HE): translate("kinship", "stepfather", "what someone is to another"),
        ("foster-child", Gender.SHE): translate("kinship", "foster daughter", "what someone is to another"),
        ("foster-child", Gender.HE): translate("kinship", "foster son", "what someone is to another"),
        ("foster-parent", Gender.SHE): translate("kinship", "foster mother", "what someone is to another"),
        ("foster-parent", Gender.HE): translate("kinship", "foster father", "what someone is to another"),
        ("sibling", Gender.SHE): translate("kinship", "sister", "what someone is to another"),
        ("sibling", Gender.HE): translate("kinship", "brother", "what someone is to another"),
        ("half-sibling", Gender.SHE): translate("kinship", "half-sister", "what someone is to another"),
        ("half-sibling", Gender.HE): translate("kinship", "half-brother", "what someone is to another"),
        ("step-sibling", Gender.SHE): translate("kinship", "stepsister", "what someone is to another"),
        ("step-sibling", Gender.HE): translate("kinship", "stepbrother", "what someone is to another"),
        ("grandparent", Gender.SHE): translate("kinship", "grandmother", "what someone is to another"),
        ("grandparent", Gender.HE): translate("kinship", "grandfather", "what someone is to another"),
        ("grandchild", Gender.SHE): translate("kinship", "granddaughter", "what someone is to another"),
        ("grandchild", Gender.HE): translate("kinship", "grandson", "what someone is to another"),
        ("great-grandparent", Gender.SHE): translate("kinship", "great-grandmother", "what someone is to another"),
        ("great-grandparent", Gender.HE): translate("kinship", "great-grandfather", "what someone is to another"),
        ("great-grandchild", Gender.SHE): translate("kinship", "great-granddaughter", "what someone is to another"),
        ("great-grandchild", Gender.HE): translate("kinship", "great-grandson", "what someone is to another"),
        ("aunt-or-uncle", Gender.SHE): translate("kinship", "aunt", "what someone is to another"),
        ("aunt-or-uncle", Gender.HE): translate("kinship", "uncle", "what someone is to another"),
        ("niece-or-nephew", Gender.SHE): translate("kinship", "niece", "what someone is to another"),
        ("niece-or-nephew", Gender.HE): translate("kinship", "nephew", "what someone is to another"),
        ("parent-in-law", Gender.SHE): translate("kinship", "mother-in-law", "what someone is to another"),
        ("parent-in-law", Gender.HE): translate("kinship", "father-in-law", "what someone is to another"),
        ("child-in-law", Gender.SHE): translate("kinship", "daughter-in-law", "what someone is to another"),
        ("child-in-law", Gender.HE): translate("kinship", "son-in-law", "what someone is to another"),
        ("sibling-in-law", Gender.SHE): translate("kinship", "sister-in-law", "what someone is to another"),
        ("sibling-in-law", Gender.HE): translate("kinship", "brother-in-law", "what someone is to another"),
        ("godparent", Gender.SHE): translate("kinship", "godmother", "what someone is to another"),
        ("godparent", Gender.HE): translate("kinship", "godfather", "what someone is to another"),
        ("godchild", Gender.SHE): translate("kinship", "goddaughter", "what someone is to another"),
        ("godchild", Gender.HE): translate("kinship", "godson", "what someone is to another"),
    }
)

# Words that English has once, and many languages twice: eine Freundin, ein Freund.
_TWO_IN_OTHER_LANGUAGES: Final[Mapping[tuple[str, Gender], Phrase]] = MappingProxyType(
    {
        ("partner", Gender.SHE): translate("kinship-woman", "partner", "what a woman is to another"),
        ("partner", Gender.HE): translate("kinship-man", "partner", "what a man is to another"),
        ("former-partner", Gender.SHE): translate("kinship-woman", "former partner", "what a woman is to another"),
        ("former-partner", Gender.HE): translate("kinship-man", "former partner", "what a man is to another"),
        ("cousin", Gender.SHE): translate("kinship-woman", "cousin", "what a woman is to another"),
        ("cousin", Gender.HE): translate("kinship-man", "cousin", "what a man is to another"),
        ("guardian", Gender.SHE): translate("kinship-woman", "guardian", "what a woman is to another"),
        ("guardian", Gender.HE): translate("kinship-man", "guardian", "what a man is to another"),
        ("ward", Gender.SHE): translate("kinship-woman", "ward", "what a woman is to another"),
        ("ward", Gender.HE): translate("kinship-man", "ward", "what a man is to another"),
        ("kin", Gender.SHE): translate("kinship-woman", "relative", "what a woman is to another"),
        ("kin", Gender.HE): translate("kinship-man", "relative", "what a man is to another"),
        ("carer", Gender.SHE): translate("kinship-woman", "carer", "what a woman is to another"),
        ("carer", Gender.HE): translate("kinship-man", "carer", "what a man is to another"),
        ("friend", Gender.SHE): translate("kinship-woman", "friend", "what a woman is to another"),
        ("friend", Gender.HE): translate("kinship-man", "friend", "what a man is to another"),
        ("neighbour", Gender.SHE): translate("kinship-woman", "neighbour", "what a woman is to another"),
        ("neighbour", Gender.HE): translate("kinship-man", "neighbour", "what a man is to another"),
        ("flatmate", Gender.SHE): translate("kinship-woman", "flatmate", "what a woman is to another"),
        ("flatmate", Gender.HE): translate("kinship-man", "flatmate", "what a man is to another"),
        ("colleague", Gender.SHE): translate("kinship-woman", "colleague", "what a woman is to another"),
        ("colleague", Gender.HE): translate("kinship-man", "colleague", "what a man is to another"),
        ("employer", Gender.SHE): translate("kinship-woman", "employer", "what a woman is to another"),
        ("employer", Gender.HE): translate("kinship-man", "employer", "what a man is to another"),
        ("employee", Gender.SHE): translate("kinship-woman", "employee", "what a woman is to another"),
        ("employee", Gender.HE): translate("kinship-man", "employee", "what a man is to another"),
        ("teacher", Gender.SHE): translate("kinship-woman", "teacher", "what a woman is to another"),
        ("teacher", Gender.HE): translate("kinship-man", "teacher", "what a man is to another"),
        ("pupil", Gender.SHE): translate("kinship-woman", "pupil", "what a woman is to another"),
        ("pupil", Gender.HE): translate("kinship-man", "pupil", "what a man is to another"),
        ("acquaintance", Gender.SHE): translate("kinship-woman", "acquaintance", "what a woman is to another"),
        ("acquaintance", Gender.HE): translate("kinship-man", "acquaintance", "what a man is to another"),
    }
)


def word_for(kind: str, pronouns: str = "") -> Phrase:
    """The word for what someone is, in the gender of their own pronouns where they told them; else the neutral one."""
    if gender := gender_of(pronouns):
        for table in (GENDERED, _TWO_IN_OTHER_LANGUAGES):
            if (kind, gender) in table:
                return table[kind, gender]
    known = KINDS.get(kind)
    return known.word if known else verbatim(kind)


def inverse(kind: str) -> str:
    """What this person is to the other one, when the other one is `kind` to them; an unknown kind stays itself."""
    known = KINDS.get(kind)
    return known.inverse if known else kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship:
    """The kinds of relation with the words of every language that we know them by."""

    words: Mapping[str, Mapping[str, str]]  # language -> word in lower case -> kind
    genders: Mapping[str, Gender] = field(default_factory=dict)  # word in lower case -> whose it is: mum, hubby

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Read the JSON of resources/knowledge/kinship.json; ValueError for a kind that does not exist."""
        tables = json.loads(text)
        told: Mapping[str, Mapping[str, list[str]]] = tables["words"]
        strange = sorted({kind for table in told.values() for kind in table} - set(KINDS))
        if strange:
            raise ValueError(f"no such kinds of relation: {', '.join(strange)}")
        return cls(
            words=MappingProxyType(
                {
                    language: MappingProxyType(
                        {word.casefold(): kind for kind, words in table.items() for word in words}
                    )
                    for language, table in told.items()
                }
            ),
            genders=MappingProxyType(
                {
                    word.casefold(): gender
                    for gender, name in ((Gender.SHE, "women"), (Gender.HE, "men"))
                    for words in tables.get(name, {}).values()
                    for word in words
                }
            ),
        )

    def inverse(self, kind: str) -> str:
        """What this person is to the other one, when the other one is `kind` to them."""
        return inverse(kind)

    def word(self, kind: str, pronouns: str = "") -> Phrase:
        """The word for a kind, neutral unless pronouns choose; one that we do not know is said as it was written."""
        return word_for(kind, pronouns)

    def is_family(self, kind: str) -> bool:
        """Whether their days and worries belong on each other's cards."""
        known = KINDS.get(kind)
        return bool(known and known.family)

    def gender_of_word(self, word: str) -> Gender | None:
        """Whether a family word is said of a woman or of a man: mum, hubby; None for child, baby, and for no word."""
        return self.genders.get(" ".join(word.split()).casefold())

    def kind_of(self, word: str, language: str = "en") -> str | None:
        """The kind that a family word stands for, such as mum for parent; None for any other word."""
        table = self.words.get(language.partition("-")[0].casefold(), {})
        return table.get(" ".join(word.split()).casefold())

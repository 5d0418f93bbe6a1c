"""Offer: what can be done about a line with one key, and the words on its button."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from shopkeeper.domain.phrase import Phrase, translate


class Offer(StrEnum):
    """One thing that can be done about a line. Most are done at once; some lead to a choice, some open a form."""

    # What we ask after.
    ASKED = "asked"  # leads to the four that follow
    ASKED_THEM = "asked-them"  # asked the person themselves how it went: leads to the first three
    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    PASSED_ON = "passed-on"
    LATER = "later"  # also of a promise
    CLOSE = "close"
    # Kindness and promises.
    THANKED = "thanked"
    ADD_OURS = "add-ours"  # opens a form
    KEPT = "kept"
    RELEASED = "released"
    # Safety.
    STILL_SO = "still-so"
    CHANGED = "changed"  # opens a form
    GONE = "gone"  # leads to the two that follow
    OUTGROWN = "outgrown"
    WAS_A_MISTAKE = "was-a-mistake"
    ASKED_NONE_FOOD = "asked-none-food"
    ASKED_NONE_MEDICINE = "asked-none-medicine"
    ADD_ALLERGY = "add-allergy"  # opens a form
    # Between people, and between neighbours.
    INTRODUCE = "introduce"
    MET = "met"
    DECLINED = "declined"
    FOUND = "found"
    NOT_FOUND = "not-found"
    ARRIVED = "arrived"
    TOLD_THEM = "told-them"
    # Privacy.
    AGREED = "agreed"


# What stands in the place of an offer once it is chosen: one more key, and it is done.
LEADS_TO: Final[dict[Offer, tuple[Offer, ...]]] = {
    Offer.ASKED: (Offer.BETTER, Offer.SAME, Offer.WORSE, Offer.PASSED_ON),
    Offer.ASKED_THEM: (Offer.BETTER, Offer.SAME, Offer.WORSE),
    Offer.GONE: (Offer.OUTGROWN, Offer.WAS_A_MISTAKE),
}

# What cannot be done with one key, because words are needed: a form opens.
OPENS_A_FORM: Final = frozenset({Offer.CHANGED, Offer.ADD_ALLERGY, Offer.ADD_OURS})

# Stands beside a line, or in the list at closing time, until somebody agreed.
NOT_AGREED: Final = translate("Offer", "not agreed yet", "beside a line: nobody agreed yet that it is written down")

_ASKED: Final = translate("Offer", "Asked", "button: we have asked how someone is")
_OF_NONE: Final = translate("Offer", "Told us of none", "button: asked about allergies, there is none")

_LABELS: Final[dict[Offer, Phrase]] = {
    Offer.ASKED: _ASKED,
    Offer.ASKED_THEM: _ASKED,
    Offer.BETTER: translate("Offer", "Better", "button: how someone is, when we asked"),
    Offer.SAME: translate("Offer", "The same", "button: how someone is, when we asked"),
    Offer.WORSE: translate("Offer", "Worse", "button: how someone is, when we asked"),
    Offer.PASSED_ON: translate("Offer", "Has died", "button: we asked how someone is, and they have died"),
    Offer.LATER: translate("Offer", "Later", "button: ask another day; a promise that is kept another day"),
    Offer.CLOSE: translate("Offer", "No need to ask", "button: it is over, nobody asks after it any more"),
    Offer.THANKED: translate("Offer", "Thanked", "button: we have said thank you"),
    Offer.ADD_OURS: translate("Offer", "From us", "button: write down a kindness of ours"),
    Offer.KEPT: translate("Offer", "Kept", "button: we have done what we promised"),
    Offer.RELEASED: translate("Offer", "Not needed now", "button: they said that we need not keep the promise"),
    Offer.STILL_SO: translate("Offer", "Still so", "button: asked again, and the allergy is as it was told"),
    Offer.CHANGED: translate("Offer", "Changed", "button: asked again, and the allergy is not as it was told"),
    Offer.GONE: translate("Offer", "Gone", "button: asked again, and there is no such allergy"),
    Offer.OUTGROWN: translate("Offer", "Outgrown", "button: there was such an allergy"),
    Offer.WAS_A_MISTAKE: translate("Offer", "Was a mistake", "button: there never was such an allergy"),
    Offer.ASKED_NONE_FOOD: _OF_NONE,
    Offer.ASKED_NONE_MEDICINE: _OF_NONE,
    Offer.ADD_ALLERGY: translate("Offer", "Told us of one", "button: asked, and there is an allergy to write down"),
    Offer.INTRODUCE: translate("Offer", "Introduced", "button: we have introduced two people to each other"),
    Offer.MET: translate("Offer", "They met", "button: two people whom we introduced have met"),
    Offer.DECLINED: translate("Offer", "Rather not", "button: someone would rather not be introduced"),
    Offer.FOUND: translate("Offer", "Found it", "button: they found it where we had sent them"),
    Offer.NOT_FOUND: translate("Offer", "Not found", "button: they did not find it where we had sent them"),
    Offer.ARRIVED: translate("Offer", "It is here", "button: what someone asked for has arrived"),
    Offer.TOLD_THEM: translate("Offer", "Told them", "button: they know that what they asked for has arrived"),
    Offer.AGREED: translate("Offer", "Agreed", "button: they agreed that we write it down"),
}


def offer_label(offer: Offer) -> Phrase:
    """The words on the button."""
    return _LABELS[offer]

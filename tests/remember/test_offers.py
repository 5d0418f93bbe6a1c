"""What can be done about each line of a card with one key."""

from __future__ import annotations

from shopkeeper.remember.offer import LEADS_TO, OPENS_A_FORM, Offer, offer_label


def test_every_offer_has_words_for_its_button() -> None:
    labels = [offer_label(offer).in_english() for offer in Offer]
    assert all(label and len(label) <= 16 for label in labels)


def test_an_offer_is_done_at_once_or_leads_on_or_opens_a_form() -> None:
    assert not OPENS_A_FORM.intersection(LEADS_TO)
    led_to = [offer for offers in LEADS_TO.values() for offer in offers]
    assert len(set(led_to)) == len(led_to)
    assert not OPENS_A_FORM.intersection(led_to)
    assert not set(LEADS_TO).intersection(led_to)

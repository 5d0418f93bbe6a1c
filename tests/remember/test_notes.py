"""Notes: in the words that were typed, and each in one line."""

from __future__ import annotations

from datetime import timedelta

from shopkeeper.domain.note import Note
from shopkeeper.remember.reminder import Slot
from tests.remember.someone import TODAY, Street


def test_notes_are_shown_as_they_were_typed_the_newest_first() -> None:
    street = Street()
    ana = street.person("Ana")
    street.keep(Note, person_uid=ana.uid, text="old {one}", written_on=TODAY - timedelta(days=9))
    street.keep(Note, person_uid=ana.uid, text="new one", written_on=TODAY, private=True)
    assert street.says(ana, Slot.CARES_ABOUT) == ["new one — today", "old {one} — 9 days ago"]
    assert [r.private for r in street.card(ana).slot(Slot.CARES_ABOUT)] == [True, False]


def test_the_lines_of_a_note_are_told_apart_where_a_card_shows_them_as_one() -> None:
    street = Street()
    ana = street.person("Ana")
    street.keep(Note, person_uid=ana.uid, text="rings twice\n\n  side door \r\nbig dog")
    assert street.says(ana, Slot.CARES_ABOUT) == ["rings twice · side door · big dog"]

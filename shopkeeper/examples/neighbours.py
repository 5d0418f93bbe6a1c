"""The rest of Demo Street: those whose day is near whatever today is, and those whose days are spread over the year."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, NamedTuple

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyKind, Category, Severity
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.occasion import Occasion, Recurs
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Name
from shopkeeper.domain.record import Uid
from shopkeeper.domain.referral import Referral
from shopkeeper.domain.wanted import Wanted
from shopkeeper.examples.pen import Pen, whole


class _Neighbour(NamedTuple):
    """Someone of whom little is known yet."""

    key: str
    given: str
    family: str
    street: str
    phone: str
    day: tuple[int, int]  # month and day of the birthday
    age: int | None  # the age they reach this year; None: the year was not told
    cares: str
    seen: int  # days ago


_SPREAD: Final = (
    _Neighbour("amara", "Amara", "Diallo", "12 Elm St", "07700 900011", (1, 3), 34, "sings in the choir", 8),
    _Neighbour("lars", "Lars", "Nygård", "44 Oak St", "07700 900022", (1, 19), None, "repairs clocks", 40),
    _Neighbour("priya", "Priya", "Nair", "7 Mill Lane", "07700 900033", (2, 2), 41, "grows dahlias", 3),
    _Neighbour("zofia", "Zofia", "Zając", "16 Station Rd", "07700 900044", (2, 17), None, "knits", 26),
    _Neighbour("henrik", "Henrik", "Ø", "3 Harbour St", "07700 900055", (3, 5), 58, "goes ice-swimming", 12),
    _Neighbour("lucia", "Lucía", "de la Cruz", "21 Church Walk", "07700 900066", (3, 21), 29, "plays the cello", 5),
    _Neighbour("noam", "נעם", "לוי", "9 Oak St", "07700 900077", (4, 6), None, "walks the coast path", 18),
    _Neighbour("asel", "Əsəl", "Məmmədova", "28 Mill Lane", "07700 900088", (4, 20), 37, "paints signs", 33),
    _Neighbour("tom", "Tom", "Ashby", "2 Elm St", "07700 900099", (5, 9), 71, "keeps bees", 1),
    _Neighbour("rin", "りん", "田中", "13 Harbour St", "07700 900110", (5, 23), None, "folds paper", 90),
    _Neighbour("fleur", "Fleur", "van den Berg", "35 Oak St", "07700 900121", (6, 7), 45, "rows", 6),
    _Neighbour("kofi", "Kofi", "Mensah", "10 Station Rd", "07700 900132", (6, 22), 52, "drums on Saturdays", 9),
    _Neighbour("ludmila", "Людмила", "Коваль", "30 Elm St", "07700 900143", (7, 4), None, "writes poems", 47),
    _Neighbour("bjork", "Björk", "Einarsdóttir", "18 Church Walk", "07700 900154", (7, 20), 33, "spins wool", 22),
    _Neighbour("marek", "Marek", "Dvořák", "5 Mill Lane", "07700 900165", (8, 8), 61, "plays chess", 4),
    _Neighbour("aisha", "Aisha", "Rahman", "24 Harbour St", "07700 900176", (8, 25), None, "teaches swimming", 13),
    _Neighbour("eamon", "Éamon", "Mac Cárthaigh", "33 Station Rd", "07700 900187", (9, 3), 80, "tells stories", 2),
    _Neighbour("somchai", "สมชาย", "ใจดี", "6 Oak St", "07700 900198", (9, 28), None, "grows herbs", 19),
    _Neighbour("arjun", "अर्जुन", "शर्मा", "15 Elm St", "07700 900209", (10, 10), 27, "runs at dawn", 10),
    _Neighbour("nino", "ნინო", "გელაშვილი", "11 Church Walk", "07700 900220", (10, 26), None, "bakes walnut cake", 28),
    _Neighbour("elif", "Elif", "Yıldız", "20 Mill Lane", "07700 900242", (11, 8), 39, "restores chairs", 7),
    _Neighbour("hripsime", "Հռիփսիմե", "Սարգսյան", "17 Harbour St", "07700 900253", (11, 24), None, "embroiders", 55),
    _Neighbour("paolo", "Paolo", "D'Amico", "29 Station Rd", "07700 900264", (12, 6), 66, "fishes off the pier", 3),
    _Neighbour("greta", "Greta", "Schäfer", "23 Elm St", "07700 900275", (12, 21), None, "makes candles", 11),
)


def neighbours(pen: Pen) -> None:
    """Write them down."""
    for one in _SPREAD:
        _spread(pen, one)
    _whose_day_is_near(pen)


def _spread(pen: Pen, one: _Neighbour) -> None:
    uid = pen.person(one.key, Name(formatted=_written(one), given=one.given, family=one.family))
    pen.lives(uid, one.street)
    pen.phone(uid, one.phone)
    year = None if one.age is None else pen.today.year - one.age
    month, day = one.day
    pen.keep(
        Occasion(uid=pen.uid(), person_uid=uid, kind="birthday", on=PartialDate(year=year, month=month, day=day)),
        Interest(uid=pen.uid(), person_uid=uid, kind=InterestKind.INTEREST, text=one.cares),
    )
    pen.was_here(uid, one.seen)


def _written(one: _Neighbour) -> str:
    """Given and family name in the order of their script."""
    return f"{one.family}{one.given}" if one.key == "rin" else f"{one.given} {one.family}"


def _whose_day_is_near(pen: Pen) -> None:
    """Whatever today is, there is someone to congratulate, and something to get ready for."""
    samir = _near(pen, "samir", "Samir", "Haddad", "36 Elm St", "07700 900286")
    _birthday(pen, samir, 0, 60)
    pen.keep(
        Interest(uid=pen.uid(), person_uid=samir, kind=InterestKind.LIKES, text="date biscuits"),
        Diet(uid=pen.uid(), person_uid=samir, kind=DietKind.FAITH, text="halal", told_by="Samir"),
    )
    pen.was_here(samir, 6)

    edie = _near(pen, "edie", "Edie", "Park", "14 Mill Lane", "07700 900297")
    joe = _near(pen, "joe", "Joe", "Park", "14 Mill Lane", "07700 900308")
    wed = pen.birthday(pen.today + timedelta(days=1), 25)
    pen.keep(
        Occasion(uid=pen.uid(), person_uid=joe, kind="wedding_anniversary", on=wed, with_uid=edie),
        AllergyIntolerance(
            uid=pen.uid(),
            person_uid=joe,
            category=Category.FOOD,
            substance="milk",
            kind=AllergyKind.INTOLERANCE,
            severity=Severity.MILD,
            told_by="Joe",  # and not agreed yet: what waits for the day's end
            told_on=pen.ago(months=4),
        ),
    )
    pen.related(joe, "spouse", edie)
    pen.was_here(edie, 2)
    pen.household("park", "Park", edie, joe)

    ida = _near(pen, "ida", "Ida", "Holm", "4 Station Rd", "07700 900319")
    _birthday(pen, ida, 3, 82)
    pen.keep(
        Concern(
            uid=pen.uid(),
            person_uid=ida,
            what="new hip",
            since=pen.since(days=50),
            grave=True,
            told_by="Ida",
            consent_uid=pen.agreed(ida, pen.ago(days=50)),
        ),
        Kindness(
            uid=pen.uid(),
            person_uid=ida,
            direction=Direction.GIVEN,
            text="carried her shopping home",
            on=pen.in_month(1),
        ),
        Referral(uid=pen.uid(), person_uid=ida, sought="spelt flour", sent_to="Marta’s Mill", on=pen.ago(days=18)),
        Wanted(uid=pen.uid(), person_uid=ida, text="quince jelly", since=pen.ago(days=18)),
    )
    pen.was_here(ida, 3, 18)

    milo = _near(pen, "milo", "Milo", "Grant", "38 Oak St", "07700 900320")
    pen.keep(
        Occasion(
            uid=pen.uid(),
            person_uid=milo,
            kind="exam_or_event",
            label="driving test",
            on=whole(pen.today + timedelta(days=2)),
            recurs=Recurs.ONCE,
            told_by="Milo",
            told_on=pen.ago(days=5),
        )
    )
    pen.was_here(milo, 5)

    sana = _near(pen, "sana", "Sana", "Malik", "27 Church Walk", "07700 900331")
    _birthday(pen, sana, 6, 9)
    pen.was_here(sana, 8)


def _near(pen: Pen, key: str, given: str, family: str, street: str, phone: str) -> Uid:
    uid = pen.person(key, Name(formatted=f"{given} {family}", given=given, family=family))
    pen.lives(uid, street)
    pen.phone(uid, phone)
    return uid


def _birthday(pen: Pen, uid: Uid, days: int, age: int) -> None:
    on = pen.birthday(pen.today + timedelta(days=days), age)
    pen.keep(Occasion(uid=pen.uid(), person_uid=uid, kind="birthday", on=on, age_may_be_said=True))

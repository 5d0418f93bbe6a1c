"""Demo Street: the one neighbourhood that the demo, the tests, the speed runs and the pictures use.

Nobody here is real. Every day is counted from a given today, so that "yesterday" stays yesterday.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, time, tzinfo
from types import MappingProxyType

from shopkeeper.domain.allergy import AllergyIntolerance, Asked, Category, Severity
from shopkeeper.domain.concern import Concern
from shopkeeper.domain.consent import Consent, Purpose
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.introduction import Introduction
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.partial_date import PartialDate
from shopkeeper.domain.person import Code, Email, Name
from shopkeeper.domain.pet import Pet
from shopkeeper.domain.promise import Promise
from shopkeeper.domain.record import Record, Uid
from shopkeeper.domain.shop_calendar import ShopCalendar
from shopkeeper.examples.between import between
from shopkeeper.examples.neighbours import neighbours
from shopkeeper.examples.pen import Pen, in_order, whole
from shopkeeper.examples.sorrows import sorrows

# The loyalty card of Dee Okafor, as a reader sends it: an in-store EAN-13.
DEES_CARD = "2900000417021"

_FRIDAY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Street:
    """The people of Demo Street on one day, and the shop that knows them."""

    records: tuple[Record, ...]  # in the order in which they can be written down
    calendar: ShopCalendar
    today: date
    keys: Mapping[str, Uid]  # short names for the people: "ana", "leo", "maria-elm"

    def uid(self, key: str) -> Uid:
        """The uid of someone by their short name."""
        return self.keys[key]


def street(today: date, zone: tzinfo = UTC) -> Street:
    """Demo Street on a given day. The same day gives the same street."""
    pen = Pen(today, zone)
    _the_duartes(pen)
    _sourdough(pen)
    _dee(pen)
    _two_marias(pen)
    _names_of_the_world(pen)
    sorrows(pen)
    neighbours(pen)
    between(pen)
    return Street(
        records=in_order(pen.records),
        calendar=ShopCalendar(closed_weekdays=frozenset({6, 0}), order_until=time(16)),
        today=today,
        keys=MappingProxyType(dict(pen.keys)),
    )


def _the_duartes(pen: Pen) -> None:
    """Ana, her son Leo, and grandma Rosa: one kitchen, three sets of facts."""
    ana = pen.person(
        "ana",
        Name(formatted="Ana Duarte", given="Ana", family="Duarte"),
        say_it="AH-na du-AR-te",
        pronouns="she",
        title="carpenter",
        here_since=PartialDate(year=pen.today.year - 9),
    )
    pen.phone(ana, "07700 900188")
    pen.keep(Email(uid=pen.uid(), owner_uid=ana, value="ana.duarte@street.example", types=("home",)))
    agreed = pen.agreed(ana, pen.ago(months=14))
    pen.keep(
        Consent(uid=pen.uid(), person_uid=ana, purpose=Purpose.CONTACT, agreed_on=pen.ago(months=14)),
        Consent(uid=pen.uid(), person_uid=ana, purpose=Purpose.FAMILY, agreed_on=pen.ago(months=14)),
        AllergyIntolerance(
            uid=pen.uid(),
            person_uid=ana,
            category=Category.FOOD,
            substance="tree nuts",
            severity=Severity.SERIOUS,
            reaction="throat swells",
            carries_pen=True,
            traces_matter=True,
            told_by="Ana",
            told_on=pen.ago(months=14),
            recorded_by="MK",
            consent_uid=agreed,
        ),
        Kindness(
            uid=pen.uid(),
            person_uid=ana,
            direction=Direction.RECEIVED,
            text="lent us her ladder",
            on=pen.in_month(1),
            recorded_by="MK",
        ),
        Kindness(
            uid=pen.uid(),
            person_uid=ana,
            direction=Direction.GIVEN,
            text="a bag of doughnuts with Leo’s cake",
            on=whole(pen.last(month=5, day=4)),
            recorded_by="JS",
        ),
        Interest(uid=pen.uid(), person_uid=ana, kind=InterestKind.INTEREST, text="keeps bees", may_introduce=True),
        Interest(uid=pen.uid(), person_uid=ana, kind=InterestKind.USUAL, text="seeded loaf, sliced thick"),
    )
    pen.was_here(ana, 3, 10, 17)

    leo = pen.person("leo", Name(formatted="Leo Duarte", given="Leo", family="Duarte"), pronouns="he")
    told = pen.ago(days=20)
    allowed = pen.agreed(leo, told, given_by="Ana")
    pen.keep(
        AllergyIntolerance(
            uid=pen.uid(),
            person_uid=leo,
            category=Category.FOOD,
            substance="sesame",
            severity=Severity.MILD,
            reaction="hives",
            told_by="Ana",
            told_on=told,
            recorded_by="MK",
            consent_uid=allowed,
        ),
        Occasion(
            uid=pen.uid(),
            person_uid=leo,
            kind="birthday",
            on=PartialDate(month=5, day=4),
            age_told=7,
            age_told_on=told,
            note="football cake, and we threw in a bag of doughnuts",
            told_by="Ana",
            told_on=told,
        ),
        Interest(uid=pen.uid(), person_uid=leo, kind=InterestKind.LIKES, text="football"),
    )
    pen.was_here(leo, 10)

    rosa = pen.person(
        "rosa",
        Name(formatted="Rosa Duarte", given="Rosa", family="Duarte"),
        call_them="Dona Rosa",
        pronouns="she",
        language="pt",
    )
    yes = pen.agreed(rosa, pen.ago(months=3), how="signed on paper")
    pen.keep(
        AllergyIntolerance(
            uid=pen.uid(),
            person_uid=rosa,
            category=Category.MEDICINE,
            substance="penicillin",
            severity=Severity.LIFE_THREATENING,
            reaction="could not breathe",
            told_by="Rosa",
            told_on=pen.ago(months=3),
            recorded_by="JS",
            consent_uid=yes,
        ),
        Concern(
            uid=pen.uid(),
            person_uid=rosa,
            what="flu",
            since=pen.since(days=9),
            said="in bed all week, hates the soup",
            told_by="Ana",
            consent_uid=yes,
        ),
    )
    pen.was_here(rosa, 24)

    home = pen.household("duarte", "Duarte", ana, leo, rosa)
    pen.lives(home, "4 Elm St")
    pen.phone(home, "020 7946 0188", "home")
    pen.related(ana, "child", leo, "son")
    pen.related(leo, "parent", ana, "mum")
    pen.related(ana, "grandparent", rosa, "grandma")
    pen.related(leo, "great-grandparent", rosa, "grandma")


def _sourdough(pen: Pen) -> None:
    """Bo is beginning, Chi has a starter to share, and both said yes."""
    bo = pen.person("bo", Name(formatted="Bo Lund", given="Bo", family="Lund"))
    pen.lives(bo, "9 Station Rd")
    pen.phone(bo, "07700 900231")
    pen.keep(
        Pet(uid=pen.uid(), owner_uid=bo, name="Biscuit", species="beagle"),
        Interest(
            uid=pen.uid(),
            person_uid=bo,
            kind=InterestKind.INTEREST,
            text="starting sourdough",
            may_introduce=True,
            told_on=pen.ago(days=6),
        ),
    )
    pen.was_here(bo, 6, 13)
    chi = pen.person(
        "chi",
        Name(formatted="Chi Park 박지", given="Chi", family="Park", nicknames=("박지",)),
        call_them="Chi",
        title="piano teacher",
    )
    pen.lives(chi, "22 Mill Lane")
    pen.phone(chi, "07700 900352")
    pen.keep(
        *(
            Asked(
                uid=pen.uid(),
                person_uid=chi,
                category=category,
                asked_on=pen.ago(days=1),
                told_by="Chi",
                recorded_by="MK",
            )
            for category in (Category.FOOD, Category.MEDICINE)
        ),
        Interest(
            uid=pen.uid(),
            person_uid=chi,
            kind=InterestKind.INTEREST,
            text="has a rye starter",
            may_introduce=True,
            told_on=pen.ago(days=1),
        ),
    )
    pen.was_here(chi, 1, 8)
    pen.about("bo")
    pen.keep(
        Introduction(
            uid=pen.uid(),
            person_uid=bo,
            other_uid=chi,
            about="sourdough",
            person_agrees=True,
            other_agrees=True,
        )
    )


def _dee(pen: Pen) -> None:
    dee = pen.person("dee", Name(formatted="Dee Okafor", given="Dee", family="Okafor"), call_them="Mrs Okafor")
    pen.lives(dee, "1 Church Walk")
    pen.phone(dee, "07700 900417")
    pen.keep(
        Code(uid=pen.uid(), person_uid=dee, value=DEES_CARD),
        DontMention(uid=pen.uid(), person_uid=dee, text="the wedding", since=pen.ago(days=40)),
        Kindness(
            uid=pen.uid(),
            person_uid=dee,
            direction=Direction.RECEIVED,
            text="brought us plums",
            on=pen.since(days=12),
            recorded_by="JS",
            thanks_owed=True,
        ),
        Promise(
            uid=pen.uid(),
            person_uid=dee,
            text="the rye recipe",
            by=whole(pen.next_weekday(_FRIDAY)),
            made_on=pen.ago(days=2),
            made_by="MK",
        ),
    )
    pen.was_here(dee, 2, 12)


def _two_marias(pen: Pen) -> None:
    elm = pen.person("maria-elm", Name(formatted="Maria Silva", given="Maria", family="Silva"), title="plumber")
    pen.lives(elm, "17 Elm St")
    pen.phone(elm, "07700 900504")
    pen.keep(Interest(uid=pen.uid(), person_uid=elm, kind=InterestKind.USUAL, text="two rolls, well done"))
    pen.was_here(elm, 5)
    oak = pen.person("maria-oak", Name(formatted="Maria Silva", given="Maria", family="Silva"), title="nurse")
    pen.lives(oak, "3 Oak St")
    pen.phone(oak, "07700 900681")
    pen.was_here(oak, 30)


def _names_of_the_world(pen: Pen) -> None:
    """Names as they are written, each in its own script."""
    giannis = pen.person(
        "giannis", Name(formatted="Γιάννης Παππάς", given="Γιάννης", family="Παππάς"), language="el", title="fishmonger"
    )
    pen.lives(giannis, "2 Harbour St")
    pen.phone(giannis, "07700 900733")
    pen.keep(Occasion(uid=pen.uid(), person_uid=giannis, kind="name_day", on=PartialDate(month=1, day=7)))
    pen.was_here(giannis, 14)

    siobhan = pen.person(
        "siobhan",
        Name(formatted="Siobhán O'Neill-Müller", given="Siobhán", family="O'Neill-Müller"),
        say_it="shi-VAWN",
        pronouns="she",
    )
    pen.lives(siobhan, "31 Oak St")
    pen.phone(siobhan, "07700 900846")
    pen.keep(Interest(uid=pen.uid(), person_uid=siobhan, kind=InterestKind.INTEREST, text="plays the cello"))
    pen.was_here(siobhan, 2)

    fatima = pen.person("fatima", Name(formatted="فاطمة الزهراء", given="فاطمة", family="الزهراء"), language="ar")
    pen.lives(fatima, "8 Mill Lane")
    pen.phone(fatima, "07700 900868")
    pen.was_here(fatima, 4)

    ming = pen.person(
        "ming",
        Name(formatted="王小明", given="小明", family="王", phonetic_given="Xiǎomíng", phonetic_family="Wáng"),
        language="zh",
    )
    pen.lives(ming, "8 Station Rd")
    pen.phone(ming, "07700 900885")
    pen.was_here(ming, 9)

    ivan = pen.person("ivan", Name(formatted="Иван Иванов", given="Иван", family="Иванов"), language="ru")
    pen.lives(ivan, "14 Harbour St")
    pen.phone(ivan, "07700 900914")
    pen.keep(Interest(uid=pen.uid(), person_uid=ivan, kind=InterestKind.LIKES, text="poppy-seed rolls"))
    pen.was_here(ivan, 21)

    rye = pen.person("rye", Name(formatted="Tuesday rye"))
    pen.keep(
        Interest(uid=pen.uid(), person_uid=rye, kind=InterestKind.USUAL, text="a whole rye, on Tuesdays"),
        Note(uid=pen.uid(), person_uid=rye, text="has not told us their name yet", written_on=pen.ago(days=60)),
    )
    pen.was_here(rye, (pen.today.weekday() - 1) % 7 or 7)

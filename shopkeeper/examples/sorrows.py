"""The part of Demo Street where a program must know when to be quiet: who lost somebody, parted, or asked for it."""

from __future__ import annotations

from calendar import isleap

from shopkeeper.domain.allergy import AllergyIntolerance, AllergyStatus, Category, Severity
from shopkeeper.domain.collects import Collects
from shopkeeper.domain.household import Relationship, Standing
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.kindness import Direction, Kindness
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.opt_out import OptOut
from shopkeeper.domain.partial_date import LeapDay, PartialDate
from shopkeeper.domain.person import Name
from shopkeeper.examples.pen import Pen, whole


def sorrows(pen: Pen) -> None:
    """Write them down."""
    _a_leap_day_child(pen)
    _a_widower_of_last_month(pen)
    _a_widower_of_long_ago(pen)
    _a_couple_who_parted(pen)
    _who_asked_not_to_be_remembered(pen)


def _a_leap_day_child(pen: Pen) -> None:
    nora = pen.person("nora", Name(formatted="Nora Lindqvist", given="Nora", family="Lindqvist"))
    pen.phone(nora, "07700 900127")
    pen.was_here(nora, 7)
    pip = pen.person("pip", Name(formatted="Pip Lindqvist", given="Pip", family="Lindqvist"))
    born = next(year for year in range(pen.today.year - 5, 0, -1) if isleap(year))
    pen.keep(
        Occasion(
            uid=pen.uid(),
            person_uid=pip,
            kind="birthday",
            on=PartialDate(year=born, month=2, day=29),
            leap_day=LeapDay.FEBRUARY_28,
            told_by="Nora",
            told_on=pen.ago(months=5),
        ),
        AllergyIntolerance(
            uid=pen.uid(),
            person_uid=pip,
            category=Category.FOOD,
            substance="eggs",
            severity=Severity.MILD,
            status=AllergyStatus.OUTGROWN,
            status_on=pen.ago(months=2),
            status_by="Nora",
            told_by="Nora",
            told_on=pen.ago(months=26),
            consent_uid=pen.agreed(pip, pen.ago(months=26), given_by="Nora"),
        ),
    )
    home = pen.household("lindqvist", "Lindqvist", nora, pip)
    pen.lives(home, "26 Elm St")
    pen.related(nora, "child", pip, "little one")


def _a_widower_of_last_month(pen: Pen) -> None:
    walter = pen.person("walter", Name(formatted="Walter Brandt", given="Walter", family="Brandt"), title="bell-ringer")
    pen.lives(walter, "5 Church Walk")
    pen.phone(walter, "020 7946 0342", "home")
    wed = pen.ago(days=-2, months=12 * 41)
    pen.keep(
        Occasion(uid=pen.uid(), person_uid=walter, kind="birthday", on=PartialDate(month=9, day=14)),
        Kindness(
            uid=pen.uid(),
            person_uid=walter,
            direction=Direction.RECEIVED,
            text="mended our awning",
            on=pen.in_month(8),
            recorded_by="JS",
        ),
        Interest(uid=pen.uid(), person_uid=walter, kind=InterestKind.USUAL, text="two poppy-seed rolls"),
    )
    pen.was_here(walter, 4, 11)
    edith = pen.person("edith", Name(formatted="Edith Brandt", given="Edith", family="Brandt"))
    pen.keep(
        Loss(uid=pen.uid(), person_uid=edith, on=pen.since(days=33), told_on=pen.ago(days=30), told_by="the vicar"),
        Occasion(uid=pen.uid(), person_uid=edith, kind="birthday", on=PartialDate(month=3, day=8)),
        Occasion(uid=pen.uid(), person_uid=edith, kind="wedding_anniversary", on=whole(wed), with_uid=walter),
        Interest(uid=pen.uid(), person_uid=edith, kind=InterestKind.LIKES, text="marzipan"),
    )
    pen.was_here(edith, 70)
    pen.related(walter, "spouse", edith, "wife")


def _a_widower_of_long_ago(pen: Pen) -> None:
    tomas = pen.person("tomas", Name(formatted="Tomás Reyes", given="Tomás", family="Reyes"), title="beekeeper")
    pen.lives(tomas, "19 Mill Lane")
    pen.phone(tomas, "07700 900573")
    pen.keep(
        Interest(uid=pen.uid(), person_uid=tomas, kind=InterestKind.INTEREST, text="keeps bees", may_introduce=None)
    )
    pen.was_here(tomas, 15)
    ines = pen.person("ines", Name(formatted="Inés Reyes", given="Inés", family="Reyes"))
    died = pen.ago(months=12 * 4 + 5)
    pen.keep(
        Loss(uid=pen.uid(), person_uid=ines, on=whole(died), told_on=died, told_by="Tomás"),
        Occasion(uid=pen.uid(), person_uid=ines, kind="memorial", on=whole(died)),
        Occasion(uid=pen.uid(), person_uid=ines, kind="birthday", on=PartialDate(month=11, day=30)),
    )
    pen.related(tomas, "spouse", ines, "wife")


def _a_couple_who_parted(pen: Pen) -> None:
    """Each has a card and a day of their own; neither is on the other's."""
    mara = pen.person("mara", Name(formatted="Mara Kovač", given="Mara", family="Kovač"), title="florist")
    pen.lives(mara, "6 Station Rd")
    pen.phone(mara, "07700 900624")
    pen.keep(Occasion(uid=pen.uid(), person_uid=mara, kind="birthday", on=PartialDate(month=8, day=19)))
    pen.was_here(mara, 5)
    jonas = pen.person("jonas", Name(formatted="Jonas Weiß", given="Jonas", family="Weiß"))
    pen.lives(jonas, "40 Harbour St")
    pen.phone(jonas, "07700 900695")
    pen.keep(
        Occasion(uid=pen.uid(), person_uid=jonas, kind="birthday", on=PartialDate(month=6, day=2)),
        Collects(uid=pen.uid(), person_uid=jonas, for_uid=pen.keys["walter"], medicine=True, told_on=pen.ago(days=25)),
        AllergyIntolerance(
            uid=pen.uid(),
            person_uid=pen.keys["walter"],
            category=Category.MEDICINE,
            substance="codeine",
            severity=Severity.NOT_SAID,
            told_by="Walter",
            told_on=pen.ago(days=25),
            consent_uid=pen.agreed(pen.keys["walter"], pen.ago(days=25)),
        ),
    )
    pen.was_here(jonas, 16)
    pen.about("mara")
    pen.keep(
        Relationship(uid=pen.uid(), person_uid=mara, kind="spouse", related_uid=jonas, standing=Standing.SEPARATED),
        Occasion(
            uid=pen.uid(),
            person_uid=mara,
            kind="wedding_anniversary",
            on=PartialDate(year=pen.today.year - 12, month=7, day=11),
            with_uid=jonas,
        ),
    )


def _who_asked_not_to_be_remembered(pen: Pen) -> None:
    """Only the name is left, so that nobody begins again."""
    otto = pen.person("otto", Name(formatted="Otto Lindgren", given="Otto", family="Lindgren"))
    pen.keep(OptOut(uid=pen.uid(), person_uid=otto, asked_on=pen.ago(months=2)))

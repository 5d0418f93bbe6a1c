"""KINDS: every kind of reminder, read top to bottom. Each asks one question and knows nothing of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from shopkeeper.remember.kinds.allergies import allergies
from shopkeeper.remember.kinds.arrivals import arrivals
from shopkeeper.remember.kinds.concerns import concerns
from shopkeeper.remember.kinds.diets import diets
from shopkeeper.remember.kinds.discretion import discretion
from shopkeeper.remember.kinds.household import household
from shopkeeper.remember.kinds.interests import interests
from shopkeeper.remember.kinds.introductions import introductions
from shopkeeper.remember.kinds.kindnesses import kindnesses
from shopkeeper.remember.kinds.loss import loss
from shopkeeper.remember.kinds.notes import notes
from shopkeeper.remember.kinds.occasions import occasions
from shopkeeper.remember.kinds.opt_out import opt_out
from shopkeeper.remember.kinds.presence import presence
from shopkeeper.remember.kinds.promises import promises
from shopkeeper.remember.kinds.referrals import referrals
from shopkeeper.remember.kinds.who import who
from shopkeeper.remember.moment import Moment
from shopkeeper.remember.reminder import Reminder

Kind: TypeAlias = Callable[[Moment], Iterable[Reminder]]

KINDS: Final[tuple[Kind, ...]] = (
    who,  # slot 1
    allergies,  # slot 2
    opt_out,  # slot 3
    discretion,
    loss,
    occasions,
    concerns,  # slot 4
    promises,  # slot 5
    kindnesses,
    arrivals,  # slot 6
    interests,
    diets,
    introductions,
    referrals,
    notes,
    presence,  # slot 7
    household,
)

"""Questions of the day's end: whom to ask whether they agree, who was here, where people were sent."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from shopkeeper.domain.record import Uid
from shopkeeper.domain.wanted import Wanted
from shopkeeper.store.tables import of

# What the law protects most, each kind where nobody has agreed to it: remember/agreement.py says why. An allergy that
# was a mistake says nothing of anybody.
_HEALTH: Final = (
    "SELECT person_uid FROM allergy_intolerance WHERE consent_uid IS NULL AND status <> 'was-a-mistake'"
    " UNION SELECT person_uid FROM asked WHERE consent_uid IS NULL"
    " UNION SELECT person_uid FROM diet WHERE consent_uid IS NULL AND kind IN ('condition', 'faith')"
    " UNION SELECT person_uid FROM concern WHERE consent_uid IS NULL"
    # An agreement that was taken back: whether anything still stands on it, the card knows.
    " UNION SELECT person_uid FROM consent WHERE purpose = 'health' AND withdrawn_on IS NOT NULL"
)
# Of someone who has died, or asked not to be remembered, nobody is asked anything.
_MAY_BE_ASKED: Final = (
    " AND NOT EXISTS (SELECT 1 FROM loss l WHERE l.person_uid = p.uid)"
    " AND NOT EXISTS (SELECT 1 FROM opt_out o WHERE o.person_uid = p.uid)"
)
_NOT_AGREED: Final = f"SELECT p.uid FROM person p WHERE p.uid IN ({_HEALTH}){_MAY_BE_ASKED} ORDER BY p.id DESC LIMIT ?"
# More people than this at once came in from somewhere else: nobody talked to them today.
_MET_AT_ONCE: Final = 20
_MET: Final = (
    "WITH today(id) AS (SELECT id FROM act WHERE at >= ? AND at < ? AND stands = 1 AND undoes IS NULL),"
    " of_each(owner, others) AS"
    " (SELECT owner, count(*) OVER (PARTITION BY act) FROM touched WHERE act IN (SELECT id FROM today))"
    f" SELECT p.uid FROM person p WHERE p.uid IN (SELECT owner FROM of_each WHERE others <= {_MET_AT_ONCE})"
    f"{_MAY_BE_ASKED} ORDER BY p.id DESC LIMIT ?"
)
_SENT_TO: Final = 'SELECT sent_to FROM referral WHERE sent_to <> \'\' ORDER BY "on" IS NULL, "on" DESC, id DESC'


class Asking(NamedTuple):
    """What the shop goes through when it closes."""

    not_agreed: tuple[Uid, ...]  # of whom something about their health is written that nobody agreed to; newest first
    met: tuple[Uid, ...]  # who was here, or was written about, on that day
    places: tuple[str, ...]  # where people were ever sent, the latest first; each as often as somebody was sent there


def asking(raw: Any, day: date, limit: int) -> Asking:
    """The answers for one day of the shop, of people so many at most."""
    after = day + timedelta(days=1)
    return Asking(
        not_agreed=_column(raw, _NOT_AGREED, limit),
        met=_column(raw, _MET, day.isoformat(), after.isoformat(), limit),
        places=_column(raw, _SENT_TO),
    )


def waiting(raw: Any) -> tuple[Wanted, ...]:
    """All that somebody asked for and that has not come in yet."""
    table = of(Wanted)
    rows = raw.execute(f"SELECT {table.listed} FROM wanted WHERE arrived_on IS NULL AND told_on IS NULL ORDER BY id")
    return tuple(map(table.value, rows.fetchall()))


def _column(raw: Any, sql: str, *values: str | int) -> tuple[str, ...]:
    return tuple(row[0] for row in raw.execute(sql, values))

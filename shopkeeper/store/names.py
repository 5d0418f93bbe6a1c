"""The name index: who can be found by what, written in the same transaction as the person.

Its tables are made by the migrations. Nothing here begins or ends a transaction: the store's door does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Final

from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.domain.record import Uid
from shopkeeper.search import keys
from shopkeeper.search.hit import Relative
from shopkeeper.search.query import Query
from shopkeeper.search.rank import tier_ends, tier_of
from shopkeeper.store.many import THESE, in_chunks
from shopkeeper.store.name_lookup import NameLookup
from shopkeeper.store.name_rows import Entry, Made, NameRows, made_of
from shopkeeper.store.progress import EVERY_WORD, Progress
from shopkeeper.store.statements import Connection
from shopkeeper.store.vocabulary import Tally, Vocabulary, words_of

__all__ = ["SEARCH_BROKEN", "Entry", "NameIndex", "Relative"]

SEARCH_BROKEN: Final = translate("Store", "The tables of the search contradict themselves.")
# So many beginnings are counted before they are written: those of a town, some 30 MB.
_MOST_IN_MIND: Final = 300_000


class NameIndex(NameLookup):
    """Everyone who can be found, kept true with every edit."""

    def __init__(self, connection: Connection, today: date) -> None:
        """Stand on an open store; today decides who counts as seen lately."""
        super().__init__(connection)
        self._rows = NameRows(connection, today)
        self._vocabulary = Vocabulary(connection)

    def put(self, *entries: Entry, at_once: bool = False) -> None:
        """Make people findable by what is known of them now; what has not changed is not written.

        `at_once`: they are many, and what was said of them before is taken out now rather than in an idle moment.
        """
        tally = Tally()
        for made in map(made_of, entries):
            number = self._rows.number(made.uid)
            if number is not None:
                before, after = self._rows.put(number, made, at_once=at_once)
                tally.change(before, after)
                if before - after:
                    # A name that was given up is not kept in what was typed to find its bearer.
                    self._choices.forget(number)
        self._count(tally)

    def put_many(self, entries: Iterable[Entry]) -> None:
        """Make many people findable, as an import does: each word is counted first and written once."""
        self.put_made(map(made_of, entries))

    def put_made(self, people: Iterable[Made]) -> None:
        """The same for those of whom it is known already what the tables will say."""
        tally = Tally()
        for some in in_chunks(people):
            batch = {made.uid: made for made in some}
            these = (json.dumps(list(batch)),)
            run = self._connection.execute
            numbers = run(f"SELECT id, uid FROM person WHERE uid IN {THESE}", these).fetchall()
            for (number,) in run(f"SELECT id FROM named WHERE uid IN {THESE}", these).fetchall():
                tally.change(self._rows.remove(number, at_once=True), set())
            self._rows.write([(number, batch[uid]) for number, uid in numbers])
            for _, uid in numbers:
                tally.change(set(), words_of(*batch[uid].terms[:2]))
            if len(tally.beginnings) > _MOST_IN_MIND:
                self._count(tally)
                tally = Tally()
        self._count(tally)

    def drop(self, *uids: Uid, at_once: bool = False) -> None:
        """They can no longer be found; someone who could not be found before is no mistake.

        `at_once`: they are many, and what was said of them is taken out now rather than in an idle moment.
        """
        tally = Tally()
        for some in in_chunks(uids):
            known = self._connection.execute(f"SELECT id FROM named WHERE uid IN {THESE}", (json.dumps(some),))
            for (number,) in known.fetchall():
                tally.change(self._rows.remove(number, at_once=at_once), set())
                self._choices.forget(number)
        self._count(tally)

    def _count(self, tally: Tally) -> None:
        """Let the vocabulary follow the rows, as far as it has come."""
        progress = Progress.read(self._connection)
        if progress.is_ours:
            self._vocabulary.write(tally.up_to(progress.counted))
        elif progress.version:
            # Rows of two sets of rules: whoever renews the index begins at the beginning, and counts anew.
            Progress().write(self._connection)

    def learn(self, typed: str, uid: Uid) -> None:
        """Someone was chosen when this had been typed."""
        number = self._rows.number(uid)
        words = " ".join(Query.parse(typed).words)
        if number is not None and words:
            self._choices.learn(words, number)

    def freshen(self, today: date | None = None, at_most: int = -1) -> int:
        """Move those whom a visit, or time, has carried into another tier since they were written; says how many.

        `at_most`: no more than so many of each tier; -1 for all of them.
        """
        self._rows.today = today = today or self._rows.today
        moved = 0
        for tier in range(tier_of(None) + 1):
            last = tier_ends(tier)
            newest = today.toordinal() - (tier_ends(tier - 1) or 0) if tier else None
            strayed = self._connection.execute(
                "SELECT id, seen FROM named WHERE tier = ? AND (seen < ? OR seen >= ?) LIMIT ?",
                (
                    tier,
                    -1 if last is None else today.toordinal() - last,
                    10_000_000 if newest is None else newest,
                    at_most,
                ),
            ).fetchall()
            for number, seen in strayed:
                moved += self._rows.move(number, tier, self._rows.tier(seen))
        return moved

    def rebuild(self, entries: Iterable[Entry]) -> None:
        """Make the index anew from the people, also where its tables contradict themselves."""
        self._rows.clear()
        self._rows.overwrite(True)  # a renewal may have been at work
        self._vocabulary.clear()
        self._choices.forget_strangers()
        Progress(keys.VERSION, None, None).write(self._connection)
        self.put_many(entries)
        self.tidy()

    def overwrite(self, names: bool) -> None:
        """Whether each name is overwritten as it goes; of a whole town at once, the tidying after it leaves nothing."""
        self._rows.overwrite(names)

    def reached(self) -> int | None:
        """The people up to this number have rows made by the rules of this program; None: everybody.

        Where the rows are of other rules it begins anew. Its words are counted when everybody has been reached.
        """
        progress = Progress.read(self._connection)
        if not progress.is_ours:
            self._vocabulary.clear()
            self._rows.overwrite(False)
            progress = Progress(keys.VERSION, 0, "")
            progress.write(self._connection)
        return progress.reached

    def renew(self, entries: Iterable[Entry], reached: int | None) -> None:
        """Make the rows of these people anew: with them, everybody up to a number has been reached."""
        self.put(*entries, at_once=True)
        Progress.read(self._connection)._replace(reached=reached).write(self._connection)

    def count_on(self, at_most: int) -> bool:
        """Count some of the words that are not counted yet; says whether there are more."""
        progress = Progress.read(self._connection)
        if progress.counted in (None, EVERY_WORD):
            return False
        counted = self._vocabulary.count_on(progress.counted, at_most)
        progress._replace(counted=counted or EVERY_WORD).write(self._connection)
        return counted is not None

    def settle(self) -> bool:
        """Leave nothing of the older rows, a little at a time; says whether there is more to do."""
        if self._rows.merge_all():
            return True
        self._rows.overwrite(True)
        Progress.read(self._connection)._replace(counted=None).write(self._connection)
        return False

    def words(self) -> tuple[int, int]:
        """How many words are counted, and about how many there are."""
        return self._vocabulary.size(), self._vocabulary.all_there_is()

    def is_whole(self) -> bool:
        """Whether the tables of the index agree with themselves."""
        return self._rows.is_whole()

    def tidy(self) -> None:
        """Bring the index into its smallest, quickest shape, as after bringing in many people."""
        self._rows.tidy()

    def rest(self) -> bool:
        """Take out some of what is gone; else move some new regulars; else make one of the pieces that edits have left.

        It says whether there may be more to do. Each time it is a matter of a few milliseconds.
        """
        if self._rows.gone.take_out_some() or self.freshen(at_most=1):
            return True
        self._rows.merge()
        return False

    def is_current(self) -> bool:
        """Whether all of the index was made by the rules of this program, so that every key can be trusted."""
        return Progress.read(self._connection).is_whole

    def check(self, entries: Iterable[Entry]) -> tuple[Phrase, ...]:
        """What is wrong with the index: it says of every person what the person says, and nothing of anyone else."""
        if not self.is_whole():
            return (SEARCH_BROKEN,)
        if not self.is_current():
            return (translate("Store", "The search was made by another version of the program."),)
        problems: list[Phrase] = []
        wrong = checked = 0
        for made in map(made_of, entries):
            checked += 1
            wrong += not self._rows.says(made)
        strangers = self._rows.strangers(checked) + self._choices.of_strangers()
        if wrong:
            problems.append(
                translate("Store", "The search does not find %n person(s) by what is written of them.", "", wrong)
            )
        if strangers:
            problems.append(translate("Store", "The search knows %n thing(s) that belong to nobody.", "", strangers))
        if not self._vocabulary.is_true(None):
            problems.append(translate("Store", "The search has miscounted the words by which people are called."))
        return tuple(problems)

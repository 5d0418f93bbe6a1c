"""The name index through any row of edits: found at once, never stale, whole after each of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from shopkeeper.domain.person import Name, Person
from shopkeeper.search.fold import KIN_MARK, tokens
from shopkeeper.search.hit import Reason
from shopkeeper.search.keys import keys_of
from shopkeeper.search.query import Query
from shopkeeper.store.names import Entry, NameIndex
from tests.store.test_names import TODAY, a_book, a_person

PARTS = st.sampled_from(
    [
        "Ana",
        "Anabel",
        "Duarte",
        "Leo",
        "O'Neill-Müller",
        "de la Cruz",
        "박지",
        "王小明",
        "Иван",
        "Strauß",
        "فاطمة",
        "🌻",
    ]
)
NAMES = st.one_of(
    st.builds(lambda a, b: Name(formatted=f"{a} {b}"), PARTS, PARTS),
    st.builds(lambda a, b, c: Name(given=a, family=b, nicknames=(c,)), PARTS, PARTS, PARTS),
    st.builds(lambda text: Name(formatted=text), st.text(max_size=12)),
)
PHONES = st.lists(st.from_regex(r"\A\+?[0-9]{3,9}\Z"), max_size=2).map(tuple)
CODES = st.lists(st.sampled_from(["CARD1", "card 2", "2900000417021"]), max_size=1).map(tuple)
KIN = st.lists(PARTS, max_size=2).map(tuple)
SEEN = st.one_of(st.none(), st.integers(0, 2000).map(lambda days: TODAY - timedelta(days=days)))


class Edits(RuleBasedStateMachine):
    """What a shop does to its people, beside what it then should find."""

    people = Bundle("people")

    def __init__(self) -> None:
        super().__init__()
        self.connection = a_book()
        self.index = NameIndex(self.connection, TODAY)
        self.index.rebuild(())
        self.now: dict[str, Entry] = {}
        self.before: list[dict[str, Entry]] = []
        self.number = 0

    def teardown(self) -> None:
        self.connection.close()

    def keep(self, entry: Entry) -> None:
        self.before.append(dict(self.now))
        a_person(self.connection, entry.person.uid, entry.person.name)
        self.index.put(entry)
        self.now[entry.person.uid] = entry

    @rule(target=people, name=NAMES, phones=PHONES, codes=CODES, kin=KIN, seen=SEEN)
    def add(self, name: Name, phones: tuple[str, ...], codes: tuple[str, ...], kin: tuple[str, ...], seen: None) -> str:
        self.number += 1
        person = Person(uid=f"p{self.number}", name=name)
        self.keep(Entry(person=person, phones=phones, codes=codes, kin_names=kin, last_seen=seen))
        return person.uid

    @rule(uid=people, name=NAMES)
    def rename(self, uid: str, name: Name) -> None:
        if uid in self.now:
            self.keep(replace(self.now[uid], person=replace(self.now[uid].person, name=name)))

    @rule(uid=people, kin=KIN, phones=PHONES, codes=CODES)
    def tell_more(self, uid: str, kin: tuple[str, ...], phones: tuple[str, ...], codes: tuple[str, ...]) -> None:
        if uid in self.now:
            self.keep(replace(self.now[uid], kin_names=kin, phones=phones, codes=codes))

    @rule(uid=people, days=st.integers(0, 500))
    def visit(self, uid: str, days: int) -> None:
        day = TODAY - timedelta(days=days)
        if uid in self.now:
            last = self.now[uid].last_seen
            self.keep(replace(self.now[uid], last_seen=day if last is None else max(day, last)))

    @rule()
    def rest(self) -> None:
        while self.index.rest():
            pass
        assert self.index.freshen() == 0
        assert self.connection.execute("SELECT count(*) FROM gone").fetchone() == (0,)

    @rule(uid=people)
    def delete(self, uid: str) -> None:
        self.before.append(dict(self.now))
        self.index.drop(uid)
        self.now.pop(uid, None)

    @rule()
    def undo(self) -> None:
        if self.before:
            old, now = self.before.pop(), self.now
            for uid in now.keys() - old.keys():
                self.index.drop(uid)
            for uid, entry in old.items():
                if now.get(uid) != entry:
                    self.index.put(entry)
            self.now = old

    @rule()
    def write_all_again(self) -> None:
        self.index.put_many(self.now.values())

    @rule()
    def begin_anew(self) -> None:
        self.index.rebuild(self.now.values())

    @invariant()
    def says_what_the_people_say(self) -> None:
        assert self.index.check(self.now.values()) == ()

    @rule(text=st.one_of(PARTS, st.builds("{0} {1}".format, PARTS, PARTS), st.sampled_from("alodмا왕王")))
    def finds_exactly_those_who_answer(self, text: str) -> None:
        by_name, with_kin = ({u for u, e in self.now.items() if answers(e, text, kin)} for kin in (False, True))
        found = {hit.person_uid: hit.why for hit in self.index.find(text, limit=1000)}
        # Of several words, their kin's are asked where few bear them all.
        are_enough = len(by_name) >= 3 and len(Query.parse(text).words) > 1
        assert (by_name if are_enough else with_kin) <= found.keys()
        assert not {why for uid, why in found.items() if uid not in with_kin} & {Reason.NAME, Reason.KIN}

    @rule(uid=people)
    def everyone_is_found_by_each_of_their_words(self, uid: str) -> None:
        if uid not in self.now:
            return
        for word in tokens(str(self.now[uid].person.name)):
            assert uid in {hit.person_uid for hit in self.index.find(word, limit=1000)}
        for phone in self.now[uid].phones:
            assert uid in {hit.person_uid for hit in self.index.find(phone, limit=1000)}


def answers(entry: Entry, text: str, with_kin: bool) -> bool:
    """Whether someone should be found, said without an index."""
    keys = keys_of(entry.person.name, [str(one) for one in entry.kin_names])
    kin = [word.removeprefix(KIN_MARK) for word in keys.kin.split()] if with_kin else []
    words = [*keys.own.split(), *keys.alt.split(), *kin]
    return all(any(word.startswith(typed) for word in words) for typed in Query.parse(text).words)


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=40, stateful_step_count=25)

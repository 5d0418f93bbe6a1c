"""Reads a line clause by clause: whom a clause is about, then one fact after another as long as that is sure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from shopkeeper.capture import address
from shopkeeper.capture.alarms import alarm, begins_list, is_last_marked, share_severity
from shopkeeper.capture.chip import ASKING, Chip, ChipKind, Whose
from shopkeeper.capture.doubt import names_pet, retract, sift
from shopkeeper.capture.head import head_of, joined_head_of
from shopkeeper.capture.line import Line
from shopkeeper.capture.match import phrases_at
from shopkeeper.capture.readers import READERS
from shopkeeper.capture.tokens import Sort
from shopkeeper.capture.whom import ask_behind, ask_whose, only_named
from shopkeeper.domain.diet import Diet, DietKind
from shopkeeper.domain.interest import Interest, InterestKind
from shopkeeper.domain.person import Adr, Email, Tel

# Two words of a phrase: so much is needed where capitals could be a name.
_SURE: Final = 7
_SAFETY: Final = frozenset({"allergy", "intolerance"})


def clauses(line: Line) -> Iterator[tuple[int, int]]:
    """The parts of the line between commas; a comma in brackets ends nothing, a full stop does after a whole word."""
    start, depth, last = 0, 0, len(line.toks)
    for place, token in enumerate(line.toks):
        if token.fold in {"(", "（"}:
            depth += 1
        elif token.fold in {")", "）"}:
            depth = max(0, depth - 1)
        is_end = token.sort is Sort.SPLIT and depth == 0
        if is_end or _is_full_stop(line, place):
            stop = place if is_end else place + 1
            if stop > start:
                yield start, stop
            start = place + 1
    if start < last:
        yield start, last


def _is_full_stop(line: Line, place: int) -> bool:
    token = line.toks[place]
    if token.fold not in {".", "。", "।", "؟"} or place == 0 or place + 1 == len(line.toks):
        return False
    before, after = line.toks[place - 1], line.toks[place + 1]
    is_long = before.sort is not Sort.WORD or len(before.text) > (2 if after.text[0].isupper() else 3)
    is_short = before.sort is Sort.NUMBER or line.words.has("short", before)
    return is_long and not is_short and after.start > token.end


def read_clauses(line: Line, first: int) -> None:
    """Read everything from a place on, the comma rule included."""
    before: tuple[Whose, ...] = ()  # the relatives whom the clause before was about
    done = first
    earlier, of_pet = 0, False
    alone: tuple[Whose, ...] = ()  # whom the clause before names, where it says nothing else
    parts = list(clauses(line))
    for number, (start, end) in enumerate(parts):
        if end <= done:
            continue
        at = max(start, done)
        reach = parts[number + 1][1] if number + 1 < len(parts) else end
        known = len(line.chips)
        line.whose, line.theirs, line.who = line.own, line.own, ""
        line.asks = (line.own, *before) if before else ()
        line.group, line.unclear, line.first, line.begin = (), (), known if number else 0, at
        is_of_all = line.words.has("both", line.toks[at])
        if is_of_all and len(before) > 1:
            # "son Max and daughter Liz, both nuts"
            line.whose, line.group, line.asks, at = before[-1], before, (), at + 1
        done = read_clause(line, at, end, reach, is_new=True)
        sift(line, known, at, done, of_pet=of_pet, of_nobody=is_of_all and not line.group)
        if len(line.chips) == known:
            retract(line, earlier, known, at, done)
            known = len(line.chips)
        of_pet = names_pet(line, known, at, done)
        ask_whose(line, known, at, done, alone)
        alone = only_named(line, known, at, done, alone)
        if len(line.chips) == known:
            ask_behind(line, earlier, alone)
        earlier = known
        new = line.chips[known:]
        line.in_list = _goes_on(line, new, start, end)
        if any(chip.kind not in {ChipKind.KIN, ChipKind.OCCASION} for chip in new) or not new:
            line.several = None
        if not line.whose.is_own:
            named = [line.whose_of(n) for n in range(known, len(line.chips)) if line.chips[n].kind is ChipKind.KIN]
            before = tuple(dict.fromkeys((*(alone if line.several else ()), *named, line.whose)))
        elif any(chip.kind not in ASKING for chip in new):
            before = ()
        share_severity(line, known)


def _goes_on(line: Line, new: list[Chip], start: int, end: int) -> bool:
    """Whether the next clause may be one more thing on a list that is no list of allergies."""
    if not new:
        return line.in_list or line.is_unsure(start, end)
    what = new[-1].what
    is_taste = isinstance(what, Interest) and what.kind is not InterestKind.INTEREST
    is_avoided = isinstance(what, Diet) and what.kind is DietKind.AVOIDS
    return is_taste or is_avoided or new[-1].kind in {ChipKind.KINDNESS, ChipKind.WANTED}


def read_clause(line: Line, at: int, end: int, reach: int, *, is_new: bool) -> int:
    """Read one clause; answers where reading stopped, which lies beyond its end if a phrase went on behind a comma."""
    line.end = end
    lead: list[int] = []
    if is_new:
        at, lead = head_of(line, at, end)
    strayed = False
    is_head = is_new
    while at < end:
        stop = _one(line, at, end, reach if is_head else end, lead, is_head=is_head, strayed=strayed)
        if stop is not None:
            at, lead, is_head = _past_marks(line, stop, end), [], False
            continue
        if not strayed and _is_small_word(line, at, lead):
            lead.append(at)
            at += 1
            if line.words.has("join", line.toks[at - 1]):
                if not is_head or _ends_a_relative(line, at - 1):
                    at, lead = _joined_kin(line, at, end, lead)
                is_head = True
            continue
        strayed, is_head, lead = True, False, []
        at += 1
    return max(at, end)


def _ends_a_relative(line: Line, at: int) -> bool:
    before = line.owner[at - 1] if at > 0 else None
    return before is not None and line.chips[before].kind is ChipKind.KIN


def _joined_kin(line: Line, at: int, end: int, lead: list[int]) -> tuple[int, list[int]]:
    """ "son Leo and daughter Mia": after a small word a second relative may begin."""
    known = len(line.chips)
    place, more = joined_head_of(line, at, end, lead)
    return (place, more) if len(line.chips) > known else (at, lead)


def _is_small_word(line: Line, at: int, lead: list[int]) -> bool:
    token = line.toks[at]
    return len(lead) < 6 and (
        line.words.has("filler", token) or line.words.has("join", token) or token.fold in {":", "-", "–", "—", "&", "/"}
    )


def _past_marks(line: Line, at: int, end: int) -> int:
    """Marks that close what was understood belong to it."""
    while at < end and (line.toks[at].sort is Sort.STRONG or line.toks[at].fold in {".", "…"}):
        line.owner[at] = line.owner[at - 1]
        at += 1
    return at


def _one(line: Line, at: int, end: int, reach: int, lead: list[int], *, is_head: bool, strayed: bool) -> int | None:
    """Read what stands at a place; answers where it ends, None when it is not understood."""
    token = line.toks[at]
    if token.sort in {Sort.TEL, Sort.EMAIL} and not (is_head and _phrase(line, at, end, lead, is_head=True)):
        return _reach_them(line, at, lead)
    if token.fold in {"(", "（"}:
        return _in_brackets(line, at, end)
    if not strayed:
        for limit in dict.fromkeys((reach, end)):
            stop = _phrase(line, at, limit, lead, is_head=is_head, crossing=limit > end)
            if stop is not None:
                return stop
        stop = address.street_end(line, at, end, whole=is_head)
        if stop is not None:
            return _street(line, at, stop, lead)
        if is_head:
            stop = _town(line, at, end)
            if stop is not None:
                return stop
    return alarm(line, at, end, lead, is_head=is_head, strayed=strayed)


def _phrase(line: Line, at: int, end: int, lead: list[int], *, is_head: bool, crossing: bool = False) -> int | None:
    for said in phrases_at(line, at, end, head=is_head):
        if crossing and not said.crosses:
            continue
        made = READERS[said.meaning](said, line)
        if made is None:
            continue
        places = [*lead, *range(said.at, said.end)]
        if isinstance(made, Chip):
            number = line.add(made, places)
            if made.kind is ChipKind.KIN and made.named:
                line.name(number)
        else:
            line.take(made, places)
        return said.end
    return None


def _reach_them(line: Line, at: int, lead: list[int]) -> int:
    """A telephone number or an e-mail address says by itself what it is."""
    token = line.toks[at]
    if token.sort is Sort.TEL:
        chip = Chip(kind=ChipKind.TEL, whose=line.whose, what=Tel(uid="", owner_uid="", value=token.text))
    else:
        chip = Chip(kind=ChipKind.EMAIL, whose=line.whose, what=Email(uid="", owner_uid="", value=token.text))
    line.add(chip, [*lead, at])
    return at + 1


def _street(line: Line, at: int, stop: int, lead: list[int]) -> int:
    adr = Adr(uid="", owner_uid="", street=line.text[line.toks[at].start : line.toks[stop - 1].end])
    line.add(Chip(kind=ChipKind.ADR, whose=line.whose, what=adr), [*lead, *range(at, stop)])
    return stop


def _town(line: Line, at: int, end: int) -> int | None:
    """A clause right behind a street: its house number, or the postal code and the town."""
    last = len(line.chips) - 1
    adr = line.chips[last].what if last >= 0 else None
    if not isinstance(adr, Adr) or not adr.street:
        return None
    text = line.said(at, end)
    if text.isdecimal() and len(text) < 4 and not any(letter.isdecimal() for letter in adr.street):
        line.take(line.mend(last, street=f"{adr.street}, {text}"), range(at, end))
        return end
    town = address.town_in(text)
    if town is None or adr.code:
        return None
    line.take(line.mend(last, code=town[0], locality=town[1]), range(at, end))
    return end


def _in_brackets(line: Line, at: int, end: int) -> int | None:
    """What stands in brackets is read like a clause of its own; it counts only if all of it is understood."""
    close = next((n for n in range(at + 1, end) if line.toks[n].fold in {"(", ")", "（", "）"}), None)
    if close is None or close == at + 1 or line.toks[close].fold in {"(", "（"}:
        return None
    known, owner, group, several = list(line.chips), list(line.owner), line.group, line.several
    line.group, line.several = (), None
    read_clause(line, at + 1, close, close, is_new=False)
    if any(one is None for one in line.owner[at + 1 : close]):
        stop = _phrase(line, at + 1, close, [], is_head=True)
        if stop != close:
            line.chips, line.owner, line.end, line.group, line.several = known, owner, end, group, several
            return None
    line.end, line.group, line.several = end, group, several
    line.owner[at], line.owner[close] = line.owner[at + 1], line.owner[close - 1]
    return close + 1


def is_fact(line: Line, at: int, end: int) -> bool:
    """Whether a name in front has surely ended at a place: something follows that is said of people, not their name."""
    toks = line.toks
    token = toks[at]
    if token.sort in {Sort.TEL, Sort.EMAIL, Sort.NUMBER} or token.fold in {"(", ":"}:
        return True
    if token.sort is not Sort.WORD:
        return token.fold == "/" and line.words.longest("substance", toks, at + 1, end) is not None
    if line.is_marked(at, end) or is_last_marked(line, at, end):
        return True
    if address.street_end(line, at, end, longest=2, whole=False) is not None and at > 1:
        return True
    is_small = not token.text[0].isupper()
    if at > 1 and is_small and len({toks[n].text[0].isupper() for n in (at - 2, at - 1)}) == 1:
        # "Ana Duarte nuts", "ana duarte nuts": behind two words a small one is no name if it is a substance or a diet.
        alone = (said.meaning for said in phrases_at(line, at, end, head=True))
        if begins_list(line, at, end) or any(meaning in {"substance", "keeps_to"} for meaning in alone):
            return True
    if (
        is_small
        and (toks[at - 1].text[0].isupper() or at > 1)
        and line.words.longest("kin", toks, at, end)
        and at + 1 < end
    ):
        return True
    # "Rose Lamb allergic to lamb": the phrase begins behind the name.
    is_next = (
        not is_small
        and at + 1 < end
        and any(said.meaning in _SAFETY for said in phrases_at(line, at + 1, end, head=False))
    )
    return any(
        is_small or (said.meaning in _SAFETY and not is_next) or said.weight > _SURE
        for said in phrases_at(line, at, end, head=False)
    )

"""The head of a clause: whom it is about. A relative named here becomes a chip of their own."""

from __future__ import annotations

from shopkeeper.capture.chip import Chip, ChipKind
from shopkeeper.capture.dates import count_at
from shopkeeper.capture.line import Line
from shopkeeper.capture.match import is_strong, phrases_at
from shopkeeper.capture.names import name_end
from shopkeeper.capture.readers.family import relation
from shopkeeper.capture.tokens import Sort, fold
from shopkeeper.domain.household import Relationship


def head_of(line: Line, at: int, end: int) -> tuple[int, list[int]]:
    """Where the clause goes on behind its head, and the words of the head that the next chip takes along."""
    lead: list[int] = []
    place = at
    while place < end and line.words.has("filler", line.toks[place]) and len(lead) < 4:
        lead.append(place)
        place += 1
    his = line.words.longest("his", line.toks, place, end)
    if his:
        lead += range(place, his[0])
        several = line.called_at(his[0], end)
        if several and len(several.whose) > 1 and not _names_another(line, his[0], several.end, end):
            line.asks = line.unclear = several.whose
            line.whose, line.who = several.whose[0], line.said(his[0], several.end)
            return several.end, [*lead, *range(his[0], several.end)]
        stop = _relatives(line, his[0], end, lead)
        if stop is not None:
            return stop, []
        if line.relative is not None:
            line.asks = (line.own, line.relative)
            line.whose = line.relative
        return his[0], lead
    stop = _known(line, place, end, lead)
    if stop is not None and stop < end and is_strong(line, stop):
        # "ginger!!" is no call for Ginger.
        line.whose, line.asks, line.group, line.unclear = line.own, (), (), ()
        return at, []
    if stop is not None and not _names_another(line, place, stop, end):
        return _behind_known(line, place, stop, end, lead)
    stop = _relatives(line, place, end, lead)
    if stop is None and not lead and _goes_on(line, at, end):
        stop = _one_more(line, at, end, [])
    return (stop, []) if stop is not None else (at, [])


def joined_head_of(line: Line, at: int, end: int, lead: list[int]) -> tuple[int, list[int]]:
    """The same in the middle of a clause, behind "and": there only a relative begins anew."""
    now, line.whose = line.whose, line.theirs
    stop = _relatives(line, at, end, lead) or _one_more(line, at, end, lead)
    if stop is not None:
        return stop, []
    line.whose = now
    known = line.called_at(at, end)
    if known is None or (known.end < end and is_strong(line, known.end)):
        return at, lead
    # "leo allergic to nuts and rosa has flu"
    line.whose, line.who, line.asks, line.group = known.whose[0], line.without_ending(at, known.end), (), ()
    line.unclear = known.whose if len(known.whose) > 1 else ()
    return known.end, [*lead, *range(at, known.end)]


def _goes_on(line: Line, at: int, end: int) -> bool:
    """ "three children: Leo, Mia and Ben": whether only a name stands between the commas."""
    name = name_end(line, at, end) if line.several and line.toks[at].text[0].isupper() else None
    return name is not None and (name == end or line.toks[name].fold == "(" or line.words.has("join", line.toks[name]))


def _one_more(line: Line, at: int, end: int, lead: list[int]) -> int | None:
    """ "kids Leo (7) and Mia (3)": the next of several."""
    name = name_end(line, at, end) if line.several else None
    if name is None or line.several is None:
        return None
    kind, word = line.several
    called = line.said(at, name)
    return _keep(line, lead, at, name, relation(kind, called, word), called)


def _names_another(line: Line, at: int, stop: int, end: int) -> bool:
    """ "son Max" is not the son that is known as Leo."""
    if line.words.longest("kin", line.toks, at, stop) is None or stop >= end:
        return False
    name = name_end(line, stop, end)
    if name is None or not _is_sure(line, stop, name, end):
        return False
    line.whose, line.who = line.own, ""
    return True


def _known(line: Line, at: int, end: int, lead: list[int]) -> int | None:
    """Where the name of someone known ends: the line's own person, one of the family, a relative named before.

    Where two people go by that name, whatever is said asks which of them is meant; "leo and rosa" are both.
    """
    known = line.called_at(at, end)
    if known is None:
        return None
    line.whose = known.whose[0]
    line.asks = line.unclear = known.whose if len(known.whose) > 1 else ()
    # "grandma Rosa": both words are hers.
    again = line.called_at(known.end, end)
    stop = again.end if again and again.whose[0] == line.whose else known.end
    line.who = line.said(at, stop)
    line.group = (line.whose,)
    while stop + 1 < end and _joins(line, stop):
        more = line.called_at(stop + 1, end)
        if more is None or (more.end < end and is_strong(line, more.end)):
            break
        line.whose = more.whose[0]
        line.who = line.said(stop + 1, more.end)
        line.group = tuple(dict.fromkeys((*line.group, line.whose)))
        stop = more.end
    return stop


def _joins(line: Line, at: int) -> bool:
    return line.words.has("join", line.toks[at]) or line.toks[at].fold in {"&", "+", "/"}


def _behind_known(line: Line, at: int, stop: int, end: int, lead: list[int]) -> tuple[int, list[int]]:
    """ "leo", "leo's": what follows is about Leo; "leo's mum Rosa" is a relative of his."""
    who = line.whose
    if stop == end and line.words.longest("kin", line.toks, at, stop):
        # "son Leo" and no more says again what he is to them.
        line.whose, line.who = line.own, ""
        again = _relatives(line, at, end, lead)
        return (at, lead) if again is None else (again, [])
    line.who = line.without_ending(at, stop)
    if not who.is_own:
        line.relative = who
    places = [*lead, *range(at, stop)]
    if line.toks[stop - 1].fold.endswith(line.words.known_possessive):
        kin = line.words.longest("kin", line.toks, stop, end)
        if kin and kin[0] == end:
            # "Leo's mum" and no more: that is who this person is.
            line.whose, line.who = line.own, ""
            return at, lead
        further = _relatives(line, stop, end, places)
        if further is not None:
            return further, []
    return stop, places


def _relatives(line: Line, at: int, end: int, lead: list[int]) -> int | None:
    """Son Leo; two kids Leo and Mia; mum. Answers where they end, with a chip for each; None when none begins here."""
    toks, words = line.toks, line.words
    place = at
    number = count_at(toks, at, end, words)
    if number is not None:
        place += 1
    several = words.longest("kin_plural", toks, place, end)
    if several:
        return _several(line, at, several[0], end, lead, several[1])
    if number is not None:
        return None
    first = place
    while place < end and words.has("kin_before", toks[place]) and not _is_kin_alone(line, place, end):
        first += words.has("filler", toks[place]) and first == place
        place += 1
    found = _kin(line, place, end)
    if found is None:
        return None
    stop, kind = found
    named = words.longest("kin_named", toks, stop, end)
    if named and name_end(line, named[0], end) is not None:
        stop = named[0]
    owned = toks[found[0] - 1].fold.endswith(words.possessive) and words.longest("kin", toks, place, end) is None
    name = None if owned or stop >= end else name_end(line, stop, end)
    word = line.without_ending(first, found[0])
    if name is not None and not _is_sure(line, stop, name, end):
        name = None
    if name is None:
        if not lead and any(said.end > found[0] for said in phrases_at(line, at, end, head=False)):
            # "baby due in March" is said of her, not of a baby.
            return None
        if found[0] == end and not any(words.longest("his", toks, n, end) for n in lead):
            return None
        if stop < end and next(phrases_at(line, stop, end, head=True), None) is None and not _is_open(line, stop, end):
            return None
        return _keep(line, lead, at, found[0], relation(kind, "", word), word)
    called = line.without_ending(stop, name)
    return _keep(line, lead, at, name, relation(kind, called, word), f"{word} {called}")


def _is_kin_alone(line: Line, at: int, end: int) -> bool:
    """ "baby Ida" is a relative, of "twin brother" only the brother is."""
    return _kin(line, at, end) is not None and _kin(line, at + 1, end) is None


def _is_open(line: Line, at: int, end: int) -> bool:
    """Whether small words, brackets or marks follow, so that a relative without a name may well have ended here."""
    token = line.toks[at]
    return (
        token.sort in {Sort.TEL, Sort.EMAIL, Sort.STRONG}
        or token.fold == "("
        or line.words.has("filler", token)
        or line.is_unsure_at(at, end)
        or (_joins(line, at) and _kin(line, at + 1, end) is not None)
    )


def _is_sure(line: Line, at: int, name: int, end: int) -> bool:
    """In small letters a name is one only if the clause ends behind it or a fact follows: "child seat needed"."""
    if not line.toks[at].text[0].islower():
        return True
    if next(phrases_at(line, at, end, head=True), None) is not None:
        return False
    if name == end:
        return True
    token = line.toks[name]
    return (
        _is_open(line, name, end)
        or line.words.has("join", token)
        or next(phrases_at(line, name, end, head=True), None) is not None
    )


def _kin(line: Line, at: int, end: int) -> tuple[int, str] | None:
    found = line.words.longest("kin", line.toks, at, end)
    if found or at >= end:
        return found
    stem = line.without_ending(at, at + 1)
    kind = line.words.alone("kin", fold(stem))
    return (at + 1, kind) if kind else None


def _several(line: Line, at: int, place: int, end: int, lead: list[int], word: str) -> int | None:
    """Each of several is a relative: the first chip takes the word for all of them."""
    kind = line.words.alone("kin", fold(word)) or "kin"
    toks, words = line.toks, line.words
    if place < end and toks[place].fold == ":":
        place += 1
    begins, stop = at, None
    theirs = line.whose
    line.several = kind, word
    while place < end:
        name = name_end(line, place, end)
        if name is None:
            break
        called = line.said(place, name)
        line.whose = theirs
        stop = place = _keep(line, lead if stop is None else [], begins, name, relation(kind, called, word), called)
        if place < end and toks[place].fold == "(":
            break
        if place >= end or not words.has("join", toks[place]):
            break
        begins, place = place, place + 1
    return stop


def _keep(line: Line, lead: list[int], at: int, stop: int, what: Relationship, who: str) -> int:
    places = [*lead, *range(at, stop)]
    of_clause = {chip.kind for chip in line.chips[line.first :]}
    is_joined = _joins(line, places[0])
    is_more = bool(line.group) and is_joined and of_clause <= {ChipKind.KIN}
    number = line.add(Chip(kind=ChipKind.KIN, whose=line.whose, what=what), places)
    line.theirs = line.whose
    line.whose = line.relative = line.name(number) if what.related_name else line.whose_of(number)
    # "Tom Baker and wife Eve nuts": who knows which of them.
    line.asks = (line.own, line.whose) if is_joined and of_clause == {ChipKind.NAME} else ()
    line.who, line.unclear = who, ()
    line.group = (*line.group, line.whose) if is_more else (line.whose,)
    return stop

"""Tell: a line that was typed at the counter, understood while it is typed, and kept as one act."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final

from shopkeeper.capture.chip import ChipKind
from shopkeeper.capture.draft import Draft
from shopkeeper.capture.label import answer_of, label_of
from shopkeeper.capture.names import plain_name
from shopkeeper.capture.read import read
from shopkeeper.domain.dont_mention import DontMention
from shopkeeper.domain.loss import Loss
from shopkeeper.domain.note import Note
from shopkeeper.domain.occasion import Occasion
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.phrase import Phrase, translate, verbatim
from shopkeeper.domain.record import Record, Uid
from shopkeeper.knowledge.capture import CaptureWords
from shopkeeper.knowledge.occasions import LABELS, OTHER
from shopkeeper.remember.kept_words import kind_word
from shopkeeper.remember.names import listed, speak_of
from shopkeeper.usecases.hints import hints
from shopkeeper.usecases.look_up import Row
from shopkeeper.usecases.named import owner_of, whose_and_what
from shopkeeper.usecases.one_act import one_act
from shopkeeper.usecases.put_down import PutDown
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.relatives import subject_of
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done
from shopkeeper.usecases.who_is_it import asking_who, kin_name, relatives_named
from shopkeeper.usecases.whom import all_called, bearers, several, the_one, told_apart

# So many things are named in the name of the act; of more it says how many.
_NAMED: Final = 3
# Where a thing keeps the words in which it was told.
_OWN_WORDS: Final = ("substance", "what", "text", "label", "value", "street", "sought", "about", "species")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A line as it was understood, whom it is about, and what to know while it is written."""

    draft: Draft
    person_uid: Uid = ""  # empty: they are written down for the first time, or one of several has to be chosen
    name: str = ""
    full_name: str = ""  # of whoever is in the book
    several: tuple[Row, ...] = ()  # people of this name, while nobody of them was chosen
    kin: str = ""  # it begins with a family word, and nobody's name before it: "grandma" is never somebody new
    anew: bool = False  # somebody new was chosen, whoever else has this name
    hints: tuple[Phrase, ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether keeping it writes somebody down who is not in the book yet."""
        return not self.person_uid and not self.several and not self.kin

    @property
    def asks_whose(self) -> bool:
        """Whether it is about somebody's relative, and nothing says whose."""
        return bool(self.kin) and not self.person_uid and not self.several

    def may_be(self, uid: Uid) -> bool:
        """Whether it may be about this person: what is said of "grandma Rosa" is never said of her grandchild."""
        return not self.kin or uid == self.person_uid or any(row.person_uid == uid for row in self.several)


@cache
def capture_words(language: str) -> CaptureWords:
    """The words of a language, read once; English where there are none of its own."""
    from shopkeeper.host import resources

    own = language.partition("_")[0].partition("-")[0].casefold() or "en"
    try:
        told = resources.text("knowledge", f"capture-{own}.json")
    except resources.NotShipped:
        return capture_words("en")
    kinship, substances = (resources.text("knowledge", f"{name}.json") for name in ("kinship", "substances"))
    return CaptureWords.from_texts(own, told, kinship, substances)


def says_more(text: str, today: date, language: str = "en") -> bool:
    """Whether words in the search box tell something about a person, beside the name. Nobody is looked up for it."""
    chips = read(text, capture_words(language), today).chips
    return len(chips) > 1 and any(chip.kind is ChipKind.NAME for chip in chips)


def listen(shop: Shop, text: str, about: Uid | None = None, language: str = "en") -> Heard:
    """What a line says. Without `about` it stands in the search box, and its first words name the person."""
    words, today = capture_words(language), shop.clock.today()
    word = ""
    if about is None:
        draft = read(text, words, today)
        name = _name_in(draft)
        called, word = _meant(shop, draft, words)
        if len(called) != 1:
            draft = asking_who(shop, draft, "", ())
            rows = told_apart(shop, name, called) if called else ()
            return Heard(draft=draft, name=name, several=rows, kin=word)
        (uid,) = called
    else:
        uid = about
    memory = shop.store.memory_of(uid)
    around = shop.store.around(memory)
    if about is not None:
        draft = read(text, words, today, subject_of(memory, around, shop.knowledge.kinship))
    name = speak_of(memory.person)
    draft = asking_who(shop, draft, uid, around.near)
    said = hints(draft, memory, around, today)
    return Heard(draft=draft, person_uid=uid, name=name, full_name=str(memory.person.name), kin=word, hints=said)


def _meant(shop: Shop, draft: Draft, words: CaptureWords) -> tuple[tuple[Uid, ...], str]:
    """Everybody whom the name in a line may mean, and the family word that it begins with.

    A name and no more writes somebody down: it is then only whoever has this whole name.
    """
    name = _name_in(draft)
    whole = all_called(shop, name)
    if not _tells(draft):
        return whole, ""
    kin = kin_name(name, words)
    if kin is None or (whole and kin.given):
        return bearers(shop, name), ""
    return relatives_named(shop, kin), kin.word


def _tells(draft: Draft) -> bool:
    return len(draft.chips) > 1 or bool(draft.chips and draft.note.strip())


def keep(shop: Shop, heard: Heard) -> Done:
    """Write down all that a line says, as one act; Refused while it is not clear whose something is."""
    _refuse_unclear(heard)
    if heard.is_new and not heard.anew:
        _refuse_a_second_one(shop, heard.draft)
    down = PutDown(shop, heard.person_uid, _full_name(heard.draft))
    down.draft(heard.draft)
    changes = down.changes()
    if not changes:
        raise Refused(translate("Tell", "All of this is written down already."))
    return one_act(shop, _with_who_moved_in(_called(shop, heard, down), down), changes, down.own)


def make_person(shop: Shop, words: str) -> Done:
    """Somebody new who is called by every word that was typed, whatever else it could say and whoever else is."""
    return keep(shop, Heard(draft=Draft(text=words), name=" ".join(words.split()), anew=True))


def tell(shop: Shop, text: str, about: str = "", language: str = "en") -> tuple[Heard, Done]:
    """Both at once, for a terminal: `about` is the name of whoever the line is about.

    Nobody can be asked there, so whatever asks whose it is goes to whom the comma rule says; the answer tells so.
    """
    heard = listen(shop, text, the_one(shop, about) if about else None, language)
    return heard, keep(shop, by_the_comma_rule(heard))


def by_the_comma_rule(heard: Heard) -> Heard:
    """The same with every question answered as it is shown: a comma ends what is said of a relative."""
    draft = heard.draft
    while (chip := draft.question) is not None:
        draft = draft.of(chip, chip.whose)
    return replace(heard, draft=draft)


def _name_in(draft: Draft) -> str:
    """The name in the line: of its NAME chip, or all of it where nothing else was understood."""
    named = next((str(chip.what) for chip in draft.chips if chip.kind is ChipKind.NAME), "")
    return named or ("" if draft.chips else " ".join(draft.text.split()))


def _full_name(draft: Draft) -> Name:
    named = next((chip.what for chip in draft.chips if isinstance(chip.what, Name)), None)
    return named or plain_name(_name_in(draft))


def _refuse_unclear(heard: Heard) -> None:
    draft = heard.draft
    if not draft.text.strip():
        raise Refused(translate("Tell", "Type a name first, then Enter writes the person down."), Why.ASKED_WRONGLY)
    if heard.several:
        raise several(heard.several, heard.name)
    if heard.asks_whose:
        whose_is_it = translate(
            "Tell",
            "Whose {kin} is this? Choose that person first and write it in their line. "
            "Of somebody new write down only the name first.",
            "kin: a family word as it was typed, with no name before it: grandma",
        )
        raise Refused(whose_is_it.with_values(kin=heard.kin), Why.ASKED_WRONGLY)
    if heard.is_new and not _name_in(draft):
        raise Refused(translate("Tell", "Say whom this is about: begin with the name."), Why.ASKED_WRONGLY)
    if (chip := draft.question) is not None:
        whose = listed(map(answer_of, chip.asks))
        unclear = translate("Tell", "Say first whose this is: {what}. It could be: {names}.", "names: Ana, Leo")
        raise Refused(unclear.with_values(what=label_of(chip), names=whose or ""))


def _refuse_a_second_one(shop: Shop, draft: Draft) -> None:
    """Another window wrote somebody of this name down since the line was read."""
    name = _name_in(draft)
    if (bearers if _tells(draft) else all_called)(shop, name):
        meanwhile = translate("Tell", "{name} is in the book now: choose them, or say that this is somebody else.")
        raise Refused(meanwhile.with_values(name=name), Why.ASKED_WRONGLY)


def _called(shop: Shop, heard: Heard, down: PutDown) -> Phrase:
    """The name of the act. The bar that offers to undo it says it aloud: what must not be mentioned is not in it."""
    things = down.things()
    if heard.is_new and not things:
        return translate("Tell", "wrote down {name}", "name of an act").with_values(name=down.name)
    if heard.is_new:
        many = translate("Tell", "wrote down {name} with %n thing(s)", "name of an act", len(things))
        return many.with_values(name=down.name)
    # Whoever is new is named by what is told of them.
    things = tuple(thing for thing in things if not isinstance(thing, Person)) or things
    if len(things) == 1:
        one = translate("Tell", "wrote down {what}", "name of an act; what: Leo's allergy: sesame")
        return one.with_values(what=whose_and_what(things[0], down.called))
    if not 0 < len(things) <= _NAMED or any(isinstance(thing, DontMention) for thing in things):
        many = translate("Tell", "wrote down %n thing(s) for {name}", "name of an act", max(1, len(things)))
        return many.with_values(name=down.name)
    few = translate("Tell", "wrote down for {name}: {what}", "name of an act; what: nuts, flu")
    return few.with_values(name=down.name, what=listed(_shortly(thing, down) for thing in things) or "")


def _with_who_moved_in(name: Phrase, down: PutDown) -> Phrase:
    """That somebody is at home with them now is said: nobody typed it."""
    if not down.moved_in:
        return name
    home = translate("Tell", "{act}; at home with {name} from now on: {others}", "name of an act; others: Tom, Leo")
    others = listed(verbatim(down.called(uid)) for uid in down.moved_in)
    return home.with_values(act=name, name=down.called(down.own), others=others or "")


def _shortly(thing: Record, down: PutDown) -> Phrase:
    """A thing in a word or two, with whose it is where it is not the line's own person's."""
    owner, said = owner_of(thing), _in_a_word(thing)
    if owner in (down.own, thing.uid):
        return said
    whose = translate("Tell", "{name}: {what}", "whose a thing is, and what: Leo: nuts")
    return whose.with_values(name=down.called(owner), what=said)


def _in_a_word(thing: Record) -> Phrase:
    words = next((said for field in _OWN_WORDS if (said := getattr(thing, field, ""))), "")
    if isinstance(thing, Loss):
        return translate("Tell", "has died", "in the name of an act")
    if isinstance(thing, Note):
        return translate("Tell", "the note “{what}”", "in the name of an act").with_values(what=words)
    if isinstance(thing, Occasion) and not words:
        return LABELS.get(thing.kind, LABELS[OTHER])
    return verbatim(words) if words else kind_word(type(thing).__name__)


def as_said(heard: Heard, kept: Phrase | None) -> dict[str, Any]:
    """What was understood, and what was kept by what name, as a terminal is told of it."""
    return {
        "about": heard.full_name or heard.name,
        "new": heard.is_new,
        "here": bool(heard.person_uid),
        "chips": [
            {
                "kind": chip.kind.value,
                "text": label_of(chip).in_english(),
                "whose": chip.whose.name,
                "asks": [answer_of(one).in_english() for one in chip.asks],
                "by_the_comma_rule": bool(kept and chip.asks),
            }
            for chip in heard.draft.chips
        ],
        "note": heard.draft.note,
        "hints": [hint.in_english() for hint in heard.hints],
        "kept": kept.in_english() if kept else None,
    }

"""Keep: a new person from the words that were typed, and that someone is here."""

from __future__ import annotations

from shopkeeper.domain.change import Act, made
from shopkeeper.domain.person import Name, Person
from shopkeeper.domain.phrase import translate
from shopkeeper.domain.record import Uid
from shopkeeper.domain.visit import Visit
from shopkeeper.host.clock import new_uid
from shopkeeper.usecases.left_alone import refuse_about_those_left_alone
from shopkeeper.usecases.refused import Refused, Why
from shopkeeper.usecases.shop import Shop
from shopkeeper.usecases.undo import Done, done

# Scripts whose names are written family first and without a space: nothing in them is split by guess.
_SPACELESS = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))


def make_person(shop: Shop, words: str) -> Done:
    """Write down a new person under every word that was typed; no typed character is lost."""
    typed = " ".join(words.split())
    if not typed:
        raise Refused(translate("Keep", "Type a name first, then Enter writes the person down."), Why.ASKED_WRONGLY)
    person = Person(uid=new_uid(), name=name_of(typed))
    act = Act(
        uid=new_uid(),
        name=translate("Keep", "wrote down {name}", "name of an act").with_values(name=typed),
        by=shop.by,
        at=shop.clock.now(),
        changes=(made(person),),
    )
    shop.store.apply(act, new_uid=new_uid())
    return done(act)


def was_here(shop: Shop, uid: Uid) -> Done:
    """Keep that someone is here now. Undo passes over it: a visit is not what Ctrl+Z is meant for."""
    now = shop.clock.now()
    name = str(shop.store.memory_of(uid).person.name)
    visit = made(Visit(uid=new_uid(), person_uid=uid, at=now, seen_by=shop.by))
    refuse_about_those_left_alone(shop, (visit,))
    act = Act(
        uid=new_uid(),
        name=translate("Keep", "{name} was here", "name of an act").with_values(name=name),
        by=shop.by,
        at=now,
        changes=(visit,),
        passed_over=True,
    )
    shop.store.apply(act, new_uid=new_uid())
    return done(act)


def name_of(typed: str) -> Name:
    """A typed name: kept as typed, and split only for sorting where the split is sure."""
    words = typed.split()
    if len(words) == 2 and not any(low <= letter <= high for letter in typed for low, high in _SPACELESS):
        return Name(formatted=typed, given=words[0], family=words[1])
    return Name(formatted=typed)

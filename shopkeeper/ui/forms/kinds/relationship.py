"""The form of a relation: what somebody is to this person."""

from __future__ import annotations

from typing import Final

from shopkeeper.domain.household import Relationship, Standing
from shopkeeper.domain.phrase import translate
from shopkeeper.knowledge.kinship import KINDS
from shopkeeper.ui.forms.answers import answers
from shopkeeper.ui.forms.form_of import FormOf
from shopkeeper.ui.forms.rows import Choice, Line, Who
from shopkeeper.ui.theme import Role

# Those that a shop hears of most stand first; the others are unfolded.
_USUAL: Final = ("child", "parent", "spouse", "partner", "sibling", "grandparent", "grandchild", "friend", "neighbour")
_ALL: Final = (*_USUAL, *(kind for kind in KINDS if kind not in _USUAL))

RELATIONSHIP: Final = FormOf(
    kind=Relationship,
    title=translate("form", "Family and friends"),
    sign=("house", Role.SOFT, Role.RAIL),
    rows=(
        Who(path="related_uid", name="related_name", label=translate("form", "Who"), needed=True),
        Choice(
            path="kind",
            label=translate("form", "What they are to this person"),
            options=tuple((kind, KINDS[kind].word) for kind in _ALL),
            usual=len(_USUAL),
        ),
        Line(path="words", label=translate("form", "Your own word for it: grandma, godson")),
        Choice(
            path="standing",
            label=translate("form", "How they stand to each other"),
            options=answers(Standing),
        ),
    ),
    foot=translate("form", "Whoever is separated, estranged or kept apart is not mentioned on the other's card."),
)

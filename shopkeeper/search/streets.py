"""Street words: Elm Street is Elm St, Mill Ln is Mill Lane, and Hauptstr. is Hauptstraße."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

# Each line is one word, whole and as it is shortened, folded.
_SAME: Final = tuple(
    tuple(line.split())
    for line in (
        "street st str", "road rd", "lane ln", "avenue ave av", "square sq", "drive dr", "place pl", "court ct",
        "boulevard blvd bd", "terrace ter", "crescent cres", "close cl", "gardens gdns", "grove gr", "park pk",
        "highway hwy", "parkway pkwy", "mount mt", "saint st ste", "strasse str", "platz pl", "rua r",
        "avenida av avda", "travessa tv", "praca pc", "calle c cl", "plaza pza", "paseo po", "rue r", "chemin ch",
        "route rte", "via v", "viale v", "piazza pza", "corso c", "straat str", "plein pl", "ulica ul", "aleja al",
        "plac pl", "osiedle os", "улица ул", "проспект пр просп", "переулок пер", "площадь пл", "οδοσ οδ",
    )
)  # fmt: skip
# Words that German and Dutch write together with the street's own name.
_ENDINGS: Final = (("strasse", "str"), ("straat", "str"), ("platz", "pl"))
_HALF_TYPED: Final = 3  # letters, from which on a street word is known by its beginning


def other_ways(words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The words with a street word, whole or half-typed, in another way; and that way, a whole word."""
    for place, word in enumerate(words):
        for other in (*(_apart(word) if len(words) > 1 else ()), *_joined(word)):
            yield (*words[:place], other, *words[place + 1 :]), other


def _apart(typed: str) -> Iterable[str]:
    found: dict[str, None] = {}
    for forms in _SAME:
        if typed in forms or (len(typed) >= _HALF_TYPED and forms[0].startswith(typed)):
            found.update((form, None) for form in forms if not form.startswith(typed))
    return found


def _joined(typed: str) -> Iterator[str]:
    for whole, short in _ENDINGS:
        at = typed.rfind(short)
        if at > 0 and typed[at:] != short and whole.startswith(typed[at:]):
            yield typed[:at] + short

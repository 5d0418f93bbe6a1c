"""Tables of letters: one script beside how it is spelt in Latin."""

from __future__ import annotations


def table(letters: str, spelt: str) -> dict[str, str]:
    """Each letter with its spelling; an underscore is a letter that is not heard."""
    return {letter: "" if latin == "_" else latin for letter, latin in zip(letters, spelt.split(), strict=True)}

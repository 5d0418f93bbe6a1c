"""`doctor`: what this copy is made of, where its files are, whether the book is well, which scripts have no letters."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping

from shopkeeper.cli.desk import Desk
from shopkeeper.cli.say import words
from shopkeeper.usecases import doctor as usecase
from shopkeeper.usecases.doctor import Finding
from shopkeeper.usecases.open_book import BookState, state_of
from shopkeeper.usecases.refused import Refused, words_for


def doctor(
    desk: Desk, asked: argparse.Namespace, glyphs: Callable[[Mapping[str, str]], tuple[str, ...] | None]
) -> tuple[int, str]:
    """Everything that can be looked at is, even when the book cannot be opened; then the exit code says so."""
    lines = [*usecase.made_of(), *usecase.files(desk.places), *usecase.glyphs(glyphs(usecase.SCRIPTS))]
    code = 0
    try:
        if state_of(desk.places) is BookState.NO_BOOK and not asked.demo:
            lines.append(usecase.no_book())
            return _answer(lines, asked, code)
        with desk.reading() as shop:
            lines += usecase.book(shop.store)
    except Exception as error:
        phrase = words_for(error)
        if phrase is None:
            raise
        print(words(phrase), file=sys.stderr)
        code = int(error.why) if isinstance(error, Refused) else 1
    return _answer(lines, asked, code)


def _answer(lines: list[Finding], asked: argparse.Namespace, code: int) -> tuple[int, str]:
    if not all(line.is_well for line in lines):
        code = code or 1
    if asked.json:
        return code, json.dumps({"findings": list(map(_said, lines))}, ensure_ascii=False, indent=1)
    return code, "\n".join(map(_line, lines))


def _line(finding: Finding) -> str:
    return f"{'  ' if finding.is_well else '! '}{words(finding.what):<20}{words(finding.found)}"


def _said(finding: Finding) -> dict[str, object]:
    return {"what": words(finding.what), "found": words(finding.found), "well": finding.is_well}

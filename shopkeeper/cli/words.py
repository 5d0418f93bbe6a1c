"""The words of the command line: verbs, options, and what is said about a word that is neither."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final, NoReturn

import shopkeeper
from shopkeeper.domain.phrase import Phrase, translate
from shopkeeper.usecases.refused import Refused, Why

# What the words are parted into: the window is opened by no verb, by `demo`, and by a contacts file.
WINDOW: Final = "window"
VERBS: Final = ("find", "card", "today", "tell", "bring-in", "history", "undo", "demo", "doctor", "read")
_WITH_VALUE: Final = ("--data-dir", "--passphrase-fd", "--today")
# Its people are up to ninety years old, and keep their days for some years to come.
_FIRST_YEAR, _LAST_YEAR = 1950, 2150
_LONGEST_DESCRIPTOR: Final = 6
_CONTACTS: Final = (".vcf", ".vcard")
_HELP: Final = frozenset({"-h", "--help", "--version"})
_NOTHING_ASKED: Final[dict[str, Any]] = {
    "verb": WINDOW,
    "demo": False,
    "json": False,
    "data_dir": None,
    "passphrase_fd": None,
    "today": None,
    "file": None,
}

_EPILOG: Final = """\
With no verb the window opens; with a contacts file, it opens to bring it in.
Every verb knows --demo (a made-up street, thrown away afterwards) and --json.
--self-test tries this copy of the program out on a made-up book.

exit codes: 0 done, 1 not found or not possible, 2 asked in a way that is not understood,
            or no screen to open a window on, 3 the book is locked and there is no key
"""


class _Parser(argparse.ArgumentParser):
    """argparse, with its complaints said as a sentence."""

    def error(self, message: str) -> NoReturn:
        """Refuse instead of printing a usage block; the exit code is the same."""
        raise not_understood(
            translate("Words", "This was not understood: {what}. For help: shopkeeper --help").with_values(what=message)
        )


def not_understood(phrase: Phrase) -> Refused:
    """Asked in a way that makes no sense."""
    return Refused(phrase, Why.ASKED_WRONGLY)


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """What was asked for; Refused when it was not understood. Help and version are printed and end the program."""
    if not argv:
        # The way a window is nearly always opened: nothing is to be read, so nothing is made to read it with.
        return argparse.Namespace(**_NOTHING_ASKED)
    first = _first_word(argv)
    if first is not None and argv[first] not in VERBS:
        if not _is_contacts_file(argv[first]):
            raise not_understood(
                translate("Words", "There is no verb {verb}, only {verbs}. For help: shopkeeper --help").with_values(
                    verb=argv[first], verbs=", ".join(VERBS)
                )
            )
        argv = (*argv[:first], WINDOW, *argv[first:])
    # The window is opened without a verb, and does not wait until those are known.
    options = _options() if first is None and not _HELP.intersection(argv) else _parser()
    asked = options.parse_args(list(argv))
    if asked.verb == "demo":
        asked.demo, asked.verb = True, WINDOW
    if asked.today is not None and not asked.demo:
        raise not_understood(
            translate(
                "Words",
                "--today is for trying things out on Demo Street, so it needs --demo. "
                "Your own book always goes by the day it is.",
            )
        )
    return asked


def _first_word(argv: Sequence[str]) -> int | None:
    """Where the first word is that is neither an option nor the value of one."""
    n = 0
    while n < len(argv):
        word = argv[n]
        if word in _WITH_VALUE:
            n += 2
        elif word.startswith("-") and word != "-":
            n += 1
        else:
            return n
    return None


def _is_contacts_file(word: str) -> bool:
    return word.lower().endswith(_CONTACTS) or Path(word).is_file()


def _everywhere() -> _Parser:
    """The options that are understood before and after the verb."""
    # SUPPRESS: an option given before the verb must not be taken back by its default after it.
    options = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument("--demo", action="store_true", help="use Demo Street, a made-up neighbourhood")
    options.add_argument("--json", action="store_true", help="answer as JSON")
    options.add_argument("--data-dir", metavar="DIR", type=Path, help="keep everything in this folder")
    options.add_argument(
        "--passphrase-fd", metavar="N", type=_descriptor, help="read the passphrase from this open file descriptor"
    )
    options.add_argument("--today", metavar="DATE", type=_day, help="Demo Street on this day, YYYY-MM-DD")
    return options


def _options() -> _Parser:
    """The options alone, for the window."""
    options = _Parser(prog="shopkeeper", parents=[_everywhere()], add_help=False, allow_abbrev=False)
    options.set_defaults(**_NOTHING_ASKED)
    return options


def _parser() -> argparse.ArgumentParser:
    # Not the same options twice: giving the first ones their defaults would give them to the second ones too.
    everywhere = _everywhere()
    more: dict[str, Any] = {"formatter_class": argparse.RawDescriptionHelpFormatter}
    parser = _Parser(
        prog="shopkeeper",
        description="What to remember about the people who come into the shop.",
        epilog=_EPILOG,
        parents=[_everywhere()],
        allow_abbrev=False,
        **more,
    )
    parser.add_argument("--version", action="version", version=f"Shopkeeper {shopkeeper.__version__}")
    parser.set_defaults(**_NOTHING_ASKED)
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=_Parser)

    def verb(name: str, what: str) -> argparse.ArgumentParser:
        return verbs.add_parser(name, help=what, description=what, parents=[everywhere], allow_abbrev=False)

    find = verb("find", "find people by any part of their name, the end of a phone number, or a loyalty card")
    find.add_argument("name", nargs="*", metavar="NAME", help="what you know of the name")
    find.add_argument("--batch", action="store_true", help="one query a line in, one line of JSON out")
    find.add_argument("--limit", type=int, default=20, metavar="N", help="at most so many people (20)")
    card = verb("card", "what to remember about someone")
    card.add_argument("name", nargs="+", metavar="NAME", help="what you know of the name")
    verb("today", "whose day it is, what was promised, whom to ask after")
    tell = verb("tell", "write down what was just heard, in one line")
    tell.add_argument(
        "line",
        nargs="+",
        metavar="LINE",
        help="as in: Ana Duarte, nuts!!, son Leo; - reads it from the input",
    )
    tell.add_argument("--about", default="", metavar="NAME", help="whom the line is about")
    tell.add_argument(
        "--language", default="en", metavar="LANGUAGE", help="the language of the line: en, de, fr, es, pt"
    )
    tell.add_argument("--dry-run", action="store_true", help="only say how the line is understood")
    bring_in = verb("bring-in", "bring the people of a contacts file (vCard, .vcf) into the book")
    bring_in.add_argument("file", metavar="FILE.vcf", help="the contacts file")
    history = verb("history", "who did what and when, with what was there before and after")
    history.add_argument("name", nargs="*", metavar="NAME", help="only what touched this person")
    history.add_argument("--limit", type=int, default=20, metavar="N", help="at most so many acts (20)")
    history.add_argument("--before", type=int, metavar="N", help="go on below this number")
    undo = verb("undo", "take back what was done last, or any act by its number in the history")
    undo.add_argument("number", nargs="?", type=int, metavar="N", help="the number that history tells")
    verb("demo", "open Demo Street in the window")
    verb("doctor", "versions, where the files are, and whether the book is well")
    read = verb("read", "print what contacts files say, without a book")
    read.add_argument("files", nargs="+", metavar="FILE", help="contacts files")
    window = verbs.add_parser(WINDOW, parents=[everywhere], allow_abbrev=False)
    window.add_argument("file", metavar="FILE.vcf")
    return parser


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day; write it as 2026-05-01") from None
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise argparse.ArgumentTypeError(f"Demo Street is there from {_FIRST_YEAR} to {_LAST_YEAR}")
    return day


def _descriptor(text: str) -> int:
    if not text.isdecimal() or len(text) > _LONGEST_DESCRIPTOR:
        raise argparse.ArgumentTypeError(f"{text} is not the number of an open file descriptor")
    return int(text)

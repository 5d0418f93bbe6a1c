"""Rules about the one place where a thing is done: the clock, the folders, the files, the store, the theme."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house_rules.reading import Finding, Rule, Source, dotted, words_in

_HEX = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})(?![0-9A-Za-z])")
_NOW = re.compile(r"(^|\.)(datetime|date)\.(now|today|utcnow)$")
_TIME = {"time.time", "time.time_ns", "time.ctime", "uuid.uuid1", "uuid.uuid4", "uuid.uuid6", "uuid.uuid7"}
_QT_NOW = re.compile(r"(^|\.)(QDate|QTime|QDateTime)\.(currentDate|currentTime|currentDateTime\w*)$")
_SQL_NOW = re.compile(r"\bCURRENT_(TIMESTAMP|DATE|TIME)\b|\b(date|datetime|julianday|unixepoch)\s*\(\s*'now'", re.I)
_STORE_FILE = re.compile(r"(\.db|\.sqlite3?|-wal|-shm)$")
_MONEY = {"cents", "amount", "score", "spend", "spent", "points", "revenue", "balance", "debt", "price", "value_of"}
_DDL = re.compile(r"\b(CREATE\s+(TEMP\s+)?TABLE|ALTER\s+TABLE)\b", re.I)


def _style(source: Source) -> Iterator[Finding]:
    for call, name in source.calls():
        if name.endswith(".setStyleSheet"):
            yield call.lineno, "setStyleSheet"
        elif name.split(".")[-1] == "QColor" and any(isinstance(one, ast.Constant) for one in call.args):
            yield call.lineno, "a colour of its own"
    for line, text in source.strings():
        if _HEX.search(text):
            yield line, text


def _now(source: Source) -> Iterator[Finding]:
    for call, name in source.calls():
        if (
            _NOW.search(name)
            or _QT_NOW.search(name)
            or name in _TIME
            or (name in {"time.localtime", "time.gmtime"} and not call.args)
        ):
            yield call.lineno, name
    for line, name in source.imports():
        if name in _TIME:
            yield line, name
    for line, text in source.strings():
        if _SQL_NOW.search(text):
            yield line, text.strip().splitlines()[0]


def _folders(source: Source) -> Iterator[Finding]:
    for line, name in source.imports():
        if name.split(".")[0] == "platformdirs":
            yield line, name
    for call, name in source.calls():
        if name.endswith(("Path.home", "QStandardPaths.writableLocation")):
            yield call.lineno, name


def _resources(source: Source) -> Iterator[Finding]:
    for line, name in source.imports():
        if name.startswith(("importlib.resources", "pkgutil.get_data")):
            yield line, name
    for node in source.nodes:
        if isinstance(node, ast.Name) and node.id == "__file__":
            yield node.lineno, "__file__"
    for line, text in source.strings():
        if text == "resources" or text.startswith("resources/"):
            yield line, text


def _store_files(source: Source) -> Iterator[Finding]:
    for line, text in source.strings():
        if _STORE_FILE.search(text):
            yield line, text


def _opened(source: Source) -> Iterator[Finding]:
    for call, name in source.calls():
        last = name.split(".")[-1]
        if (
            name in {"open", "os.open", "io.open"}
            or last in {"read_bytes", "write_bytes", "read_text", "write_text"}
            or (name.startswith("shutil.") and last not in {"disk_usage", "rmtree"})
        ):
            yield call.lineno, name


def _value_columns(source: Source) -> Iterator[Finding]:
    for line, text in source.strings():
        if _DDL.search(text):
            for word in value_words(text):
                yield line, word
    for node in source.nodes:
        if isinstance(node, ast.ClassDef):
            for part in node.body:
                names: list[ast.expr] = []
                if isinstance(part, ast.AnnAssign):
                    names = [part.target]
                elif isinstance(part, ast.Assign):
                    names = part.targets
                for name in map(dotted, names):
                    if set(name.split("_")) & _MONEY:
                        yield part.lineno, name


def value_words(sql: str) -> list[str]:
    """The names in a schema that would put a price on a person."""
    bare = re.sub(r"--[^\n]*|'[^']*'", "", sql)
    return [name for name in re.findall(r"\w+", bare.lower()) if set(name.split("_")) & _MONEY]


_STATIC_QUESTIONS = re.compile(
    r"(^|\.)(QMessageBox\.(question|information|warning|critical|about|aboutQt)"
    r"|QInputDialog\.get\w+|QFileDialog\.get\w+|QColorDialog\.getColor|QFontDialog\.getFont)$"
)


def _questions(source: Source) -> Iterator[Finding]:
    for call, name in source.calls():
        if (
            name.endswith((".exec", ".exec_", ".processEvents"))
            or name.split(".")[-1] == "QEventLoop"
            or _STATIC_QUESTIONS.search(name)
        ):
            yield call.lineno, name


_SHOWS = {
    "setText", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText", "setTitle",
    "setAccessibleName", "setAccessibleDescription", "setLabelText", "setInformativeText", "setDetailedText",
    "addItem", "addAction", "addTab", "addMenu", "addRow", "setHeaderLabels", "setHtml", "setPlainText", "drawText",
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu",
}  # fmt: skip
_LETTER = re.compile(r"[^\W\d_]")


def _untranslated(source: Source) -> Iterator[Finding]:
    for call, name in source.calls():
        if name.split(".")[-1] not in _SHOWS:
            continue
        for argument in (*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "text")):
            for text in words_in(argument):
                # The program's own name is the same in every language.
                if _LETTER.search(text) and text != "Shopkeeper":
                    yield call.lineno, text


def _too_large(source: Source) -> Iterator[Finding]:
    for node in source.nodes:
        if not isinstance(node, ast.ClassDef):
            continue
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > 200:
            yield node.lineno, f"{node.name} has {lines} lines"
        for part in node.body:
            if isinstance(part, ast.FunctionDef) and part.name == "__init__":
                lines = (part.end_lineno or part.lineno) - part.lineno + 1
                if lines > 40:
                    yield part.lineno, f"{node.name}.__init__ has {lines} lines"


PLACE_RULES = (
    Rule(
        "style lives in the theme",
        "a colour beside the theme is wrong in one of the others, and nobody measures its contrast",
        _style,
        bad=(
            "self.setStyleSheet('')\n",
            "c = '#FFFDF8'\n",
            "s = f'color: #fff; {x}'\n",
            "QtGui.QColor('red')\n",
            "QColor(1, 2, 3)\n",
        ),
        good=("'''Colour #FFFDF8 in prose.'''\n", "t = 'ticket #12 of #1234567'\n", "QColor(theme.ink)\n"),
        except_in={"shopkeeper/ui/theme.py": "the one place"},
    ),
    Rule(
        "questions are asked in ask",
        "a nested event loop lets the world change under the code that waits in it",
        _questions,
        bad=("box.exec()\n", "QMessageBox.question(self, a, b)\n", "QtWidgets.QFileDialog.getOpenFileName(self)\n"),
        good=("box.open()\n", "QMessageBox(self)\n", "executed()\n"),
        where="shopkeeper/ui",
        except_in={
            "shopkeeper/ui/ask.py": "the one place",
            "shopkeeper/ui/start.py": "the program's own, outermost event loop",
        },
    ),
    Rule(
        "what is shown can be translated",
        "a literal on the screen is English for everybody",
        _untranslated,
        bad=("label.setText('Today')\n", "QPushButton(f'Keep {name}')\n", "menu.addAction('A' + b)\n"),
        good=("label.setText(say(phrase))\n", "label.setText('·')\n", "self.setWindowTitle('Shopkeeper')\n"),
        where="shopkeeper/ui",
    ),
    Rule(
        "classes stay small",
        "a widget one cannot see at once is two widgets",
        _too_large,
        bad=("class A:\n" + "    x = 1\n" * 200, "class A:\n    def __init__(self):\n" + "        x = 1\n" * 40),
        good=("class A:\n" + "    x = 1\n" * 199,),
        where="shopkeeper/ui",
    ),
    Rule(
        "only the clock knows what time it is",
        "every day of the year has to be testable today",
        _now,
        bad=(
            "datetime.now()\n",
            "import datetime\ndatetime.date.today()\n",
            "time.time()\n",
            "from time import time\n",
            "QDate.currentDate()\n",
            "sql = \"SELECT date('now')\"\n",
            "uuid.uuid4()\n",
        ),
        good=("shop.clock.now()\n", "shop.today()\n", "time.monotonic()\n", "time.perf_counter()\n"),
        except_in={"shopkeeper/host/clock.py": "the one place"},
    ),
    Rule(
        "only paths knows the folders",
        "--data-dir has to move everything",
        _folders,
        bad=("import platformdirs\n", "from platformdirs import user_data_dir\n", "Path.home()\n"),
        good=("from shopkeeper.host import paths\n",),
        except_in={"shopkeeper/host/paths.py": "the one place"},
    ),
    Rule(
        "only resources finds our own files",
        "checkout, wheel and frozen program each keep them elsewhere",
        _resources,
        bad=("from importlib.resources import files\n", "Path(__file__).parent\n", "Path('resources/i18n')\n"),
        good=("resources.text('themes/day.json')\n",),
        except_in={
            "shopkeeper/host/resources.py": "the one place",
            "shopkeeper/host/log.py": "tells our own lines of a traceback from other people's, opens nothing by it",
            "shopkeeper/store/migrate.py": "its frozen SQL lies in its own package, not among the resources",
        },
    ),
    Rule(
        "nobody else names the store's files",
        "one open and close of a side file in the writing process lets a second process write: a row was lost",
        _store_files,
        bad=("Path(folder, 'book.db')\n", "name + '-wal'\n"),
        good=("'rock-walk'\n",),
        except_in={
            "shopkeeper/host/paths.py": "says where the book is, opens nothing",
            "shopkeeper/store/backup.py": "sets files aside while no connection is open",
            "shopkeeper/store/store.py": "names the file to SQLite",
        },
    ),
    Rule(
        "paths opens nothing",
        "it may name the store's files, so it must not touch them",
        _opened,
        bad=("open('x')\n", "p.read_bytes()\n", "shutil.copy(a, b)\n"),
        good=("p.exists()\n",),
        where="shopkeeper/host/paths.py",
        sample_path="shopkeeper/host/paths.py",
    ),
    Rule(
        "nobody has a price",
        "people, not consumers: no spend, score or points exist anywhere, not even as a column",
        _value_columns,
        bad=("s = 'CREATE TABLE p (uid TEXT, total_cents INT)'\n", "class A:\n    score: int = 0\n"),
        good=("s = 'CREATE TABLE p (uid TEXT)'\n", "class A:\n    name: str\n", "s = 'score'\n"),
        except_in={"shopkeeper/search/hit.py": "a name's likeness to what was typed, for one keystroke; never kept"},
    ),
)

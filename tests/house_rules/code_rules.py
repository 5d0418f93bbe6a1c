"""Rules about how code is written in every ring."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from tests.house_rules.reading import Finding, Rule, Source, dotted

_HOMELESS = {"utils", "util", "common", "helpers", "helper", "core", "misc", "manager", "managers", "stuff"}
_VAGUE = re.compile(r"(Manager|Helper|Helpers|Util|Utils|Data|Info)$")
_BANNER = re.compile(r"^#+\s*[-=*#~_]{4,}|[-=*#~_]{8,}\s*$")
_IGNORE = re.compile(r"#\s*(type:\s*ignore|noqa|mypy:|fmt:\s*(off|skip))(?P<rest>.*)")


def _homeless(source: Source) -> Iterator[Finding]:
    path = PurePosixPath(source.path)
    for part in (*path.parts[:-1], path.stem):
        if part.lower() in _HOMELESS:
            yield 1, part


def _vague(source: Source) -> Iterator[Finding]:
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and _VAGUE.search(node.name):
            yield node.lineno, node.name


def _long(source: Source) -> Iterator[Finding]:
    lines = source.text.count("\n")
    if lines > 400:
        yield lines, f"{lines} lines"


def _banners(source: Source) -> Iterator[Finding]:
    for line, comment in source.comments():
        if _BANNER.search(comment):
            yield line, comment


def _bare_ignores(source: Source) -> Iterator[Finding]:
    for line, comment in source.comments():
        found = _IGNORE.match(comment)
        # A layout kept by hand explains itself; leaving a checker out does not.
        if found and not found[1].startswith("fmt") and "#" not in found["rest"] and " - " not in found["rest"]:
            yield line, comment


def _globals(source: Source) -> Iterator[Finding]:
    for node in source.nodes:
        if isinstance(node, ast.Global):
            yield node.lineno, f"global {', '.join(node.names)}"


def _hidden_lists(source: Source) -> Iterator[Finding]:
    for node in source.nodes:
        if not isinstance(node, ast.stmt):
            continue
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names):
            yield node.lineno, "import *"
        targets: list[ast.expr] = []
        value: ast.expr | None = None
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign):
            targets, value = [node.target], node.value
        for name in (dotted(target) for target in targets):
            if name != "__all__" and not (name == "KINDS" and source.path.startswith("shopkeeper/remember/")):
                continue
            plain = isinstance(value, ast.List | ast.Tuple) and all(
                isinstance(one, ast.Constant) or (name == "KINDS" and isinstance(one, ast.Name | ast.Attribute))
                for one in value.elts
            )
            if not plain:
                yield node.lineno, f"{name} is not written out"
    for call, name in source.calls():
        if name in {
            "pkgutil.iter_modules",
            "pkgutil.walk_packages",
            "importlib.import_module",
            "__import__",
        } or name.endswith(".__subclasses__"):
            yield call.lineno, name


_NETWORK = (
    "socket", "ssl", "urllib.request", "http", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib", "xmlrpc",
    "requests", "httpx", "aiohttp", "webbrowser", "PySide6.QtNetwork", "PySide6.QtWebSockets",
)  # fmt: skip


def _network(source: Source) -> Iterator[Finding]:
    for line, name in source.imports():
        if any(name == module or name.startswith(module + ".") for module in _NETWORK):
            yield line, name


_THREADS = {
    "threading.Thread", "threading.Timer", "QtCore.QThread", "PySide6.QtCore.QThread", "PySide6.QtCore.QThreadPool",
    "PySide6.QtCore.QRunnable", "concurrent.futures.ThreadPoolExecutor",
    "concurrent.futures.ProcessPoolExecutor", "multiprocessing.Process", "multiprocessing.Pool",
    "multiprocessing.pool", "os.fork",
}  # fmt: skip


def _threads(source: Source) -> Iterator[Finding]:
    for line, name in source.imports():
        if any(name == one or name.startswith(one + ".") for one in _THREADS):
            yield line, name
    for call, name in source.calls():
        if name in _THREADS:
            yield call.lineno, name


def _loose_code(source: Source) -> Iterator[Finding]:
    for call, name in source.calls():
        if name in {"eval", "exec", "os.system", "os.popen"} or name.startswith(("pickle.", "marshal.", "shelve.")):
            yield call.lineno, name
        for keyword in call.keywords:
            if keyword.arg == "shell" and not (isinstance(keyword.value, ast.Constant) and not keyword.value.value):
                yield call.lineno, "shell=True"


CODE_RULES = (
    Rule(
        "no module without a home",
        "a thing without a ring has no home yet",
        _homeless,
        bad=("x = 1\n",),
        good=(),
        where="",
        sample_path="shopkeeper/domain/utils.py",
    ),
    Rule(
        "no vague class names",
        "a class is named by a word of the shop, not by what programmers call anything",
        _vague,
        bad=("class PersonManager: ...\n", "class CardInfo: ...\n"),
        good=("class Database: ...\n", "class Informed: ...\n"),
        where="",
    ),
    Rule(
        "no file over 400 lines",
        "a file is read in one sitting",
        _long,
        bad=("x = 1\n" * 401,),
        good=("x = 1\n" * 400,),
        where="",
        except_in={
            "packaging/dev.py": "one file of the standard library, so that it runs alone on a bare machine",
        },
    ),
    Rule(
        "no banners",
        "a file that needs signposts is two files",
        _banners,
        bad=("# ---- people ----\n", "#########\n", "# people ==========\n"),
        good=("# a dash - and another -- are prose\n", "x = '#-----'\n"),
        where="",
    ),
    Rule(
        "every ignore carries its reason",
        "a checker left out without a reason is a bug report nobody can close",
        _bare_ignores,
        bad=("x = 1  # type: ignore[attr-defined]\n", "import a  # noqa: F401\n", "# mypy: ignore-errors\n"),
        good=("x = 1  # type: ignore[misc]  # the driver has no types\n", "import a  # noqa: F401  # the door\n"),
        where="",
    ),
    Rule(
        "no global",
        "what everybody can change nobody can follow",
        _globals,
        bad=("def f() -> None:\n    global x\n    x = 1\n",),
        good=("def f() -> None:\n    x = 1\n",),
    ),
    Rule(
        "lists are written out",
        "frozen builds, reviewers and grep all have to see what there is",
        _hidden_lists,
        bad=(
            "from a import *\n",
            "__all__ = [n for n in dir()]\n",
            "__all__ = a + b\n",
            "KINDS = tuple(find())\n",
            "import pkgutil\npkgutil.iter_modules()\n",
            "Kind.__subclasses__()\n",
        ),
        good=('__all__ = ["Store"]\n', "KINDS: tuple[int, ...] = (allergies.remind, occasions.remind)\n"),
        sample_path="shopkeeper/remember/sample.py",
    ),
    Rule(
        "it never goes online",
        "own channel, own memory: the program speaks to nobody",
        _network,
        bad=("import socket\n", "from urllib.request import urlopen\n", "from PySide6 import QtNetwork\n"),
        good=("from urllib.parse import quote\n", "from multiprocessing.connection import Listener\n"),
    ),
    Rule(
        "no thread beside the window",
        "a Python thread takes a keystroke from 6 ms to more than 400: long work is a child process",
        _threads,
        bad=(
            "import threading\nthreading.Thread(target=f)\n",
            "from PySide6.QtCore import QThread\n",
            "from concurrent.futures import ThreadPoolExecutor\n",
        ),
        good=(
            "from concurrent.futures import Future\nlock = threading.Lock()\n",
            "import subprocess\nsubprocess.Popen(['x'])\n",
        ),
        except_in={
            "shopkeeper/host/doorbell.py": "its threads sleep in the operating system until a second start rings",
            "shopkeeper/cli/worker.py": "the child process: no window here, and it sleeps until its input ends",
            "shopkeeper/host/keychain.py": "a keychain may hang for ever: it is asked once, with a limit of 3 s",
        },
    ),
    Rule(
        "no code out of data",
        "what was typed or imported is never run",
        _loose_code,
        bad=("eval('1')\n", "import pickle\npickle.loads(b'')\n", "subprocess.run('ls', shell=True)\n"),
        good=("self.app.exec()\n", "subprocess.run(['ls'], shell=False)\n"),
    ),
)

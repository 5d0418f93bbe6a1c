"""The project's own files, read as a reviewer would read them: parsed, with comments and docstrings told apart."""

from __future__ import annotations

import ast
import io
import subprocess
import tokenize
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]

# What a rule objects to: the line, and what stands there.
Finding = tuple[int, str]


@dataclass(frozen=True)
class Source:
    """One Python file: where it is and what it says."""

    path: str  # from the project's root, with forward slashes
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The file, parsed."""
        return ast.parse(self.text, self.path)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the file, once."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def _docstrings(self) -> frozenset[int]:
        # An expression that is only a string is prose: it has no effect, whatever it says.
        return frozenset(
            id(node.value) for node in self.nodes if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        )

    def strings(self) -> Iterator[tuple[int, str]]:
        """Every string that the program uses: no docstrings, but the literal parts of f-strings too."""
        for node in self.nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in self._docstrings:
                yield node.lineno, node.value

    def calls(self) -> Iterator[tuple[ast.Call, str]]:
        """Every call with the dotted name of what is called: `self.box.exec`, `open`; "" before an odd start."""
        for node in self.nodes:
            if isinstance(node, ast.Call):
                yield node, dotted(node.func)

    def imports(self) -> Iterator[tuple[int, str]]:
        """Every module or name imported, in full: `from a import b` gives `a` and `a.b`."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.lineno, node.module
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)

    def comments(self) -> Iterator[tuple[int, str]]:
        """Every comment, with its #."""
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string


@dataclass(frozen=True)
class Rule:
    """One house rule, with samples that show what it catches and what it leaves alone."""

    name: str  # reads after "the house keeps: "
    why: str
    find: Callable[[Source], Iterable[Finding]]
    bad: tuple[str, ...]
    good: tuple[str, ...]
    where: str = "shopkeeper"  # the folder it holds in; "" for every Python file of ours
    sample_path: str = "shopkeeper/ui/sample.py"
    # Files it does not hold in, each with the reason; a reason no longer needed fails too.
    except_in: Mapping[str, str] = field(default_factory=dict)

    def holds_in(self, path: str) -> bool:
        """Whether this file is one the rule is about."""
        return PurePosixPath(path).is_relative_to(self.where or ".") and path not in self.except_in


def dotted(node: ast.expr) -> str:
    """`a.b.c` as text; what cannot be named (a call's result, an item) is left out before the dot."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def words_in(node: ast.expr) -> Iterator[str]:
    """The literal text that an argument shows: a string, or the fixed parts of an f-string or a sum of them."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.JoinedStr(values=parts):
            for part in parts:
                yield from words_in(part)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            yield from words_in(left)
            yield from words_in(right)
        case ast.BinOp(left=left, op=ast.Mod()):
            yield from words_in(left)
        case ast.IfExp(body=body, orelse=other):
            yield from words_in(body)
            yield from words_in(other)
        case _:
            pass


# What git would not list, for a copy of the project without git: an unpacked archive, a machine without it.
_NOT_OURS = {".git", ".venv", ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", "__pycache__",
             ".import_linter_cache", "build", "dist"}  # fmt: skip


@lru_cache(maxsize=1)
def tracked() -> tuple[str, ...]:
    """Every file that is, or would be, in the repository."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        ).stdout.decode()
        paths = [path for path in listed.split("\0") if path and (ROOT / path).is_file()]
    except (OSError, subprocess.CalledProcessError):
        paths = [
            found.relative_to(ROOT).as_posix()
            for found in ROOT.rglob("*")
            if found.is_file()
            and not _NOT_OURS & set(found.relative_to(ROOT).parts)
            and found.suffix not in {".qm", ".lock"}
        ]
    return tuple(sorted(paths))


@lru_cache(maxsize=1)
def sources() -> tuple[Source, ...]:
    """Every Python file of ours."""
    return tuple(Source(path, (ROOT / path).read_text(encoding="utf-8")) for path in tracked() if path.endswith(".py"))

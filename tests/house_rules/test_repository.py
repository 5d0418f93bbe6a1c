"""What lies in the repository: no addresses, no machine's paths, no price in the schema, true catalogues."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.house_rules.place_rules import value_words
from tests.house_rules.reading import ROOT, tracked
from tests.house_rules.wording import EXCUSED, forbidden_in

# Put together here, so that this file does not hold what it looks for.
_ADDRESSES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"), ("pythonhosted", "org"), ("deb", "debian", "org"), ("security", "debian", "org"),
        ("snapshot", "debian", "org"), ("npmjs", "org"), ("crates", "io"), ("proxy", "golang", "org"),
    )
)  # fmt: skip
_MACHINE = re.compile(
    r"(?<![\w.~-])/(work|root|home|Users)/(?!user\b|you\b|NAME\b)[A-Za-z.][\w.-]*|\b[A-Z]:\\+Users\\+\w+"
)
_TEXT = {".py", ".toml", ".md", ".txt", ".yml", ".yaml", ".json", ".ts", ".cfg", ".sh", ".spec", ".sql", ".svg", ""}

CATALOGUES = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
_HOLES = re.compile(r"\{\w+\}|%n")


def _read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def _ours() -> list[str]:
    return [path for path in tracked() if Path(path).suffix in _TEXT]


def machine_paths(text: str) -> list[str]:
    """The places on somebody's own disk that a text names."""
    return [found.group() for found in _MACHINE.finditer(text)]


def test_no_file_holds_a_registrys_address() -> None:
    found = [f"{path}: {address}" for path in _ours() for address in _ADDRESSES if address in _read(path)]
    assert not found


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    found = [f"{path}: {place}" for path in _ours() for place in machine_paths(_read(path))]
    assert not found


@pytest.mark.parametrize("text", ["cd /ro" + "ot/x", "open('/ho" + "me/till/a')", "C:" + r"\Users\ana"])
def test_a_machines_path_is_seen(text: str) -> None:
    assert machine_paths(text)


@pytest.mark.parametrize("text", ["~/.local/share", "/usr/share/fonts", "a/home/b", "/home/user"])
def test_a_path_that_every_machine_has_is_left_alone(text: str) -> None:
    assert not machine_paths(text)


def test_no_generated_file_is_kept() -> None:
    kept = [path for path in tracked() if Path(path).suffix in {".qm", ".pyc", ".qrc", ".ui", ".egg-info", ".whl"}]
    assert not kept


def test_the_schema_puts_no_price_on_anybody() -> None:
    found = [f"{path}: {word}" for path in tracked() if path.endswith(".sql") for word in value_words(_read(path))]
    assert not found


def test_a_price_in_the_schema_is_seen() -> None:
    assert value_words("CREATE TABLE p (uid TEXT, loyalty_points INT) -- score") == ["loyalty_points"]


def test_constraints_pin_every_package_with_hashes_and_name_no_address() -> None:
    text = _read("packaging/constraints.txt")
    assert "://" not in text
    pins = re.split(r"\n(?=[A-Za-z])", text.split("## ", 1)[1])
    lines = [pin for pin in pins if "==" in pin.splitlines()[0]]
    assert len(lines) > 20
    assert [pin.splitlines()[0] for pin in lines if "--hash=sha256:" not in pin] == []


def _messages(catalogue: Path) -> list[tuple[str, list[str]]]:
    found = []
    for message in ElementTree.parse(catalogue).iter("message"):
        source = message.findtext("source") or ""
        said = message.find("translation")
        if said is None:
            continue
        forms = [form.text or "" for form in said.iter("numerusform")] or [said.text or ""]
        found.append((source, [form for form in forms if form]))
    return found


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_no_translation_gives_a_verdict(catalogue: Path) -> None:
    language = catalogue.stem.removeprefix("shopkeeper_")
    found = [
        f"{form!r}: {word}"
        for _, forms in _messages(catalogue)
        for form in forms
        for word in forbidden_in(form, language)
    ]
    assert not found


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_keeps_every_hole_of_its_sentence(catalogue: Path) -> None:
    found = []
    for source, forms in _messages(catalogue):
        wanted = set(_HOLES.findall(source))
        for form in forms:
            # A singular may leave the number out ("tomorrow"), but nothing may be filled in that is not handed over.
            if not wanted - {"%n"} <= set(_HOLES.findall(form)) <= wanted:
                found.append(f"{source!r} -> {form!r}")
    assert not found


def test_every_excused_sentence_gives_its_reason() -> None:
    assert all(EXCUSED.values())

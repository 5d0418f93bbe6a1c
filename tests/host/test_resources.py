"""The files that come with the program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from shopkeeper.host import resources
from shopkeeper.host.resources import NotShipped


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "bundle"
    (folder / "resources" / "knowledge").mkdir(parents=True)
    (folder / "resources" / "knowledge" / "feasts.json").write_text('{"name": "Três Reis"}', encoding="utf-8")
    (folder / "resources" / "knowledge" / ".DS_Store").write_text("")
    (folder / "resources" / "knowledge" / "allergens.json").write_text("{}")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    return folder


def test_a_checkout_finds_them_beside_the_package() -> None:
    folder = resources.path("icons")
    assert folder.is_dir()
    assert folder.parent.name == "resources"


def test_a_frozen_program_finds_them_in_its_own_folder(bundle: Path) -> None:
    assert resources.path("knowledge", "feasts.json") == bundle / "resources" / "knowledge" / "feasts.json"
    assert resources.text("knowledge", "feasts.json") == '{"name": "Três Reis"}'
    assert resources.names("knowledge") == ("allergens.json", "feasts.json")


def test_an_installed_program_finds_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "shopkeeper"
    (package / "host").mkdir(parents=True)
    (package / "resources").mkdir()
    (package / "resources" / "a.txt").write_text("hello")
    # A neighbour called `resources` in site-packages is somebody else's.
    (tmp_path / "site-packages" / "resources").mkdir()
    (tmp_path / "site-packages" / "resources" / "b.txt").write_text("not ours")
    monkeypatch.setattr(resources, "__file__", str(package / "host" / "resources.py"))
    assert resources.text("a.txt") == "hello"
    with pytest.raises(NotShipped):
        resources.text("b.txt")


def test_what_is_missing_is_called_by_its_name(bundle: Path) -> None:
    with pytest.raises(NotShipped, match=r"resources/knowledge/moods\.json did not come with this copy"):
        resources.text("knowledge", "moods.json")
    with pytest.raises(NotShipped, match="resources/nowhere"):
        resources.names("nowhere")

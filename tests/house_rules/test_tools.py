"""The developer's tools keep their promises: pins by section, stamps that survive a cut, a harvest without a miss."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.house_rules.reading import ROOT


def _load(name: str) -> ModuleType:
    # The folder is called like a package that pip installs, so its files are loaded by their place.
    spec = importlib.util.spec_from_file_location(f"shopkeeper_{name}", ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def dev() -> Any:
    return _load("dev")


@pytest.fixture(scope="module")
def words() -> Any:
    return _load("words")


def test_dev_imports_nothing_but_the_standard_library() -> None:
    answer = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "packaging/dev.py"), "help"], capture_output=True, text=True, check=True
    )
    assert "run [ARGS]" in answer.stdout


def test_every_verb_says_in_one_line_what_it_is_for(dev: Any) -> None:
    assert [verb.name for verb in dev.VERBS][:2] == ["run", "test"]
    assert all(verb.help and "\n" not in verb.help for verb in dev.VERBS)


def test_an_unknown_verb_is_answered_with_the_verbs(dev: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["bake"]) == 2
    assert "build linux" in capsys.readouterr().out


def test_trouble_is_one_sentence(dev: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["look"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_readme_gives_the_line_that_dev_prints(dev: Any) -> None:
    assert dev.apt_line([*dev.QT_LIBRARIES.values(), *dev.FONTS]) in (ROOT / "README.md").read_text(encoding="utf-8")


def test_running_needs_the_program_but_no_developers_tools(dev: Any) -> None:
    to_run, to_develop = dev.read_pins(dev.TO_RUN), dev.read_pins(dev.TO_DEVELOP)
    assert "PySide6_Essentials==6.11.3" in to_run
    assert "hatchling==" in to_run
    assert "pytest==" not in to_run
    assert to_run in to_develop


def test_other_platforms_are_pinned_with_their_marker(dev: Any) -> None:
    pins = dev.read_pins(dev.TO_DEVELOP)
    for line in ("pywin32-ctypes==", "colorama==", "pefile=="):
        assert any(pin.startswith(line) and 'sys_platform == "win32"' in pin for pin in pins.splitlines())


@pytest.mark.parametrize("cut", ["", "{", "[]", '"of"'])
def test_a_stamp_cut_short_is_no_stamp(dev: Any, tmp_path: Path, cut: str) -> None:
    stamp = tmp_path / "stamp"
    stamp.write_text(cut)
    assert dev.read_stamp(stamp) == {}
    assert dev.read_stamp(tmp_path / "none") == {}


def test_what_went_wrong_is_said_by_the_line_that_calls_itself_an_error(dev: Any) -> None:
    answer = subprocess.CompletedProcess([], 1, "", "WARNING: slow\nERROR: no room\nnotice\n")
    assert dev.last_words(answer) == "ERROR: no room"


_SAMPLE = """
a = translate("Card", "%n day(s) ago", "how long", days // 7)
b = translate("Card", "%n line(s)", "", len(lines))
c = translate("Card", "hello {name}").with_values(name=translate("Card", "you"))
d = QCoreApplication.translate(phrase.context, phrase.text)
e = phrase.translate("Card", "a \\"quoted\\" one", comment="x", n=n)
"""


def test_the_harvest_misses_no_sentence_and_knows_the_plurals(words: Any) -> None:
    found = {(one.text, one.comment, one.plural) for one in words.sentences_of(_SAMPLE)}
    assert found == {
        ("%n day(s) ago", "how long", True),
        ("%n line(s)", "", True),
        ("hello {name}", "", False),
        ("you", "", False),
        ('a "quoted" one', "x", True),
    }


def test_lupdate_takes_over_the_whole_harvest(words: Any, tmp_path: Path) -> None:
    calls, catalogue = tmp_path / "sentences.py", tmp_path / "shopkeeper_de.ts"
    calls.write_text(words.as_python(sorted(words.sentences_of(_SAMPLE))), encoding="utf-8")
    lupdate = Path(sys.executable).parent / "pyside6-lupdate"
    subprocess.run(
        [lupdate, "-locations", "none", "-target-language", "de", calls, "-ts", catalogue],
        check=True,
        capture_output=True,
    )
    text = catalogue.read_text(encoding="utf-8")
    assert text.count("<source>") == 5
    assert text.count('numerus="yes"') == 3

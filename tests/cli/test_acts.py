from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import run, run_with_key

ANA = "BEGIN:VCARD\nVERSION:4.0\nFN:Ana Duarte\nTEL:912345678\nEND:VCARD\n"
BO = "BEGIN:VCARD\nVERSION:4.0\nFN:Bo Lund\nEND:VCARD\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, card in (("ana.vcf", ANA), ("bo.vcf", BO)):
        (tmp_path / name).write_text(card, encoding="utf-8")
        assert run_with_key(tmp_path / "book", "bring-in", tmp_path / name).returncode == 0
    return tmp_path / "book"


def test_the_history_tells_what_was_done_newest_first_under_numbers_that_stay(folder: Path) -> None:
    lines = run_with_key(folder, "history").stdout.splitlines()
    assert [line[:5] for line in lines if "brought in" in line] == ["    2", "    1"]
    assert "       Ana Duarte: phone: 912345678" in lines
    run_with_key(folder, "undo", "1")
    said = json.loads(run_with_key(folder, "history", "--json").stdout)["acts"]
    assert [(act["number"], act["undone"]) for act in said] == [(3, False), (2, False), (1, True)]
    assert said[1]["changes"] == [{"what": "person", "before": "", "after": "Bo Lund"}]


def test_of_one_person_the_history_tells_only_what_touched_them(folder: Path) -> None:
    said = run_with_key(folder, "history", "bo").stdout
    assert "bo.vcf" in said
    assert "ana.vcf" not in said
    assert run_with_key(folder, "history", "nobody at all").returncode == 1


def test_the_history_goes_on_below_a_number(folder: Path) -> None:
    assert "bo.vcf" not in run_with_key(folder, "history", "--before", "2").stdout
    assert run_with_key(folder, "history", "--before", "1").stdout == "There is nothing older.\n"


def test_any_act_is_taken_back_by_its_number(folder: Path) -> None:
    assert run_with_key(folder, "undo", "1").stdout == "Taken back: brought in ana.vcf.\n"
    assert "Bo Lund" in run_with_key(folder, "find", "bo").stdout
    assert run_with_key(folder, "find", "ana").returncode == 1
    again = run_with_key(folder, "undo", "1")
    assert (again.returncode, again.stdout) == (1, "")
    assert "was taken back already" in again.stderr
    assert "nothing under number 77" in run_with_key(folder, "undo", "77").stderr


def test_people_of_one_name_are_asked_about_and_not_guessed() -> None:
    ended = run("--demo", "history", "maria silva")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "2 people are called Maria Silva" in ended.stderr
    assert "Oak St" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [("undo", "the last"), ("undo", "1", "2"), ("history", "--before", "x")])
def test_what_is_no_number_is_one_sentence_and_exit_code_2(words: tuple[str, ...]) -> None:
    ended = run("--demo", *words)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)


LINE = "Eva Duarte, Elm St 4, son Leo b. 4 May (7), nuts!!, grandma Rosa has flu"


def test_one_line_makes_the_book_the_person_the_family_and_is_taken_back_whole(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    told = run_with_key(folder, "tell", LINE)
    assert told.returncode == 0
    assert "  Leo, son\n" in told.stdout
    assert "For Leo leave out the comma before it." in told.stdout
    assert told.stdout.endswith("Kept: wrote down Eva Duarte with 6 things. To take it back: shopkeeper undo\n")
    card = run_with_key(folder, "card", "eva duarte").stdout
    assert "Leo (Eva's son), Rosa (Eva's grandma)" in " ".join(card.split())
    assert "nuts · life-threatening" in card
    assert "Leo" in card
    assert run_with_key(folder, "undo").returncode == 0
    assert run_with_key(folder, "find", "leo").returncode == 1


def test_a_line_about_somebody_is_kept_on_their_card(folder: Path) -> None:
    said = json.loads(run_with_key(folder, "--json", "tell", "likes rye", "--about", "bo").stdout)
    assert (said["about"], said["new"], said["kept"]) == (
        "Bo Lund",
        False,
        "wrote down what Bo Lund cares about: rye",
    )
    plain = run_with_key(folder, "tell", "--dry-run", "bo, keeps hens")
    assert plain.stdout.startswith("  For Bo Lund, who is here already.\n")
    again = run_with_key(folder, "tell", "--about", "bo", "likes", "rye")
    assert (again.returncode, again.stdout) == (1, "")
    assert "written down already" in again.stderr


def test_a_dry_run_says_what_is_understood_and_writes_nothing(folder: Path) -> None:
    dry = run_with_key(folder, "tell", "--dry-run", "Eva Duarte, son Leo, nuts!!")
    assert dry.returncode == 0
    assert "Eva: nuts, life-threatening\n    Eva's: a comma ends what is said of Leo." in dry.stdout
    assert dry.stdout.endswith("Nothing was written.\n")
    assert run_with_key(folder, "find", "leo").returncode == 1


def test_a_line_is_read_in_the_language_that_is_named(folder: Path) -> None:
    told = run_with_key(folder, "tell", "--language", "de", "Eva Duarte, allergisch gegen Eier")
    assert "  Eva: Eier\n" in told.stdout


def test_a_program_is_told_which_questions_nobody_answered(folder: Path) -> None:
    said = json.loads(run_with_key(folder, "--json", "tell", "Eva Duarte, son Leo, nuts!!").stdout)
    settled = {chip["text"]: chip["asks"] for chip in said["chips"] if chip["by_the_comma_rule"]}
    assert settled == {"Eva: nuts, life-threatening": ["Eva", "Leo"]}


def test_a_name_alone_is_not_taken_for_somebody_in_the_book(folder: Path) -> None:
    told = run_with_key(folder, "tell", "Eva Duarte, friend Bo Lund")
    assert "Taken for somebody new. It could be: Bo Lund" in told.stdout


def test_a_line_from_the_input_is_in_no_list_of_what_runs_here() -> None:
    told = run("--demo", "tell", "-", heard="Eva Duarte, nuts!!\n")
    assert told.returncode == 0
    assert "Eva: nuts, life-threatening" in told.stdout


def test_what_is_not_clear_is_one_sentence_and_writes_nothing(folder: Path) -> None:
    nobody = run_with_key(folder, "tell", "likes rye", "--about", "nobody at all")
    assert (nobody.returncode, nobody.stdout) == (1, "")
    several = run("--demo", "tell", "Maria Silva, likes rye")
    assert (several.returncode, several.stdout) == (1, "")
    assert "2 people are called Maria Silva" in several.stderr

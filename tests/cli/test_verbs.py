from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from shopkeeper.cli.say import width
from tests.cli.program import PROGRAM, WORDS, run, run_with_key

ANA = "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:ana-duarte-of-elm-street\nFN:Ana Duarte\nTEL:912345678\nEND:VCARD\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "phone.vcf"
    path.write_text(ANA + "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Lund\nBDAY:19810231\nEND:VCARD\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "book"


def test_a_card_is_read_at_80_columns_with_its_foot() -> None:
    ended = run("--demo", "card", "ana", "d")
    assert ended.returncode == 0
    lines = ended.stdout.splitlines()
    assert lines[0] == "Ana Duarte"
    assert max(map(width, lines)) <= 80
    assert any(line.startswith("SAFETY") and "tree nuts" in line for line in lines)
    assert "Not a safety check. Read the label and ask." in ended.stdout


def test_options_are_understood_before_and_after_the_verb() -> None:
    before, after = run("--demo", "--json", "card", "rosa"), run("card", "rosa", "--json", "--demo")
    assert json.loads(before.stdout)["cards"][0]["name"] == "Rosa Duarte"
    assert json.loads(after.stdout)["cards"][0]["name"] == "Rosa Duarte"


def test_people_of_one_name_are_all_shown_and_told_apart() -> None:
    ended = run("--demo", "card", "maria silva")
    assert "2 people are called Maria Silva" in ended.stdout
    assert "Elm St" in ended.stdout
    assert "Oak St" in ended.stdout


def test_somebody_who_is_not_there_is_exit_code_1() -> None:
    for verb in ("find", "card"):
        ended = run("--demo", verb, "nobody at all")
        assert (ended.returncode, ended.stdout) == (1, "Nobody found for nobody at all.\n")


def test_today_on_the_day_that_was_asked_for() -> None:
    ended = run("--demo", "--today", "2027-05-01", "today", "--json")
    said = json.loads(ended.stdout)
    assert said["today"] == "2027-05-01"
    assert any("Leo" in line["title"] for line in said["lines"])


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("fnid", "ana"), "There is no verb fnid"),
        (("find",), "find wants to know a name"),
        (("--demo", "find", ""), "find wants to know a name"),
        (("--demo", "card", " "), "card wants to know a name"),
        (("--demo", "--today", "9999-12-31", "today"), "Demo Street is there from"),
        (("--demo", "--today", "0001-01-01", "today"), "Demo Street is there from"),
        (("--passphrase-fd", "99999999999999999999", "today"), "is not the number of"),
        (("--fast", "find", "ana"), "--fast"),
        (("today", "--today", "2027-05-01"), "needs --demo"),
        (("--demo", "--today", "tomorrow", "today"), "is not a day"),
        (("--demo", "--today"), "expected one argument"),
        (("bring-in",), "FILE.vcf"),
        (("--demo",), "no screen"),
        (("demo",), "no screen"),
        ((), "no screen"),
    ],
)
def test_what_cannot_be_understood_or_shown_is_one_sentence_and_exit_code_2(
    words: tuple[str, ...], sentence: str
) -> None:
    ended = run(*words)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert sentence in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_screen_that_is_not_there_is_one_sentence_too() -> None:
    ended = run("--demo", DISPLAY=":4711")
    assert (ended.returncode, len(ended.stderr.splitlines())) == (2, 1)
    assert "no screen" in ended.stderr


def test_without_a_book_there_is_a_sentence_that_says_what_to_do(folder: Path) -> None:
    for words in (("find", "ana"), ("card", "ana"), ("today",), ("undo",)):
        ended = run("--data-dir", folder, *words)
        assert ended.returncode == 1
        assert "There is no book yet" in ended.stderr
        assert "bring-in" in ended.stderr
    assert not (folder / "book.db").exists()


def test_where_no_folder_can_be_made_there_is_no_book_to_be_looked_at(tmp_path: Path, file: Path) -> None:
    (tmp_path / "till").write_text("a file where the folder should be")
    for words in (("bring-in", file), ("undo",)):
        ended = run("--data-dir", tmp_path / "till", *words)
        assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
        assert "none can be made" in ended.stderr


def test_the_log_tells_how_many_came_in_and_went_and_no_name(folder: Path, file: Path) -> None:
    run_with_key(folder, "bring-in", file)
    run_with_key(folder, "find", "ana", passphrase="something else")
    run_with_key(folder, "undo")
    log = (folder / "log" / "shopkeeper.log").read_text()
    assert "brought-in cards=2 known=0 new=2 troubles=1\n" in log
    assert "refused WrongPassphrase" in log
    assert "undone changes=" in log
    assert "Ana" not in log
    assert "phone" not in log


def test_people_come_in_are_found_and_go_again(folder: Path, file: Path) -> None:
    first = run_with_key(folder, "bring-in", file)
    assert first.returncode == 0
    assert "phone.vcf: 2 new, 0 known.\n  1 card of it: not everything could be read.\n" in first.stdout
    assert "line 10" in first.stdout
    again = run_with_key(folder, "bring-in", file)
    assert again.returncode == 0
    assert "Nothing was changed" in again.stdout
    assert "Ana Duarte" in run_with_key(folder, "find", "ana").stdout
    assert "Ana Duarte" in run_with_key(folder, "card", "345678").stdout
    assert run_with_key(folder, "undo").stdout == "Taken back: brought in phone.vcf.\n"
    assert run_with_key(folder, "find", "ana").returncode == 1
    assert run_with_key(folder, "undo").returncode == 1


def test_neither_keychain_nor_passphrase_is_exit_code_3_and_one_sentence(folder: Path, file: Path) -> None:
    made = run("--data-dir", folder, "bring-in", file)
    assert (made.returncode, len(made.stderr.splitlines())) == (3, 1)
    assert "There is no book yet" in made.stderr
    assert not (folder / "book.db").exists()
    run_with_key(folder, "bring-in", file)
    found = run("--data-dir", folder, "find", "ana")
    assert (found.returncode, found.stdout, len(found.stderr.splitlines())) == (3, "", 1)
    assert "passphrase" in found.stderr


def test_a_wrong_passphrase_is_said_to_be_one_and_opens_nothing(folder: Path, file: Path) -> None:
    run_with_key(folder, "bring-in", file)
    ended = run_with_key(folder, "find", "ana", passphrase="something else")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "not the passphrase of this book" in ended.stderr


def test_a_descriptor_that_is_not_open_is_said_in_a_sentence(folder: Path, file: Path) -> None:
    ended = run("--data-dir", folder, "--passphrase-fd", "77", "bring-in", file)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (3, 1)


def test_half_a_book_is_said_and_left_as_it_is(folder: Path, file: Path) -> None:
    run_with_key(folder, "bring-in", file)
    (folder / "book.db").unlink()
    ended = run_with_key(folder, "bring-in", file)
    assert ended.returncode == 1
    assert "not where it should be" in ended.stderr
    assert not (folder / "book.db").exists()


@pytest.mark.parametrize("name", ["gone.vcf", "."])
def test_a_file_that_cannot_be_read_makes_no_book(folder: Path, tmp_path: Path, name: str) -> None:
    ended = run_with_key(folder, "bring-in", tmp_path / name)
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)
    assert not folder.exists()


def test_a_file_without_contacts_makes_no_book(folder: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.vcf"
    letter.write_text("Dear Ana,\n", encoding="utf-8")
    ended = run_with_key(folder, "bring-in", letter)
    assert ended.returncode == 1
    assert "no contacts in letter.vcf" in ended.stderr
    assert not folder.exists()


def test_a_batch_answers_each_line_at_once_and_stays_until_the_input_ends(folder: Path, file: Path) -> None:
    ended = run("--demo", "find", "--batch", heard="ana d\n박지\nnobody\n\n")
    answers = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ended.returncode == 0
    assert [answer["query"] for answer in answers] == ["ana d", "박지", "nobody", ""]
    assert answers[0]["hits"][0]["name"] == "Ana Duarte"
    assert set(answers[0]["hits"][0]) == {"uid", "source_uid", "name", "reason"}
    assert answers[2]["hits"] == []
    assert all(isinstance(answer["ms"], float) for answer in answers)
    run_with_key(folder, "bring-in", file)
    # The passphrase is the first line of the same input here, and not one byte more is taken from it.
    ended = run("--data-dir", folder, "--passphrase-fd", "0", "find", "--batch", heard=f"{WORDS}\nana\n")
    assert json.loads(ended.stdout)["hits"][0]["source_uid"] == "urn:uuid:ana-duarte-of-elm-street"


def test_a_file_of_nothing_but_a_list_is_said_to_be_one(folder: Path, tmp_path: Path) -> None:
    friends = tmp_path / "friends.vcf"
    friends.write_text("BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Friends\nEND:VCARD\n", encoding="utf-8")
    ended = run_with_key(folder, "bring-in", friends)
    assert "1 card of it: a list of people, not a person." in ended.stdout
    assert "knows all of it" not in ended.stdout


def test_a_file_cannot_steer_the_terminal_through_any_verb(folder: Path, tmp_path: Path) -> None:
    evil = tmp_path / "evil.vcf"
    evil.write_text("BEGIN:VCARD\nFN:Ana \x1b]0;owned\x07\u202e\nX:\x1b[2J\nEND:VCARD\n", encoding="utf-8")
    said = [run_with_key(folder, "bring-in", evil), run("read", evil), run("read", evil, "--json")]
    said += [run_with_key(folder, verb, "ana") for verb in ("find", "card")]
    for ended in said:
        assert not set(ended.stdout) & set("\x1b\x07\u202e")


def test_read_says_what_files_say_without_a_book(file: Path, tmp_path: Path) -> None:
    ended = run("read", file, tmp_path / "gone.vcf", "--json")
    said = json.loads(ended.stdout)["files"]
    assert list(said) == [str(file), str(tmp_path / "gone.vcf")]
    assert said[str(file)]["error"] is None
    assert [card["fn"] for card in said[str(file)]["cards"]] == ["Ana Duarte", "Bo Lund"]
    assert "no file gone.vcf" in said[str(tmp_path / "gone.vcf")]["error"]
    assert run("read", file).stdout.startswith(f"{file}: 2 cards\n  Ana Duarte\n")


def test_doctor_says_what_this_copy_is_and_names_nobody(folder: Path, file: Path) -> None:
    ended = run("--data-dir", folder, "doctor")
    assert "SQLCipher" in ended.stdout
    assert "there is no book yet" in ended.stdout
    run_with_key(folder, "bring-in", file)
    said = json.loads(run_with_key(folder, "doctor", "--json").stdout)["findings"]
    found = {one["what"]: one for one in said}
    assert found["people"]["found"] == "2"
    assert found["book check"]["well"]
    assert "Ana" not in json.dumps(said)


def test_the_version_and_the_help_are_exit_code_0() -> None:
    assert run("--version").stdout.startswith("Shopkeeper ")
    helped = run("--help")
    assert helped.returncode == 0
    assert all(verb in helped.stdout for verb in ("find", "card", "today", "bring-in", "undo", "doctor", "read"))
    assert "window" not in helped.stdout.split("options:")[0].split("positional")[0].replace("the window", "")


def test_a_verb_never_waits_for_the_window_s_libraries() -> None:
    watched = (
        "import sys, runpy; sys.argv = ['shopkeeper', '--demo', 'find', 'ana']\n"
        "try: runpy.run_module('shopkeeper', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m.partition('.')[0] in ('PySide6', 'shiboken6', 'keyring')))"
    )
    ended = subprocess.run([PROGRAM[0], "-c", watched], capture_output=True, text=True, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"

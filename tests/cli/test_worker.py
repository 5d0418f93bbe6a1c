from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from shopkeeper.cli.worker import CANCELLED
from shopkeeper.usecases.job import BACK_UP, BRING_IN, PING, RENEW_SEARCH, UNDO, job_of
from shopkeeper.usecases.renew_search import is_needed
from shopkeeper.usecases.shop import Shop
from tests.cli.program import ROOT, child, run, told
from tests.usecases.shops import names_of, own_shop, vcard


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with own_shop(tmp_path / "book") as opened:
        yield opened


def line(shop: Shop, verb: str, arguments: Mapping[str, str]) -> bytes:
    return job_of(shop, verb, arguments).line()


def test_a_child_brings_people_in_beside_the_open_book_and_takes_them_back(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_bytes(vcard("FN:Ana Duarte") + vcard("FN:Bo Lund"))
    with child(line(shop, BRING_IN, {"file": str(file)})) as process:
        *progress, last = told(process)
    assert process.returncode == 0
    assert last["done"]["new"] == 2
    assert progress[0] == {"at": 0, "of": None}
    assert progress[-1] == {"at": 2, "of": 2}
    assert names_of(shop, "ana") == ["Ana Duarte"]
    with child(line(shop, UNDO, {"act": last["done"]["act"]})) as process:
        assert told(process) == [{"done": {"undone": "brought in phone.vcf"}}]
    assert names_of(shop, "ana") == []


def test_a_child_makes_a_backup_that_opens(shop: Shop, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    with child(line(shop, BACK_UP, {"to": str(copy)})) as process:
        assert told(process) == [{"done": {"people": 0}}]
    assert copy.stat().st_size > 0


def test_the_end_of_its_input_cancels_a_child_with_nothing_changed(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "many.vcf"
    file.write_bytes(b"".join(vcard(f"FN:Person {n}", "NOTE:" + "x" * 400) for n in range(20_000)))
    with child(line(shop, BRING_IN, {"file": str(file)})) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.readline()
        process.stdin.close()
        assert not any("done" in said for said in told(process))
        assert process.wait(10) == CANCELLED
    assert shop.store.count() == 0


def test_what_is_being_written_is_finished_although_the_input_ends() -> None:
    writing = (
        "import time; from shopkeeper.cli.worker import _Begun; begun = _Begun(); begun.writing();"
        "print('writing', flush=True); time.sleep(0.5); print('written')"
    )
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", writing], stdin=pipe, stdout=pipe, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"writing"
        process.stdin.close()
        assert process.stdout.read().strip() == b"written"
    assert process.returncode == 0


def test_a_cancel_in_the_middle_of_writing_comes_too_late_and_everybody_is_brought_in(
    shop: Shop, tmp_path: Path
) -> None:
    file = tmp_path / "phone.vcf"
    file.write_bytes(vcard("FN:Ana Duarte") + vcard("FN:Bo Lund"))
    slowly = (
        "import sys, time\nfrom shopkeeper.cli import worker\nfrom shopkeeper.store import Store\n"
        "apply = Store.apply\n"
        "def slow(self, act, **more):\n"
        "    print('{\"writing\": true}', flush=True)\n    time.sleep(0.5)\n    return apply(self, act, **more)\n"
        "Store.apply = slow\nsys.exit(worker.work())"
    )
    command = [sys.executable, "-c", slowly]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(line(shop, BRING_IN, {"file": str(file)}) + b"\n")
        process.stdin.flush()
        while b"writing" not in process.stdout.readline():
            pass
        process.stdin.close()
        assert "done" in told(process)[-1]
    assert process.returncode == 0
    assert names_of(shop, "bo") == ["Bo Lund"]


def test_what_a_child_cannot_do_is_said_in_a_sentence(shop: Shop, tmp_path: Path) -> None:
    for verb, arguments in ((BRING_IN, {"file": str(tmp_path / "gone.vcf")}), ("dance", {})):
        with child(line(shop, verb, arguments)) as process:
            (said,) = told(process)
        assert set(said) == {"failed"}
        assert process.returncode == 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_the_key_is_in_no_argument_and_in_no_variable_of_a_child(shop: Shop) -> None:
    with child(line(shop, PING, {})) as process:
        place = Path("/proc", str(process.pid))
        seen = (place / "cmdline").read_bytes() + (place / "environ").read_bytes()
        said = told(process)
    assert said == [{"done": {"people": 0}}]
    assert shop.key.hex().encode() not in seen
    assert shop.key not in seen
    assert os.fsencode(str(shop.places.data)) not in seen


def test_the_child_is_not_meant_to_be_started_by_hand() -> None:
    ended = run("--worker", heard="hello\n")
    assert ended.returncode == 2
    assert "not meant to be started by hand" in ended.stderr


def test_a_child_renews_the_search_and_says_how_far_it_is(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "phone.vcf"
    file.write_bytes(b"".join(vcard(f"FN:Ana Duarte Nr{n}") for n in range(2100)))
    with child(line(shop, BRING_IN, {"file": str(file)})) as process:
        told(process)
    shop.store._raw.execute("UPDATE name_keys SET version = version - 1")
    assert is_needed(shop)
    with child(line(shop, RENEW_SEARCH, {})) as process:
        *progress, last = told(process)
    assert last == {"done": {"people": 2100}}
    assert progress[-1] == {"at": 4200, "of": 4200}
    assert len(progress) > 20
    assert not is_needed(shop)


@pytest.mark.skipif(not hasattr(os, "getpriority"), reason="Windows tells it in another way")
def test_a_child_gives_way_to_the_window(shop: Shop) -> None:
    file = shop.places.data / "pipe.vcf"
    os.mkfifo(file)  # the child waits for what nobody writes
    with child(line(shop, BRING_IN, {"file": str(file)})) as process:
        with file.open("wb") as pipe:
            pipe.write(vcard("FN:Ana Duarte"))
            assert os.getpriority(os.PRIO_PROCESS, process.pid) > os.getpriority(os.PRIO_PROCESS, 0)
        assert told(process)[-1]["done"]["new"] == 1

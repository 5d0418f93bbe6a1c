#!/usr/bin/env python3
"""Every verb of a Shopkeeper developer: python3 packaging/dev.py run, test, ...

Standard library only, so it works on a bare machine: it makes .venv beside pyproject.toml, installs the pinned
packages into it by hash, and brings Qt's system libraries and fonts (or says the one line that does).
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "packaging" / "constraints.txt"
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
OLDEST = (3, 11)

# What Qt's wheels expect of the system, by the file the loader asks for and the Debian package that brings it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# DejaVu: Latin, Greek, Cyrillic, Arabic, Hebrew. CJK: Han, kana, Hangul. Core: Devanagari, Thai and the rest.
FONTS = ("fonts-dejavu-core", "fonts-noto-cjk", "fonts-noto-core")
# For the one test that talks to a real keychain; without them it is skipped with its reason.
KEYCHAIN = ("gnome-keyring", "dbus")

PROGRAM, BUILD, DEVELOPER = "the program", "building", "developers"
TO_RUN = (PROGRAM, BUILD)
TO_DEVELOP = (PROGRAM, BUILD, DEVELOPER)

PROBE_QT = """
import ctypes, pathlib, PySide6
home = pathlib.Path(PySide6.__file__).parent / "Qt"
for name in ("lib/libQt6Core.so.6", "lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6",
             "plugins/platforms/libqoffscreen.so", "plugins/platforms/libqxcb.so"):
    ctypes.CDLL(str(home / name), ctypes.RTLD_GLOBAL)
"""
PROBE_FONTS = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([])
W = QFontDatabase.WritingSystem
scripts = (W.Latin, W.Greek, W.Cyrillic, W.Arabic, W.Hebrew, W.Korean, W.Japanese, W.SimplifiedChinese, W.Devanagari,
           W.Thai)
print(*(QFontDatabase.writingSystemName(s).split()[0] for s in scripts if not QFontDatabase.families(s)), sep=", ")
"""


class Trouble(Exception):
    """Something the person at the terminal can act on: printed as it is, without a traceback."""


def is_root() -> bool:
    """Whether we may install system packages without asking."""
    return not WINDOWS and os.geteuid() == 0


def quiet(
    *command: object, env: Mapping[str, str] | None = None, keeps_lock: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run a command for its answer, not for its talk.

    With `keeps_lock` it shares the set-up's lock: should we be killed, the next one waits until it too has ended.
    """
    try:
        return subprocess.run(
            [str(word) for word in command],
            capture_output=True,
            text=True,
            errors="replace",
            env=env,
            close_fds=not keeps_lock,
            check=False,
        )
    except OSError as error:
        return subprocess.CompletedProcess([], 127, "", str(error))


def last_words(answer: subprocess.CompletedProcess[str]) -> str:
    """The line of a failed command that says why: the first that calls itself an error, else the last."""
    lines = [line.strip() for line in (answer.stderr + "\n" + answer.stdout).splitlines() if line.strip()]
    named = [line for line in lines if line.lower().startswith(("error", "e:", "importerror", "oserror"))]
    return (named or lines or ["no reason was given"])[0 if named else -1]


def apt_line(packages: Sequence[str]) -> str:
    """What an ordinary user has to type, once."""
    return "sudo apt-get install -y --no-install-recommends " + " ".join(packages)


def apt_install(packages: Sequence[str]) -> None:
    """Bring system packages, as root; one sentence if it cannot be done."""
    print(f"Installing with apt: {' '.join(packages)} ...", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    updated = quiet("apt-get", "update", "-qq", env=env)
    # Another apt may be at work, perhaps the machine's own upgrades: wait for its lock as a person would.
    patience = ("-o", "DPkg::Lock::Timeout=300")
    answer = quiet("apt-get", "install", "-y", "-qq", *patience, "--no-install-recommends", *packages, env=env)
    if answer.returncode:
        raise Trouble(
            f"apt could not install {' '.join(packages)}: {last_words(answer if not updated.returncode else updated)}"
        )


def lacking_libraries() -> list[str]:
    """The Debian packages of those Qt libraries that this system cannot load."""
    if not sys.platform.startswith("linux"):
        return []
    lacking = []
    for name, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(name)
        except OSError:
            lacking.append(package)
    return lacking


def prepare_system() -> None:
    """See that Qt loads and that every script of the street has a glyph; bring what lacks, or say how."""
    if not sys.platform.startswith("linux"):
        return
    loads = quiet(PYTHON, "-c", PROBE_QT)
    if loads.returncode:
        wanted = [*(lacking_libraries() or QT_LIBRARIES.values()), *FONTS]
        if not shutil.which("apt-get"):
            raise Trouble(
                f"Qt cannot load here ({last_words(loads)}): install your distribution's libraries for Qt 6 with xcb."
            )
        if not is_root():
            raise Trouble(f"Qt's system libraries are missing. On Debian or Ubuntu, once:\n  {apt_line(wanted)}")
        apt_install(wanted)
        loads = quiet(PYTHON, "-c", PROBE_QT)
        if loads.returncode:
            raise Trouble(f"Qt still cannot load: {last_words(loads)}")
    drawn = quiet(PYTHON, "-c", PROBE_FONTS, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    without = drawn.stdout.strip()
    if drawn.returncode == 0 and without and shutil.which("apt-get"):
        if is_root():
            apt_install(FONTS)
        else:
            # Not a reason to stop: everything works, but some names would be drawn as boxes.
            print(f"No font here draws {without}. On Debian or Ubuntu, once:\n  {apt_line(FONTS)}", flush=True)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two of us started at once take turns; the lock goes with the process, however it ends."""
    try:
        handle = (ROOT / ".venv.lock").open("a+")
    except OSError as error:
        raise Trouble(f"This folder cannot be written to ({error.strerror}): clone it somewhere of your own.") from None
    with handle:
        os.set_inheritable(handle.fileno(), True)
        if sys.platform == "win32":
            import msvcrt  # only there

            while True:
                try:
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # it gives up after ten seconds; another set-up may take longer
                    continue
        else:
            import fcntl  # only there

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                print("Another set-up is running; waiting for it ...", flush=True)
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def read_pins(sections: Sequence[str]) -> str:
    """The lines of constraints.txt under the given headings."""
    wanted, lines = False, []
    for line in PINS.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            wanted = line.removeprefix("## ").strip() in sections
        elif wanted and not line.startswith("#"):
            lines.append(line)
    return "\n".join(lines) + "\n"


def stamp_of(sections: Sequence[str]) -> dict[str, object]:
    """What the environment was made from; when any of it changes, the packages are installed again."""
    digest = hashlib.sha256()
    for part in (PINS.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode()):
        digest.update(hashlib.sha256(part).digest())
    return {"of": digest.hexdigest(), "sections": list(sections)}


def read_stamp(path: Path) -> dict[str, object]:
    """A stamp as it was written, or nothing where there is none or it was cut short."""
    try:
        stamp = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def make_venv() -> None:
    """An empty virtual environment, with pip inside or, where Debian left that out, filled by the pip outside."""
    shutil.rmtree(VENV, ignore_errors=True)
    has_ensurepip = importlib.util.find_spec("ensurepip") is not None
    has_pip = importlib.util.find_spec("pip") is not None
    if not has_ensurepip and not has_pip:
        if not shutil.which("apt-get"):
            raise Trouble("Python's venv and pip are both missing: install them with your system's package manager.")
        if not is_root():
            libraries = lacking_libraries()
            wanted = ["python3-venv", *libraries, *(FONTS if libraries else ())]
            raise Trouble(f"Python's venv and pip are both missing. On Debian or Ubuntu, once:\n  {apt_line(wanted)}")
        apt_install(["python3-venv"])
        has_ensurepip = True
    # Started from inside some virtual environment, we still build on the Python beneath it.
    base = getattr(sys, "_base_executable", None) or sys.executable
    made = quiet(base, "-m", "venv", *(() if has_ensurepip else ("--without-pip",)), VENV, keeps_lock=True)
    if made.returncode:
        raise Trouble(f"The virtual environment could not be made: {last_words(made)}")


def pip(*words: object) -> subprocess.CompletedProcess[str]:
    """Run pip for the virtual environment: its own where it has one, else the system's pointed at it."""
    inside = quiet(PYTHON, "-c", "import pip").returncode == 0
    command = [PYTHON, "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", PYTHON]
    # -q: warnings and errors are still said, and are what we quote.
    return quiet(*command, "-q", "--disable-pip-version-check", "--no-input", *words, keeps_lock=True)


def install(sections: Sequence[str]) -> None:
    """Install the pins of these sections by hash, then this checkout itself."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "pins.txt")
        wanted.write_text(read_pins(sections), encoding="utf-8")
        answer = pip("install", "--require-hashes", "--no-deps", "-r", wanted)
    if answer.returncode:
        # pip blames the package ("no matching version") when it is the way to it that is broken.
        if "connection broken" in answer.stderr or "Could not fetch" in answer.stderr:
            why = re.search(
                r"certificate verify failed|name resolution|[Nn]ame or service not known|[Cc]onnection refused"
                r"|[Uu]nreachable|timed out",
                answer.stderr,
            )
            raise Trouble(
                f"The packages could not be fetched ({why[0].lower() if why else 'no connection'}): "
                "see to the network and try again."
            )
        raise Trouble(f"The packages could not be installed: {last_words(answer)}")
    answer = pip("install", "--no-deps", "--no-build-isolation", "--editable", ROOT)
    if answer.returncode:
        raise Trouble(f"Shopkeeper itself could not be installed into .venv: {last_words(answer)}")


def set_up(sections: Sequence[str]) -> None:
    """Make everything ready for these sections; does nothing, quickly, when it already is."""
    if sys.version_info < OLDEST:
        raise Trouble(f"Shopkeeper needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    made, packed, system = VENV / ".made", VENV / ".packages", VENV / ".system"
    want = stamp_of(sections)
    where = {"python": sys.version, "root": str(ROOT)}

    def ready() -> bool:
        have = read_stamp(packed)
        old = have.get("sections")
        return (
            have.get("of") == want["of"]
            and isinstance(old, list)
            and set(sections) <= set(old)
            and PYTHON.exists()
            and system.exists()
        )

    if ready():
        return
    with one_at_a_time():
        if ready():  # the other one did it for us
            return
        started = time.monotonic()
        first = not made.exists()
        print("Setting up .venv (once, about a minute) ..." if first else "Bringing .venv up to date ...", flush=True)
        if read_stamp(made) != where or not PYTHON.exists():
            make_venv()
            made.write_text(json.dumps(where), encoding="utf-8")
        have = read_stamp(packed)
        old = have.get("sections")
        # What was once installed stays: `run` after `test` must not take the developer's tools away.
        together = [name for name in TO_DEVELOP if name in sections or (isinstance(old, list) and name in old)]
        if have.get("of") != want["of"] or together != old:
            packed.unlink(missing_ok=True)
            install(together)
            # Last, so that a set-up cut short is taken up again.
            packed.write_text(json.dumps({**want, "sections": together}), encoding="utf-8")
        if not system.exists():
            prepare_system()
            system.write_text("Qt loads here.\n", encoding="utf-8")
        print(f"Ready after {seconds(time.monotonic() - started)}.", flush=True)


def seconds(duration: float) -> str:
    """A duration as a person says it."""
    minutes, rest = divmod(round(duration), 60)
    return f"{minutes} min {rest} s" if minutes else f"{duration:.1f} s"


def call(*words: object, env: Mapping[str, str] | None = None) -> int:
    """Run a developer's tool from the project's root, with its talk on the terminal."""
    return subprocess.run(
        [str(word) for word in words], cwd=ROOT, env={**os.environ, **(env or {})}, check=False
    ).returncode


def tool(name: str) -> Path:
    """A program that a package put into the virtual environment."""
    return PYTHON.parent / (name + (".exe" if WINDOWS else ""))


def run(words: Sequence[str]) -> int:
    """Open the program; what follows is passed on to it."""
    set_up(TO_RUN)
    say_words()
    # In the caller's own folder, so that file names mean what was typed; PYTHONSAFEPATH keeps that folder's
    # Python files from being taken for ours.
    env = {**os.environ, "PYTHONSAFEPATH": "1"}
    command = [str(PYTHON), "-m", "shopkeeper", *words]
    if not WINDOWS:
        sys.stdout.flush()
        os.execve(command[0], command, env)
    return subprocess.run(command, env=env, check=False).returncode


def test(words: Sequence[str]) -> int:
    """Check everything; with arguments, run pytest alone with those."""
    set_up(TO_DEVELOP)
    say_words()
    if is_root() and shutil.which("apt-get") and not shutil.which("gnome-keyring-daemon"):
        try:
            apt_install(KEYCHAIN)
        except Trouble as trouble:
            print(f"{trouble} The test with a real keychain will be skipped.", flush=True)
    pytest = [PYTHON, "-m", "pytest", "-n", "2"]
    env = {"QT_QPA_PLATFORM": "offscreen", "PYTHONSAFEPATH": "1"}
    if words:
        return call(*pytest[:3], *words, env=env)
    steps: list[tuple[str, list[object]]] = [
        ("ruff check", [tool("ruff"), "check", "--quiet", "."]),
        ("ruff format", [tool("ruff"), "format", "--check", "--quiet", "."]),
        ("mypy", [PYTHON, "-m", "mypy"]),
        ("import-linter", [tool("lint-imports"), "--no-logo"]),
        ("pytest", [*pytest, "-q"]),
    ]
    failed = []
    for name, command in steps:
        print(f"\n== {name}", flush=True)
        started = time.monotonic()
        if call(*command, env=env):
            failed.append(name)
        print(f"== {name}: {'FAILED' if name in failed else 'fine'}, {seconds(time.monotonic() - started)}", flush=True)
    if failed:
        print(f"Not in order: {', '.join(failed)}.", flush=True)
    return 1 if failed else 0


def fix(words: Sequence[str]) -> int:
    """Let ruff mend and lay out the code (all of it, or the given paths)."""
    set_up(TO_DEVELOP)
    where = [Path(word).resolve() for word in words] or [ROOT]
    mended = call(tool("ruff"), "check", "--fix", "--quiet", *where)
    return call(tool("ruff"), "format", "--quiet", *where) or mended


def speed(words: Sequence[str]) -> int:
    """Measure all that has a target, beside SQL LIKE over the same people; --help tells the parts."""
    set_up(TO_DEVELOP)
    return call(PYTHON, "-m", "tests.speed", *words)


def look(words: Sequence[str]) -> int:
    """Write a PNG of every screen, size, theme and text size into DIR."""
    if not words:
        raise Trouble("Say where the pictures go: python3 packaging/dev.py look DIR")
    set_up(TO_DEVELOP)
    say_words()
    env = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    return call(PYTHON, "-m", "tests.look", Path(words[0]).resolve(), *words[1:], env=env)


def words(languages: Sequence[str]) -> int:
    """Harvest every sentence into resources/i18n/*.ts (and begin the given languages), then make the .qm files."""
    set_up(TO_DEVELOP)
    failed = call(PYTHON, ROOT / "packaging" / "words.py", *languages)
    return failed or (0 if say_words() else 1)


def say_words() -> bool:
    """Make the .qm beside each .ts that is newer; the program reads only those."""
    fine = True
    for catalogue in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        spoken = catalogue.with_suffix(".qm")
        if not spoken.exists() or spoken.stat().st_mtime_ns < catalogue.stat().st_mtime_ns:
            answer = quiet(tool("pyside6-lrelease"), "-silent", catalogue, "-qm", spoken)
            if answer.returncode:
                print(f"{catalogue.name} could not be made into {spoken.name}: {last_words(answer)}", flush=True)
                fine = False
    return fine


def build(words: Sequence[str]) -> int:
    """Make an installable program: `build linux` puts a folder that needs no Python into dist/linux/shopkeeper."""
    if list(words) != ["linux"]:
        raise Trouble("Say for what: python3 packaging/dev.py build linux")
    if not sys.platform.startswith("linux"):
        raise Trouble("`build linux` needs a Linux machine: the result holds that system's own files.")
    set_up(TO_DEVELOP)
    say_words()
    if not (shutil.which("objdump") and shutil.which("strip")):
        if not (is_root() and shutil.which("apt-get")):
            raise Trouble(f"objdump and strip are missing. On Debian or Ubuntu, once:\n  {apt_line(['binutils'])}")
        apt_install(["binutils"])
    return call(PYTHON, ROOT / "packaging" / "linux" / "build.py")


def pin(words: Sequence[str]) -> int:
    """Look up the newest allowed packages and write constraints.txt with the hash of every file of each."""
    set_up(TO_DEVELOP)
    return call(PYTHON, ROOT / "packaging" / "pin.py", PINS, *words)


class Verb(NamedTuple):
    """One thing a developer can ask for."""

    name: str
    usage: str
    help: str
    do: Callable[[Sequence[str]], int]


VERBS = (
    Verb("run", "run [ARGS]", "open the program; ARGS go to it (run --demo, run card ana)", run),
    Verb("test", "test [ARGS]", "check everything; with ARGS run pytest alone with those", test),
    Verb("fix", "fix [PATHS]", "let ruff mend and lay out the code", fix),
    Verb("speed", "speed [ARGS]", "measure it, beside SQL LIKE in the same run", speed),
    Verb("look", "look DIR", "write pictures of every screen into DIR", look),
    Verb("words", "words [LANGUAGE...]", "harvest the sentences into resources/i18n, begin LANGUAGEs", words),
    Verb("build", "build linux", "make a program that needs no Python, in dist/", build),
    Verb("pin", "pin [PACKAGE...]", "renew packaging/constraints.txt, or only PACKAGEs in it", pin),
)


def main(arguments: Sequence[str]) -> int:
    """Do the verb that was asked for; the exit code says how it went."""
    wanted = arguments[0] if arguments else "help"
    verb = next((verb for verb in VERBS if verb.name == wanted), None)
    if verb is None:
        print("python3 packaging/dev.py VERB\n")
        for one in VERBS:
            print(f"  {one.usage:<22}{one.help}")
        return 0 if wanted in {"help", "-h", "--help"} else 2
    try:
        return verb.do(arguments[1:])
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

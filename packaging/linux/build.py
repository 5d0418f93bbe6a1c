"""Build the Linux program into dist/linux/shopkeeper and see that it stands on its own. Run as `dev.py build linux`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist" / "linux"
BUILT = DIST / "shopkeeper"
WORK = ROOT / "build" / "linux"
# Seen in a build that picked up the building machine's desktop; none of them may ever come along.
UNWANTED = ("libgtk", "libgdk", "libqgtk3", "libQt6Network", "libQt6Qml", "libssl", "libstdc++", "libGL.", "libEGL.")


def build() -> None:
    """Let PyInstaller do its work, quietly; its warnings are in build/linux."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    places = ["--distpath", str(DIST), "--workpath", str(WORK)]
    subprocess.run(
        [*command, *places, str(ROOT / "packaging/linux/shopkeeper.spec")],
        cwd=ROOT,
        # The same input gives the same bytes.
        env={**os.environ, "SOURCE_DATE_EPOCH": "1795305600", "PYTHONHASHSEED": "0"},
        check=True,
    )


def faults() -> list[str]:
    """What is wrong with the folder as it lies there."""
    wrong = []
    for path in BUILT.rglob("*"):
        if path.is_symlink() and not path.exists():
            wrong.append(f"{path.relative_to(BUILT)} points at nothing")
        if path.name.startswith(UNWANTED):
            wrong.append(f"{path.relative_to(BUILT)} should not have come along")
    wrong += [
        f"resources/{shipped.relative_to(ROOT / 'resources')} is missing"
        for shipped in (ROOT / "resources").rglob("*")
        if shipped.is_file()
        and shipped.suffix != ".ts"
        and not list(BUILT.glob(f"**/resources/{shipped.relative_to(ROOT / 'resources')}"))
    ]
    return wrong


def try_it() -> bool:
    """Whether the built program's own test passes, in a home of its own and without our Python's folders."""
    with tempfile.TemporaryDirectory() as home:
        env = {"PATH": "/usr/bin:/bin", "HOME": home, "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
        return subprocess.run([BUILT / "shopkeeper", "--self-test"], env=env, check=False).returncode == 0


def main() -> int:
    """Build, look it over, run it."""
    started = time.monotonic()
    print("Building with PyInstaller (about a minute) ...", flush=True)
    try:
        build()
    except subprocess.CalledProcessError:
        print("PyInstaller did not finish; what it said is above.", file=sys.stderr)
        return 1
    wrong = faults()
    size = sum(path.lstat().st_size for path in BUILT.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{BUILT.relative_to(ROOT)}: {size / 1e6:.0f} MB in {time.monotonic() - started:.0f} s", flush=True)
    print(*wrong, sep="\n" if wrong else "", end="\n" if wrong else "", file=sys.stderr)
    fine = try_it()
    print("Its self-test passes." if fine else "Its self-test FAILS.", flush=True)
    return 0 if fine and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())

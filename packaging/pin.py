"""Write constraints.txt: one version of every package, with the hash of every file its publisher put out.

Hashes for every platform, so the same file serves Linux, Windows and macOS; no address, so it serves behind any
mirror. Packages that only some platforms or Pythons need carry the marker that says so. Run as `dev.py pin`.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import ssl
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    canonicalize_name,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
PLATFORMS = {"linux": ("Linux", "posix"), "win32": ("Windows", "nt"), "darwin": ("Darwin", "posix")}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")

Environment = Mapping[str, str]
# name -> (name as written, version, what it requires)
Found = dict[str, tuple[str, str, list[Requirement]]]
ENVIRONMENTS: tuple[dict[str, str], ...] = tuple(
    {
        "sys_platform": platform,
        "platform_system": PLATFORMS[platform][0],
        "os_name": PLATFORMS[platform][1],
        "platform_machine": machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    for platform, python, machine in itertools.product(PLATFORMS, PYTHONS, ("x86_64", "arm64"))
)
# The markers we are ready to write, plainest first; a package that fits none of them is for a person to look at.
MARKERS = (
    *(f'sys_platform == "{platform}"' for platform in PLATFORMS),
    *(f'sys_platform != "{platform}"' for platform in PLATFORMS),
    *(f'python_version < "{python}"' for python in PYTHONS[1:]),
    *(f'sys_platform == "{p}" and python_version < "{v}"' for p in PLATFORMS for v in PYTHONS[1:]),
    *(f'sys_platform != "{p}" and python_version < "{v}"' for p in PLATFORMS for v in PYTHONS[1:]),
)


def sections() -> dict[str, list[str]]:
    """What pyproject.toml asks for, under the headings that dev.py installs by."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    return {
        "the program": project["project"]["dependencies"],
        "building": [one for one in groups["build"] if isinstance(one, str)],
        "developers": [one for one in groups["dev"] if isinstance(one, str)],
    }


def pip(*words: str) -> str:
    """What pip answers; its own words if it has none."""
    answer = subprocess.run([sys.executable, "-m", "pip", *words], capture_output=True, text=True, check=False)
    if answer.returncode:
        sys.exit(f"pip could not answer: {answer.stderr.strip().splitlines()[-1]}")
    return answer.stdout


def resolve(wanted: Iterable[str]) -> Found:
    """Every package pip would install for these."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        pip("install", "-qq", "--dry-run", "--ignore-installed", "--report", str(report), *wanted)
        found = json.loads(report.read_text(encoding="utf-8"))["install"]
    return {
        canonicalize_name(one["metadata"]["name"]): (
            one["metadata"]["name"],
            one["metadata"]["version"],
            [Requirement(line) for line in one["metadata"].get("requires_dist", ())],
        )
        for one in found
    }


def applies(requirement: Requirement, environment: Environment) -> bool:
    """Whether a package needs this there; what only an extra asks for is never needed."""
    return requirement.marker is None or requirement.marker.evaluate(dict(environment))


def resolve_everywhere(roots: Sequence[str], kept: Sequence[str]) -> Found:
    """Resolve for this machine, then ask again with whatever other platforms and Pythons need as well."""
    elsewhere: dict[str, str] = {}
    while True:
        found = resolve([*roots, *elsewhere.values(), *kept])
        missing = {
            str(canonicalize_name(need.name)): f"{need.name}{need.specifier}"
            for _, _, needs in found.values()
            for need in needs
            if canonicalize_name(need.name) not in found and any(applies(need, there) for there in ENVIRONMENTS)
        }
        if not missing:
            return found
        elsewhere |= missing


def needed(
    roots: Sequence[str], found: Mapping[str, tuple[str, str, list[Requirement]]], there: Environment
) -> set[str]:
    """The packages that these roots come down to in one environment."""
    seen: set[str] = set()
    todo = [canonicalize_name(Requirement(root).name) for root in roots]
    while todo:
        name = todo.pop()
        if name not in seen:
            seen.add(name)
            todo += [canonicalize_name(need.name) for need in found[name][2] if applies(need, there)]
    return seen


def marker_for(name: str, where: Sequence[Environment]) -> str:
    """The plainest marker true in just these environments, as the end of a line; empty when it is all of them."""
    if len(where) == len(ENVIRONMENTS):
        return ""
    for marker in MARKERS:
        rule = Requirement(f"x; {marker}")
        if [there for there in ENVIRONMENTS if applies(rule, there)] == list(where):
            return f" ; {marker}"
    sys.exit(f"{name} is needed only in some places, and no marker of pin.py says which: add one to MARKERS")


def index_address() -> str:
    """The index that pip itself is set up to use here; never written down."""
    words = " ".join(pip("help", "install").split())
    stated = re.search(r"--index-url <url> .*?\(default (\S+)\)", words)
    configured = subprocess.run(
        [sys.executable, "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True, check=False
    ).stdout.strip()
    address = os.environ.get("PIP_INDEX_URL") or configured or (stated.group(1) if stated else "")
    return address.rstrip("/") or sys.exit("pip does not say which index it uses")


def hashes(name: str, version: str, index: str) -> list[str]:
    """The sha256 of every file published for one version, whatever it is for."""
    request = urllib.request.Request(f"{index}/{name}/", headers={"Accept": "application/vnd.pypi.simple.v1+json"})
    context = ssl.create_default_context(cafile=os.environ.get("PIP_CERT"))
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:
        files = json.load(answer)["files"]
    found = set()
    for file in files:
        try:
            if file["filename"].endswith(".whl"):
                published = parse_wheel_filename(file["filename"])[1]
            else:
                published = parse_sdist_filename(file["filename"])[1]
        except (InvalidWheelFilename, InvalidSdistFilename):
            continue  # eggs and installers of long ago
        if published == Version(version) and not file.get("yanked"):
            found.add(file["hashes"]["sha256"])
    return sorted(found) or sys.exit(f"{name} {version} has no files at the index")


def kept_pins(path: Path, renew: Sequence[str]) -> list[str]:
    """When only some packages are to be renewed, all the others as they are pinned now."""
    if not renew or not path.exists():
        return []
    fresh = {canonicalize_name(name) for name in renew}
    pins = re.findall(r"^([A-Za-z0-9._-]+==\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return [one for one in pins if canonicalize_name(one.split("==")[0]) not in fresh]


def main(path: Path, renew: Sequence[str]) -> int:
    """Resolve, look up the hashes, write the file in one go."""
    wanted = sections()
    roots = [one for group in wanted.values() for one in group]
    found = resolve_everywhere(roots, kept_pins(path, renew))
    everywhere = {name: [there for there in ENVIRONMENTS if name in needed(roots, found, there)] for name in found}
    index = index_address()
    lines = [
        "# One version of every package, with the hash of each of its files on every platform.",
        "# Written by `python3 packaging/dev.py pin` from pyproject.toml; dev.py installs it by the headings below.",
    ]
    done: set[str] = set()
    for heading, group in wanted.items():
        here = set().union(*(needed(group, found, there) for there in ENVIRONMENTS)) - done
        done |= here
        lines += ["", f"## {heading}"]
        for name in sorted(here):
            written, version, _ = found[name]
            print(f"{name} {version}", flush=True)
            lines.append(f"{written}=={version}{marker_for(name, everywhere[name])} \\")
            lines += [f"    --hash=sha256:{one} \\" for one in hashes(name, version, index)]
            lines[-1] = lines[-1].removesuffix(" \\")
    fresh = path.with_suffix(".new")
    fresh.write_text("\n".join(lines) + "\n", encoding="utf-8")
    fresh.replace(path)
    print(f"{len(done)} packages pinned in {path.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))

"""Which folders lie on another machine: each system is asked in its own way."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

# File systems of another machine, and folders that a host shares into a virtual one: none keeps shared memory
# between its users, which SQLite's write-ahead log needs.
_NETWORK: Final = frozenset({
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "webdav", "davfs", "ceph", "coda",
    "lustre", "gluster", "glusterfs", "beegfs", "orangefs", "pvfs2", "9p", "vboxsf", "vmhgfs", "prl_fs", "virtiofs",
    "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.davfs", "fuse.s3fs", "fuse.curlftpfs", "fuse.glusterfs",
    "fuse.smbnetfs", "fuse.google-drive-ocamlfuse", "fuse.onedriver", "fuse.juicefs", "fuse.vmhgfs-fuse",
    "fuse.goofys", "fuse.ceph", "fuse.kio-fuse",
})  # fmt: skip
_MOUNTINFO: Final = Path("/proc/self/mountinfo")


def is_on_network(path: Path) -> bool:
    """Whether this real path (links already followed) lies on a network file system."""
    if sys.platform == "win32":
        return _is_remote_drive(path)
    return kind_of(path, _mounts()) in _NETWORK


def kind_of(path: PurePosixPath | Path, mounts: Iterable[tuple[str, str]]) -> str:
    """The file system that a path lies on: that of the nearest mount point above it, the last one mounted there."""
    best, kind = -1, ""
    for point, name in mounts:
        parts = PurePosixPath(point).parts
        if path.parts[: len(parts)] == parts and len(parts) >= best:
            best, kind = len(parts), name
    return kind


def of_linux(mountinfo: str) -> tuple[tuple[str, str], ...]:
    """Mount points and their file systems, from proc(5) mountinfo."""
    found = []
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.split(" ")[0]
        if len(fields) >= 5 and kind:
            found.append((re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal.group(1), 8)), fields[4]), kind))
    return tuple(found)


def of_macos(mount: str) -> tuple[tuple[str, str], ...]:
    """Mount points and their file systems, from mount(8), such as `//ana@till/shop on /Volumes/shop (smbfs, nodev)`."""
    lines = (re.fullmatch(r".+? on (/.*) \((\w+)[,)].*", line) for line in mount.splitlines())
    return tuple((line.group(1), line.group(2)) for line in lines if line is not None)


def _mounts() -> tuple[tuple[str, str], ...]:
    import subprocess

    try:
        if sys.platform == "darwin":
            return of_macos(
                subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=3, check=True).stdout
            )
        return of_linux(_MOUNTINFO.read_text(encoding="utf-8", errors="surrogateescape"))
    except (OSError, subprocess.SubprocessError):
        return ()


def _is_remote_drive(path: Path) -> bool:
    """Whether Windows counts the drive as remote; a share without a letter always is."""
    if path.drive.startswith("\\\\"):
        return not path.drive.startswith(("\\\\?\\", "\\\\.\\")) or path.drive.upper().startswith("\\\\?\\UNC\\")
    import ctypes

    remote = 4  # DRIVE_REMOTE
    windows = getattr(ctypes, "windll", None)
    return windows is not None and windows.kernel32.GetDriveTypeW(path.drive + "\\") == remote

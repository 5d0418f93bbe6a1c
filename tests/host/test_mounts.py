"""Which folders lie on another machine."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from shopkeeper.host import mounts

_MOUNTINFO = r"""22 28 0:21 / /proc rw,nosuid shared:12 - proc proc rw
28 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
61 28 0:45 / /srv/till rw,relatime shared:30 - nfs4 server:/till rw,vers=4.2
62 28 0:46 / /mnt/the\040shop rw shared:31 - cifs //server/shop rw
63 61 0:47 / /srv/till/usb rw - vfat /dev/sdb1 rw
64 28 0:48 / /srv/desk rw master:2 propagate_from:1 - fuse.sshfs ana@server: rw
65 28 0:49 / /over rw - ext4 /dev/vdb rw
66 28 0:50 / /over rw - nfs server:/x rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/shop", "ext4"),
        ("/srv/till/book.db", "nfs4"),
        ("/srv/till", "nfs4"),
        ("/srv/tillage", "ext4"),
        ("/srv/till/usb/book.db", "vfat"),
        ("/mnt/the shop/book.db", "cifs"),
        ("/srv/desk/x", "fuse.sshfs"),
        ("/over/here", "nfs"),
        ("/", "ext4"),
    ],
)
def test_a_path_lies_on_the_nearest_mount_above_it(path: str, kind: str) -> None:
    assert mounts.kind_of(PurePosixPath(path), mounts.of_linux(_MOUNTINFO)) == kind


def test_a_line_that_is_cut_off_is_passed_over() -> None:
    assert mounts.of_linux("28 1 254:0\n\n28 1 254:0 / / rw - \n") == ()


def test_macos_tells_its_mounts_in_its_own_words() -> None:
    said = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
devfs on /dev (devfs, local, nobrowse)
//ana@till/shop on /Volumes/the shop (smbfs, nodev, nosuid, mounted by ana)
map auto_home on /System/Volumes/Data/home (autofs)
"""
    found = mounts.of_macos(said)
    assert mounts.kind_of(PurePosixPath("/Volumes/the shop/book.db"), found) == "smbfs"
    assert mounts.kind_of(PurePosixPath("/opt/shop"), found) == "apfs"
    assert ("/System/Volumes/Data/home", "autofs") in found

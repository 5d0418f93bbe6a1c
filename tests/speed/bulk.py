"""Bringing many people in, in a child of its own and into an empty book: what it costs."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from shopkeeper.store import Store
from shopkeeper.usecases.job import BRING_IN, Job
from tests.speed.children import Child
from tests.speed.corpus import contacts
from tests.speed.given import KEY, NOW, TODAY


def brought_in(people: int) -> dict[str, Any]:
    """The cost of bringing so many people in."""
    file = contacts(people)
    with tempfile.TemporaryDirectory(prefix="shopkeeper-speed-") as folder:
        Store.create(Path(folder) / "book.db", KEY, now=NOW).close()
        job = Job(BRING_IN, {"file": str(file)}, Path(folder), KEY, TODAY)
        child = Child.begun(job.command, job.line()).waited_for()
        said = child.told()
    if said["done"]["new"] != people:
        raise RuntimeError(f"{said['done']['new']} of {people} people came in")
    return {"bring in": said}

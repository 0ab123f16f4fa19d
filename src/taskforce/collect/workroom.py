"""A place to work in that leaves nothing behind, not even after a power cut."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from taskforce.snapshot.freeze import writing
from taskforce.snapshot.shelf import Shelf

# Enough for the national file in one piece; larger deliveries spill to disk in the workroom.
MEMORY = "900MB"


@contextmanager
def workroom(shelf: Shelf, *, dry_run: bool = False) -> Iterator[Path]:
    """Offer a folder for working files; the shelf is locked meanwhile.

    The folder lies on the shelf, under a name that the next writer sweeps away. A dry run
    neither locks nor touches the shelf.
    """
    if dry_run:
        with tempfile.TemporaryDirectory(prefix="taskforce-") as folder:
            yield Path(folder)
        return
    with writing(shelf.root):
        room = shelf.snapshots_folder / f".incoming-work-{uuid.uuid4().hex}"
        room.mkdir(parents=True)
        try:
            yield room
        finally:
            shutil.rmtree(room, ignore_errors=True)


@contextmanager
def workbench(room: Path) -> Iterator[Any]:
    """Open a DuckDB connection that works in memory and spills into the room."""
    import duckdb

    spill = room / "spill"
    spill.mkdir(exist_ok=True)
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY,
        "temp_directory": str(spill),
        "threads": str(threads()),
        "preserve_insertion_order": "true",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    connection = duckdb.connect(config=settings)
    try:
        yield connection
    finally:
        connection.close()


def threads() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2

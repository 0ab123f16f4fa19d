"""Nothing half finished is ever seen: a folder is made aside, then put in place at one stroke."""

from __future__ import annotations

import fcntl
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from taskforce.vocabulary.errors import Refused

_ASIDE = ".incoming-"


class Busy(Refused):
    """Another run is writing to the shelf: nothing is wrong, and later it will go well."""


@contextmanager
def writing(shelf: Path) -> Iterator[None]:
    """Let one writer at a time change the shelf, and sweep what a killed writer left behind.

    Raises
    ------
    Busy
        Another run is writing to this shelf right now.
    Refused
        The folder cannot be written to.
    """
    try:
        shelf.mkdir(parents=True, exist_ok=True)
        lock = (shelf / ".lock").open("w")
    except OSError as error:
        raise Refused(f"The shelf cannot be written to ({error.strerror}).", file=shelf) from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy(
                "Another run is writing to this shelf.", remedy="Wait until it is done.", file=shelf
            ) from error
        for left_behind in shelf.glob(f"*/**/{_ASIDE}*"):
            shutil.rmtree(left_behind, ignore_errors=True)
        yield


@contextmanager
def freezing(target: Path) -> Iterator[Path]:
    """Offer an empty folder to write in, and put it in place as `target` when all went well.

    Parameters
    ----------
    target
        The folder that shall exist afterwards. The caller holds `writing` on the shelf.

    Yields
    ------
    Path
        A folder beside `target`. When the block ends with an error, or the process is killed,
        `target` never appears.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.parent / f"{_ASIDE}{uuid.uuid4().hex}"
    aside.mkdir()
    try:
        yield aside
        for file in aside.rglob("*"):
            _flush(file)
        _flush(aside)
        replaced = _move_out_of_the_way(target)
        aside.rename(target)
        _flush(target.parent)
        if replaced:
            shutil.rmtree(replaced, ignore_errors=True)
    finally:
        with suppress(FileNotFoundError):
            shutil.rmtree(aside)


def _move_out_of_the_way(target: Path) -> Path | None:
    if not target.exists():
        return None
    old = target.parent / f"{_ASIDE}{uuid.uuid4().hex}"
    target.rename(old)
    return old


def _flush(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

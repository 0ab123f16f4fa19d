"""Keep what was read beside the database, and take it away again where nothing came of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from django.core.files.base import ContentFile


def made(write: Callable[[Path], None]) -> ContentFile[bytes]:
    """A file that something writes, under a name that nobody can guess."""
    with TemporaryDirectory(prefix="taskforce-") as folder:
        target = Path(folder) / "plan"
        write(target)
        return ContentFile(target.read_bytes(), guarded("plan"))


def guarded(ending: str) -> str:
    """A name that nobody can guess."""
    return f"{secrets.token_hex(16)}.{ending}"


def take_away(*paths: str) -> None:
    """Remove files, where they are there."""
    for path in paths:
        Path(path).unlink(missing_ok=True)

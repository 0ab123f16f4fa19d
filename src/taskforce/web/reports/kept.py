"""Keeps what takes a moment to make: once for the same content, and never out of date."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from threading import Lock

from django.conf import settings

from taskforce import __version__
from taskforce.report.paper import paper

# One paper at a time in each process: setting one takes a processor and some memory.
_ONE_AT_A_TIME = Lock()
_DIGITS = 20
# The folder of pictures that belong to no edition.
SHARED = "shared"


def kept(folder: str, name: str, content: bytes, make: Callable[[], bytes]) -> bytes:
    """The file made from a content, from the disk where it has been made before.

    `folder` is the edition's; the content is part of the file's name, so that another content,
    template or version of the software is another file.
    """
    path = root() / folder / f"{_digest(content)}-{name}"
    try:
        return path.read_bytes()
    except FileNotFoundError:
        with _ONE_AT_A_TIME:
            return path.read_bytes() if path.exists() else _written(path, make())


def root() -> Path:
    """Where they are kept."""
    return Path(settings.MEDIA_ROOT) / "reports"


def _written(path: Path, made: bytes) -> bytes:
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        file.write(made)
    # Whoever reads it at the same moment finds the whole file or none.
    os.replace(file.name, path)
    return made


def _digest(content: bytes) -> str:
    return sha256(content + b"\0" + _software()).hexdigest()[:_DIGITS]


@lru_cache(maxsize=1)
def _software() -> bytes:
    templates = sorted(Path(paper.__file__).parent.glob("*.typ"))
    told = (sha256(one.read_bytes()).hexdigest() for one in templates)
    return " ".join((__version__, *told)).encode()

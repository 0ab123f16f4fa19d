"""The two sizes in which a picture is kept: one for a desk, one for a phone."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import PurePosixPath

from PIL import Image

from taskforce.web.profiles.photos.opened import opened

BROAD, NARROW = 1280, 480
ENDING, MEDIA_TYPE = "jpg", "image/jpeg"
_QUALITY = 82


@dataclass(frozen=True, slots=True)
class Sized:
    """A picture as JPEG in both sizes, and how many pixels the broad one measures."""

    broad: bytes
    narrow: bytes
    width: int
    height: int


def sized(content: bytes) -> Sized:
    """Both sizes of a picture that somebody sends.

    Raises
    ------
    ValidationError
        It is no picture that we can read, it is damaged, or it is too large or too small.
    """
    broad = opened(content, at_most=BROAD)
    height = max(1, round(broad.height * NARROW / broad.width))
    narrow = broad.resize((NARROW, height), Image.Resampling.LANCZOS)
    return Sized(_as_jpeg(broad), _as_jpeg(narrow), broad.width, broad.height)


def narrow_name(name: str) -> str:
    """The file of the narrow size, beside the broad one."""
    return str(PurePosixPath(name).with_suffix(f".{NARROW}.{ENDING}"))


def _as_jpeg(picture: Image.Image) -> bytes:
    """Bytes that a newspaper's and every neighbour's system can show."""
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return written.getvalue()

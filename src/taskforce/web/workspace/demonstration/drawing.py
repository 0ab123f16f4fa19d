"""Draw a landscape with a mast, so that the demonstration has a picture that nobody owns."""

from __future__ import annotations

import math
import struct
import zlib

_WIDTH, _HEIGHT = 960, 540
# Sky, far hills, near hills, field, mast.
_COLOURS = (0xDBE8EE, 0xB7CDC2, 0x8CC0A1, 0xE9D9A6, 0x0B4A6F)
_SKY, _FAR, _NEAR, _FIELD, _MAST = range(5)
_FOOT, _TOP, _MAST_X = 330, 90, 640


def landscape() -> bytes:
    """The picture as PNG, the same every time."""
    rows = b"".join(b"\0" + bytes(_colour(x, y) for x in range(_WIDTH)) for y in range(_HEIGHT))
    head = struct.pack(">IIBBBBB", _WIDTH, _HEIGHT, 8, 3, 0, 0, 0)
    palette = b"".join(colour.to_bytes(3, "big") for colour in _COLOURS)
    chunks = (
        (b"IHDR", head),
        (b"PLTE", palette),
        (b"IDAT", zlib.compress(rows, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*one) for one in chunks)


def _colour(x: int, y: int) -> int:
    if _is_mast(x, y):
        return _MAST
    if y > 430 + 14 * math.sin(x / 90):
        return _FIELD
    if y > 350 + 40 * math.sin(x / 170 + 2):
        return _NEAR
    return _FAR if y > 300 + 30 * math.sin(x / 120) else _SKY


def _is_mast(x: int, y: int) -> bool:
    """Two legs that meet at the top, and bars between them."""
    if not _TOP <= y <= _FOOT + 60:
        return False
    half = 3 + (y - _TOP) * 0.09
    off = abs(x - _MAST_X)
    return abs(off - half) < 3 or (off < half and (y - _TOP) % 34 < 4)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

"""Which way is up in a photo: the one thing of its label that is kept."""

from __future__ import annotations

import struct

_LABEL = b"Exif\0\0"
_TAG, _SHORT, _UPRIGHT = 0x0112, 3, 1
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
_ENTRY = 12


def orientation_in(label: bytes) -> int:
    """The orientation that an EXIF label tells, 1 (upright) where it tells none."""
    body = label[len(_LABEL) :]
    order = _ORDERS.get(body[:4])
    if not label.startswith(_LABEL) or order is None:
        return _UPRIGHT
    try:
        (first,) = struct.unpack_from(f"{order}I", body, 4)
        (count,) = struct.unpack_from(f"{order}H", body, first)
        for number in range(count):
            at = first + 2 + number * _ENTRY
            tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", body, at)
            if tag == _TAG:
                return value if value in range(1, 9) else _UPRIGHT
    except struct.error:
        return _UPRIGHT
    return _UPRIGHT


def as_segment(orientation: int) -> bytes:
    """A label that says nothing else; nothing at all for a photo that is upright anyhow."""
    if orientation == _UPRIGHT:
        return b""
    entry = struct.pack("<HHIHH", _TAG, _SHORT, 1, orientation, 0)
    body = _LABEL + b"II*\0" + struct.pack("<IH", 8, 1) + entry + struct.pack("<I", 0)
    return b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body

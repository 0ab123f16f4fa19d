"""Packs files into a zip file without the clock's time: the same files give the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# What a zip file can hold as the earliest day; the content's own day stands inside.
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip file.

    Parameters
    ----------
    files
        By name, in the order they shall lie.

    Returns
    -------
    bytes
        The file; the same for the same names and contents.
    """
    file = BytesIO()
    with ZipFile(file, "w") as packing:
        for name, content in files.items():
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, _READABLE
            packing.writestr(entry, content)
    return file.getvalue()

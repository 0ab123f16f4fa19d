"""Joins map archives of different zoom levels into one (PMTiles, version 3)."""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from taskforce.report.tile_directory import Entry, packed_directory, unpacked_directory
from taskforce.vocabulary.errors import PromiseBroken

# Fixed by the specification: magic, version, eight offsets and lengths, counts, flags, bounds.
_HEADER = struct.Struct("<7sB8Q3Q6B4iB2i")
_HEADER_BYTES = 127
_ROOT_BYTES = 16_384 - _HEADER_BYTES
_GZIP = 2


@dataclass(frozen=True, slots=True)
class Archive:
    """A map archive, opened: its directory, its tiles as one block, and what its header says."""

    entries: tuple[Entry, ...]
    tiles: bytes
    metadata: bytes
    zooms: tuple[int, int]
    tile_type: int
    tile_compression: int
    bounds_e7: tuple[int, int, int, int]


def read_archive(path: Path) -> Archive:
    """Open a map archive.

    Parameters
    ----------
    path
        A PMTiles file, version 3.

    Returns
    -------
    Archive
        Its entries in the order of their tiles, and the tiles' bytes, still compressed.

    Raises
    ------
    PromiseBroken
        The file is no such archive.

    References
    ----------
    PMTiles specification, version 3: github.com/protomaps/PMTiles.
    """
    content = path.read_bytes()
    if content[:8] != b"PMTiles\x03":
        raise PromiseBroken(f"{path.name} is no map archive of the known version.")
    fields = _HEADER.unpack(content[:_HEADER_BYTES])
    root, root_length, meta, meta_length, leaf, _, data, data_length = fields[2:10]
    inner, outer, tile_type, least, most = fields[14:19]
    return Archive(
        entries=tuple(unpacked_directory(content, start=root, length=root_length, leaf=leaf)),
        tiles=content[data : data + data_length],
        metadata=_opened(content[meta : meta + meta_length], inner),
        zooms=(least, most),
        tile_type=tile_type,
        tile_compression=outer,
        bounds_e7=fields[19:23],
    )


def join_archives(archives: Sequence[Archive]) -> Archive:
    """Join archives whose zoom levels follow each other: the first has the lowest.

    Parameters
    ----------
    archives
        At least one; all with the same kind of tiles and the same layer names.

    Returns
    -------
    Archive
        One archive with the tiles of all.
    """
    entries: list[Entry] = []
    before = 0
    for archive in archives:
        entries += [replace(entry, offset=entry.offset + before) for entry in archive.entries]
        before += len(archive.tiles)
    west, south, east, north = zip(*(archive.bounds_e7 for archive in archives), strict=True)
    return replace(
        archives[-1],
        entries=tuple(entries),
        tiles=b"".join(archive.tiles for archive in archives),
        metadata=_with_least_zoom(archives[-1].metadata, archives[0].zooms[0]),
        zooms=(archives[0].zooms[0], archives[-1].zooms[1]),
        bounds_e7=(min(west), min(south), max(east), max(north)),
    )


def _with_least_zoom(metadata: bytes, least: int) -> bytes:
    content = json.loads(metadata)
    for layer in content.get("vector_layers", ()):
        layer["minzoom"] = least
    return json.dumps(content, ensure_ascii=False).encode()


def write_archive(archive: Archive, path: Path) -> None:
    """Write a map archive, its directory in leaves where the specification asks for it."""
    root, leaves = packed_directory(archive.entries, root_bytes=_ROOT_BYTES)
    metadata = gzip.compress(archive.metadata, mtime=0)
    meta_at = _HEADER_BYTES + len(root)
    leaf_at = meta_at + len(metadata)
    data_at = leaf_at + len(leaves)
    west, south, east, north = archive.bounds_e7
    header = _HEADER.pack(
        *(b"PMTiles", 3, _HEADER_BYTES, len(root), meta_at, len(metadata)),
        *(leaf_at, len(leaves), data_at, len(archive.tiles)),
        *(sum(entry.run for entry in archive.entries), len(archive.entries)),
        len({entry.offset for entry in archive.entries}),
        *(0, _GZIP, archive.tile_compression, archive.tile_type, *archive.zooms),
        *archive.bounds_e7,
        *(archive.zooms[0], (west + east) // 2, (south + north) // 2),
    )
    path.write_bytes(b"".join((header, root, metadata, leaves, archive.tiles)))


def _opened(content: bytes, compression: int) -> bytes:
    return gzip.decompress(content) if compression == _GZIP else content

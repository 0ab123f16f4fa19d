"""The table of contents of a map archive: which bytes belong to which tile."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LEAF_ENTRIES = 4096


@dataclass(frozen=True, slots=True)
class Entry:
    """Where the bytes of a tile lie; `run` tiles in a row share them, 0 points to a leaf."""

    tile: int
    offset: int
    length: int
    run: int


def packed_directory(entries: Sequence[Entry], *, root_bytes: int) -> tuple[bytes, bytes]:
    """Write a table of contents, in leaves where the root has no room for it.

    Parameters
    ----------
    entries
        In the order of their tiles.
    root_bytes
        The most bytes that the root may have.

    Returns
    -------
    root, leaves
        Both compressed; no bytes of leaves when the root holds all.
    """
    root = _packed(entries)
    if len(root) <= root_bytes:
        return root, b""
    leaves, pointers, offset = [], [], 0
    for start in range(0, len(entries), _LEAF_ENTRIES):
        part = entries[start : start + _LEAF_ENTRIES]
        leaf = _packed(part)
        pointers.append(Entry(part[0].tile, offset, len(leaf), 0))
        leaves.append(leaf)
        offset += len(leaf)
    return _packed(pointers), b"".join(leaves)


def unpacked_directory(content: bytes, *, start: int, length: int, leaf: int) -> Iterator[Entry]:
    """Read a table of contents, leaves included.

    Parameters
    ----------
    content
        The whole archive.
    start, length
        Where the root lies.
    leaf
        Where the leaves begin.

    Yields
    ------
    Entry
        In the order of their tiles.
    """
    numbers = _numbers(gzip.decompress(content[start : start + length]))
    count = next(numbers)
    steps, runs, lengths, offsets = ([next(numbers) for _ in range(count)] for _ in range(4))
    tile, end = 0, 0
    for step, run, size, offset in zip(steps, runs, lengths, offsets, strict=True):
        tile += step
        at = offset - 1 if offset else end
        end = at + size
        if run:
            yield Entry(tile, at, size, run)
        else:
            yield from unpacked_directory(content, start=leaf + at, length=size, leaf=leaf)


def _packed(entries: Sequence[Entry]) -> bytes:
    tiles = [entry.tile for entry in entries]
    steps = [tile - before for tile, before in zip(tiles, [0, *tiles[:-1]], strict=True)]
    offsets = [entry.offset + 1 for entry in entries]
    columns = (steps, [e.run for e in entries], [e.length for e in entries], offsets)
    numbers = [len(entries), *(number for column in columns for number in column)]
    return gzip.compress(b"".join(map(_written, numbers)), mtime=0)


def _written(number: int) -> bytes:
    """A whole number in as few bytes as it needs, seven bits in each (a "varint")."""
    written = bytearray()
    while number > 0x7F:
        written.append(number & 0x7F | 0x80)
        number >>= 7
    written.append(number)
    return bytes(written)


def _numbers(content: bytes) -> Iterator[int]:
    number, shift = 0, 0
    for byte in content:
        number |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            yield number
            number, shift = 0, 0

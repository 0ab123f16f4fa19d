"""What was predicted for a site is kept, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from taskforce import __version__
from taskforce.prediction.radio import Points, Radio, Transmitter
from taskforce.prediction.terrain import Terrain

# Raise it when the same inputs give other numbers than before.
_METHOD = "ITU-R P.1812-8, 1"
# Whatever leaves is worked out again when it is asked for.
MOST_FILES, MOST_BYTES = 200_000, 2_000_000_000
_ENDING, _SEAL_BYTES = ".levels", 16


@dataclass(frozen=True, slots=True)
class SiteLevels:
    """The signal of one site at the places it reaches, by their number."""

    point: NDArray[np.int32]
    signal_dbm: NDArray[np.float32]
    """A row for each place, a column for each band."""


class Keep:
    """A folder with one file for each site; any file may be deleted at any time."""

    def __init__(self, folder: Path, question: bytes) -> None:
        self._folder = folder
        self._question = question
        folder.mkdir(parents=True, exist_ok=True)

    def find(self, site: Transmitter, *, bands: int) -> SiteLevels | None:
        """What was kept for a site, or None; a file that is not whole counts as none."""
        file, row = self._file(site), _row(bands)
        try:
            content = file.read_bytes()
        except OSError:
            return None
        seal, kept = content[:_SEAL_BYTES], content[_SEAL_BYTES:]
        if seal != _seal(kept) or len(kept) % row.itemsize:
            return None
        # What is asked for stays; see `prune`.
        with suppress(OSError):
            os.utime(file)
        rows = np.frombuffer(kept, row)
        return SiteLevels(rows["point"].copy(), rows["signal_dbm"].reshape(-1, bands).copy())

    def put(self, site: Transmitter, levels: SiteLevels) -> None:
        """Keep the answer for a site under a seal that tells whether all of it got there."""
        rows = np.empty(len(levels.point), _row(levels.signal_dbm.shape[1]))
        rows["point"] = levels.point
        rows["signal_dbm"] = levels.signal_dbm.reshape(rows["signal_dbm"].shape)
        kept = rows.tobytes()
        # Not flushed: for a hundred thousand sites that took longer than predicting them.
        self._file(site).write_bytes(_seal(kept) + kept)

    def _file(self, site: Transmitter) -> Path:
        place = f"{site.easting_m!r} {site.northing_m!r} {site.height_m!r}".encode()
        return self._folder / f"{hashlib.sha256(self._question + place).hexdigest()[:40]}{_ENDING}"


def prune(folder: Path, *, most_files: int = MOST_FILES, most_bytes: int = MOST_BYTES) -> int:
    """Let the answers leave that nobody asked for the longest, until the rest keeps to a bound.

    Parameters
    ----------
    folder
        Where answers are kept; one that is not there holds none.
    most_files, most_bytes
        At most so many files, and so many bytes in all, stay.

    Returns
    -------
    int
        How many left.
    """
    ages = sorted(_ages(folder), reverse=True)
    sums = np.cumsum([size for _, size, _ in ages], dtype=np.int64)
    stays = min(most_files, int(np.searchsorted(sums, most_bytes, "right")))
    for _, _, name in ages[stays:]:
        (folder / name).unlink(missing_ok=True)
    return len(ages[stays:])


def _ages(folder: Path) -> Iterator[tuple[int, int, str]]:
    """When each answer was last asked for, its size in bytes, and its name."""
    for file in folder.glob(f"*{_ENDING}"):
        # Another run may take it away meanwhile.
        with suppress(FileNotFoundError):
            told = file.stat()
            yield told.st_mtime_ns, told.st_size, file.name


def question(terrain: Terrain, points: Points, radio: Radio, floor_dbm: float) -> bytes:
    """A fingerprint of everything but the site that the answer depends on.

    Parameters
    ----------
    terrain, points, radio
        The ground with all its heights, the places, and what is sent.
    floor_dbm
        Below this no signal is kept, dBm.

    Returns
    -------
    bytes
        The same for the same inputs, on any machine.
    """
    digest = hashlib.sha256(f"{_METHOD} {__version__} {floor_dbm!r}".encode())
    ground = (terrain.mode.value, terrain.layer, terrain.west_m, terrain.south_m, terrain.step_m)
    digest.update(repr((ground, radio)).encode())
    for values in (terrain.heights_m, terrain.clutter_m, points.easting_m, points.northing_m):
        digest.update(repr(values.shape).encode())
        digest.update(np.ascontiguousarray(values).data)
    return digest.digest()


def _seal(kept: bytes) -> bytes:
    return hashlib.sha256(kept).digest()[:_SEAL_BYTES]


def _row(bands: int) -> np.dtype[Any]:
    return np.dtype([("point", "<i4"), ("signal_dbm", "<f4", (bands,))])

"""Turns shapes into map tiles: one function, so that the tool behind it can be replaced."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from taskforce.report.features import Features
from taskforce.report.tile_archive import join_archives, read_archive, write_archive


@dataclass(frozen=True, slots=True)
class ZoomBand:
    """The shapes to show from one zoom level to another."""

    features: Features
    least_zoom: int
    most_zoom: int


def write_tiles(bands: Sequence[ZoomBand], target: Path, *, layer: str) -> bool:
    """Write shapes as one map layer.

    Parameters
    ----------
    bands
        What to show at which zoom levels, the lowest first, without gap or overlap. Bands
        without shapes are left out.
    target
        The PMTiles file to write.
    layer
        Name of the layer within the tiles.

    Returns
    -------
    bool
        False when there was nothing to show and no file was written.

    References
    ----------
    docs/decisions/0010-map-tiles-behind-one-function.md
    """
    filled = [band for band in bands if len(band.features)]
    if not filled:
        return False
    with tempfile.TemporaryDirectory(dir=target.parent) as aside:
        parts = []
        for number, band in enumerate(filled):
            source, part = Path(aside, f"{number}.parquet"), Path(aside, f"{number}.pmtiles")
            # The tile maker reads no other compression.
            band.features.write(source, compression="snappy")
            _tile(source, part, layer, (band.least_zoom, band.most_zoom))
            parts.append(part)
        if len(parts) > 1:
            joined = Path(aside, "joined.pmtiles")
            write_archive(join_archives([read_archive(part) for part in parts]), joined)
            parts = [joined]
        os.replace(parts[0], target)
    return True


def _tile(source: Path, target: Path, layer: str, zooms: tuple[int, int]) -> None:
    # Areas are never thinned: a missing hexagon would say that nobody lives there.
    from freestiler import freestile_file

    freestile_file(
        source,
        target,
        layer_name=layer,
        min_zoom=zooms[0],
        max_zoom=zooms[1],
        quiet=True,
        engine="geoparquet",
    )

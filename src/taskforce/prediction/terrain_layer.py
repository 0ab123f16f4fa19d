"""Opens the terrain on the shelf; the heights stay on the disk until they are asked for."""

from __future__ import annotations

import json

import numpy as np

from taskforce.prediction.terrain import Heights, Terrain, TerrainMode, flat
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import PromiseBroken

KIND = "terrain"
HEIGHTS, CLUTTER, GRID = "heights.npy", "clutter.npy", "grid.json"


def terrain_on(shelf: Shelf) -> Terrain:
    """The newest terrain on the shelf; a flat earth where there is none.

    Parameters
    ----------
    shelf
        Where layers lie.

    Returns
    -------
    Terrain
        With mode NONE where no terrain has been collected: say so on every figure.

    Raises
    ------
    PromiseBroken
        The layer is not what its label says.
    """
    layer = shelf.layer(KIND)
    return flat() if layer is None else open_terrain(layer)


def open_terrain(layer: Layer) -> Terrain:
    """Open one layer of terrain, memory-mapped.

    Parameters
    ----------
    layer
        Of the kind "terrain": heights.npy, grid.json, and clutter.npy where it is known.

    Returns
    -------
    Terrain
        Read-only arrays that lie on the disk.

    Raises
    ------
    PromiseBroken
        A file is missing, damaged, or of another size than grid.json says.
    """
    try:
        grid = json.loads((layer.path / GRID).read_text(encoding="utf-8"))
        mode = TerrainMode(grid["mode"])
        heights = _mapped(layer, HEIGHTS)
        clutter = np.empty((0, 0), np.float32)
        if mode is TerrainMode.GROUND_AND_CLUTTER:
            clutter = _mapped(layer, CLUTTER)
        shapes = {heights.shape, clutter.shape if clutter.size else heights.shape}
        if shapes != {(grid["rows"], grid["columns"])}:
            raise ValueError(f"sizes differ: {shapes}")
        return Terrain(
            mode=mode,
            heights_m=heights,
            clutter_m=clutter,
            west_m=float(grid["west_m"]),
            south_m=float(grid["south_m"]),
            step_m=float(grid["step_m"]),
            layer=layer.id,
            filled=int(grid["filled"]),
            demonstration=layer.manifest.demonstration,
        )
    except (OSError, ValueError, KeyError) as error:
        raise PromiseBroken(
            f"The terrain {layer.id} is not as it was frozen ({error}).",
            remedy="Remove the folder and collect the terrain again.",
        ) from error


def _mapped(layer: Layer, name: str) -> Heights:
    array: Heights = np.load(layer.path / name, mmap_mode="r", allow_pickle=False)
    if array.dtype != np.float32:
        raise ValueError(f"{name} holds {array.dtype}, not float32")
    return array

"""Hexagons of the H3 system, for millions of places at once."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]

HEX_RESOLUTION = 8

# H3 draws its hexagons on the twenty flat faces of an icosahedron. On a face they form one even
# grid, turned by this angle at odd resolutions and shrunk by the square root of 7 at each step.
_TURN = np.arcsin(np.sqrt(3 / 28))

# A corner of a face lies two steps of the coarsest grid away from the middle of the face.
_STEPS_TO_CORNER = 2.0


class _Faces(NamedTuple):
    """The twenty faces: middle, direction to a corner and across it, and a step of the grid."""

    middle: Numbers
    along: Numbers
    across: Numbers
    step: float


def hex_cells(
    longitude: Numbers, latitude: Numbers, *, resolution: int = HEX_RESOLUTION
) -> NDArray[np.uint64]:
    """Name the H3 cell of each place.

    The library is asked once for each cell that occurs, not once for each place: on a face of the
    icosahedron the cells are an even grid of hexagons, so the places of one cell are found by
    rounding to the nearest grid point.

    Parameters
    ----------
    longitude, latitude
        Degrees, finite.
    resolution
        8 gives cells of about 0.7 square kilometres.

    Returns
    -------
    array of uint64
        The cell as an integer; `f"{cell:x}"` is its usual name.

    References
    ----------
    H3: a hexagonal hierarchical geospatial indexing system, h3geo.org.
    """
    if len(longitude) == 0:
        return np.empty(0, np.uint64)
    grid = _grid_points(longitude, latitude, resolution)
    _, first, of_place = np.unique(grid, return_index=True, return_inverse=True)
    asked = zip(latitude[first].tolist(), longitude[first].tolist(), strict=True)
    return _asked(list(asked), resolution)[of_place]


def _asked(places: list[tuple[float, float]], resolution: int) -> NDArray[np.uint64]:
    from h3.api import numpy_int as h3

    cells = (h3.latlng_to_cell(latitude, longitude, resolution) for latitude, longitude in places)
    return np.fromiter(cells, np.uint64, count=len(places))


def _grid_points(longitude: Numbers, latitude: Numbers, resolution: int) -> NDArray[np.int64]:
    """The nearest grid point of each place, as one number: face, and two steps on the face."""
    faces = _faces()
    places = _on_the_globe(longitude, latitude)
    face = _nearest(places, faces.middle)
    points = np.empty(len(face), np.int64)
    for one in np.flatnonzero(np.bincount(face)):
        here = face == one
        if here.all():
            return _on_the_face(places, faces, int(one), resolution) + (int(one) << 58)
        points[here] = _on_the_face(places[:, here], faces, int(one), resolution) + (int(one) << 58)
    return points


def _nearest(places: Numbers, directions: Numbers) -> NDArray[np.int8]:
    """The direction that each place lies nearest to."""
    best = np.full(places.shape[1], -np.inf)
    nearest = np.zeros(places.shape[1], np.int8)
    for number, direction in enumerate(directions):
        closeness = _along(places, direction)
        closer = closeness > best
        best[closer] = closeness[closer]
        nearest[closer] = number
    return nearest


def _on_the_face(places: Numbers, faces: _Faces, face: int, resolution: int) -> NDArray[np.int64]:
    """Draw places on a flat face, seen from the middle of the earth, and round to its grid."""
    depth, x, y = (
        _along(places, direction[face]) for direction in (faces.middle, faces.along, faces.across)
    )
    step = depth * (faces.step / np.sqrt(7.0) ** resolution)
    turn = _TURN if resolution % 2 else 0.0
    along = (x * np.cos(turn) + y * np.sin(turn)) / step
    across = (y * np.cos(turn) - x * np.sin(turn)) / step
    return _rounded(along, across)


def _along(places: Numbers, direction: Numbers) -> Numbers:
    # Written out: for three numbers the matrix libraries spend more on their threads than on this.
    return places[0] * direction[0] + places[1] * direction[1] + places[2] * direction[2]


def _rounded(x: Numbers, y: Numbers) -> NDArray[np.int64]:
    """Round to the nearest point of a hexagonal grid, by its three axes, which add up to nought."""
    second = y * (2 / np.sqrt(3.0))
    first = x - second / 2
    axes = np.stack([first, second, -first - second])
    whole = np.rint(axes)
    worst = np.argmax(np.abs(whole - axes), axis=0)
    whole[0] = np.where(worst == 0, -whole[1] - whole[2], whole[0])
    whole[1] = np.where(worst == 1, -whole[0] - whole[2], whole[1])
    return (whole[0].astype(np.int64) << 29) + whole[1].astype(np.int64)


@lru_cache
def _faces() -> _Faces:
    """Find the faces from the twelve corners, which are the twelve pentagons of H3."""
    import h3

    corners = np.array([_on_the_globe(*_middle(cell)) for cell in h3.get_pentagons(0)])
    near = np.sort(corners @ corners.T, axis=1)[0, -2] - 1e-6
    triples = [
        triple
        for triple in combinations(range(12), 3)
        if all(corners[one] @ corners[other] > near for one, other in combinations(triple, 2))
    ]
    middle = np.array([_unit(corners[list(triple)].sum(axis=0)) for triple in triples])
    corner = np.array([corners[triple[0]] for triple in triples])
    drawn = corner / np.einsum("ij,ij->i", corner, middle)[:, None] - middle
    length = np.linalg.norm(drawn, axis=1)
    along = drawn / length[:, None]
    return _Faces(middle, along, np.cross(middle, along), float(length[0]) / _STEPS_TO_CORNER)


def _middle(cell: str) -> tuple[Numbers, Numbers]:
    import h3

    latitude, longitude = h3.cell_to_latlng(cell)
    return np.array(longitude), np.array(latitude)


def _on_the_globe(longitude: Numbers, latitude: Numbers) -> Numbers:
    """Unit vectors from the middle of the earth: three rows of numbers."""
    east, north = np.radians(longitude), np.radians(latitude)
    flat = np.cos(north)
    return np.stack([flat * np.cos(east), flat * np.sin(east), np.sin(north)])


def _unit(vector: Numbers) -> Numbers:
    return vector / np.linalg.norm(vector)

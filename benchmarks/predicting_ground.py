"""Made-up ground to predict on: rough hills, one mast on a full raster, and sites with demand."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.radio import Points, Transmitter
from taskforce.prediction.terrain import Terrain, TerrainMode

STEP_M, CELL_M, RADIUS_M = 50.0, 100.0, 20_000.0
WIDTH_M, HEIGHT_M = 90_000.0, 80_000.0
SITES, DEMAND = 300, 40_000
WEST_M, SOUTH_M = 600_000.0, 6_100_000.0
MAST_M = 30.0
_TOP_M = 126.0


def hills(width_m: float, height_m: float, *, seed: int = 1) -> Terrain:
    """Rough ground around a region, as high as the hills of Zealand; 20 km more on every side."""
    chance = np.random.default_rng(seed)
    shape = [round((side + 2 * RADIUS_M) / STEP_M) + 1 for side in (height_m, width_m)]
    wave = np.hypot(np.fft.fftfreq(shape[0])[:, None], np.fft.fftfreq(shape[1])[None])
    wave[0, 0] = np.inf
    rough = np.fft.ifft2(np.fft.fft2(chance.standard_normal(shape)) * wave**-2.2).real
    heights = (rough - rough.min()) / np.ptp(rough) * _TOP_M
    west_m, south_m = WEST_M - RADIUS_M, SOUTH_M - RADIUS_M
    return Terrain(
        TerrainMode.GROUND,
        heights.astype(np.float32),
        west_m=west_m,
        south_m=south_m,
        step_m=STEP_M,
    )


def raster_around(mast: Transmitter) -> Points:
    """The middles of all cells within the radius: about 125,600."""
    side = np.arange(-RADIUS_M, RADIUS_M, CELL_M) + CELL_M / 2
    east, north = np.meshgrid(side, side)
    inside = np.hypot(east, north) <= RADIUS_M
    return Points(mast.easting_m + east[inside], mast.northing_m + north[inside])


def sites(count: int = SITES, *, seed: int = 2) -> list[Transmitter]:
    """Sites spread evenly by chance."""
    places = _places(count, seed)
    return [
        Transmitter(f"site {number}", float(east), float(north), MAST_M)
        for number, (east, north) in enumerate(places)
    ]


def demand(count: int = DEMAND, *, seed: int = 3) -> Points:
    """Wanting cells: about one in eighteen of the region's."""
    places = _places(count, seed)
    return Points(places[:, 0].copy(), places[:, 1].copy())


def _places(count: int, seed: int) -> NDArray[np.float64]:
    chance = np.random.default_rng(seed)
    size = np.array([WIDTH_M, HEIGHT_M])
    places: NDArray[np.float64] = chance.uniform(0, 1, (count, 2)) * size
    places += np.array([WEST_M, SOUTH_M])
    return places

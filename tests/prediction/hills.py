"""Made-up hills and woods for the tests of the radio model."""

from __future__ import annotations

import numpy as np

from taskforce.prediction.radio import Points, Transmitter
from taskforce.prediction.terrain import Terrain, TerrainMode

WEST_M, SOUTH_M, STEP_M, SIDE = 600_000.0, 6_100_000.0, 50.0, 420
MIDDLE_M = STEP_M * (SIDE - 1) / 2


def hills(seed: int = 1, *, woods: bool = False, top_m: float = 120.0) -> Terrain:
    """Rough ground of 21 × 21 km, from the sea's height to `top_m`, with woods where asked."""
    chance = np.random.default_rng(seed)
    heights = _rough(chance, 2.2)
    heights = (heights - heights.min()) / np.ptp(heights) * top_m
    cover = np.where(_rough(chance, 1.4) > 0.0, chance.choice([10.0, 15.0, 20.0], (SIDE, SIDE)), 0)
    return Terrain(
        TerrainMode.GROUND_AND_CLUTTER if woods else TerrainMode.GROUND,
        heights.astype(np.float32),
        cover.astype(np.float32) if woods else np.empty((0, 0), np.float32),
        WEST_M,
        SOUTH_M,
        STEP_M,
    )


def _rough(chance: np.random.Generator, steepness: float) -> np.ndarray:
    wave = np.hypot(np.fft.fftfreq(SIDE)[:, None], np.fft.fftfreq(SIDE)[None])
    wave[0, 0] = np.inf
    noise = np.fft.fft2(chance.standard_normal((SIDE, SIDE)))
    rough = np.fft.ifft2(noise * wave**-steepness).real
    return rough / rough.std()


def mast(height_m: float = 30.0, identity: str = "mast") -> Transmitter:
    """A mast in the middle of the hills."""
    return Transmitter(identity, WEST_M + MIDDLE_M, SOUTH_M + MIDDLE_M, height_m)


def places(count: int = 300, seed: int = 2) -> Points:
    """Places all over the hills, among them one at the mast's foot and two close by."""
    chance = np.random.default_rng(seed)
    spread = STEP_M * (SIDE - 1)
    east, north = chance.uniform(0.0, spread, (2, count))
    east[:3], north[:3] = MIDDLE_M + np.array([0.0, 3.0, 40.0]), MIDDLE_M
    return Points(WEST_M + east, SOUTH_M + north)

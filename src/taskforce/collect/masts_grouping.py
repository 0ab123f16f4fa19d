"""Antennas at one coordinate hang on one mast; a mast is planned where none of them is in use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from taskforce.collect.areas import NOWHERE, area_of_points, read_areas
from taskforce.snapshot.frozen import Layer
from taskforce.sources.masts.reading import Antenna
from taskforce.vocabulary.coordinates import to_lonlat


@dataclass(frozen=True, slots=True)
class Mast:
    """All antennas at one metre; `municipality` is found by the place where that is known."""

    antennas: tuple[Antenna, ...]
    longitude: float
    latitude: float
    municipality: str | None
    disagrees: bool

    @property
    def easting_m(self) -> int:
        return self.antennas[0].easting_m

    @property
    def northing_m(self) -> int:
        return self.antennas[0].northing_m

    @property
    def planned(self) -> bool:
        return all(one.planned for one in self.antennas)

    @property
    def id(self) -> str:
        """The same for the same coordinate, as long as the mast does not come into use."""
        return f"{'P' if self.planned else 'M'}-{self.easting_m}-{self.northing_m}"

    @property
    def standing(self) -> tuple[Antenna, ...]:
        """The antennas that make the mast what it is: those in use, or all where none is."""
        return tuple(one for one in self.antennas if one.planned == self.planned)

    @property
    def mobile(self) -> bool:
        return any(one.mobile for one in self.standing)

    @property
    def uncertainty_m(self) -> float | None:
        """The largest radius; None where one antenna knows the place exactly."""
        told = [one.radius_m for one in self.standing]
        known = [radius for radius in told if radius is not None]
        return max(known) if len(known) == len(told) else None


def grouped(antennas: Iterable[Antenna], boundaries: Layer | None) -> tuple[Mast, ...]:
    """Group antennas into masts.

    Parameters
    ----------
    antennas
        In any order.
    boundaries
        The layer of municipalities, or None where there is none on the shelf.

    Returns
    -------
    tuple of Mast
        In the order of their coordinates; the municipality is the one that the place lies in, the
        register's own where no area holds the place, None where the register tells none either.
    """
    at: dict[tuple[int, int], list[Antenna]] = {}
    for one in antennas:
        at.setdefault((one.easting_m, one.northing_m), []).append(one)
    places = sorted(at)
    east, north = np.array(places, np.float64).reshape(-1, 2).T
    degrees = np.column_stack(to_lonlat(east, north)).tolist()
    found = _municipalities(east, north, boundaries)
    return tuple(
        _mast(at[place], (longitude, latitude), code)
        for place, (longitude, latitude), code in zip(places, degrees, found, strict=True)
    )


def commonest(values: Iterable[str | None]) -> str | None:
    """What most antennas of a mast say, the first of them where they are even."""
    told = Counter(value for value in values if value is not None)
    return told.most_common(1)[0][0] if told else None


def _mast(antennas: Sequence[Antenna], degrees: tuple[float, float], code: str | None) -> Mast:
    own = commonest(one.municipality for one in antennas)
    return Mast(
        tuple(antennas),
        *degrees,
        municipality=code or own,
        disagrees=bool(code and own and code != own),
    )


def _municipalities(
    east: np.ndarray, north: np.ndarray, boundaries: Layer | None
) -> list[str | None]:
    if boundaries is None:
        return [None] * len(east)
    areas = read_areas(boundaries.file("boundaries"))
    found = area_of_points(east, north, areas)
    return [None if position == NOWHERE else areas.codes[position] for position in found]

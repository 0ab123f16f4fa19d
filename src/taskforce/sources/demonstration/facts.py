"""The few real facts behind the made-up region: towns, postcodes, people, coverage."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taskforce.vocabulary.coordinates import to_metric
from taskforce.vocabulary.towns import towns_file

ATLAS = Path(__file__).parent / "atlas"


@dataclass(frozen=True)
class Places:
    """Named places in columns: one value per place in each."""

    municipality: NDArray[np.str_]
    name: NDArray[np.str_]
    postcode: NDArray[np.str_]
    postal_name: NDArray[np.str_]
    size: NDArray[np.float64]
    easting_m: NDArray[np.float64]
    northing_m: NDArray[np.float64]

    @cached_property
    def positions(self) -> NDArray[np.float64]:
        return np.column_stack([self.easting_m, self.northing_m])


@dataclass(frozen=True, slots=True)
class MunicipalityFacts:
    """What is known of one municipality; `share_2020` is None where it was not published."""

    code: str
    name: str
    population: int
    share_2020: float | None


def towns() -> Places:
    """Towns of 500 inhabitants or more; size is their population."""
    return _places(towns_file(), name="town", size="population")


def anchors() -> Places:
    """Towns and postal districts, also some across the border: what the map is cut by."""
    first, second = towns(), _places(ATLAS / "districts.csv", name="district")
    columns = ("municipality", "name", "postcode", "postal_name", "size", "easting_m", "northing_m")
    return Places(
        **{name: np.concatenate([getattr(first, name), getattr(second, name)]) for name in columns}
    )


def holiday_areas() -> Places:
    """Summer-house areas; size is the approximate number of houses."""
    return _places(ATLAS / "holiday_areas.csv", name="area", size="houses")


def municipalities() -> tuple[MunicipalityFacts, ...]:
    """The region's municipalities in the order of their codes."""
    return tuple(
        MunicipalityFacts(
            code=row["municipality_code"],
            name=row["name"],
            population=int(row["population_2023"]),
            share_2020=int(row["share_100_30_2020"]) / 100 if row["share_100_30_2020"] else None,
        )
        for row in _rows(ATLAS / "municipalities.csv")
    )


def _places(file: Path, *, name: str, size: str = "") -> Places:
    rows = _rows(file)
    easting_m, northing_m = to_metric(
        np.array([float(row["longitude"]) for row in rows]),
        np.array([float(row["latitude"]) for row in rows]),
    )
    return Places(
        municipality=np.array([row["municipality_code"] for row in rows]),
        name=np.array([row[name] for row in rows]),
        postcode=np.array([row.get("postcode", "") for row in rows]),
        postal_name=np.array([row.get("postal_name", "") for row in rows]),
        size=np.array([float(row.get(size) or 0) for row in rows]),
        easting_m=easting_m,
        northing_m=northing_m,
    )


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))

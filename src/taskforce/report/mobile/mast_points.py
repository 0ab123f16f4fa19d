"""The masts of the register as dots on a map: where they stand, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from taskforce.report.figures import Bounds
from taskforce.snapshot.frozen import Layer

_MAST = ("mast_id", "name", "longitude", "latitude", "planned", "mobile", "uncertainty_m")
_ADDRESS = ("road", "house_number", "postcode")
_ANTENNA = ("mast_id", "planned", "service", "generation", "operator", "in_use_since", "expected")


@dataclass(frozen=True, slots=True)
class MastPoint:
    """One mast; coordinates in degrees.

    What the antennas tell is that of those in use, on a planned mast of those that are planned.
    `uncertainty_m` is how far off the place may be, None where it is exact; `since` and
    `expected` are the earliest days that are told. The register tells no height, and the official
    one no operator: `operators` is then empty.
    """

    id: str
    name: str
    longitude: float
    latitude: float
    planned: bool
    mobile: bool
    uncertainty_m: float | None
    address: str
    generations: tuple[str, ...]
    operators: tuple[str, ...]
    services: tuple[str, ...]
    since: date | None
    expected: date | None


def mast_points(layer: Layer, bounds: Bounds | None = None) -> tuple[MastPoint, ...]:
    """Read the masts of a layer.

    Parameters
    ----------
    layer
        The layer "masts" of a shelf.
    bounds
        Only masts within, in degrees; all where it is None.

    Returns
    -------
    tuple of MastPoint
        In the order of the layer, planned ones and other services too.

    Raises
    ------
    NotOnShelf
        The layer holds no masts.
    """
    import pyarrow.parquet as pq

    masts = pq.read_table(layer.file("masts"), columns=[*_MAST, *_ADDRESS]).to_pylist()
    near = {one["mast_id"]: one for one in masts if bounds is None or _within(one, bounds)}
    hung: dict[str, list[dict[str, Any]]] = {name: [] for name in near}
    for one in pq.read_table(layer.file("antennas"), columns=list(_ANTENNA)).to_pylist():
        mast = near.get(one["mast_id"])
        if mast is not None and one["planned"] == mast["planned"]:
            hung[one["mast_id"]].append(one)
    return tuple(_point(mast, hung[name]) for name, mast in near.items())


def _within(mast: dict[str, Any], bounds: Bounds) -> bool:
    east = bounds.west <= mast["longitude"] <= bounds.east
    return east and bounds.south <= mast["latitude"] <= bounds.north


def _point(mast: dict[str, Any], antennas: list[dict[str, Any]]) -> MastPoint:
    door = " ".join(filter(None, (mast["road"], mast["house_number"])))
    return MastPoint(
        id=mast["mast_id"],
        name=mast["name"],
        longitude=mast["longitude"],
        latitude=mast["latitude"],
        planned=mast["planned"],
        mobile=mast["mobile"],
        uncertainty_m=mast["uncertainty_m"],
        address=", ".join(filter(None, (door, mast["postcode"]))),
        generations=_told(one["generation"] for one in antennas),
        operators=_told(one["operator"] for one in antennas),
        services=_told(one["service"] for one in antennas),
        since=_first(one["in_use_since"] for one in antennas),
        expected=_first(one["expected"] for one in antennas),
    )


def _told(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({one for one in values if one}))


def _first(days: Iterable[date | None]) -> date | None:
    return min((one for one in days if one), default=None)

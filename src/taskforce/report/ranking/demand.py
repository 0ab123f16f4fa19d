"""Which homes and firms lack coverage, where they stand, and of how many nothing is known."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from taskforce.prediction.radio import Points
from taskforce.vocabulary.errors import NotOnShelf, Refused, WrongUse
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD, DESIGN_THRESHOLDS, Threshold
from taskforce.vocabulary.technology import FIXED, Technology

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Snapshot

Metres = NDArray[np.float64]
Flags = NDArray[np.bool_]

# The lowest class of speed that the official mapping knows.
MOBILE_THRESHOLD: Threshold = DESIGN_THRESHOLDS[0]


class Need(StrEnum):
    """Who counts as lacking coverage."""

    REPORTED = "reported"
    PREDICTED = "predicted"
    EITHER = "either"
    FIXED = "fixed"

    @property
    def asks_masts(self) -> bool:
        """Whether the masts that stand have a say."""
        return self in (Need.PREDICTED, Need.EITHER)

    @property
    def asks_operators(self) -> bool:
        """Whether the speeds that operators report have a say."""
        return self is not Need.PREDICTED


@dataclass(frozen=True, slots=True, eq=False)
class Addresses:
    """The addresses of an area: where they stand, NaN where that is unknown, and what they lack.

    An address is `lacking`, or `unknown`, or neither.
    """

    easting_m: Metres
    northing_m: Metres
    lacking: Flags
    unknown: Flags

    @property
    def points(self) -> Points:
        """All of them as places; those without one are NaN."""
        return Points(self.easting_m, self.northing_m)


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """The places where coverage is wanted, each once, and how many addresses stand there."""

    points: Points
    weights: NDArray[np.int64]


def need_named(name: str) -> Need:
    """Find a need by its name.

    Parameters
    ----------
    name
        "reported", "predicted", "either" or "fixed".

    Returns
    -------
    Need

    Raises
    ------
    WrongUse
        There is no such need.
    """
    try:
        return Need(name)
    except ValueError as error:
        known = ", ".join(Need)
        raise WrongUse(f'There is no need "{name}".', remedy=f"There is: {known}.") from error


def addresses_in(snapshot: Snapshot, municipalities: Collection[str], need: Need) -> Addresses:
    """Read the addresses of an area, and what the operators report of each.

    Parameters
    ----------
    snapshot
        The frozen coverage.
    municipalities
        Official codes; addresses elsewhere are left out.
    need
        Mobile at 30/5 Mbit/s for reported and either, a fixed line at 100/30 for fixed. For
        predicted nobody is lacking yet: `lacking_by_masts` says who is.

    Returns
    -------
    Addresses
        In the order of the snapshot. An address of which nothing is reported is unknown.

    Raises
    ------
    Refused
        The snapshot has no address there.
    NotOnShelf
        The snapshot tells nothing of mobile, or nothing of fixed lines.
    """
    import ibis

    from taskforce.need.tables import columns

    connection = ibis.duckdb.connect()
    address = snapshot.table(connection, "address")
    there = address.filter(address.municipality.isin(sorted(municipalities)))
    placed = there.select("address_id", "easting_m", "northing_m")
    if need.asks_operators:
        placed = placed.left_join(_standings(snapshot, connection, need), "address_id")
        placed = placed.select("address_id", "easting_m", "northing_m", "standing")
    found = columns(connection, placed.order_by("address_id"))
    count = len(found["address_id"])
    if count == 0:
        raise Refused(
            f"{snapshot.id} has no address in {_named(municipalities)}.",
            remedy="Give the code of a municipality (0360) that was collected.",
        )
    standing = np.ma.asarray(found.get("standing", np.zeros(count, np.bool_)))
    told = ~np.ma.getmaskarray(standing)
    above = np.ma.filled(standing, fill_value=False).astype(bool)
    asked = np.full(count, need.asks_operators)
    return Addresses(
        easting_m=_metres(found["easting_m"]),
        northing_m=_metres(found["northing_m"]),
        lacking=asked & told & ~above,
        unknown=asked & ~told,
    )


def lacking_by_masts(
    addresses: Addresses, reached: Flags, predicted: Flags, need: Need
) -> Addresses:
    """Say who lacks coverage where the masts that stand have a say.

    Parameters
    ----------
    addresses
        What the operators report.
    reached
        Which addresses a standing mast reaches.
    predicted
        For which addresses that could be worked out: they have a place, on the terrain.
    need
        "predicted": nothing but the masts counts. "either": lacking by one is lacking, and an
        address of which one knows nothing is unknown unless the other says that it lacks.

    Returns
    -------
    Addresses
    """
    dark = predicted & ~reached
    if need is Need.PREDICTED:
        return replace(addresses, lacking=dark, unknown=~predicted)
    lacking = addresses.lacking | dark
    return replace(addresses, lacking=lacking, unknown=(addresses.unknown | ~predicted) & ~lacking)


def wanted(addresses: Addresses, held: Flags) -> Wanted:
    """Put lacking addresses at one place together: no site can tell them apart.

    Parameters
    ----------
    addresses
        With what they lack.
    held
        Which of them have a place on the terrain; the others cannot be predicted for.

    Returns
    -------
    Wanted
        Places from west to east, each once; the weights add up to the lacking ones that are held.
    """
    chosen = addresses.lacking & held
    places = np.column_stack([addresses.easting_m[chosen], addresses.northing_m[chosen]])
    each, weights = np.unique(places, axis=0, return_counts=True)
    east, north = np.ascontiguousarray(each.T) if len(each) else (np.empty(0), np.empty(0))
    return Wanted(Points(east, north), weights.astype(np.int64))


def _standings(snapshot: Snapshot, connection: object, need: Need):  # type: ignore[no-untyped-def]  # noqa: ANN202
    from taskforce.need.standing import standing
    from taskforce.need.tables import overflow_table

    asked = FIXED if need is Need.FIXED else (Technology.MOBILE,)
    told = tuple(one for one in asked if one in snapshot.technologies)
    if not told:
        what = "fixed lines" if need is Need.FIXED else "mobile coverage"
        raise NotOnShelf(
            f"{snapshot.id} tells nothing of {what}.",
            remedy="Rank by the masts that stand: --need predicted.",
        )
    speeds = snapshot.table(connection, "speeds")
    threshold = DEFAULT_THRESHOLD if need is Need.FIXED else MOBILE_THRESHOLD
    overflow = overflow_table(snapshot, connection)
    answer = standing(speeds, threshold=threshold, technologies=told, overflow=overflow)
    return speeds.select("address_id", standing=answer)


def _metres(column: NDArray[np.float64]) -> Metres:
    return np.ma.filled(np.ma.asarray(column, float), np.nan)


def _named(municipalities: Collection[str]) -> str:
    if len(municipalities) == 1:
        return f"municipality {next(iter(municipalities))}"
    return "the region"

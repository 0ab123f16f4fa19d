"""White spots: neighbouring addresses without proper internet, in clusters of a useful size."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import ibis
import numpy as np
import shapely

from taskforce.need.cuts import Grouping
from taskforce.need.located import InNeed, clusters, in_need, served
from taskforce.need.nearest import nearest
from taskforce.need.offered import Offered, offered_today, serving_technology
from taskforce.need.outlines import outlines
from taskforce.need.spot_names import spot_names
from taskforce.need.tables import standings
from taskforce.vocabulary.technology import Counting, Technology, counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

    from taskforce.need.clusters import Labels
    from taskforce.snapshot.frozen import Snapshot
    from taskforce.vocabulary.speed import Threshold

_M2_PER_KM2 = 1_000_000


@dataclass(frozen=True, slots=True)
class WhiteSpot:
    """A cluster of addresses below the threshold, within one municipality.

    `id` survives from one snapshot to the next. `hull` is a polygon in EPSG:25832 and
    `area_km2` its area. `nearest_served_m` and `nearest_served_technology` are None where no
    address of the snapshot is served. `municipality` is None where unknown.
    """

    id: str
    municipality: str | None
    addresses: int
    hull: shapely.Polygon
    centre_easting_m: float
    centre_northing_m: float
    area_km2: float
    nearest_served_m: float | None
    nearest_served_technology: Technology | None
    offered_today: dict[Technology, Offered]
    address_ids: tuple[int, ...]

    @property
    def density_per_km2(self) -> float:
        """Addresses below the threshold per square kilometre of the hull."""
        return self.addresses / self.area_km2


def white_spots(
    snapshot: Snapshot,
    *,
    threshold: Threshold,
    counting: Counting = Counting.FIXED,
    grouping: Grouping | None = None,
) -> tuple[WhiteSpot, ...]:
    """Find the clusters of addresses below the threshold.

    Parameters
    ----------
    snapshot
        A frozen snapshot on its shelf.
    threshold
        Any pair of download and upload speed.
    counting
        Fixed technologies only, or all.
    grouping
        How near neighbours are, and how large a white spot may be: 300 m, 200 addresses and
        5 km when left out.

    Returns
    -------
    tuple of WhiteSpot
        The largest first. Addresses whose standing is unknown, and those without a place on the
        map, are in none of them.

    References
    ----------
    docs/figures/white-spots.md
    """
    grouping = grouping or Grouping()
    connection = ibis.duckdb.connect()
    known = standings(snapshot, connection, threshold=threshold, counting=counting)
    addresses = in_need(snapshot, connection, known)
    labels = clusters(addresses, grouping)
    if len(labels) == 0:
        return ()
    with ThreadPoolExecutor(1) as aside:
        # Hulls are drawn outside of Python's lock, while names and neighbours are looked up.
        shapes = aside.submit(_shapes, addresses, labels)
        names = spot_names(
            snapshot, addresses, labels, threshold=threshold, counting=counting, grouping=grouping
        )
        near = _neighbours(
            snapshot,
            connection,
            known,
            clusters=(addresses, labels),
            served_by=(threshold, counted(counting, snapshot.technologies)),
        )
        offers = offered_today(snapshot, connection, addresses.address_id, labels)
    spots = (
        WhiteSpot(id=name, **shape, **close, offered_today=offers.get(label, {}))
        for label, (name, shape, close) in enumerate(zip(names, shapes.result(), near, strict=True))
    )
    return tuple(sorted(spots, key=lambda spot: (-spot.addresses, spot.id)))


def _neighbours(
    snapshot: Snapshot,
    connection: BaseBackend,
    known: ir.Table,
    *,
    clusters: tuple[InNeed, Labels],
    served_by: tuple[Threshold, Sequence[Technology]],
) -> list[dict[str, Any]]:
    """How far each cluster is from the nearest served address, and what serves that one."""
    others = served(snapshot, connection, known)
    here, labels = clusters
    position, distance_m = nearest(
        here.easting_m, here.northing_m, labels, others.easting_m, others.northing_m
    )
    if len(others.address_id) == 0:
        nobody = {"nearest_served_m": None, "nearest_served_technology": None}
        return [nobody] * len(position)
    threshold, technologies = served_by
    address_id = others.address_id[position]
    serves = serving_technology(
        snapshot, connection, address_id, threshold=threshold, technologies=technologies
    )
    return [
        {"nearest_served_m": far, "nearest_served_technology": serves[address]}
        for far, address in zip(distance_m.tolist(), address_id.tolist(), strict=True)
    ]


def _shapes(addresses: InNeed, labels: Labels) -> list[dict[str, Any]]:
    """What the map alone tells of each cluster."""
    order = np.argsort(labels, kind="stable")
    starts = np.unique(labels[order], return_index=True)[1]
    count = np.diff(np.append(starts, len(order)))
    ids = addresses.address_id[order].tolist()
    ends = [*starts[1:].tolist(), len(ids)]
    hull = outlines(addresses.easting_m, addresses.northing_m, labels)
    columns = {
        "municipality": [code or None for code in addresses.municipality[order][starts]],
        "addresses": count.tolist(),
        "hull": hull,
        "centre_easting_m": (np.add.reduceat(addresses.easting_m[order], starts) / count).tolist(),
        "centre_northing_m": (
            np.add.reduceat(addresses.northing_m[order], starts) / count
        ).tolist(),
        "area_km2": (shapely.area(hull) / _M2_PER_KM2).tolist(),
        "address_ids": [
            tuple(ids[first:last]) for first, last in zip(starts.tolist(), ends, strict=True)
        ],
    }
    return [
        dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)
    ]

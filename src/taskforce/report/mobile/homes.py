"""The addresses of the region: where each stands, and what the operators report of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from taskforce.prediction.radio import Points
from taskforce.report.mobile.verdicts import NO, NOTHING, YES, Verdicts
from taskforce.report.ranking.demand import Addresses, Need, addresses_in
from taskforce.vocabulary.technology import Technology

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Snapshot

NOWHERE = ""


@dataclass(frozen=True, slots=True, eq=False)
class Homes:
    """One entry per address, in the order of the snapshot.

    `cell` is an H3 cell, "" where the place is unknown. `reported` is None where the source tells
    nothing of mobile coverage; coordinates in EPSG:25832, NaN where they are unknown.
    """

    municipality: tuple[str, ...]
    cell: tuple[str, ...]
    points: Points
    reported: Verdicts | None

    def __len__(self) -> int:
        return len(self.cell)


def homes_in(snapshot: Snapshot, municipalities: Collection[str]) -> Homes:
    """Read the addresses of a region.

    Parameters
    ----------
    snapshot
        The frozen coverage.
    municipalities
        Official codes; addresses elsewhere, and those of no known municipality, are left out.

    Returns
    -------
    Homes
        Covered is mobile broadband of at least 30/5 Mbit/s.

    Raises
    ------
    Refused
        The snapshot has no address there.
    """
    import ibis

    from taskforce.need.tables import columns

    told = Technology.MOBILE in snapshot.technologies
    addresses = addresses_in(snapshot, municipalities, Need.REPORTED if told else Need.PREDICTED)
    connection = ibis.duckdb.connect()
    address = snapshot.table(connection, "address")
    there = address.filter(address.municipality.isin(sorted(municipalities)))
    placed = there.inner_join(snapshot.table(connection, "place"), "place_id")
    found = columns(
        connection,
        placed.select("address_id", "municipality", cell=placed.hex.fill_null(NOWHERE)).order_by(
            "address_id"
        ),
    )
    return Homes(
        municipality=tuple(found["municipality"].tolist()),
        cell=tuple(found["cell"].tolist()),
        points=addresses.points,
        reported=_reported(addresses) if told else None,
    )


def _reported(addresses: Addresses) -> Verdicts:
    said = np.where(addresses.lacking, NO, YES)
    return np.where(addresses.unknown, NOTHING, said).astype(np.int8)

"""The addresses of a snapshot with their standing and their place on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from taskforce.need.clusters import Labels, Metres
from taskforce.need.cuts import Grouping, grouped
from taskforce.need.tables import columns

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

    from taskforce.snapshot.frozen import Snapshot


@dataclass(frozen=True, slots=True)
class Located:
    """Addresses whose place is known, in the order of the snapshot."""

    address_id: NDArray[np.int32]
    easting_m: Metres
    northing_m: Metres


@dataclass(frozen=True, slots=True)
class InNeed(Located):
    """Addresses below the threshold; `municipality` is "" where unknown."""

    source_id: NDArray[np.object_]
    municipality: NDArray[np.object_]


def in_need(snapshot: Snapshot, connection: BaseBackend, standings: ir.Table) -> InNeed:
    """Read the addresses that are below.

    Parameters
    ----------
    snapshot, connection
        A frozen snapshot, and the DuckDB connection to read it with.
    standings
        What `taskforce.need.tables.standings` returned for it.

    Returns
    -------
    InNeed
        By `address_id`. Those whose standing is unknown, and those without a place on the map,
        are left out.
    """
    below = standings.filter(~standings.standing)
    address = snapshot.table(connection, "address")
    on_the_map = address.filter(address.easting_m.notnull() & address.northing_m.notnull())
    wanted = on_the_map.select(
        "address_id",
        "easting_m",
        "northing_m",
        "source_id",
        municipality=on_the_map.municipality.fill_null(""),
    )
    found = columns(connection, wanted.semi_join(below, "address_id"))
    return InNeed(**{name: np.asarray(values) for name, values in _in_order(found).items()})


def served(snapshot: Snapshot, connection: BaseBackend, standings: ir.Table) -> Located:
    """Read the addresses that are above.

    Parameters
    ----------
    snapshot, connection, standings
        See `in_need`.

    Returns
    -------
    Located
        By `address_id`. Those without a place on the map are left out.
    """
    answers = _in_order(columns(connection, standings.select("address_id", "standing")))
    address = snapshot.table(connection, "address")
    places = _in_order(columns(connection, address.select("address_id", "easting_m", "northing_m")))
    # Both tables hold every address once, in the same order: no need to look one up for another.
    chosen = np.ma.filled(answers["standing"], fill_value=False)
    for metres in ("easting_m", "northing_m"):
        chosen = chosen & ~np.ma.getmaskarray(places[metres])
    return Located(**{name: np.ma.getdata(values)[chosen] for name, values in places.items()})


def clusters(addresses: InNeed, grouping: Grouping) -> Labels:
    """Number the white spots: near neighbours within one municipality, cut where too large.

    Parameters
    ----------
    addresses
        The addresses below.
    grouping
        How near neighbours are, and how large a white spot may be.

    Returns
    -------
    array of int64
        The white spot of each address, consecutive from 0.
    """
    if len(addresses.address_id) == 0:
        return np.zeros(0, np.int64)
    group = np.unique(addresses.municipality.astype(str), return_inverse=True)[1]
    return grouped(addresses.easting_m, addresses.northing_m, group, grouping)


def _in_order(found: dict[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    order = np.argsort(found["address_id"], kind="stable")
    return {name: values[order] for name, values in found.items()}

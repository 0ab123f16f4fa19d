"""What is offered in a white spot today, and what serves its nearest neighbour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import ibis
import numpy as np
import pyarrow as pa
from ibis.util import gen_name
from numpy.typing import NDArray

from taskforce.need.standing import standing
from taskforce.need.tables import overflow_table
from taskforce.vocabulary.speed import KBPS_PER_MBPS, Threshold
from taskforce.vocabulary.technology import Technology

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

    from taskforce.need.clusters import Labels
    from taskforce.snapshot.frozen import Snapshot


class Offered(NamedTuple):
    """One technology in one white spot; speeds in Mbit/s, None where none is known.

    `addresses` is the number where it is offered at all; the speeds are those of their best
    offers. The highest download and the highest upload need not be at the same address.
    """

    addresses: int
    highest_download_mbps: float | None
    highest_upload_mbps: float | None
    median_download_mbps: float | None
    median_upload_mbps: float | None


def offered_today(
    snapshot: Snapshot, connection: BaseBackend, address_id: NDArray[np.int32], labels: Labels
) -> dict[int, dict[Technology, Offered]]:
    """Sum up what each technology offers at the addresses of each cluster.

    Parameters
    ----------
    snapshot, connection
        Where the speeds are, and the DuckDB connection to read them with.
    address_id, labels
        The addresses, and the cluster of each.

    Returns
    -------
    dict
        By cluster and technology; a technology that is offered nowhere in it is left out.
    """
    speeds = _chosen(snapshot, connection, pa.table({"address_id": address_id, "spot": labels}))
    found: defaultdict[int, dict[Technology, Offered]] = defaultdict(dict)
    for technology in snapshot.technologies:
        download, upload = speeds[technology.download_column], speeds[technology.upload_column]
        there = speeds.filter(download > 0)
        kbps = (download.max(), upload.max(), download.median(), upload.median())
        summed = there.group_by("spot").agg(
            there.count(), *(speed.cast("float64") / KBPS_PER_MBPS for speed in kbps)
        )
        for spot, *offered in connection.raw_sql(connection.compile(summed)).fetchall():
            found[spot][technology] = Offered(*offered)
    return dict(found)


def serving_technology(
    snapshot: Snapshot,
    connection: BaseBackend,
    address_id: NDArray[np.int32],
    *,
    threshold: Threshold,
    technologies: Sequence[Technology],
) -> dict[int, Technology]:
    """Tell by which technology each address is served: the first in the order of the house.

    Parameters
    ----------
    snapshot, connection
        Where the speeds are, and the DuckDB connection to read them with.
    address_id
        Addresses above the threshold; may repeat.
    threshold, technologies
        What is enough, and which technologies may count.

    Returns
    -------
    dict
        The technology by address.
    """
    speeds = _chosen(snapshot, connection, pa.table({"address_id": np.unique(address_id)}))
    overflow = overflow_table(snapshot, connection)
    first = ibis.cases(
        *(
            (
                standing(speeds, threshold=threshold, technologies=(each,), overflow=overflow),
                each.value,
            )
            for each in technologies
        ),
    )
    found = connection.compile(speeds.select("address_id", first.name("technology")))
    return {
        address: Technology(name) for address, name in connection.raw_sql(found).fetchall() if name
    }


def _chosen(snapshot: Snapshot, connection: BaseBackend, wanted: pa.Table) -> ir.Table:
    """The speeds of the wanted addresses, looked up once for all questions about them."""
    listed = connection.create_table(gen_name("wanted"), wanted, temp=True)
    found = snapshot.table(connection, "speeds").inner_join(listed, "address_id")
    return connection.create_table(gen_name("speeds"), found, temp=True)

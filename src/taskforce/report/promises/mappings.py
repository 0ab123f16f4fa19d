"""Asks the frozen mappings what they show at the addresses of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import ibis
import pyarrow as pa

from taskforce.need.standing import standing
from taskforce.need.tables import overflow_table, standings
from taskforce.report.promises.ledger import Given, Seen, Shown
from taskforce.siting.plan_list.promise import Key
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD, KBPS_PER_MBPS, Threshold
from taskforce.vocabulary.technology import Counting, Technology

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

    from taskforce.snapshot.frozen import Snapshot

# A technology with the two speeds that are promised on it.
Wish = tuple[Technology, int, int]


@dataclass(frozen=True, slots=True)
class Need:
    """Which addresses the newest mapping puts below the threshold, and of which it says nothing."""

    snapshot: str
    as_of: date
    below: frozenset[str]
    unknown: frozenset[str]


def seen_in(snapshots: Sequence[Snapshot], promises: Sequence[Given]) -> tuple[Seen, ...]:
    """What each mapping shows of each promise.

    Parameters
    ----------
    snapshots
        Frozen mappings, in any order.
    promises
        Each by its address, technology and the speeds it was first given with.

    Returns
    -------
    tuple of Seen
        One for each snapshot: true where the technology alone offers both speeds at the address,
        false where it does not, None where the mapping does not tell or lacks the address.
    """
    return tuple(Seen(one.manifest.as_of, _shown(one, promises)) for one in snapshots)


def need_at(
    snapshot: Snapshot, promises: Iterable[Given], *, threshold: Threshold = DEFAULT_THRESHOLD
) -> Need:
    """The standing of the promised addresses in one mapping, fixed technologies counted.

    Parameters
    ----------
    snapshot
        A frozen mapping.
    promises
        What was promised; only the addresses matter.
    threshold
        What is enough.

    Returns
    -------
    Need
        An address that the mapping lacks is unknown.
    """
    connection = ibis.duckdb.connect()
    known = standings(snapshot, connection, threshold=threshold, counting=Counting.FIXED)
    ids = {one.place.source_id for one in promises}
    told = _answers(snapshot, connection, known, ids)
    return Need(
        snapshot.id,
        snapshot.manifest.as_of,
        below=frozenset(one for one, above in told.items() if above is False),
        unknown=frozenset(one for one in ids if told.get(one) is None),
    )


def _shown(snapshot: Snapshot, promises: Sequence[Given]) -> dict[Key, Shown]:
    connection = ibis.duckdb.connect()
    wishes: dict[Wish, set[str]] = {}
    for one in promises:
        wish = one.first.technology, one.first.download_kbps, one.first.upload_kbps
        wishes.setdefault(wish, set()).add(one.place.source_id)
    found: dict[Key, Shown] = {}
    for (technology, down, up), ids in wishes.items():
        answers = _answers(
            snapshot, connection, _enough(snapshot, connection, technology, down, up), ids
        )
        found |= {(source_id, technology): answers.get(source_id) for source_id in ids}
    return found


def _enough(
    snapshot: Snapshot, connection: BaseBackend, technology: Technology, down: int, up: int
) -> ir.Table:
    threshold = Threshold(Decimal(down) / KBPS_PER_MBPS, Decimal(up) / KBPS_PER_MBPS)
    # Of a technology that the source never mentions, nothing is known.
    counted = [technology] if technology in snapshot.technologies else []
    speeds = snapshot.table(connection, "speeds")
    overflow = overflow_table(snapshot, connection)
    answer = standing(speeds, threshold=threshold, technologies=counted, overflow=overflow)
    return speeds.select("address_id", standing=answer)


def _answers(
    snapshot: Snapshot, connection: BaseBackend, known: ir.Table, ids: set[str]
) -> dict[str, Shown]:
    """The standing of some addresses by the publisher's id."""
    address = snapshot.table(connection, "address").select("address_id", "source_id")
    asked = ibis.memtable(pa.table({"source_id": pa.array(sorted(ids), pa.string())}))
    joined = known.inner_join(address, "address_id").semi_join(asked, "source_id")
    rows = connection.to_pyarrow(joined.select("source_id", "standing")).to_pydict()
    return dict(zip(rows["source_id"], rows["standing"], strict=True))

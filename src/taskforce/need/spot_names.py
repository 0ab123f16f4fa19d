"""Names the white spots of a snapshot after those of the snapshots before it."""

from __future__ import annotations

import itertools
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from taskforce.need.lineage import named
from taskforce.need.located import InNeed, clusters, in_need
from taskforce.need.tables import standings
from taskforce.snapshot.checksum import fingerprint
from taskforce.snapshot.shelf import Shelf

if TYPE_CHECKING:
    from taskforce.need.clusters import Labels
    from taskforce.need.cuts import Grouping
    from taskforce.snapshot.frozen import Snapshot
    from taskforce.vocabulary.speed import Threshold
    from taskforce.vocabulary.technology import Counting

# Raised whenever clusters or names come out differently, so that older notes are not believed.
_METHOD = "1"


def spot_names(
    snapshot: Snapshot,
    addresses: InNeed,
    labels: Labels,
    *,
    threshold: Threshold,
    counting: Counting,
    grouping: Grouping,
) -> list[str]:
    """Name each cluster, following the chain of older snapshots on the same shelf.

    Parameters
    ----------
    snapshot
        The snapshot on its shelf.
    addresses, labels
        Its addresses below the threshold, and the cluster of each.
    threshold, counting, grouping
        What the clusters were made with; the older ones are made with the same.

    Returns
    -------
    list of str
        One name per cluster. The names in older snapshots are noted under `derived/` on the
        shelf, which may be deleted at any time: they are computed anew.
    """
    snapshots = Shelf(snapshot.path.parents[1]).snapshots()
    older = list(itertools.takewhile(lambda one: one.id != snapshot.id, snapshots))
    previous = _names_in(older, threshold=threshold, counting=counting, grouping=grouping)
    return _named(addresses, labels, previous)


def _named(addresses: InNeed, labels: Labels, previous: dict[str, str]) -> list[str]:
    one_each = np.unique(labels, return_index=True)[1]
    return named(
        addresses.source_id.tolist(),
        labels.tolist(),
        addresses.municipality[one_each].tolist(),
        previous,
    )


def _names_in(
    chain: Sequence[Snapshot], *, threshold: Threshold, counting: Counting, grouping: Grouping
) -> dict[str, str]:
    """The name of the spot of each address below in the last snapshot of the chain."""
    if not chain:
        return {}
    *older, last = chain
    note = _note(last, threshold.slug, counting, repr(grouping), *(one.id for one in chain))
    if (noted := _noted(note)) is not None:
        return noted
    previous = _names_in(older, threshold=threshold, counting=counting, grouping=grouping)
    connection = ibis.duckdb.connect()
    known = standings(last, connection, threshold=threshold, counting=counting)
    addresses = in_need(last, connection, known)
    labels = clusters(addresses, grouping)
    names = np.array(_named(addresses, labels, previous), dtype=object)
    found = dict(zip(addresses.source_id.tolist(), names[labels].tolist(), strict=True))
    _write(note, found)
    return found


def _note(snapshot: Snapshot, *question: str) -> Path:
    folder = snapshot.path.parents[1] / "derived" / "white-spots"
    return folder / f"{snapshot.id}-{fingerprint(_METHOD, *question)[:16]}.parquet"


def _noted(note: Path) -> dict[str, str] | None:
    if not note.exists():
        return None
    source_id, name = pq.read_table(note).columns
    return dict(zip(source_id.to_pylist(), name.to_pylist(), strict=True))


def _write(note: Path, names: dict[str, str]) -> None:
    # A shelf that may only be read works just as well; it computes the older names each time.
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        aside = note.with_suffix(f".{os.getpid()}")
        pq.write_table(pa.table({"source_id": list(names), "name": list(names.values())}), aside)
        aside.rename(note)

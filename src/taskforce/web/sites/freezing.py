"""Put the register's sites on the shelf, where the analysis finds them; only when they changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from django.conf import settings

from taskforce import __version__
from taskforce.snapshot import manifest as manifests
from taskforce.snapshot.checksum import checksums
from taskforce.snapshot.freeze import freezing, writing
from taskforce.snapshot.manifest import Manifest
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.provenance import Provenance
from taskforce.web.sites.queries.layer import SitesTable, sites_table

KIND = "sites"
_SHORT = 8


def freeze_sites(*, on: date) -> Manifest | None:
    """Freeze the layer; None where nothing has changed, or no site is on offer.

    Raises
    ------
    Refused
        Another run is writing to the shelf.
    """
    told, shelf = sites_table(), Shelf(settings.SHELF)
    if not told.rows or _is_held(shelf, told):
        return None
    label = _label(told, on, demonstration=_is_demonstration(shelf))
    with (
        writing(shelf.root),
        freezing(shelf.layer_folder(KIND) / label.id) as folder,
    ):
        _fill(folder, told)
        manifests.write(replace(label, files=checksums(folder)), folder)
    return label


def _is_held(shelf: Shelf, told: SitesTable) -> bool:
    newest = shelf.layer(KIND)
    return newest is not None and newest.manifest.fingerprint == told.fingerprint


def _is_demonstration(shelf: Shelf) -> bool:
    return any(one.manifest.demonstration for one in shelf.snapshots())


def _label(told: SitesTable, on: date, *, demonstration: bool) -> Manifest:
    count = len(told.rows)
    return Manifest(
        id=f"{on:%Y-%m-%d}-{told.fingerprint[:_SHORT]}",
        kind=KIND,
        fingerprint=told.fingerprint,
        provenance=Provenance(
            publisher="Digital Taskforce",
            title="Offentlige ejendomme til master",
            licence="CC BY 4.0",
            as_of=on,
            certainty=Certainty.REPORTED,
        ),
        as_of_basis="given",
        collected_at=datetime.now(UTC),
        format="register",
        sources=(),
        rows=count,
        accepted=count,
        rejected=0,
        addresses=count,
        technologies=(),
        software=f"digital-taskforce {__version__}",
        demonstration=demonstration,
    )


def _fill(folder: Path, told: SitesTable) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(told.table(), folder / "sites.parquet", compression="zstd")
    # Nothing of a register can be rejected; the table stands there as in every such layer.
    texts = ("file", "column", "value", "reason", "detail", "row")
    fields = [("line", pa.int64()), *((name, pa.string()) for name in texts)]
    pq.write_table(pa.schema(fields).empty_table(), folder / "rejects.parquet")

"""The layer of measurements: what it held before, and what is added to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from taskforce.collect.identity import AsOf
from taskforce.collect.judgement import described
from taskforce.collect.layers import Counts, Origin, counted, layer_label
from taskforce.collect.measurements_thinning import MEDIANS, Columns
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.manifest import Manifest, SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.measurements.reading import Reading
from taskforce.tables.coverage import REJECTS
from taskforce.tables.measurements import MEASUREMENTS
from taskforce.tables.promise import check
from taskforce.vocabulary.certainty import Certainty

if TYPE_CHECKING:
    import pyarrow as pa

KIND = "measurements"

_ORIGIN = Origin(
    publisher="the owners of the measurements",
    title="Measurements of mobile signal",
    licence="as agreed with the owners",
)


def held_measurements(shelf: Shelf, *, demonstration: bool) -> Layer | None:
    """The layer that new files are added to; made-up and real measurements are never mixed."""
    newest = shelf.layer(KIND)
    return newest if newest and newest.manifest.demonstration == demonstration else None


def label_of(
    held: Layer | None,
    sources: Sequence[SourceFile],
    readings: Sequence[Reading],
    *,
    day: AsOf,
    kept: int,
) -> Manifest:
    """The label of the layer with the new files in it."""
    before = held.manifest if held else None
    layout = {reading.profile.name for reading in readings}
    layout |= set(before.format.split(" + ")) if before else set()
    files = (*(before.sources if before else ()), *sources)
    label = layer_label(KIND, _ORIGIN, files, day=day, layout=" + ".join(sorted(layout)))
    if not label.demonstration:
        told = replace(label.provenance, certainty=Certainty.MEASURED)
        label = replace(label, provenance=told)
    rows = sum(reading.rows for reading in readings)
    rejected = sum(len(reading.rejected) for reading in readings)
    return counted(
        label,
        Counts(
            rows=rows + (before.rows if before else 0),
            accepted=rows - rejected + (before.accepted if before else 0),
            rejected=rejected + (before.rejected if before else 0),
            kept=kept,
        ),
    )


def newest_day(columns: Iterable[Columns]) -> date | None:
    """The day of the latest measurement, or None where no time is told."""
    latest = [times.max() for one in columns if len(times := _known(one["time_utc"]))]
    found: date | None = max(latest).astype("datetime64[D]").item() if latest else None
    return found


def as_table(columns: Columns, *, source: str, layout: str) -> pa.Table:
    """The columns of one source as the promised table."""
    import pyarrow as pa

    rows = len(columns["easting_m"])
    named: dict[str, Any] = {**columns, "source": [source] * rows, "layout": [layout] * rows}
    arrays = []
    for field in MEASUREMENTS.schema():
        values = named[field.name]
        # What a file does not tell is null, never NaN: the two are not the same to a reader.
        unknown = np.isnan(values) if field.name in MEDIANS else None
        arrays.append(pa.array(values, field.type, mask=unknown))
    return pa.Table.from_arrays(arrays, schema=MEASUREMENTS.schema())


def write_layer(
    folder: Path, held: Layer | None, tables: Sequence[pa.Table], readings: Sequence[Reading]
) -> None:
    """Write the measurements and the rejected rows, old and new."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rejected = [described(one) for reading in readings for one in reading.rejected]
    new = {
        MEASUREMENTS: list(tables),
        REJECTS: [pa.Table.from_pylist(rejected, REJECTS.schema())],
    }
    for table, added in new.items():
        before = [pq.read_table(held.file(table.name))] if held else []
        together = pa.concat_tables([*before, *added])
        check(table, together.schema)
        pq.write_table(together, folder / f"{table.name}.parquet", compression="zstd")


def sources_held(held: Layer | None) -> set[str]:
    """The names that rows of the layer carry as their source."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    if held is None:
        return set()
    column = pq.read_table(held.file(MEASUREMENTS.name), columns=["source"])["source"]
    return set(pc.unique(column).to_pylist())


def _known(times: Any) -> Any:
    return times[~np.isnat(times)]

"""The frozen measurements, read as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from taskforce.need.measured_quantiles import Labels, Values, labelled

if TYPE_CHECKING:
    import pyarrow as pa

    from taskforce.snapshot.frozen import Layer

# An operator, a generation or a source that is not told.
NOT_TOLD = ""

_COLUMNS = (
    *("source", "operator", "generation", "time_utc"),
    *("easting_m", "northing_m", "longitude", "latitude", "rsrp_dbm"),
)


@dataclass(frozen=True, slots=True)
class MeasuredRows:
    """One value per measurement; operators, generations and sources as numbers of sorted names."""

    easting_m: Values
    northing_m: Values
    longitude: Values
    latitude: Values
    rsrp_dbm: Values
    day: NDArray[np.datetime64]
    operator: Labels
    operators: tuple[str, ...]
    generation: Labels
    generations: tuple[str, ...]
    source: Labels
    sources: tuple[str, ...]

    def days(self, groups: Labels, count: int) -> tuple[list[date | None], list[date | None]]:
        """The oldest and the newest day of each group; None where no time is told."""
        told = ~np.isnat(self.day)
        numbers = self.day[told].astype(np.int64)
        far = np.iinfo(np.int64).max
        oldest, newest = np.full(count, far), np.full(count, -far)
        np.minimum.at(oldest, groups[told], numbers)
        np.maximum.at(newest, groups[told], numbers)
        return _as_days(oldest, far), _as_days(newest, -far)

    def sources_of(self, groups: Labels, count: int) -> list[tuple[str, ...]]:
        """The sources of each group, by the alphabet."""
        pairs, held = labelled(groups, self.source)
        first = np.zeros((2, held), np.int64)
        first[:, pairs] = groups, self.source
        found: list[list[str]] = [[] for _ in range(count)]
        for group, source in first.T.tolist():
            found[group].append(self.sources[source])
        return [tuple(each) for each in found]


def measured_rows(
    layer: Layer, *, operator: str | None = None, generation: str | None = None
) -> MeasuredRows:
    """Read the measurements of a layer.

    Parameters
    ----------
    layer
        A layer of kind "measurements".
    operator, generation
        Only those of this network, where named.

    Returns
    -------
    MeasuredRows
    """
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    table = pq.read_table(layer.file("measurements"), columns=list(_COLUMNS))
    for name, wanted in (("operator", operator), ("generation", generation)):
        if wanted is not None:
            table = table.filter(pc.equal(pc.fill_null(table[name], NOT_TOLD), wanted))
    words = {name: _numbered(table[name]) for name in ("operator", "generation", "source")}
    return MeasuredRows(
        **{name: table[name].to_numpy().astype(np.float64) for name in _COLUMNS[4:]},
        day=table["time_utc"].to_numpy().astype("datetime64[D]"),
        operator=words["operator"][0],
        operators=words["operator"][1],
        generation=words["generation"][0],
        generations=words["generation"][1],
        source=words["source"][0],
        sources=words["source"][1],
    )


def _numbered(column: pa.ChunkedArray) -> tuple[Labels, tuple[str, ...]]:
    import pyarrow.compute as pc

    told = pc.fill_null(column, NOT_TOLD)
    names: tuple[str, ...] = tuple(sorted(pc.unique(told).to_pylist()))
    numbers: NDArray[Any] = pc.index_in(told, value_set=_texts(names)).to_numpy()
    return numbers.astype(np.int64), names


def _texts(names: tuple[str, ...]) -> pa.Array:
    import pyarrow as pa

    return pa.array(names, pa.string())


def _as_days(numbers: Labels, nothing: int) -> list[date | None]:
    days = np.where(numbers == nothing, 0, numbers).astype("datetime64[D]").tolist()
    return [
        None if number == nothing else day
        for number, day in zip(numbers.tolist(), days, strict=True)
    ]

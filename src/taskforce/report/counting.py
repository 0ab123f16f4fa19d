"""Counts a snapshot once for all that the public sees: every place, use, threshold, technology."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import ibis
import numpy as np

from taskforce.need.standing import standing
from taskforce.need.tables import Tables, open_tables
from taskforce.tables.coverage import USES_PER_PLACE
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting, Technology, counted
from taskforce.vocabulary.use import Use, use_of_code

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from numpy.typing import NDArray

    from taskforce.snapshot.frozen import Snapshot

ADDRESSES = "addresses"


class Place(NamedTuple):
    """The smallest piece of land that is counted: what lies in one of each, and one use."""

    municipality: str
    postcode: str | None
    hex: str | None
    use: Use


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one group; the names of the measures come from the functions below."""

    counts: dict[str, int]

    def __getitem__(self, measure: str) -> int:
        return self.counts[measure]

    def known(self, threshold: Threshold, counting: Counting) -> int:
        return self[below(threshold, counting)] + self[above(threshold, counting)]

    def unknown(self, threshold: Threshold, counting: Counting) -> int:
        return self[ADDRESSES] - self.known(threshold, counting)


@dataclass(frozen=True, slots=True)
class PlaceCounts:
    """What was counted in a region: one entry per place and use."""

    places: tuple[Place, ...]
    measures: dict[str, NDArray[np.int64]]
    technologies: tuple[Technology, ...]
    outside: int

    def by(self, key: Callable[[Place], Hashable]) -> dict[Any, Tally]:
        """Sum up by any property of the places; those whose key is None are left out."""
        keys = [key(place) for place in self.places]
        groups = {name: i for i, name in enumerate(dict.fromkeys(k for k in keys if k is not None))}
        kept = np.array([name is not None for name in keys], dtype=bool)
        codes = np.array([groups[name] for name in keys if name is not None], dtype=np.int64)
        sums = {
            measure: np.bincount(codes, weights=values[kept], minlength=len(groups))
            .astype(np.int64)
            .tolist()
            for measure, values in self.measures.items()
        }
        return {
            name: Tally({measure: values[i] for measure, values in sums.items()})
            for name, i in groups.items()
        }

    def whole(self) -> Tally:
        """The sums of the region."""
        return Tally({measure: int(values.sum()) for measure, values in self.measures.items()})


def below(threshold: Threshold, counting: Counting) -> str:
    """The name of the measure: addresses below the threshold."""
    return f"below {threshold.slug} {counting.value}"


def above(threshold: Threshold, counting: Counting) -> str:
    """The name of the measure: addresses above the threshold."""
    return f"above {threshold.slug} {counting.value}"


def served(threshold: Threshold, technology: Technology) -> str:
    """The name of the measure: addresses that one technology alone lifts above the threshold."""
    return f"served {threshold.slug} {technology.value}"


def count_places(
    snapshot: Snapshot,
    *,
    thresholds: Sequence[Threshold],
    municipalities: Sequence[str],
    only_fixed: bool = False,
) -> PlaceCounts:
    """Count the addresses of a region by place and use, at all thresholds in one pass.

    Parameters
    ----------
    snapshot
        A frozen snapshot.
    thresholds
        The thresholds to count at, each fixed only and with all technologies.
    municipalities
        Codes of the municipalities that belong to the region.
    only_fixed
        Leave out the count with all technologies, and that of each technology alone.

    Returns
    -------
    PlaceCounts
        For each place and use the addresses, those below and above each threshold, and those
        that each technology alone lifts above it. `outside` are the addresses elsewhere.
    """
    tables = open_tables(snapshot)
    answer = _counted(tables, snapshot.technologies, thresholds, only_fixed=only_fixed)
    found = tables.connection.raw_sql(ibis.to_sql(answer, dialect="duckdb")).fetchnumpy()
    place = tables.place.select("place_id", "municipality", "postcode", "hex").to_pyarrow()
    dictionary = {row["place_id"]: row for row in place.to_pylist()}
    rows = [
        _place(dictionary[number // USES_PER_PLACE], use_of_code(number % USES_PER_PLACE))
        for number in found.pop("place_use").tolist()
    ]
    inside = np.array([row.municipality in set(municipalities) for row in rows], dtype=bool)
    measures = {name: np.asarray(values, dtype=np.int64) for name, values in found.items()}
    return PlaceCounts(
        places=tuple(row for row, within in zip(rows, inside, strict=True) if within),
        measures={name: values[inside] for name, values in measures.items()},
        technologies=snapshot.technologies,
        outside=int(measures[ADDRESSES][~inside].sum()),
    )


def _place(row: dict[str, str | None], use: Use) -> Place:
    return Place(row["municipality"] or "", row["postcode"], row["hex"], use)


def _counted(
    tables: Tables,
    technologies: Sequence[Technology],
    thresholds: Sequence[Threshold],
    *,
    only_fixed: bool,
) -> ir.Table:
    cube = tables.cube

    def answers(threshold: Threshold, chosen: Sequence[Technology]) -> ir.BooleanValue:
        return standing(cube, threshold=threshold, technologies=chosen, overflow=tables.overflow)

    columns: dict[str, ir.BooleanValue] = {}
    for threshold in thresholds:
        for counting in (Counting.FIXED,) if only_fixed else Counting:
            columns[above(threshold, counting)] = answers(
                threshold, counted(counting, technologies)
            )
        for technology in () if only_fixed else technologies:
            columns[served(threshold, technology)] = answers(threshold, (technology,))
    answered = cube.select("place_use", "addresses", **columns)
    sums = {name: answered.addresses.sum(where=answered[name]).fill_null(0) for name in columns}
    for threshold in thresholds:
        for counting in (Counting.FIXED,) if only_fixed else Counting:
            lacking = ~answered[above(threshold, counting)]
            sums[below(threshold, counting)] = answered.addresses.sum(where=lacking).fill_null(0)
    return (
        answered.group_by("place_use")
        .agg(addresses=answered.addresses.sum(), **sums)
        .order_by("place_use")
    )

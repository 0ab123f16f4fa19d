"""The overview of need: how many addresses of each area lack proper internet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from taskforce.need.areas import AreaKind, at_place, name_of, places, reading_order
from taskforce.need.standing import standing
from taskforce.need.tables import open_tables, rows
from taskforce.vocabulary.places import load_region
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting, Technology, counted
from taskforce.vocabulary.use import Use

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from taskforce.need.tables import Tables
    from taskforce.snapshot.frozen import Snapshot


@dataclass(frozen=True, slots=True)
class UseNeed:
    """The need among the addresses of one use."""

    addresses: int
    below: int
    unknown: int

    @property
    def share_below(self) -> float | None:
        """The part of the known addresses that is below, 0 to 1; None when none is known."""
        return _share(self.below, self.addresses - self.unknown)


@dataclass(frozen=True, slots=True)
class AreaNeed:
    """The need in one area: addresses, those below the threshold, and those nobody knows of."""

    area: str
    name: str
    addresses: int
    below: int
    unknown: int
    uses: dict[Use, UseNeed] | None = None

    @property
    def share_below(self) -> float | None:
        """The part of the known addresses that is below, 0 to 1; None when none is known."""
        return _share(self.below, self.addresses - self.unknown)


class _Row(NamedTuple):
    area: str
    use: int
    area_name: str
    away: int
    addresses: int
    below: int
    unknown: int


def overview(
    snapshot: Snapshot,
    *,
    threshold: Threshold,
    counting: Counting = Counting.FIXED,
    by: str = AreaKind.MUNICIPALITY,
    split_by_use: bool = False,
    within: str | None = None,
) -> tuple[AreaNeed, ...]:
    """Count the addresses of each area, those below the threshold, and those unknown.

    Parameters
    ----------
    snapshot
        A frozen snapshot.
    threshold
        Any pair of download and upload speed.
    counting
        Fixed technologies only, or all.
    by
        "region", "municipality", "postcode" or "hex".
    split_by_use
        Whether to count each use of the addresses apart as well.
    within
        Code of a region or municipality, to count only there.

    Returns
    -------
    tuple of AreaNeed
        Every area that is present, so that the sum of the parts is the whole: those of the
        default region first, then the others by code, at last area "" for the addresses
        whose area is unknown. The unknown are never part of `below`.

    References
    ----------
    docs/figures/need.md
    """
    kind = AreaKind(by)
    tables = open_tables(snapshot)
    answer = need_by_area(
        tables,
        threshold=threshold,
        technologies=counted(counting, snapshot.technologies),
        kind=kind,
        within=within,
    )
    return _areas(rows(tables.connection, answer, _Row), kind, split_by_use=split_by_use)


def need_by_area(
    tables: Tables,
    *,
    threshold: Threshold,
    technologies: Sequence[Technology],
    kind: AreaKind,
    within: str | None = None,
) -> ir.Table:
    """Express the counts of `overview` for any engine: DuckDB here, Spark elsewhere.

    Parameters
    ----------
    tables
        The snapshot's tables on the engine.
    threshold, technologies
        See `standing`.
    kind, within
        See `places`.

    Returns
    -------
    ir.Table
        One row per area and use: `area`, `use` (code), `area_name`, `away`, `addresses`,
        `below`, `unknown`.
    """
    # Counted by one small integer first; the names of the areas join the few sums afterwards.
    counts = need_by_place(
        tables.cube,
        standing(
            tables.cube, threshold=threshold, technologies=technologies, overflow=tables.overflow
        ),
    )
    home = load_region().code
    placed = at_place(counts, places(tables.place, kind=kind, home=home, within=within))
    return placed.group_by(["area", "use"]).agg(
        area_name=placed.area_name.max(),
        away=placed.away.min(),
        addresses=placed.addresses.sum(),
        below=placed.below.sum(),
        unknown=(placed.addresses - placed.below - placed.above).sum(),
    )


def need_by_place(cube: ir.Table, answer: ir.BooleanValue) -> ir.Table:
    """Count the addresses above and below by place and use.

    Parameters
    ----------
    cube
        The table `cube`, or `speeds` with a column `addresses` of ones.
    answer
        The standing of each row of `cube`.

    Returns
    -------
    ir.Table
        One row per `place_use`: `addresses`, `above`, `below`.
    """
    # A column of its own, so that the engine works it out once and not once for each sum.
    known = cube.select("place_use", "addresses", standing=answer)
    return known.group_by("place_use").agg(
        addresses=known.addresses.sum(),
        above=known.addresses.sum(where=known.standing).fill_null(0),
        below=known.addresses.sum(where=~known.standing).fill_null(0),
    )


def _areas(counts: Sequence[_Row], kind: AreaKind, *, split_by_use: bool) -> tuple[AreaNeed, ...]:
    grouped: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in counts:
        grouped[row.area].append(row)
    name = name_of(kind)
    ordered = sorted(
        grouped.items(), key=lambda one: reading_order(one[0], min(row.away for row in one[1]))
    )
    return tuple(
        AreaNeed(
            area=area,
            name=name(area, max(row.area_name for row in parts)),
            addresses=sum(row.addresses for row in parts),
            below=sum(row.below for row in parts),
            unknown=sum(row.unknown for row in parts),
            uses=_uses(parts) if split_by_use else None,
        )
        for area, parts in ordered
    )


def _uses(parts: Sequence[_Row]) -> dict[Use, UseNeed]:
    needs = {part.use: UseNeed(part.addresses, part.below, part.unknown) for part in parts}
    return {use: needs[use.code] for use in Use if use.code in needs}


def _share(below: int, known: int) -> float | None:
    return below / known if known else None

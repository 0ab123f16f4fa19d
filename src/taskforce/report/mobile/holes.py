"""Finds mobile holes: hexagons side by side where mobile data is reported or measured to fail.

A hexagon belongs to a hole where operators report that three or more of its addresses lack
coverage, or where the measured signal of its best network is too weak. What only is predicted
makes no hole, and a hexagon that nobody has measured is not measured: never without coverage. The
two truths are counted apart, as everywhere; see docs/decisions/0043.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from taskforce.report.count import Count
from taskforce.report.disclosure import LIMIT
from taskforce.report.mobile.overview import CellRow, MobileOverview
from taskforce.report.mobile.showing import shown_overview
from taskforce.report.mobile.shown import ShownCell

if TYPE_CHECKING:
    import shapely

# One weak hexagon in which hardly anybody lives may be a bend of a road; two are a stretch of it.
LEAST_WEAK = 2


@dataclass(frozen=True, slots=True)
class Hole:
    """Hexagons of one municipality that touch each other, small groups withheld.

    `cells` are H3 cells of resolution 8, in order. `addresses` are those reported to lack
    coverage, in hexagons where three or more do; unknown where nothing is reported. `weak_cells`
    are measured and weak, and `weak_addresses` live in them; both are 0 where nobody measured,
    or where the signal is strong: `measured_cells` tells which. The middle is in degrees.
    """

    municipality: str
    cells: tuple[str, ...]
    addresses: Count
    measured_cells: int
    weak_cells: int
    weak_addresses: int
    area_km2: float
    longitude: float
    latitude: float


def holes(overview: MobileOverview, cells: Sequence[CellRow]) -> tuple[Hole, ...]:
    """Group the hexagons that fail, within each municipality.

    Parameters
    ----------
    overview, cells
        With the true counts; see `taskforce.report.mobile.keeping`.

    Returns
    -------
    tuple of Hole
        By municipality and first cell. Groups with fewer than three addresses by either truth,
        and fewer than two weak hexagons, are left out. A hole whose number is withheld is
        still there.

    References
    ----------
    docs/figures/mobile.md, docs/figures/disclosure.md
    """
    shown = {(one.municipality, one.cell): one for one in shown_overview(overview, cells)[1]}
    failing: dict[str, dict[str, CellRow]] = defaultdict(dict)
    for one in cells:
        if one.cell and (one.weak or _lacks(one)):
            failing[one.municipality][one.cell] = one
    found = (
        _hole([rows[cell] for cell in group], shown)
        for _, rows in sorted(failing.items())
        for group in _connected(rows)
        if _is_large_enough([rows[cell] for cell in group])
    )
    return tuple(found)


def outline(cells: Iterable[str]) -> shapely.Geometry:
    """Draw the hexagons of a hole as one shape, in degrees."""
    import shapely

    from taskforce.report.shapes import hexagons

    # A hair's breadth closes the seams that rounding leaves between neighbours.
    return shapely.union_all(hexagons(cells), grid_size=1e-7)


def _lacks(one: CellRow) -> bool:
    return one.reported is not None and one.reported.lacking >= LIMIT


def _is_large_enough(rows: Sequence[CellRow]) -> bool:
    weak = [one for one in rows if one.weak]
    lives = sum(one.addresses for one in weak) >= LIMIT
    return any(map(_lacks, rows)) or lives or len(weak) >= LEAST_WEAK


def _connected(cells: Iterable[str]) -> list[list[str]]:
    import h3

    left, groups = set(cells), []
    for first in sorted(left):
        if first not in left:
            continue
        left.discard(first)
        group, ahead = [first], [first]
        while ahead:
            near = left.intersection(h3.grid_disk(ahead.pop(), 1))
            left -= near
            group += near
            ahead += near
        groups.append(sorted(group))
    return groups


def _hole(rows: Sequence[CellRow], shown: Mapping[tuple[str, str], ShownCell]) -> Hole:
    import h3

    municipality, cells = rows[0].municipality, tuple(one.cell for one in rows)
    weak = [one for one in rows if one.weak]
    middles = [h3.cell_to_latlng(cell) for cell in cells]
    return Hole(
        municipality=municipality,
        cells=cells,
        addresses=_summed(rows, shown),
        measured_cells=sum(one.median_dbm is not None for one in rows),
        weak_cells=len(weak),
        weak_addresses=sum(one.addresses for one in weak),
        area_km2=round(sum(h3.cell_area(cell, unit="km^2") for cell in cells), 2),
        longitude=round(sum(one[1] for one in middles) / len(cells), 5),
        latitude=round(sum(one[0] for one in middles) / len(cells), 5),
    )


def _summed(rows: Sequence[CellRow], shown: Mapping[tuple[str, str], ShownCell]) -> Count:
    if all(one.reported is None for one in rows):
        return Count.UNKNOWN
    told = [shown[one.municipality, one.cell].reported for one in rows if _lacks(one)]
    counts = [one.lacking for one in told if one is not None]
    if any(one.withheld for one in counts):
        return Count.WITHHELD
    return Count(sum(one.value or 0 for one in counts))

"""Reports of the same place belong together; groups below three are shown to nobody outside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import h3
from django.db.models import QuerySet

from taskforce.web.gaps.models import Gap, GapState, Kind

# As with addresses in need: one or two of a kind could be somebody's home.
LEAST = 3


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of a hexagon: how many, of which kinds, and how many have an answer.

    A kind with fewer than three places is not named. `newest` is the first day of a month.
    """

    cell: str
    municipality: str
    count: int
    kinds: tuple[Kind, ...]
    answered: int
    newest: date

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle of the hexagon."""
        latitude, longitude = h3.cell_to_latlng(self.cell)
        return longitude, latitude


def public_groups(reports: QuerySet[Gap] | None = None) -> list[Group]:
    """The groups that everybody may see, the largest first.

    A group is three different places, so that one household alone never makes one.
    """
    every = Gap.objects.all() if reports is None else reports
    by_cell: dict[str, list[Gap]] = defaultdict(list)
    for gap in told(every).exclude(cell="").select_related("municipality"):
        by_cell[gap.cell].append(gap)
    groups = (_group(cell, found) for cell, found in by_cell.items() if is_large(found))
    return sorted(groups, key=lambda one: (-one.count, one.municipality, one.cell))


def near_groups(cell: str) -> list[Group]:
    """The public groups in a hexagon and in the six around it."""
    if not cell:
        return []
    return public_groups(Gap.objects.filter(cell__in=h3.grid_disk(cell, 1)))


def told(reports: QuerySet[Gap]) -> QuerySet[Gap]:
    """Those that still say where something is missing."""
    return reports.exclude(state=GapState.WITHDRAWN).filter(erased_at__isnull=True)


def is_large(reports: Iterable[Gap]) -> bool:
    """Whether the reports come from so many places that none can be told apart."""
    return len({(one.label, one.longitude, one.latitude) for one in reports}) >= LEAST


def same_place(gap: Gap) -> QuerySet[Gap]:
    """The other reports of the same kind within the same hexagon, some 500 m to each side."""
    if not gap.cell:
        return Gap.objects.none()
    alike = told(Gap.objects.filter(cell=gap.cell, kind=gap.kind)).exclude(pk=gap.pk)
    return alike.select_related("municipality")


def _group(cell: str, reports: list[Gap]) -> Group:
    of_kind = {kind: [one for one in reports if one.kind == kind] for kind in Kind}
    names = [one.municipality.name for one in reports]
    return Group(
        cell=cell,
        municipality=max(sorted(set(names)), key=names.count),
        count=len(reports),
        kinds=tuple(kind for kind, found in of_kind.items() if is_large(found)),
        answered=sum(one.state == GapState.ANSWERED for one in reports),
        newest=max(one.received_at for one in reports).date().replace(day=1),
    )

"""Reports of the same place belong together; groups below three are shown to nobody outside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import h3
from django.db.models import QuerySet
from django.utils.translation import gettext

from taskforce.vocabulary.towns import nearest_town
from taskforce.web.gaps.models import Gap, GapState, Kind

# As with addresses in need: one or two of a kind could be somebody's home.
LEAST = 3
# So near to the middle of a town, a place is called by it.
_IN_TOWN_M = 1_500


@dataclass(frozen=True, slots=True)
class Group:
    """The reports of a hexagon: how many, of which kinds, and how many have an answer.

    A kind with fewer than three places is not named. `newest` is the first day of a month.
    """

    cell: str
    municipality: str
    code: str
    count: int
    kinds: tuple[Kind, ...]
    answered: int
    newest: date

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude of the middle of the hexagon."""
        latitude, longitude = h3.cell_to_latlng(self.cell)
        return longitude, latitude

    @property
    def near(self) -> str:
        """The town that the hexagon lies in or by, in words; "" where no town is listed."""
        found = nearest_town(*self.middle, municipality=self.code)
        if found is None:
            return ""
        town, metres = found
        by = gettext("Near %(town)s") % {"town": town.name}
        return town.name if metres <= _IN_TOWN_M else by


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
    names = [(one.municipality.name, one.municipality.code) for one in reports]
    name, code = max(sorted(set(names)), key=names.count)
    return Group(
        cell=cell,
        municipality=name,
        code=code,
        count=len(reports),
        kinds=tuple(kind for kind, found in of_kind.items() if is_large(found)),
        answered=sum(one.state == GapState.ANSWERED for one in reports),
        newest=max(one.received_at for one in reports).date().replace(day=1),
    )

"""The confirmed sites on offer as the shelf's table of sites: what the ranking chooses among."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from taskforce.snapshot.checksum import fingerprint
from taskforce.tables.sites import SITES
from taskforce.web.sites.models import Availability, Site
from taskforce.web.sites.queries.access import on_show

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class SitesTable:
    """The rows as the promise wants them, and the fingerprint of what they say."""

    rows: tuple[dict[str, Any], ...]

    @property
    def fingerprint(self) -> str:
        return fingerprint("sites", *(json.dumps(row, sort_keys=True) for row in self.rows))

    def table(self) -> pa.Table:
        """The rows as an Arrow table."""
        import pyarrow as pa

        return pa.Table.from_pylist(list(self.rows), schema=SITES.schema())


def sites_table() -> SitesTable:
    """Every confirmed site on offer, or in talks; the latter is not to be chosen.

    The rent is the owner's alone and stays out: nobody can recover it from a ranking.
    """
    found = Site.objects.filter(on_show()).select_related("owner", "municipality")
    return SitesTable(tuple(_rows(found.order_by("pk"))))


def _rows(sites: Iterable[Site]) -> Iterable[dict[str, Any]]:
    for one in sites:
        easting, northing = one.metric()
        yield {
            "site_id": one.number,
            "name": one.name,
            "kind": one.kind,
            "owner": one.owner.name,
            "owner_kind": one.owner_kind,
            "municipality": one.municipality.code,
            "easting_m": round(easting, 2),
            "northing_m": round(northing, 2),
            "longitude": one.longitude,
            "latitude": one.latitude,
            "structure_m": one.structure_m,
            "antenna_m": one.top_m,
            "antenna_assumed": one.antenna_m is None,
            "ground_m": one.ground_m,
            "available": one.availability == Availability.OFFERED,
            "annual_cost_dkk": None,
        }

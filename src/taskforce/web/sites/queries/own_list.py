"""One's own sites as a list that can be changed and uploaded again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from taskforce.siting.site_list.listed import SiteRow, Zone
from taskforce.siting.site_list.writing import as_csv, as_geopackage
from taskforce.vocabulary.site import OwnerKind
from taskforce.web.sites.models import ON_SHOW, Site

WRITERS: dict[str, tuple[Callable[[Iterable[SiteRow]], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "gpkg": (as_geopackage, "application/geopackage+sqlite3"),
}


def own_list(kind: str, sites: Iterable[Site]) -> bytes:
    """The sites in one of the formats; the rent is not among what leaves the house."""
    write, _type = WRITERS[kind]
    return write([_row(number, one) for number, one in enumerate(sites, start=2)])


def _row(number: int, site: Site) -> SiteRow:
    easting, northing = site.metric()
    return SiteRow(
        row=number,
        name=site.name,
        kind=site.what,
        easting_m=easting,
        northing_m=northing,
        longitude=site.longitude,
        latitude=site.latitude,
        owner=site.owner.name,
        owner_kind=OwnerKind(site.owner_kind),
        municipality=site.municipality.code,
        structure_m=site.structure_m,
        antenna_m=site.antenna_m,
        ground_m=site.ground_m,
        zone=Zone(site.zone) if site.zone else None,
        designations=tuple(site.designations),
        power=site.power,
        fibre=site.fibre,
        access=site.access,
        load=site.load,
        available=site.availability in ON_SHOW,
        note=site.note,
        own_id=site.list_id or site.number,
    )

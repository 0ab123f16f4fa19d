"""A listed site as it stands in the frozen table of sites, ready to be predicted with."""

from __future__ import annotations

from typing import Any

from taskforce.siting.site_list.finishing import site_id
from taskforce.siting.site_list.listed import SiteRow
from taskforce.vocabulary.site import OwnerKind


def frozen_row(site: SiteRow) -> dict[str, Any]:
    """Write a site as a row of the table `sites`.

    Parameters
    ----------
    site
        The site as it was listed.

    Returns
    -------
    dict
        One value for each column of `taskforce.tables.sites.SITES`. Where the height of antennas
        is not told it is what is usual for the kind, and `antenna_assumed` says so.
    """
    return {
        "site_id": site_id(site),
        "name": site.name,
        "kind": site.kind.value,
        "owner": site.owner,
        "owner_kind": (site.owner_kind or OwnerKind.OTHER).value,
        "municipality": site.municipality,
        "easting_m": site.easting_m,
        "northing_m": site.northing_m,
        "longitude": site.longitude,
        "latitude": site.latitude,
        "structure_m": site.structure_m,
        "antenna_m": site.kind.antenna_m if site.antenna_m is None else site.antenna_m,
        "antenna_assumed": site.antenna_m is None,
        "ground_m": site.ground_m,
        "available": site.available,
        "annual_cost_dkk": site.annual_cost_dkk,
    }

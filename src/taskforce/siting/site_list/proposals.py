"""Propose sites from the building register, so that a municipality need not begin with nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from taskforce.siting.site_list.finishing import owner_of
from taskforce.siting.site_list.listed import SiteList, SiteRow
from taskforce.sources.archive import unpacked
from taskforce.sources.public_property import PublicBuilding, PublicProperty, read_public_property
from taskforce.sources.public_property_codes import OWNERS, public_use
from taskforce.vocabulary.coordinates import to_lonlat
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.site import OwnerKind, SiteKind
from taskforce.vocabulary.text import Text

# The register tells storeys, not heights: what is usual for each, and for the roof.
STOREY_M, ROOF_M = 3.0, 2.0

_ESTIMATED = "Højden er anslået efter etager (3 m for hver og 2 m for taget)."
_OWNERS = {
    "other_municipality": ("En anden kommune", OwnerKind.MUNICIPALITY),
    "region": ("Regionen", OwnerKind.REGION),
    "state": ("Staten", OwnerKind.STATE),
}


def propose(files: Sequence[Path]) -> SiteList:
    """Propose the buildings and plants on public property as sites.

    Parameters
    ----------
    files
        The building register's bygning, grund and ejendomsrelation as CSV, and tekniskanlaeg
        where there is one; or a zip that holds them.

    Returns
    -------
    SiteList
        One site for each building in use that is no outbuilding, and for each plant whose height
        is told, the highest first. Heights are those of the register for plants, and for
        buildings 3 m a storey and 2 m for the roof; the note of the site says so. Nobody has
        looked whether a mast may stand there.

    Raises
    ------
    Refused
        A file cannot be read, or one of the three is missing.
    """
    with TemporaryDirectory(prefix="taskforce-") as room:
        found = read_public_property(_unpacked(files, Path(room)), Path(room))
    wanted = [one for one in found.buildings if _is_wanted(one)]
    placed = [one for one in wanted if one.easting_m and one.northing_m]
    sites = sorted((_site(one) for one in placed), key=_highest_first)
    numbered = tuple(replace(one, row=row) for row, one in enumerate(_on_the_map(sites), start=2))
    return SiteList(numbered, notes=_notes(found, wanted, placed))


def _unpacked(files: Sequence[Path], room: Path) -> list[Path]:
    """The files, those of a zip among them."""
    whole = list[Path]()
    for file in files:
        packed = file.suffix.lower() == ".zip"
        whole += [path for _, path in unpacked(file, room)] if packed else [file]
    return whole


def _is_wanted(one: PublicBuilding) -> bool:
    return bool(one.height_m) if one.is_plant else public_use(one.use) is not None


def _site(one: PublicBuilding) -> SiteRow:
    kind, name, height, note = _described(one)
    owner, owner_kind = _owner(one)
    return SiteRow(
        row=0,
        name=f"{name}, {'anlæg' if one.is_plant else 'bygning'} {one.number} (BFE {one.property})",
        kind=kind,
        easting_m=one.easting_m or 0.0,
        northing_m=one.northing_m or 0.0,
        longitude=0.0,
        latitude=0.0,
        owner=owner,
        owner_kind=owner_kind,
        municipality=one.municipality,
        structure_m=height,
        note=note,
        own_id=f"BBR-{one.id[:8]}",
    )


def _described(one: PublicBuilding) -> tuple[SiteKind, str, float | None, str]:
    """Kind, name, height and note."""
    use = public_use(one.use)
    if one.is_plant or use is None:
        note = f"Forslag fra BBR, anlægskode {one.use}. Højden står i BBR."
        return SiteKind.OTHER, "Teknisk anlæg", one.height_m, note
    told = f"Forslag fra BBR, anvendelseskode {one.use}."
    if one.storeys is None:
        return use.kind, use.name, None, f"{told} BBR kender ikke antallet af etager."
    return use.kind, use.name, STOREY_M * one.storeys + ROOF_M, f"{told} {_ESTIMATED}"


def _owner(one: PublicBuilding) -> tuple[str, OwnerKind]:
    owner = OWNERS[one.owner]
    if owner in _OWNERS:
        return _OWNERS[owner]
    try:
        return owner_of(one.municipality), OwnerKind.MUNICIPALITY
    except WrongUse:
        return f"Kommune {one.municipality}", OwnerKind.MUNICIPALITY


def _highest_first(site: SiteRow) -> tuple[float, str]:
    return -(site.structure_m or 0.0), site.own_id


def _on_the_map(sites: Sequence[SiteRow]) -> list[SiteRow]:
    east = np.array([one.easting_m for one in sites], float)
    north = np.array([one.northing_m for one in sites], float)
    lon, lat = to_lonlat(east, north)
    return [
        replace(one, longitude=float(lon[at]), latitude=float(lat[at]))
        for at, one in enumerate(sites)
    ]


def _notes(
    found: PublicProperty, wanted: Sequence[PublicBuilding], placed: Sequence[PublicBuilding]
) -> tuple[Text, ...]:
    standing, lost = len(found.buildings), len(wanted) - len(placed)
    outside = standing - len(wanted)
    told = [
        Text(
            f"Offentlige ejendomme: {found.properties}, med {standing} bygninger og anlæg i brug.",
            f"Public properties: {found.properties}, with {standing} buildings and plants in use.",
        ),
        Text(
            f"Udhuse, garager og anlæg uden højde, der ikke foreslås: {outside}.",
            f"Outbuildings, garages and plants without a height, not proposed: {outside}.",
        ),
        Text(
            f"Rækker, der ikke gælder længere: {found.past} af {found.rows}.",
            f"Rows no longer in force: {found.past} of {found.rows}.",
        ),
    ]
    if lost:
        told.append(Text(f"Uden koordinat: {lost}.", f"Without a coordinate: {lost}."))
    if found.broken:
        told.append(Text(f"Ødelagte linjer: {found.broken}.", f"Broken lines: {found.broken}."))
    return tuple(told)

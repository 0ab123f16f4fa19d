"""What kinds of public property a mast can stand on, and who owns them."""

from __future__ import annotations

from enum import StrEnum

from taskforce.vocabulary.text import Text


class SiteKind(StrEnum):
    """What stands there, or that nothing does."""

    WATER_TOWER = "water_tower"
    SILO = "silo"
    CHURCH = "church"
    SCHOOL = "school"
    BUILDING = "building"
    CHIMNEY = "chimney"
    MAST = "mast"
    LAND = "land"
    OTHER = "other"

    @property
    def label(self) -> Text:
        return _KINDS[self]

    @property
    def antenna_m(self) -> float:
        """The height over the ground that antennas are predicted with when none is told.

        An assumption of this software, shown wherever it was used: what is usual for the kind,
        and a slender mast of 36 m where the site is land.
        """
        return _ANTENNAS_M[self]


class OwnerKind(StrEnum):
    """Which public body owns the property."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    STATE = "state"
    OTHER = "other"

    @property
    def label(self) -> Text:
        return _OWNERS[self]


_KINDS = {
    SiteKind.WATER_TOWER: Text("Vandtårn", "Water tower"),
    SiteKind.SILO: Text("Silo", "Silo"),
    SiteKind.CHURCH: Text("Kirke", "Church"),
    SiteKind.SCHOOL: Text("Skole", "School"),
    SiteKind.BUILDING: Text("Bygning", "Building"),
    SiteKind.CHIMNEY: Text("Skorsten", "Chimney"),
    SiteKind.MAST: Text("Mast", "Mast"),
    SiteKind.LAND: Text("Areal", "Land"),
    SiteKind.OTHER: Text("Andet", "Other"),
}

_ANTENNAS_M = {
    SiteKind.WATER_TOWER: 30.0,
    SiteKind.SILO: 30.0,
    SiteKind.CHURCH: 20.0,
    SiteKind.SCHOOL: 15.0,
    SiteKind.BUILDING: 15.0,
    SiteKind.CHIMNEY: 35.0,
    SiteKind.MAST: 36.0,
    SiteKind.LAND: 36.0,
    SiteKind.OTHER: 15.0,
}

_OWNERS = {
    OwnerKind.MUNICIPALITY: Text("Kommune", "Municipality"),
    OwnerKind.REGION: Text("Region", "Region"),
    OwnerKind.STATE: Text("Stat", "State"),
    OwnerKind.OTHER: Text("Anden offentlig", "Other public body"),
}

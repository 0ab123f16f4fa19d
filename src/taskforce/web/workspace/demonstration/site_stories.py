"""The public sites of the demonstration: made up, and near real towns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from taskforce.vocabulary.site import SiteKind


@dataclass(frozen=True, slots=True)
class Told:
    """One site; without another owner it is the municipality's own."""

    name: str
    kind: SiteKind
    code: str
    at: tuple[float, float]
    antenna_m: float | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    owner: str = ""


_TOWER = {
    "structure_m": 32.0,
    "power": True,
    "fibre": True,
    "zone": "urban",
    "access": "Nøgle hos kommunens ejendomskontor. Ring dagen før.",
    "load": "300 kg på toppen ifølge tegningen fra 1974.",
    "terms": "Lejemål på ti år. Opsigelse med tolv måneders varsel.",
    "note": "Betonen bliver efterset i efteråret.",
}
_ROOF = {
    "structure_m": 12.0,
    "power": True,
    "fibre": False,
    "zone": "urban",
    "access": "Adgang uden for skoletid.",
    "terms": "Lejemål på fem år.",
}
_LAND = {"power": False, "zone": "rural", "terms": "400 kvadratmeter. Mast på op til 42 meter."}
_WATER, _ROOM, _FIELD = SiteKind.WATER_TOWER, SiteKind.SCHOOL, SiteKind.LAND
SITES = (
    Told("Vandtårnet på Frederiksberg", _WATER, "0340", (11.5461, 55.4170), 34.0, _TOWER),
    Told("Skolen i Dianalund", _ROOM, "0340", (11.4922, 55.5316), 14.0, _ROOF),
    Told("Materielgården i Stenlille", _FIELD, "0340", (11.5897, 55.5391), None, _LAND),
    Told("Siloen ved havnen", SiteKind.SILO, "0259", (12.1925, 55.4560), 45.0, _TOWER),
    Told("Vandtårnet i Nakskov", _WATER, "0360", (11.1412, 54.8330), 38.0, _TOWER),
    Told(
        "Rastepladsen ved motorvejen",
        _FIELD,
        "0340",
        (11.6372, 55.4488),
        facts=_LAND,
        owner="Vejdirektoratet",
    ),
    Told(
        "Taget på blok 4",
        SiteKind.BUILDING,
        "0340",
        (11.5652, 55.4365),
        24.0,
        _ROOF,
        owner="Demoboliger",
    ),
)
PROPOSAL = Told("Brandstationen", SiteKind.BUILDING, "0340", (11.5535, 55.4402))

"""What a list of sites holds: the sites that can be used, the rows that cannot, and notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from taskforce.siting.site_list.faults import Fault
from taskforce.vocabulary.site import OwnerKind, SiteKind
from taskforce.vocabulary.text import Text


class Zone(StrEnum):
    """The planning zone, by the same words as the rules about masts ask for."""

    URBAN = "urban"
    RURAL = "rural"
    HOLIDAY = "holiday"

    @property
    def label(self) -> Text:
        return _ZONES[self]


_ZONES = {
    Zone.URBAN: Text("Byzone", "Urban zone"),
    Zone.RURAL: Text("Landzone", "Rural zone"),
    Zone.HOLIDAY: Text("Sommerhusområde", "Holiday-home area"),
}


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One site as its list tells of it; what the list does not tell is None or an empty text.

    `row` is the line in the file, the column names being line 1. Metres are EPSG:25832, degrees
    EPSG:4326; heights are metres over the ground, `ground_m` over the sea.
    """

    row: int
    name: str
    kind: SiteKind
    easting_m: float
    northing_m: float
    longitude: float
    latitude: float
    owner: str = ""
    owner_kind: OwnerKind | None = None
    municipality: str | None = None
    structure_m: float | None = None
    antenna_m: float | None = None
    ground_m: float | None = None
    zone: Zone | None = None
    designations: tuple[str, ...] = ()
    power: bool | None = None
    fibre: bool | None = None
    access: str = ""
    load: str = ""
    available: bool = True
    annual_cost_dkk: float | None = None
    note: str = ""
    own_id: str = ""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One row that is not taken in: where it stands, what is wrong with it, and the row itself.

    What to do about it is `fault.remedy`.
    """

    file: str
    row: int
    column: str | None
    value: str | None
    fault: Fault
    text: str

    @property
    def remedy(self) -> Text:
        return self.fault.remedy


@dataclass(frozen=True, slots=True)
class SiteList:
    """A list as it was read: every row of it is among `sites` or among `rejected`."""

    sites: tuple[SiteRow, ...]
    rejected: tuple[RejectedRow, ...] = ()
    notes: tuple[Text, ...] = ()

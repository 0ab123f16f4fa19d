"""What the public sees of a region in figures: who lacks what, where, and how that has changed."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.report.count import Count
from taskforce.report.origin import Figure, Origin
from taskforce.vocabulary.technology import Counting, Technology
from taskforce.vocabulary.text import Text
from taskforce.vocabulary.use import Use

NOW = "now"
THEN = "then"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box for the map, in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Area:
    """A municipality as the bundle knows it; `area_km2` is that of its outline, where known."""

    code: str
    slug: str
    name: str
    addresses: int
    neighbours: tuple[str, ...]
    bounds: Bounds | None
    area_km2: float | None = None


@dataclass(frozen=True, slots=True)
class RegionPlace:
    """The region that the bundle covers; `outside` counts the addresses that lie elsewhere."""

    code: str
    slug: str
    name: Text
    language: str
    default_threshold: str
    addresses: int
    outside: int
    bounds: Bounds | None


@dataclass(frozen=True, slots=True)
class UseFigures:
    """The need among the addresses of one use."""

    use: Use
    addresses: Count
    below: Count
    unknown: Count
    share_below: float | None


@dataclass(frozen=True, slots=True)
class TechnologyFigures:
    """How many addresses one technology alone lifts above the threshold.

    `served` may overlap between technologies: an address can have both fibre and cable.
    """

    technology: Technology
    counts: bool
    served: Count


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """The need in a region or municipality. `share_below` is of the known, 0 to 1."""

    code: str
    name: str
    addresses: Count
    below: Count
    unknown: Count
    share_below: float | None
    uses: tuple[UseFigures, ...]
    technologies: tuple[TechnologyFigures, ...]


@dataclass(frozen=True, slots=True)
class PostcodeFigures:
    """The need in the part of a postcode that lies in one municipality."""

    municipality: str
    postcode: str
    addresses: Count
    below: Count
    unknown: Count
    share_below: float | None


@dataclass(frozen=True, slots=True)
class NeedTable:
    """The need at one threshold, one way of counting, and one day."""

    threshold: str
    counting: Counting
    when: str
    origin: Origin
    region: AreaFigures
    areas: tuple[AreaFigures, ...]
    postcodes: tuple[PostcodeFigures, ...]

    def area(self, code: str) -> AreaFigures | None:
        return next((area for area in self.areas if area.code == code), None)

    def in_municipality(self, code: str) -> tuple[PostcodeFigures, ...]:
        return tuple(one for one in self.postcodes if one.municipality == code)

    def below(self, code: str | None = None) -> Figure:
        """The number below in a municipality, or in the region when no code is given."""
        area = self.region if code is None else self.area(code)
        return Figure(area.below if area else None, "addresses", self.origin)

    def share_below(self, code: str | None = None) -> Figure:
        """The share below of the known, in a municipality or in the region."""
        area = self.region if code is None else self.area(code)
        return Figure(area.share_below if area else None, "share", self.origin)


@dataclass(frozen=True, slots=True)
class AreaChange:
    """What became of the need of an area between two snapshots.

    below_then = still + gained + no_longer_known + gone
    below_now = still + lost + newly_known + new

    `still` below both times; `gained` lifted above; `lost` fallen below; `no_longer_known` and
    `newly_known` were or became below with the other day unknown; `gone` and `new` were or are
    below and exist in one snapshot only. `addresses_new` and `addresses_gone` count all such
    addresses, in need or not.
    """

    code: str
    name: str
    below_then: Count
    below_now: Count
    still: Count
    gained: Count
    lost: Count
    newly_known: Count
    no_longer_known: Count
    new: Count
    gone: Count
    addresses_new: int
    addresses_gone: int


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """What changed between two snapshots at one threshold and one way of counting."""

    threshold: str
    counting: Counting
    origin: Origin
    origin_then: Origin
    region: AreaChange
    areas: tuple[AreaChange, ...]

    def area(self, code: str) -> AreaChange | None:
        return next((area for area in self.areas if area.code == code), None)


@dataclass(frozen=True, slots=True)
class WhiteSpotFigures:
    """One white spot; `addresses` is withheld where it would give away a smaller group."""

    id: str
    municipality: str
    addresses: Count
    longitude: float
    latitude: float
    area_km2: float
    nearest_served_m: float | None
    nearest_served_technology: Technology | None
    offered_today: tuple[Technology, ...]


@dataclass(frozen=True, slots=True)
class Scattered:
    """The addresses below the threshold that lie in no white spot of three or more."""

    municipality: str
    addresses: Count


@dataclass(frozen=True, slots=True)
class WhiteSpotTable:
    """The white spots at one threshold, the largest first."""

    threshold: str
    counting: Counting
    origin: Origin
    distance_m: float
    spots: tuple[WhiteSpotFigures, ...]
    scattered: tuple[Scattered, ...]

    def in_municipality(self, code: str) -> tuple[WhiteSpotFigures, ...]:
        return tuple(spot for spot in self.spots if spot.municipality == code)

    def scattered_in(self, code: str) -> Count:
        return next((one.addresses for one in self.scattered if one.municipality == code), Count(0))

"""Who lacks mobile coverage, told three times over: as reported, as measured and as predicted.

An address is counted once in each truth, in the municipality that it belongs to. What a truth
does not know stands apart, and a truth that is not there is None with its reason: it is never 0.
The counts are true ones, also of one or two addresses; whoever shows them to everyone withholds
the small ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.report.ranking.ranking import Assumption, Input
from taskforce.vocabulary.signal import Service
from taskforce.vocabulary.text import Text

# A hexagon with fewer reference signals says nothing: one bend of a road is no hexagon.
LEAST_MEASUREMENTS = 10
REGION = ""


@dataclass(frozen=True, slots=True)
class Reported:
    """What the operators report, in addresses; the three parts make the whole."""

    covered: int
    lacking: int
    unknown: int

    @property
    def addresses(self) -> int:
        """All of them."""
        return self.covered + self.lacking + self.unknown

    @property
    def lacking_share(self) -> float | None:
        """The share of the known ones that lacks coverage, 0 to 1; None where none is known."""
        known = self.covered + self.lacking
        return self.lacking / known if known else None


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured, in hexagons, and the addresses that live in them.

    `cells` hold at least `LEAST_MEASUREMENTS` reference signals of one network; `too_few` were
    measured less, and say nothing. `weak_cells` have a median below the threshold. A hexagon that
    two municipalities share counts in both, and once in the region. `median_dbm` is the median of
    the medians, so that a road driven twice counts once. `oldest` and `newest` are None where no
    measurement tells its time.
    """

    cells: int
    too_few: int
    weak_cells: int
    measurements: int
    addresses: int
    weak_addresses: int
    median_dbm: float | None
    oldest: date | None
    newest: date | None

    @property
    def weak_share(self) -> float | None:
        """The share of the measured hexagons that is weak, 0 to 1; None where none is measured."""
        return self.weak_cells / self.cells if self.cells else None


@dataclass(frozen=True, slots=True)
class Predicted:
    """What the masts in use make likely, in addresses; the four parts make the whole.

    `off_terrain` counts those that nothing could be predicted for: no place, or off the terrain.
    """

    likely: int
    uncertain: int
    unlikely: int
    off_terrain: int

    @property
    def addresses(self) -> int:
        """All of them."""
        return self.likely + self.uncertain + self.unlikely + self.off_terrain

    @property
    def unlikely_share(self) -> float | None:
        """The share of the predicted ones where coverage is unlikely; None where there is none."""
        predicted = self.addresses - self.off_terrain
        return self.unlikely / predicted if predicted else None


@dataclass(frozen=True, slots=True)
class Difference:
    """How often two truths contradict each other.

    `addresses` of `compared` do: those of which both truths say something. `cells` are hexagons
    with at least one such address.
    """

    kind: Disagreement
    addresses: int
    compared: int
    cells: int


@dataclass(frozen=True, slots=True)
class Absent:
    """A truth that is not there, and why; in both languages."""

    truth: Truth
    danish: str
    english: str

    @property
    def reason(self) -> Text:
        """Why, in both languages."""
        return Text(self.danish, self.english)


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A municipality, or the whole region with the code "".

    `differences` holds only those kinds that could be asked of some address; a kind that is not
    there is not known, which is not the same as 0. `differing` are the addresses with at least
    one, None where nothing could be compared. `absent` says why a truth is None.
    """

    code: str
    name: str
    addresses: int
    reported: Reported | None
    measured: Measured | None
    predicted: Predicted | None
    differing: int | None
    differences: tuple[Difference, ...]
    absent: tuple[Absent, ...]

    def difference(self, kind: Disagreement) -> Difference | None:
        """How often two truths contradict each other in this way; None where it is not known."""
        return next((one for one in self.differences if one.kind is kind), None)

    def why_absent(self, truth: Truth) -> Text | None:
        """Why a truth is not there; None where it is."""
        return next((one.reason for one in self.absent if one.truth is truth), None)


@dataclass(frozen=True, slots=True)
class CellRow:
    """The part of an H3 cell (resolution 8) that lies in one municipality.

    `cell` is "" for addresses without a place. `measurements` counts the reference signals of the
    whole hexagon, all networks; 0 is "not measured", never "no coverage". `median_dbm` is that of
    its strongest network, None below `LEAST_MEASUREMENTS`. `addresses` may be 0 where somebody
    measured and nobody lives.
    """

    cell: str
    municipality: str
    addresses: int
    reported: Reported | None
    predicted: Predicted | None
    measurements: int
    median_dbm: float | None
    weak: bool | None
    oldest: date | None
    newest: date | None
    differing: int | None
    differences: tuple[Difference, ...]

    @property
    def main(self) -> Disagreement | None:
        """The contradiction that most addresses have; None where there is none."""
        told = [one for one in self.differences if one.addresses]
        return max(told, key=lambda one: one.addresses).kind if told else None


@dataclass(frozen=True, slots=True)
class Masts:
    """The masts that were predicted from: all in use, those off the terrain, those without bands.

    One whose bands are not told is given the usual ones; one off the terrain reaches nobody.
    """

    in_use: int
    off_terrain: int
    bands_assumed: int


@dataclass(frozen=True, slots=True)
class MobileOverview:
    """The overview of mobile need, with all that it rests on; its cells are kept beside it.

    A signal of `threshold_dbm` (RSRP outdoors) is enough for `service`; an operator reports
    coverage from `reported_mbps` up (download/upload). `terrain` is a value of
    `taskforce.prediction.terrain.TerrainMode`, "none" for a flat earth. `spread_db` is the spread
    of the prediction, and `calibrated` whether it was measured in the region. `masts` is None
    where none are on the shelf. `areas` stand by code.
    """

    id: str
    made_at: datetime
    software: str
    demonstration: bool
    service: Service
    threshold_dbm: float
    reported_mbps: str
    inputs: tuple[Input, ...]
    terrain: str
    spread_db: float
    calibrated: bool
    masts: Masts | None
    assumptions: tuple[Assumption, ...]
    region: AreaRow
    areas: tuple[AreaRow, ...]

    def area(self, code: str) -> AreaRow | None:
        """The row of a municipality, or of the region with ""; None where there is none."""
        return next((one for one in (self.region, *self.areas) if one.code == code), None)

    def inputs_of(self, truth: Truth) -> tuple[Input, ...]:
        """What a truth was made from, each with its day; the one that gives it its age first."""
        return tuple(one for kind in truth.kinds for one in self.inputs if one.kind == kind)

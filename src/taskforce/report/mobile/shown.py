"""What everyone may see of an overview of mobile need: its figures, with small groups withheld."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from taskforce.report.count import Count
from taskforce.report.mobile.overview import Absent, Masts, Measured
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.report.ranking.ranking import Assumption, Input
from taskforce.vocabulary.signal import Service
from taskforce.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class ShownReported:
    """What the operators report, in addresses; `known` are those that they tell of at all."""

    lacking: Count
    known: int
    unknown: int

    @property
    def lacking_share(self) -> float | None:
        """The share of the known ones, 0 to 1; None where none is known or it is withheld."""
        return _share(self.lacking, self.known)


@dataclass(frozen=True, slots=True)
class ShownPredicted:
    """What the masts make likely, in addresses; all three are withheld where one of them is."""

    likely: Count
    uncertain: Count
    unlikely: Count
    predicted: int
    off_terrain: int

    @property
    def unlikely_share(self) -> float | None:
        """The share of the predicted ones, 0 to 1; None where none is or it is withheld."""
        return _share(self.unlikely, self.predicted)


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """How many addresses two truths contradict each other about, of those that both tell of."""

    kind: Disagreement
    addresses: Count
    compared: Count


@dataclass(frozen=True, slots=True)
class ShownArea:
    """A municipality, or the region with the code "", as `AreaRow`, small groups withheld.

    `differing` is unknown where nothing could be compared.
    """

    code: str
    name: str
    addresses: int
    reported: ShownReported | None
    measured: Measured | None
    predicted: ShownPredicted | None
    differing: Count
    differences: tuple[ShownDifference, ...]
    absent: tuple[Absent, ...]

    def why_absent(self, truth: Truth) -> Text | None:
        """Why a truth is not there; None where it is."""
        return next((one.reason for one in self.absent if one.truth is truth), None)


@dataclass(frozen=True, slots=True)
class ShownCell:
    """The part of an H3 cell in one municipality, as `CellRow`, small groups withheld.

    `agrees` is true where truths could be compared and no address differs, false where `main` is
    told, and None where nothing could be compared or too few differ to be told.
    """

    cell: str
    municipality: str
    addresses: int
    reported: ShownReported | None
    predicted: ShownPredicted | None
    measurements: int
    median_dbm: float | None
    oldest: date | None
    newest: date | None
    agrees: bool | None
    main: Disagreement | None


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file beside the figures: its name, size and checksum."""

    name: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ShownOverview:
    """An overview as everyone may see it; what it rests on is as in `MobileOverview`.

    `licences` are the terms of what it was made from, each once; empty where they are not known.
    `area_columns` and `cell_columns` name the columns of the tables beside it.
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
    region: ShownArea
    areas: tuple[ShownArea, ...]
    files: tuple[ShownFile, ...] = ()
    licences: tuple[str, ...] = ()
    area_columns: tuple[str, ...] = ()
    cell_columns: tuple[str, ...] = ()

    def area(self, code: str) -> ShownArea | None:
        """The row of a municipality, or of the region with ""; None where there is none."""
        return next((one for one in (self.region, *self.areas) if one.code == code), None)

    def file(self, name: str) -> ShownFile | None:
        """A file by its name; None where there is none."""
        return next((one for one in self.files if one.name == name), None)

    def inputs_of(self, truth: Truth) -> tuple[Input, ...]:
        """What a truth was made from, each with its day; the one that gives it its age first."""
        return tuple(one for kind in truth.kinds for one in self.inputs if one.kind == kind)


def _share(count: Count, of: int) -> float | None:
    return count.value / of if count.value is not None and of else None

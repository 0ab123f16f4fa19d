"""How one publisher's file is read: which column means what, in which unit, on which grid."""

from __future__ import annotations

from dataclasses import dataclass, field

from taskforce.vocabulary.coordinates import METRIC_CRS
from taskforce.vocabulary.technology import Technology

# kbit/s in one unit of speed.
UNITS = {"bps": 0.001, "kbps": 1.0, "mbps": 1_000.0, "gbps": 1_000_000.0}

# What a row can tell about an address; `x` and `y` are the two coordinates in the file's own CRS.
ADDRESS_FACTS = (
    "id",
    "road",
    "house_number",
    "postcode",
    "municipality_name",
    "municipality_code",
    "region_code",
    "hex",
    "x",
    "y",
)


@dataclass(frozen=True, slots=True)
class Field:
    """Where one fact stands: in a column, in several joined, in part of one, or a constant.

    An entry of `columns` may name alternatives, "husnr | husnummer"; the first present counts.
    """

    columns: tuple[str, ...] = ()
    joined_by: str = " "
    start: int | None = None
    length: int | None = None
    constant: str | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """The two columns of one technology in a wide file; without `upload` the upload is unknown."""

    technology: Technology
    download: str
    upload: str | None
    kbps_per_unit: float


@dataclass(frozen=True, slots=True)
class LongForm:
    """One row per offer: the technology stands in a column or follows from the file's name."""

    download: str
    upload: str | None
    technology: str | None = None
    values: dict[str, Technology] = field(default_factory=dict)
    by_file_name: dict[str, Technology] = field(default_factory=dict)
    operator: str | None = None
    covers: tuple[Technology, ...] = ()
    kbps_per_unit: float = UNITS["mbps"]


@dataclass(frozen=True, slots=True)
class FileLayout:
    """The outer form of the file; what is None is found out from the file itself."""

    delimiter: str | None = None
    encoding: str | None = None
    header_row: int | None = None
    sheet: str | None = None
    layer: str | None = None
    decimal: str = "."
    nulls: tuple[str, ...] = ()
    crs: str = METRIC_CRS


@dataclass(frozen=True, slots=True)
class Profile:
    """One way of reading a file, shipped with the software or written by its user."""

    name: str
    kind: str
    title: str
    publisher: str
    licence: str
    sha256: str
    url: str | None = None
    country: str | None = None
    recognised_by: tuple[str, ...] = ()
    recognised_by_any: tuple[str, ...] = ()
    layout: FileLayout = FileLayout()
    fields: dict[str, Field] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()
    pairs: tuple[Pair, ...] = ()
    long: LongForm | None = None
    empty_is_unknown: bool = False
    keep_rows_where: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def danish(self) -> bool:
        """Whether municipalities and coordinates are checked against Denmark."""
        return self.country == "dk"

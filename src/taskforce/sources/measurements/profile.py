"""How one kind of measurement file is read: which column means what, in which unit and zone."""

from __future__ import annotations

from dataclasses import dataclass, field

from taskforce.sources.profile import FileLayout

# What one of a unit is in ours: km/h of a vehicle, Mbit/s of a connection, dBm and dB as they are.
UNITS = {
    "km/h": 1.0,
    "m/s": 3.6,
    "mph": 1.609344,
    "knots": 1.852,
    "Mbit/s": 1.0,
    "kbit/s": 0.001,
    "bit/s": 0.000001,
    "dBm": 1.0,
    "dB": 1.0,
}

PLACE = ("x", "y")
WORDS = ("operator", "technology", "band", "cell")

# `signal` is a level that means RSRP on 4G and 5G, RSCP on 3G and RxLev on 2G.
NUMBERS = ("signal", "rsrp", "other", "rsrq", "sinr", "speed", "download", "upload")

# Writings of a time that are no pattern of strptime.
ISO, EPOCH_S, EPOCH_MS = "iso", "epoch_s", "epoch_ms"


@dataclass(frozen=True, slots=True)
class Mapped:
    """Where one fact stands: a column, "a | b" for options of its name, or several joined."""

    columns: tuple[str, ...]
    unit: str | None = None
    nulls: tuple[str, ...] = ()
    joined_by: str = "-"


@dataclass(frozen=True, slots=True)
class TimeForm:
    """Where the time stands and how it is written; without `zone` the user names it."""

    column: str
    form: str = ISO
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class MeasurementProfile:
    """One way of reading measurements, shipped with the software or written by its user.

    `refused` is the reason why files of this layout are never taken in.
    """

    name: str
    title: str
    publisher: str
    licence: str
    sha256: str
    url: str | None = None
    recognised_by: tuple[str, ...] = ()
    layout: FileLayout = field(default_factory=FileLayout)
    facts: dict[str, Mapped] = field(default_factory=dict)
    time: TimeForm | None = None
    generations: dict[str, str] = field(default_factory=dict)
    refused: str = ""

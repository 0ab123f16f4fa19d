"""Opens a measurement file, whatever it is, and finds out whose layout it has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from taskforce.sources.columnar import POINT_COLUMNS
from taskforce.sources.delivery import DeliveredFile, open_delivery
from taskforce.sources.measurements.profile import PLACE, Mapped, MeasurementProfile
from taskforce.sources.measurements.profile_file import shipped_profiles
from taskforce.sources.profile import Field, FileLayout, Profile
from taskforce.sources.raw_table import RawTable
from taskforce.vocabulary.errors import Refused

# Without these there is no measurement; any other column may be missing.
_NEEDED = (*PLACE, "technology", "signal", "rsrp")


@dataclass(frozen=True, slots=True)
class Opened:
    """One table of measurements: its columns by what they tell, and the CRS of its places.

    `columns` holds the positions of the columns of each fact; `missing` names those of the
    profile that the file leaves out, `unread` those of the file that nobody asked for.
    """

    table: RawTable
    profile: MeasurementProfile
    crs: str
    columns: dict[str, tuple[int, ...]]
    missing: tuple[str, ...]
    unread: tuple[str, ...]


def open_measurements(
    file: Path, profile: MeasurementProfile | None, *, room: Path
) -> tuple[DeliveredFile, tuple[Opened, ...]]:
    """Open every table of measurements in a file.

    Parameters
    ----------
    file
        CSV or other separated text, XLSX, Parquet, GeoPackage, GeoJSON, or a zip of these.
    profile
        How to read it; None to recognise the layout by the column names.
    room
        A folder for unpacked and re-encoded copies; the caller removes it.

    Raises
    ------
    Refused
        The file cannot be opened, no layout is recognised, a needed column is missing, or the
        layout is one that is never taken in.
    """
    delivery = open_delivery(
        [file], profile=_looked_for(profile), workroom=room, kind="measurements"
    )
    points = "x" in delivery.profile.fields
    crs = delivery.profile.layout.crs
    opened = tuple(_opened(table, profile, crs if points else None) for table in delivery.tables)
    return delivery.files[0], opened


def _opened(table: RawTable, profile: MeasurementProfile | None, crs: str | None) -> Opened:
    chosen = profile or _recognised(table)
    if chosen.refused:
        raise Refused(
            chosen.refused,
            remedy="Give the log itself, or a profile of your own with --profile.",
            file=table.shown,
        )
    facts = _facts(chosen, points=crs is not None)
    columns, missing = {}, []
    for fact, mapped in facts.items():
        found = [table.column(names) for names in mapped.columns]
        if all(at is not None for at in found):
            columns[fact] = tuple(at for at in found if at is not None)
        elif fact in _NEEDED:
            raise _lacking(table, chosen, mapped, fact)
        else:
            missing.append(mapped.columns[0])
    used = {at for positions in columns.values() for at in positions}
    return Opened(
        table=table,
        profile=chosen,
        crs=crs if crs and "x" not in chosen.facts else chosen.layout.crs,
        columns=columns,
        missing=tuple(missing),
        unread=tuple(name for at, name in enumerate(table.header) if name and at not in used),
    )


def _facts(profile: MeasurementProfile, *, points: bool) -> dict[str, Mapped]:
    facts = dict(profile.facts)
    if profile.time:
        facts["time"] = Mapped((profile.time.column,))
    if points and "x" not in facts:
        facts |= {
            fact: Mapped((column,)) for fact, column in zip(PLACE, POINT_COLUMNS, strict=True)
        }
    return facts


def _recognised(table: RawTable) -> MeasurementProfile:
    for profile in shipped_profiles():
        if all(table.column(name) is not None for name in profile.recognised_by):
            return profile
    known = ", ".join(one.name for one in shipped_profiles() if not one.refused)
    raise Refused(
        f"Nobody's columns are recognised: {', '.join(table.header[:12])}.",
        remedy=f"Name one of the profiles ({known}) or your own with --profile; how to write one "
        "stands in docs/figures/measured.md.",
        file=table.shown,
        row=table.header_line,
    )


def _lacking(table: RawTable, profile: MeasurementProfile, mapped: Mapped, fact: str) -> Refused:
    what = {"x": "longitude or easting", "y": "latitude or northing"}.get(fact, fact)
    return Refused(
        f"The column with the {what} is missing (profile {profile.name}).",
        remedy="Look at the names in the profile, or give one of your own with --profile.",
        file=table.shown,
        row=table.header_line,
        column=mapped.columns[0],
    )


def _looked_for(profile: MeasurementProfile | None) -> Profile:
    """What tells the row of column names from all others: it names a place and a time."""
    if profile:
        needed = [name for mapped in profile.facts.values() for name in mapped.columns]
        return _heading(profile.name, tuple(needed), profile.layout)
    names = [one.facts["x"].columns[0] for one in shipped_profiles() if "x" in one.facts]
    longitude = " | ".join(dict.fromkeys((*names, "lng", POINT_COLUMNS[0])))
    return _heading("measurements", (longitude,), FileLayout())


def _heading(name: str, needed: tuple[str, ...], layout: FileLayout) -> Profile:
    # What is told to the reader of a file in which no such row is found.
    usual = Field(columns=("longitude", "latitude", "technology", "level"))
    return Profile(
        name=name,
        kind="measurements",
        title="a file of measurements",
        publisher="",
        licence="",
        sha256="",
        recognised_by=needed,
        layout=layout,
        fields={"usual": usual},
    )

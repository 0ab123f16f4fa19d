"""Small worlds for the tests: a snapshot of a few addresses with one call."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from taskforce.snapshot import manifest as manifests
from taskforce.snapshot import quality
from taskforce.snapshot.checksum import checksums, fingerprint
from taskforce.snapshot.freeze import freezing, writing
from taskforce.snapshot.frozen import Snapshot
from taskforce.snapshot.shelf import Shelf
from taskforce.tables import coverage
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.coordinates import to_lonlat
from taskforce.vocabulary.hexagons import hex_cells
from taskforce.vocabulary.places import country_register
from taskforce.vocabulary.provenance import Provenance
from taskforce.vocabulary.technology import Technology
from taskforce.vocabulary.use import Use

# A pair of download and upload in kbit/s; None is unknown.
Pair = tuple[int | None, int | None]
Offers = Mapping[Technology, Sequence[Pair]]

OFFICIAL_TECHNOLOGIES = (
    Technology.FIBRE,
    Technology.CABLE,
    Technology.XDSL,
    Technology.FIXED_WIRELESS,
    Technology.MOBILE,
)
GIGABIT: Offers = {Technology.FIBRE: [(1_000_000, 1_000_000)]}
SLOW: Offers = {Technology.XDSL: [(20_000, 2_000)]}
NOTHING: Offers = {}


@dataclass(frozen=True)
class Address:
    """One address; `offers` None is unknown, a technology it does not name is not offered."""

    source_id: str
    offers: Offers | None = field(default_factory=dict)
    municipality: str | None = "0360"
    postcode: str | None = "4900"
    easting_m: float | None = 640_000.0
    northing_m: float | None = 6_080_000.0
    use: Use = Use.HOME
    road: str | None = "Strandvej"
    house_number: str | None = "1"


def uuid_of(number: int) -> str:
    """A stable id in the form of the address register's."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, str(number)))


def make_snapshot(
    shelf: Shelf | Path,
    addresses: Iterable[Address],
    as_of: str = "2026-06-30",
    *,
    technologies: Sequence[Technology] = OFFICIAL_TECHNOLOGIES,
) -> Snapshot:
    """Freeze a snapshot of these addresses, in every table as the house promises it."""
    root = shelf.root if isinstance(shelf, Shelf) else shelf
    rows = sorted(addresses, key=lambda one: (one.municipality or "", one.source_id))
    day = date.fromisoformat(as_of)
    print_ = fingerprint(as_of, *(repr(row) for row in rows), *technologies)
    identity = f"{as_of}-{print_[:8]}"
    target = Shelf(root).snapshots_folder / identity
    if target.exists():
        return Shelf(root).open(identity)
    with writing(root), freezing(target) as folder:
        for name, table in _tables(rows, technologies).items():
            pq.write_table(table, folder / f"{name}.parquet", compression="zstd")
        quality.write(quality.QualityReport(counts={"addresses": len(rows)}), folder)
        manifests.write(_manifest(identity, print_, day, len(rows), technologies, folder), folder)
    return Shelf(root).open(identity)


def _tables(rows: list[Address], technologies: Sequence[Technology]) -> dict[str, pa.Table]:
    longitude, latitude, cells = _degrees(rows)
    places: dict[tuple[str | None, ...], int] = {}
    sets: dict[tuple[tuple[str, int | None, int | None], ...], int] = {}
    address, speeds = [], []
    for number, row in enumerate(rows):
        place = (row.municipality, *_named(row.municipality), row.postcode, cells[number])
        place_id = places.setdefault(place, len(places))
        best, further = _wide(row.offers, technologies)
        address.append(
            (
                number,
                row.source_id,
                row.road,
                row.house_number,
                row.postcode,
                row.municipality,
                row.easting_m,
                row.northing_m,
                longitude[number],
                latitude[number],
                place_id,
                row.use.code,
            )
        )
        overflow_set = sets.setdefault(further, len(sets) + 1) if further else 0
        speeds.append((number, place_id * 8 + row.use.code, *best, overflow_set))
    cube = Counter(row[1:] for row in speeds)
    return {
        "address": _table(coverage.ADDRESS, address),
        "speeds": _table(coverage.SPEEDS, speeds),
        "overflow": _table(
            coverage.OVERFLOW, [(number, *pair) for pairs, number in sets.items() for pair in pairs]
        ),
        "cube": _table(coverage.CUBE, [(*key, count) for key, count in cube.items()]),
        "place": _table(coverage.PLACE, [(number, *place) for place, number in places.items()]),
        "rejects": _table(coverage.REJECTS, []),
    }


def _wide(
    offers: Offers | None, technologies: Sequence[Technology]
) -> tuple[list[int | None], tuple[tuple[str, int | None, int | None], ...]]:
    best: list[int | None] = []
    further: list[tuple[str, int | None, int | None]] = []
    for technology in Technology:
        if offers is None or technology not in technologies:
            best += [None, None]
            continue
        first, *rest = sorted(
            set(offers.get(technology) or [(0, 0)]),
            key=lambda pair: tuple(-1 if one is None else one for one in pair),
            reverse=True,
        )
        best += first
        further += [(technology.value, *pair) for pair in rest]
    return best, tuple(further)


def _degrees(
    rows: list[Address],
) -> tuple[list[float | None], list[float | None], list[str | None]]:
    easting = np.array([np.nan if row.easting_m is None else row.easting_m for row in rows])
    northing = np.array([np.nan if row.northing_m is None else row.northing_m for row in rows])
    longitude, latitude = to_lonlat(easting, northing)
    known = np.isfinite(longitude) & np.isfinite(latitude)
    names = iter(hex_cells(longitude[known], latitude[known]).tolist())
    return (
        [lon if yes else None for lon, yes in zip(longitude.tolist(), known, strict=True)],
        [lat if yes else None for lat, yes in zip(latitude.tolist(), known, strict=True)],
        [f"{next(names):x}" if yes else None for yes in known],
    )


def _named(code: str | None) -> tuple[str | None, str | None]:
    register = country_register()
    place = register.by_code.get(code) if register and code else None
    return (place.name, place.region_code) if place else (None, None)


def _table(promise: coverage.Table, rows: Sequence[Sequence[Any]]) -> pa.Table:
    names = promise.column_names
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    return pa.table(dict(zip(names, columns, strict=True)), schema=promise.schema())


def _manifest(
    identity: str,
    print_: str,
    as_of: date,
    addresses: int,
    technologies: Sequence[Technology],
    folder: Path,
) -> manifests.Manifest:
    return manifests.Manifest(
        id=identity,
        kind="coverage",
        fingerprint=print_,
        provenance=Provenance(
            publisher="Test publisher",
            title="Test coverage",
            licence="CC0",
            as_of=as_of,
            certainty=Certainty.REPORTED,
        ),
        as_of_basis="given",
        collected_at=datetime(2026, 7, 1, tzinfo=UTC),
        format="test",
        sources=(manifests.SourceFile("test.csv", print_, 1, addresses),),
        rows=addresses,
        accepted=addresses,
        rejected=0,
        addresses=addresses,
        technologies=tuple(technologies),
        software="test",
        files=checksums(folder),
    )

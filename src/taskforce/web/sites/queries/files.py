"""The sites on offer as files: a table, a map layer, and a document for machines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import shapely
from django.urls import reverse
from django.utils.translation import get_language, gettext

from taskforce.report.features import Features
from taskforce.report.map_files import write_geopackage
from taskforce.web.commitments.queries.sheet import Sheet
from taskforce.web.commitments.spreadsheet import as_csv
from taskforce.web.sites.queries.shown import SUPPLIES, TEXTS, ShownSite

FORMAT = "digital-taskforce/sites/1"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "gpkg": "application/geopackage+sqlite3",
    "json": "application/json",
}


def written(kind: str, sites: Iterable[ShownSite], *, on: date, home: str) -> bytes:
    """The sites in one of the formats; `home` is where this site is found."""
    write: Callable[[list[ShownSite], date, str], bytes]
    write = {"csv": _csv, "gpkg": _geopackage, "json": _json}[kind]
    return write(list(sites), on, home)


def _csv(sites: list[ShownSite], on: date, home: str) -> bytes:
    rows = tuple(tuple(_cell(value) for value in _values(one, home).values()) for one in sites)
    return as_csv(Sheet(gettext("Public sites for masts"), _source(on), tuple(_names()), rows))


def _json(sites: list[ShownSite], on: date, home: str) -> bytes:
    document = {
        "format": FORMAT,
        "source": _source(on),
        "exported_on": on.isoformat(),
        "sites": [_values(one, home) for one in sites],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _geopackage(sites: list[ShownSite], on: date, home: str) -> bytes:
    values = [_values(one, home) for one in sites]
    names = [name for name in _names() if name not in ("longitude", "latitude")]
    columns = {name: [_flat(one[name]) for one in values] for name in names}
    points = shapely.points([one.longitude for one in sites], [one.latitude for one in sites])
    told = {"as_of": on.isoformat(), "source": _source(on)}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sites.gpkg"
        write_geopackage(Features(points, columns), path, told)
        return path.read_bytes()


def _values(one: ShownSite, home: str) -> dict[str, Any]:
    """One site by the names of the columns; empty is unknown, or not meant for the reader."""
    return {
        "id": one.number,
        "name": one.name,
        "kind": one.kind.value,
        "owner": one.owner,
        "owner_kind": one.owner_kind.value,
        "municipality_code": one.code,
        "municipality": one.municipality,
        "longitude": one.longitude,
        "latitude": one.latitude,
        "structure_m": one.structure_m,
        "antenna_m": one.top_m,
        "antenna_assumed": one.height_is_assumed,
        "ground_m": one.ground_m,
        "zone": one.zone.in_language(get_language() or "da") if one.zone else None,
        "designations": list(one.designations),
        "availability": one.availability.value,
        "available_since": one.since.isoformat(),
        **{name: one.words(name) or None for name in (*SUPPLIES, *TEXTS)},
        "page": home + reverse("site", args=[one.pk]),
    }


def _names() -> list[str]:
    """The same in every language, so that a program finds them."""
    return [
        "id", "name", "kind", "owner", "owner_kind", "municipality_code", "municipality",
        "longitude", "latitude", "structure_m", "antenna_m", "antenna_assumed", "ground_m", "zone",
        "designations", "availability", "available_since", *SUPPLIES, *TEXTS, "page",
    ]  # fmt: skip


def _flat(value: Any) -> Any:
    return ", ".join(value) if isinstance(value, list) else value


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return _flat(value)


def _source(on: date) -> str:
    words = gettext("Source: Digital Taskforce, %(day)s; entered by the owners of the sites.")
    return words % {"day": on.isoformat()}

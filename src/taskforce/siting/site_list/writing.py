"""Write sites as a list that this software, a spreadsheet and a map program can read."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from taskforce.siting.site_list.columns import NAMES
from taskforce.siting.site_list.finishing import site_id
from taskforce.siting.site_list.listed import SiteRow
from taskforce.vocabulary.coordinates import METRIC_CRS

Value = str | float | bool | None

COLUMNS = tuple(names[0] for names in NAMES.values())
LAYER = "steder"

# A spreadsheet would run a text that begins like this as a formula.
_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
# Tells a spreadsheet that the letters are UTF-8.
_MARK = "\ufeff"


def values(site: SiteRow) -> dict[str, Value]:
    """Tell a site by the names of the columns.

    Parameters
    ----------
    site
        The site; what was blanked in it beforehand stays blank.

    Returns
    -------
    dict
        One value for each column of docs/site-list.md, in its order; None where nothing is told.
        The id is the site's own, or the one made of its name and place.
    """
    facts: dict[str, Value] = {
        "name": site.name,
        "kind": site.kind.label.da,
        "owner": site.owner,
        "owner_kind": site.owner_kind.label.da if site.owner_kind else None,
        "municipality": site.municipality,
        "x": round(site.easting_m, 2),
        "y": round(site.northing_m, 2),
        "longitude": round(site.longitude, 6),
        "latitude": round(site.latitude, 6),
        "structure_m": site.structure_m,
        "antenna_m": site.antenna_m,
        "ground_m": site.ground_m,
        "zone": site.zone.label.da if site.zone else None,
        "power": site.power,
        "fibre": site.fibre,
        "access": site.access,
        "load": site.load,
        "designations": ", ".join(site.designations),
        "available": site.available,
        "annual_cost_dkk": site.annual_cost_dkk,
        "note": site.note,
        "own_id": site_id(site),
    }
    return {names[0]: facts[fact] for fact, names in NAMES.items()}


def as_csv(sites: Iterable[SiteRow]) -> bytes:
    """Write sites as CSV: semicolons and decimal commas, as a Danish spreadsheet expects.

    Parameters
    ----------
    sites
        The sites.

    Returns
    -------
    bytes
        UTF-8 with a mark. No text is a formula.
    """
    return csv_of([list(map(in_words, values(site).values())) for site in sites])


def csv_of(rows: Sequence[Sequence[str]]) -> bytes:
    """Write rows of a list of sites below the names of its columns."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    return (_MARK + text.getvalue()).encode()


def as_json(sites: Iterable[SiteRow]) -> bytes:
    """Write sites as a JSON array of objects, by the names of the columns.

    Parameters
    ----------
    sites
        The sites.

    Returns
    -------
    bytes
        UTF-8. Numbers are numbers, yes and no are true and false, unknown is null.
    """
    told = [values(site) for site in sites]
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def as_geopackage(sites: Iterable[SiteRow]) -> bytes:
    """Write sites as points of a GeoPackage in EPSG:25832, layer "steder".

    Parameters
    ----------
    sites
        The sites.

    Returns
    -------
    bytes
        A GeoPackage with the columns of the list; yes and no are words.
    """
    import pyogrio.raw
    import shapely

    rows = list(sites)
    columns = {name: [values(site)[name] for site in rows] for name in COLUMNS}
    points = shapely.points([(site.easting_m, site.northing_m) for site in rows])
    with TemporaryDirectory(prefix="taskforce-") as folder:
        file = Path(folder) / f"{LAYER}.gpkg"
        pyogrio.raw.write(
            file,
            geometry=np.array(shapely.to_wkb(points), dtype=object),
            field_data=[_column(told) for told in columns.values()],
            fields=list(columns),
            geometry_type="Point",
            crs=METRIC_CRS,
            driver="GPKG",
            layer=LAYER,
        )
        return file.read_bytes()


def _column(told: Sequence[Value]) -> np.ndarray[tuple[int, ...], np.dtype[np.generic]]:
    if any(isinstance(one, float) for one in told):
        return np.array([np.nan if one is None else one for one in told], dtype=np.float64)
    return np.array([in_words(one) or None for one in told], dtype=object)


def in_words(value: Value) -> str:
    """A value as it stands in a cell, harmless in a spreadsheet."""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return harmless(value or "")


def harmless(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run as a formula."""
    shown = _CONTROL.sub("", text)
    return f"'{shown}" if shown.startswith(_LIKE_A_FORMULA) else shown

"""Describes all files for everyone in one file, so that a program can fetch and read them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from taskforce.report.column_types import type_of
from taskforce.report.disclosure import LIMIT
from taskforce.report.label import Download
from taskforce.report.licences import licence_of
from taskforce.report.origin import Origin
from taskforce.report.table_schema import SUFFIX, Types, table_schema
from taskforce.vocabulary.text import Text

PACKAGE = "datapackage.json"
TITLE = Text("Beskrivelse af alle filer", "Description of all files")
# How an origin with several licences writes them.
BETWEEN_LICENCES = " · "
MEDIA_TYPES = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "fgb": "application/flatgeobuf",
    "json": "application/json",
    "schema": "application/json",
}
_LIMIT_DA = (
    f"Ingen gruppe på færre end {LIMIT} adresser med behov vises. Et tilbageholdt tal er tomt, "
    "og kolonnen withheld siger det. Et tomt tal er ukendt eller tilbageholdt, aldrig 0."
)
_LIMIT_EN = (
    f"No group of fewer than {LIMIT} addresses in need is shown. A withheld number is empty, and "
    "the column withheld says so. An empty number is unknown or withheld, never 0."
)


def package(
    downloads: Sequence[Download],
    origin: Origin,
    *,
    name: str = "digital-taskforce",
    types: Types = type_of,
) -> dict[str, Any]:
    """Describe files.

    Parameters
    ----------
    downloads
        The files, without the description itself.
    origin
        Where the newest day comes from.
    name
        Of the package, in small letters.
    types
        The type of each column by its name.

    Returns
    -------
    dict
        A Data Package: title, licence, source and disclosure limit, and for each file its size,
        checksum and columns. Meanings are Danish in `description`, English in `description_en`.

    References
    ----------
    Frictionless Data Package 1.0: specs.frictionlessdata.io.
    """
    return {
        "profile": "data-package",
        "name": name,
        "version": origin.snapshot,
        "created": origin.as_of.isoformat() + "T00:00:00Z",
        "description": _LIMIT_DA,
        "description_en": _LIMIT_EN,
        "disclosure_limit": LIMIT,
        "licenses": [_licence(one) for one in origin.licence.split(BETWEEN_LICENCES)],
        "sources": [_source(origin)],
        "resources": [_resource(download, types) for download in downloads],
    }


def write(told: dict[str, Any], path: Path) -> None:
    """Write a description; see `package`."""
    content = json.dumps(told, indent=1, ensure_ascii=False)
    path.write_text(content + "\n", encoding="utf-8")


def _licence(title: str) -> dict[str, str]:
    known = licence_of(title)
    if known is None:
        return {"name": "custom", "title": title}
    return {"name": known.name, "path": known.path, "title": known.title}


def _source(origin: Origin) -> dict[str, str]:
    told = {"title": f"{origin.publisher}: {origin.title}"}
    return {**told, "path": origin.url} if origin.url else told


def _resource(download: Download, types: Types) -> dict[str, Any]:
    is_table = download.format == "csv"
    told: dict[str, Any] = {
        "profile": "tabular-data-resource" if is_table else "data-resource",
        "name": download.name.replace(SUFFIX, "_schema").replace(".", "_").lower(),
        "path": download.name,
        "title": download.title.da,
        "title_en": download.title.en,
        "format": download.format,
        "mediatype": MEDIA_TYPES[download.format],
        "bytes": download.bytes,
        "hash": f"sha256:{download.sha256}",
    }
    if download.format in ("csv", "geojson", "json", "schema"):
        told["encoding"] = "utf-8"
    if download.columns:
        told["schema"] = table_schema(download.subject, download.columns, types)
    return told

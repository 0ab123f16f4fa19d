"""A ranking as files: the chosen sites as a table and a map layer, and the whole for machines."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import shapely
from django.utils.translation import gettext

from taskforce.report.codec import plain
from taskforce.report.features import Features
from taskforce.report.map_files import write_geopackage
from taskforce.web.commitments.queries.sheet import Sheet
from taskforce.web.commitments.spreadsheet import as_csv
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.rankings.queries.naming import Place
from taskforce.web.rankings.queries.told import ToldRanking, ToldSite, ToldStage, in_language

FORMAT = "digital-taskforce/ranking/1"
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "gpkg": "application/geopackage+sqlite3",
    "geojson": "application/geo+json",
    "json": "application/json",
}
_NAMES = (
    "rank", "id", "name", "kind", "owner", "municipality", "longitude", "latitude", "antenna_m",
    "antenna_assumed", "newly_covered", "covered_so_far", "alone", "only_here", "instead",
    "lost_if_swapped", "signal_levels_of_3", "road_km",
)  # fmt: skip


def written(kind: str, told: ToldRanking, stage: ToldStage) -> bytes:
    """A ranking in one of the formats."""
    write: Callable[[ToldRanking, ToldStage], bytes]
    write = {"csv": _csv, "gpkg": _geopackage, "geojson": _geojson, "json": _json}[kind]
    return write(told, stage)


def source_of(told: ToldRanking) -> str:
    """Where the figures come from, and what they rest on, in one line."""
    words = gettext("Source: Digital Taskforce, ranking of %(day)s; calculated; %(terrain)s.")
    made = {"day": day(told.ranking.made_at.date()), "terrain": in_language(told.terrain)}
    if not told.ranking.demonstration:
        return words % made
    return f"{words % made} {gettext('Demonstration data.')}"


def _csv(told: ToldRanking, stage: ToldStage) -> bytes:
    rows = tuple(tuple(_cell(value) for value in _values(one).values()) for one in stage.sites)
    return as_csv(Sheet(gettext("Ranking of sites"), source_of(told), _NAMES, rows))


def _json(told: ToldRanking, stage: ToldStage) -> bytes:
    ranking = told.ranking
    question = plain(ranking.question) | {
        "forced": [_number(one) for one in told.forced],
        "forbidden": [_number(one) for one in told.forbidden],
    }
    document = {
        "format": FORMAT,
        "id": ranking.id,
        "made_at": ranking.made_at.isoformat(),
        "software": ranking.software,
        "source": source_of(told),
        "demonstration": ranking.demonstration,
        "certainty": "calculated",
        "question": question,
        "demand": plain(ranking.demand),
        "terrain": ranking.terrain,
        "spread_db": ranking.spread_db,
        "calibrated": ranking.calibrated,
        "inputs": plain(ranking.inputs),
        "assumptions": plain(ranking.assumptions),
        **_choice(stage),
        "stages": [_choice(one) for one in told.stages],
        "left_out": [
            {"id": one.place.id or None, "name": one.place.name, **asdict(one.reason)}
            for one in told.left_out
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _choice(one: ToldStage) -> dict[str, Any]:
    return {
        "k": one.k,
        "value": one.stage.value,
        "bound": one.stage.bound,
        "gap": one.stage.gap,
        "checked": one.stage.checked,
        "chosen": [_values(site) for site in one.sites],
    }


def _geojson(told: ToldRanking, stage: ToldStage) -> bytes:
    features = [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": list(one.place.at)},
            "properties": _without_place(one),
        }
        for one in stage.sites
        if one.place.at
    ]
    document = {
        "type": "FeatureCollection",
        "source": source_of(told),
        "features": features,
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _geopackage(told: ToldRanking, stage: ToldStage) -> bytes:
    on_map = [one for one in stage.sites if one.place.at]
    values = [_without_place(one) for one in on_map]
    names = [name for name in _NAMES if name not in ("longitude", "latitude")]
    columns = {name: [one[name] for one in values] for name in names}
    places = [one.place.at for one in on_map if one.place.at]
    points = shapely.points([at[0] for at in places], [at[1] for at in places])
    about = {"as_of": told.ranking.made_at.date().isoformat(), "source": source_of(told)}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ranking.gpkg"
        write_geopackage(Features(points, columns), path, about)
        return path.read_bytes()


def _values(one: ToldSite) -> dict[str, Any]:
    """One site by the names of the columns; empty is unknown, or not meant for the reader."""
    place, why = one.place, one.why
    east, north = place.at or (None, None)
    hidden = place.is_hidden
    return {
        "rank": why.rank,
        "id": place.id or None,
        "name": place.name,
        "kind": place.kind or None,
        "owner": place.owner or None,
        "municipality": place.municipality or None,
        "longitude": east,
        "latitude": north,
        "antenna_m": place.antenna_m,
        "antenna_assumed": None if hidden else place.antenna_assumed,
        "newly_covered": why.newly_covered,
        "covered_so_far": why.after,
        "alone": why.alone,
        "only_here": why.only_here,
        "instead": one.instead.name if one.instead else None,
        "lost_if_swapped": why.loss,
        "signal_levels_of_3": one.levels,
        "road_km": why.road_km,
    }


def _without_place(one: ToldSite) -> dict[str, Any]:
    values = _values(one)
    return {name: values[name] for name in _NAMES if name not in ("longitude", "latitude")}


def _number(place: Place) -> str:
    return place.id or place.name


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return gettext("Yes") if value else gettext("No")
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return value

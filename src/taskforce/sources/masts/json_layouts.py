"""The two JSON layouts of the mast register: its list of antennas, and its map's features."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from taskforce.sources.masts import reasons
from taskforce.sources.masts.json_text import Element, elements, whole
from taskforce.sources.masts.told import Opened, Row, Told, text_of
from taskforce.vocabulary.errors import Refused

LIST, MAP = "mastedatabasen antenner.json", "mastedatabasen map features"

_OPENING_OF_LIST = r"\A\s*\["
_OPENING_OF_FEATURES = r'"features"\s*:\s*\['
_MARKS = ("etrs89koordinat", "wgs84koordinat", "tjenesteart", "teknologi")
_PROPERTIES = ("unik_station_navn", "tjenesteartid", "teknologiid")
_IN_USE, _FUTURE = "MasteIBrug", "MasteIFremtid"

_LIST_COLUMNS = (
    "etrs89koordinat.oest",
    "etrs89koordinat.nord",
    "wgs84koordinat.laengde",
    "wgs84koordinat.bredde",
)
_MAP_COLUMNS = ("UTM_E", "UTM_N", "geometry", "geometry")


def read_json(text: str, file: Path) -> Opened:
    """Read the register's JSON, whichever of the two it is.

    Raises
    ------
    Refused
        It is no JSON, tells of no antenna, or is something else.
    """
    content = whole(text, file)
    if isinstance(content, list):
        rows = tuple(_rows(elements(text, _OPENING_OF_LIST), _of_list))
        return _checked(Opened(LIST, rows), file)
    if isinstance(content, dict) and isinstance(content.get("features"), list):
        in_degrees = _declares_degrees(content)

        def of_map(value: Any) -> Told | None:
            return _of_map(value, in_degrees=in_degrees)

        rows = tuple(_rows(elements(text, _OPENING_OF_FEATURES), of_map))
        return _checked(Opened(MAP, rows, _promised(content)), file)
    raise _no_masts(file, "The JSON holds no list of antennas")


def _rows(found: Iterator[Element], read: Any) -> Iterator[Row]:
    for number, one in enumerate(found, start=1):
        told = read(one.value)
        reason = "" if told else reasons.NO_ANTENNA
        yield Row(one.line, number, one.text, told, reason)


def _checked(opened: Opened, file: Path) -> Opened:
    if not opened.rows:
        raise Refused(
            "The file holds no antenna: the list is empty.",
            remedy="Look at the area (BBOX) that was asked for, and fetch it again.",
            file=file,
        )
    if not any(row.told for row in opened.rows):
        raise _no_masts(file, "No element of the JSON is an antenna")
    return opened


def _no_masts(file: Path, what: str) -> Refused:
    return Refused(
        f"{what}: this is no file of the mast register.",
        remedy="Give antenner.json, the map's GeoJSON, or a CSV with lat, lon and technology.",
        file=file,
    )


def _of_list(value: Any) -> Told | None:
    if not isinstance(value, dict) or not any(mark in value for mark in _MARKS):
        return None
    metres, degrees = _inside(value, "etrs89koordinat"), _inside(value, "wgs84koordinat")
    service, technology = _inside(value, "tjenesteart"), _inside(value, "teknologi")
    return Told(
        columns=_LIST_COLUMNS,
        easting=text_of(metres.get("oest")),
        northing=text_of(metres.get("nord")),
        longitude=text_of(degrees.get("laengde")),
        latitude=text_of(degrees.get("bredde")),
        station=text_of(value.get("unik_station_navn")),
        service_id=text_of(service.get("id")),
        service=text_of(service.get("navn")),
        technology_id=text_of(technology.get("id")),
        technology=text_of(technology.get("navn")),
        band=text_of(value.get("frekvensbaand")),
        in_use_since=text_of(value.get("idriftsaettelsesdato")),
        expected=text_of(value.get("forventet_idriftsaettelsesdato")),
        radius=text_of(value.get("radius_i_meter")),
        road=text_of(_inside(value, "vejnavn").get("navn")),
        house_number=text_of(value.get("husnr")),
        postcode=text_of(_inside(value, "postnummer").get("nr")),
        municipality=text_of(_inside(value, "kommune").get("kode")),
    )


def _inside(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    inner = value.get(name)
    return inner if isinstance(inner, dict) else {}


def _of_map(value: Any, *, in_degrees: bool | None) -> Told | None:
    named = value.get("properties") if isinstance(value, dict) else None
    if not isinstance(named, dict):
        return None
    facts = {str(name).lower(): text_of(inner) for name, inner in named.items()}
    if not any(mark in facts for mark in _PROPERTIES):
        return None
    told: dict[str, Any] = {ours: facts.get(theirs, "") for ours, theirs in _MAP_FACTS.items()}
    told |= _place(facts, value.get("geometry"), in_degrees)
    told |= {"columns": _MAP_COLUMNS, "dated": not _is_of(value, _IN_USE)}
    if _is_of(value, _FUTURE):
        expected = told["expected"] or told["in_use_since"]
        told |= {"future": True, "expected": expected, "in_use_since": ""}
    return Told(**told)


_MAP_FACTS = {
    "id": "masteid",
    "station": "unik_station_navn",
    "service_id": "tjenesteartid",
    "service": "tjenesteart_navn",
    "technology_id": "teknologiid",
    "technology": "teknologi_navn",
    "band": "frekvensbaand",
    "in_use_since": "idriftsaettelsesdato",
    "expected": "forventet_idriftsaettelsesdato",
    "radius": "radius_i_meter",
    "road": "vejnavn",
    "house_number": "husnummer",
    "postcode": "postnr",
    "municipality": "kommunekode",
}


def _place(facts: Mapping[str, str], geometry: Any, in_degrees: bool | None) -> dict[str, str]:
    """The properties' own metres, and the point: metres too, unless it is, or says, degrees."""
    place = {"easting": facts.get("utm_e", ""), "northing": facts.get("utm_n", "")}
    point = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(point, list) or len(point) < 2:
        return place
    x, y = text_of(point[0]), text_of(point[1])
    degrees = in_degrees if in_degrees is not None else _small(point[0]) and _small(point[1])
    if degrees:
        return place | {"longitude": x, "latitude": y}
    return place if place["easting"] and place["northing"] else {"easting": x, "northing": y}


def _small(value: object) -> bool:
    return isinstance(value, int | float) and abs(value) <= 180


def _is_of(feature: Mapping[str, Any], layer: str) -> bool:
    """Whether a feature comes from a layer of the map; its id begins with the layer's name."""
    return str(feature.get("id", "")).startswith(layer)


def _declares_degrees(content: Mapping[str, Any]) -> bool | None:
    """What the old `crs` member says; None where there is none, and the numbers must tell."""
    name = str(_inside(_inside(content, "crs"), "properties").get("name", ""))
    return name.endswith(("4326", "CRS84", "4258")) if name else None


def _promised(content: Mapping[str, Any]) -> int | None:
    for name in ("totalFeatures", "numberMatched"):
        if isinstance(content.get(name), int):
            return int(content[name])
    return None

"""The maps of a report: a municipality among its neighbours, or the whole region by need."""

from __future__ import annotations

import math
from collections.abc import Iterable

from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.charts.area_map import (
    AROUND,
    NEED,
    NOT_SHOWN,
    OWN,
    SHARE_EDGES,
    SPOT,
    Key,
    Shape,
    Spot,
    area_map,
    between,
    shade,
)
from taskforce.report.dossier.content import Chart
from taskforce.report.figures import Area, NeedTable, WhiteSpotFigures
from taskforce.web.frame.templatetags.numbers import number, percent
from taskforce.web.municipalities.outlines import Frame, outlines
from taskforce.web.reports.queries.parts.wording import named, source_of

_WIDTH = 480
# A withheld number of addresses is drawn as the smallest spot.
_LEAST_PX, _PX_PER_ROOT = 3.0, 1.3
_REGION_PX_PER_ROOT = 0.7


def municipality_map(
    bundle: Bundle, area: Area, spots: tuple[WhiteSpotFigures, ...], source: str
) -> Chart | None:
    """The white spots of one municipality; None where its outline is not known."""
    frame = Frame(area.bounds, _WIDTH) if area.bounds else None
    paths = outlines(bundle, frame) if frame else {}
    if frame is None or area.code not in paths:
        return None
    around = [Shape(paths[code], AROUND) for code in area.neighbours if code in paths]
    title = gettext("White spots in %(name)s") % {"name": area.name}
    told = gettext("White spots on the map: %(number)s.") % {"number": number(len(spots))}
    drawn = area_map(
        [*around, Shape(paths[area.code], OWN)],
        list(_dots(frame, spots, _PX_PER_ROOT)),
        named("map", title, told),
        size=(frame.width, frame.height),
        keys=[
            Key(OWN, area.name),
            Key(SPOT, gettext("White spot: the larger, the more addresses"), is_round=True),
        ],
    )
    return Chart("map", title, told, drawn, source, "white-spots", is_map=True)


def region_map(
    bundle: Bundle, need: NeedTable, spots: tuple[WhiteSpotFigures, ...]
) -> Chart | None:
    """The municipalities by the share without proper internet, and every white spot."""
    bounds = bundle.region().bounds
    frame = Frame(bounds, _WIDTH) if bounds else None
    paths = outlines(bundle, frame) if frame else {}
    if frame is None or not paths:
        return None
    title = gettext("Share of addresses without proper internet")
    told = gettext("White spots on the map: %(number)s.") % {"number": number(len(spots))}
    shapes = [_shape(frame, area, paths[area.code], need) for area in _drawn(bundle, paths)]
    drawn = area_map(
        shapes,
        list(_dots(frame, spots, _REGION_PX_PER_ROOT)),
        named("map", title, told),
        size=(frame.width, frame.height),
        keys=_keys(any(shape.fill == NOT_SHOWN for shape in shapes)),
    )
    return Chart("map", title, told, drawn, source_of(need.origin), "municipalities", is_map=True)


def _drawn(bundle: Bundle, paths: dict[str, str]) -> Iterable[Area]:
    return (area for area in bundle.areas() if area.code in paths)


def _shape(frame: Frame, area: Area, path: str, need: NeedTable) -> Shape:
    figures, box = need.area(area.code), area.bounds
    middle = frame.place((box.west + box.east) / 2, (box.south + box.north) / 2) if box else None
    return Shape(path, shade(figures.share_below if figures else None), area.name, middle)


def _keys(some_hidden: bool) -> list[Key]:
    under = gettext("under %(edge)s") % {"edge": percent(SHARE_EDGES[0])}
    middle = [
        gettext("%(low)s to %(high)s") % {"low": percent(low), "high": percent(high)}
        for low, high in between()
    ]
    over = gettext("%(edge)s or more") % {"edge": percent(SHARE_EDGES[-1])}
    keys = [Key(fill, words) for fill, words in zip(NEED, (under, *middle, over), strict=True)]
    if some_hidden:
        keys.append(Key(NOT_SHOWN, gettext("not shown")))
    return [*keys, Key(SPOT, gettext("White spot"), is_round=True)]


def _dots(frame: Frame, spots: Iterable[WhiteSpotFigures], per_root: float) -> Iterable[Spot]:
    for one in spots:
        radius = max(_LEAST_PX, per_root * math.sqrt(one.addresses.value or 0))
        yield Spot(frame.place(one.longitude, one.latitude), radius)

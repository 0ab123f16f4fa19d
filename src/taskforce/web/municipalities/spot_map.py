"""A small map of one municipality with its white spots, drawn without any script."""

from __future__ import annotations

import math
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from taskforce.report.bundle import Bundle
from taskforce.report.figures import Area, Bounds, WhiteSpotFigures
from taskforce.web.municipalities.outlines import Frame, outlines

_WIDTH = 400
# A withheld number of addresses is drawn as the smallest spot.
_LEAST_PX = 4.0
_EDGE = 12


@dataclass(frozen=True, slots=True)
class SpotMap:
    """The picture, and where the big map shows the same: "9/54.8/11.4"."""

    svg: SafeString
    place: str


def spot_map(
    bundle: Bundle, area: Area, spots: tuple[WhiteSpotFigures, ...], words: str
) -> SpotMap | None:
    """Draw the municipality among its neighbours; None where its outline is not known."""
    if area.bounds is None:
        return None
    frame = Frame(area.bounds, _WIDTH)
    paths = outlines(bundle, frame)
    if area.code not in paths:
        return None
    around = [(code, "around") for code in area.neighbours if code in paths]
    shapes = format_html_join(
        "",
        '<path class="{}" d="{}"/>',
        ((kind, paths[code]) for code, kind in [*around, (area.code, "own")]),
    )
    svg = format_html(
        '<svg class="spot-map" viewBox="{0} {0} {1} {2}" role="img" aria-label="{3}">{4}{5}</svg>',
        -_EDGE,
        frame.width + 2 * _EDGE,
        frame.height + 2 * _EDGE,
        words,
        shapes,
        _drawn(frame, spots),
    )
    return SpotMap(svg, place_on_map(area.bounds))


def _drawn(frame: Frame, spots: tuple[WhiteSpotFigures, ...]) -> SafeString:
    placed = ((*frame.place(spot.longitude, spot.latitude), _radius(spot)) for spot in spots)
    return format_html_join("", '<circle class="spot" cx="{}" cy="{}" r="{}"/>', placed)


def _radius(spot: WhiteSpotFigures) -> str:
    return f"{max(_LEAST_PX, 1.6 * math.sqrt(spot.addresses.value or 0)):.1f}"


def place_on_map(bounds: Bounds) -> str:
    """Where the big map opens to show it: zoom, latitude, longitude."""
    latitude, longitude = (bounds.south + bounds.north) / 2, (bounds.west + bounds.east) / 2
    return f"9/{latitude:.4f}/{longitude:.4f}"

"""A small map of the need in one municipality: a dot for each small area, without any script."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass

import h3
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from taskforce.report.bundle import Bundle
from taskforce.report.figures import NOW, THEN, Area, AreaFigures, Bounds
from taskforce.vocabulary.speed import Threshold
from taskforce.web.frame.templatetags.components import share_in_words
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.municipalities.hexagons import Hexagon, Shade, hexagons_in
from taskforce.web.municipalities.outlines import Frame, outlines
from taskforce.web.municipalities.profile import Profile

# Twice as fine as it is shown, so that rows of dots stay straight.
_WIDTH, _EDGE = 640, 16
_KM_PER_DEGREE, _OF_THE_ROOM = 111.2, 0.92


@dataclass(frozen=True, slots=True)
class DayMap:
    """The map of one day, with what stands below it; no share where it is not shown."""

    svg: SafeString
    when: str
    day: str
    share: str


def then_and_now_maps(bundle: Bundle, profile: Profile, threshold: Threshold) -> tuple[DayMap, ...]:
    """The two maps side by side; the one of today alone where no earlier day is known."""
    label, told = bundle.label, []
    # Whichever day the page was asked for, each map tells of its own.
    at = next(one for one in profile.thresholds if one.threshold == threshold)
    days = [(THEN, label.as_of_then, at.then), (NOW, label.as_of, at.now)]
    for when, on, figures in days:
        if on is None or figures is None:
            continue
        svg = need_map(bundle, profile.area, threshold, when=when, words=_said(figures, day(on)))
        if svg:
            hidden = figures.share_below is None
            told.append(DayMap(svg, when, day(on), "" if hidden else share_in_words(figures)))
    return tuple(told)


def need_map(
    bundle: Bundle, area: Area, threshold: Threshold, *, when: str = NOW, words: str
) -> SafeString | None:
    """Draw it with colours of its own, so that it stands anywhere; None where nothing is known."""
    hexagons = hexagons_in(bundle, area.code)
    if area.bounds is None or not hexagons:
        return None
    frame = Frame(area.bounds, _WIDTH)
    by_shade: defaultdict[Shade, list[str]] = defaultdict(list)
    for one in hexagons:
        shade = one.shade(when, threshold)
        if shade is not None:
            by_shade[shade].append(_dot(one, frame))
    # The heaviest last, so that it lies on top where two meet.
    drawn = ((shade.value, "".join(by_shade[shade])) for shade in Shade if by_shade[shade])
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" class="need-map" viewBox="{0} {0} {1} {2}" '
        'role="img" aria-label="{3}">{4}<g fill="none" stroke-linecap="round" '
        'stroke-width="{5}">{6}</g></svg>',
        -_EDGE,
        frame.width + 2 * _EDGE,
        frame.height + 2 * _EDGE,
        words,
        _outline(bundle, area, frame),
        _broad(area.bounds, frame, hexagons[0].size),
        format_html_join("", '<path stroke="{}" d="{}"/>', drawn),
    )


def _said(figures: AreaFigures, on: str) -> str:
    """What the map shows, for those who do not see it."""
    if figures.share_below is None:
        told = gettext("%(name)s on %(day)s. The share is not shown.")
        return told % {"name": figures.name, "day": on}
    told = gettext("%(name)s on %(day)s: %(share)s of the known addresses lack it.")
    return told % {"name": figures.name, "day": on, "share": share_in_words(figures)}


def legend() -> list[tuple[Shade, str]]:
    """What each shade means, in words."""
    return [
        (Shade.NONE, gettext("all have it")),
        (Shade.FEW, gettext("under 10% lack it")),
        (Shade.SOME, gettext("10 to 25%")),
        (Shade.MANY, gettext("25% or more")),
        (Shade.HIDDEN, gettext("not shown: too few")),
    ]


def _outline(bundle: Bundle, area: Area, frame: Frame) -> SafeString:
    path = outlines(bundle, frame).get(area.code, "")
    return format_html('<path d="{}" fill="#f3f1ec" stroke="#0b4a6f" stroke-width="3"/>', path)


def _dot(one: Hexagon, frame: Frame) -> str:
    """A line of no length, which its round ends make a dot: the fewest letters there are."""
    x, y = frame.place(one.longitude, one.latitude)
    return f"M{x} {y}h0"


def _broad(bounds: Bounds, frame: Frame, size: int) -> str:
    """How broad a dot is, so that neighbours nearly touch."""
    apart_km = h3.average_hexagon_edge_length(size, unit="km") * math.sqrt(3)
    high_km = (bounds.north - bounds.south) * _KM_PER_DEGREE
    return f"{_OF_THE_ROOM * apart_km * frame.height / high_km:.1f}"

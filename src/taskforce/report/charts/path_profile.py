"""The ground between a mast and a telephone, with the line of sight and the room around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from taskforce.report.charts.canvas import (
    LETTER,
    NARROW,
    STRONG,
    Words,
    framed,
    letters,
    rule,
    text,
)

if TYPE_CHECKING:
    from taskforce.prediction.fresnel import Series
    from taskforce.prediction.sight import Obstruction, Profile

# The page's style sheet may choose other colours by the class names; these stand on their own.
_GROUND, _COVER, _ZONE, _WORST = "#b9a27c", "#5d8a54", "#1a5fb4", "#a1172a"
_HIGH, _KEY, _EDGE, _FOOT = 250, 26, 12, 42
_STEPS_M = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_MOST_RULES = 5

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Labels:
    """How the parts of the drawing are called; `cover` is "" where it is not known."""

    ground: str
    cover: str
    sight: str
    zone: str
    mast: str
    telephone: str
    worst: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """Turns metres along the way and over the sea into places on the drawing."""

    left: float
    right: float
    head: float
    floor: float
    length_m: float
    low_m: float
    high_m: float

    def at(self, distance_m: float, height_m: float) -> Point:
        along = distance_m / self.length_m
        up = (height_m - self.low_m) / (self.high_m - self.low_m)
        return self.left + (self.right - self.left) * along, self.floor - (
            self.floor - self.head
        ) * up

    def line(self, distance_m: Series, height_m: Series) -> list[Point]:
        return [self.at(float(d), float(h)) for d, h in zip(distance_m, height_m, strict=True)]


def path_profile(
    profile: Profile,
    worst: Obstruction | None,
    words: Words,
    *,
    width: int,
    labels: Labels,
    said: Callable[[float], str],
) -> str:
    """Draw the profile; heights are drawn much larger than distances.

    The line of sight is straight and the ground carries the earth's curve, so that what rises
    above the line is really in the way.

    Parameters
    ----------
    profile
        From the mast, metres.
    worst
        The worst obstruction, marked; None where the way is free.
    words
        Title and conclusion.
    width
        In pixels.
    labels
        How the parts are called.
    said
        Writes a height in metres, or a distance, as the reader shall see it.

    Returns
    -------
    str
        An SVG element.
    """
    key = list(_key(labels, width))
    head = _KEY * (2 + max((row for _, row in key), default=0)) + _EDGE
    low, high = _span(profile)
    rules = list(_rules(low, high))
    left = max(letters(said(metres)) for metres in rules) + _EDGE
    frame = _Frame(left, width - _EDGE, head, head + _HIGH, profile.length_m, low, high)
    marks = [
        *(mark for metres in rules for mark in _ruled(frame, metres, said(metres), width)),
        *_ground(frame, profile, with_cover=bool(labels.cover)),
        _zone(frame, profile),
        _line(frame.line(profile.distance_m, profile.sight_m)),
        *_ends(frame, profile),
        *(_marked(frame, profile, worst, labels.worst) if worst else ()),
        *_feet(frame, labels, width),
        *(mark for mark, _ in key),
    ]
    return framed(words, (width, frame.floor + _FOOT), marks)


def _span(profile: Profile) -> tuple[float, float]:
    """The lowest and highest metre to show; the earth's own surface at least."""
    low = min(float(profile.ground_m.min()), float((profile.sight_m - profile.zone_m).min()))
    lowest = float((profile.ground_m + profile.bulge_m).min())
    high = max(float(profile.top_m.max()), float((profile.sight_m + profile.zone_m).max()))
    # A wide zone may dip far below the ground: that much of it need not be seen.
    floor = max(low, lowest - 0.25 * (high - lowest))
    return floor, high + 0.05 * (high - floor)


def _rules(low_m: float, high_m: float) -> Iterable[int]:
    step = next((one for one in _STEPS_M if (high_m - low_m) / one <= _MOST_RULES), _STEPS_M[-1])
    return range(int(np.ceil(low_m / step)) * step, int(high_m) + 1, step)


def _ruled(frame: _Frame, metres: float, words: str, width: int) -> list[str]:
    y = frame.at(0.0, metres)[1]
    return [
        rule((frame.left, y), (width - _EDGE, y)),
        text(words, frame.left - 6, y + 5, anchor="end"),
    ]


def _ground(frame: _Frame, profile: Profile, *, with_cover: bool) -> list[str]:
    ground = profile.ground_m + profile.bulge_m
    bare = frame.line(profile.distance_m, ground)
    below = [(frame.right, frame.floor), (frame.left, frame.floor)]
    drawn = [_area([*bare, *below], "ground", _GROUND)]
    if with_cover and profile.cover_m.any():
        grown = frame.line(profile.distance_m, profile.top_m)
        drawn.append(_area([*grown, *reversed(bare)], "cover", _COVER))
    return drawn


def _zone(frame: _Frame, profile: Profile) -> str:
    upper = frame.line(profile.distance_m, profile.sight_m + profile.zone_m)
    # Never drawn below the frame.
    lower = np.maximum(profile.sight_m - profile.zone_m, frame.low_m)
    under = frame.line(profile.distance_m, lower)
    return _area([*upper, *reversed(under)], "zone", _ZONE, opacity=0.16)


def _line(points: list[Point]) -> str:
    return (
        f'<polyline class="chart__sight" points="{_corners([points[0], points[-1]])}" '
        f'fill="none" stroke="{STRONG}" stroke-width="2" stroke-dasharray="7 4"/>'
    )


def _ends(frame: _Frame, profile: Profile) -> list[str]:
    drawn = []
    for at in (0, -1):
        foot = float(profile.ground_m[at] + profile.bulge_m[at])
        distance = float(profile.distance_m[at])
        (x, low), (_, high) = frame.at(distance, foot), frame.at(distance, profile.sight_m[at])
        drawn.append(
            f'<line class="chart__end" x1="{x:.1f}" y1="{low:.1f}" x2="{x:.1f}" y2="{high:.1f}" '
            f'stroke="currentColor" stroke-width="3"/>'
            f'<circle class="chart__end" cx="{x:.1f}" cy="{high:.1f}" r="4" fill="currentColor"/>'
        )
    return drawn


def _marked(frame: _Frame, profile: Profile, worst: Obstruction, words: str) -> list[str]:
    at = int(np.abs(profile.distance_m - worst.distance_m).argmin())
    x, y = frame.at(worst.distance_m, float(profile.top_m[at]))
    room = letters(words) / 2
    middle = max(min(x, frame.right - room), room)
    # The words stand above everything, with a line down to the point they are about.
    above = frame.head - _EDGE
    return [
        f'<line class="chart__worst" x1="{x:.1f}" y1="{above + 5:.1f}" x2="{x:.1f}" y2="{y:.1f}" '
        f'stroke="{_WORST}" stroke-width="1.5"/>',
        f'<circle class="chart__worst" cx="{x:.1f}" cy="{y:.1f}" r="6" fill="{_WORST}"/>',
        text(words, middle, above, kind="value", anchor="middle"),
    ]


def _feet(frame: _Frame, labels: Labels, width: int) -> list[str]:
    y = frame.floor + LETTER + 8
    return [
        rule((frame.left, frame.floor), (width - _EDGE, frame.floor)),
        text(labels.mast, frame.left, y),
        text(labels.telephone, frame.right, y, anchor="end"),
    ]


def _key(labels: Labels, width: int) -> Iterable[tuple[str, int]]:
    """The names of the parts, each with the row that it stands in."""
    parts = [(labels.sight, STRONG, 1.0), (labels.zone, _ZONE, 0.16), (labels.ground, _GROUND, 1.0)]
    if labels.cover:
        parts.append((labels.cover, _COVER, 1.0))
    x, row = 0.0, 0
    for name, colour, opacity in parts:
        needed = LETTER + 6 + letters(name) + (_EDGE if width <= NARROW else 2 * _EDGE)
        if x and x + needed > width:
            x, row = 0.0, row + 1
        y = row * _KEY + 2
        yield _swatch(x, y, colour, opacity) + text(name, x + LETTER + 6, y + LETTER - 2), row
        x += needed


def _swatch(x: float, y: float, colour: str, opacity: float) -> str:
    part = {_GROUND: "ground", _COVER: "cover"}.get(colour, "zone" if opacity < 1 else "sight")
    if part == "sight":
        return (
            f'<line class="chart__sight" x1="{x:.1f}" y1="{y + 8:.1f}" x2="{x + LETTER:.1f}" '
            f'y2="{y + 8:.1f}" stroke="{colour}" stroke-width="2" stroke-dasharray="7 4"/>'
        )
    return (
        f'<rect class="chart__{part}" x="{x:.1f}" y="{y:.1f}" width="{LETTER}" '
        f'height="{LETTER}" fill="{colour}" fill-opacity="{opacity:g}"/>'
    )


def _area(points: list[Point], part: str, colour: str, *, opacity: float = 1.0) -> str:
    return (
        f'<polygon class="chart__{part}" points="{_corners(points)}" fill="{colour}" '
        f'fill-opacity="{opacity:g}"/>'
    )


def _corners(points: Iterable[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)

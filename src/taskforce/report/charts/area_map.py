"""A plain map of municipalities, coloured by need, with a dot for each white spot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from taskforce.report.charts.canvas import Words, framed

# The colours of the site's map, from little need to much, and where no number is shown.
NEED = ("#fdf3e1", "#f9d9a8", "#f2b06a", "#dc7a35", "#a94a12", "#6f2a06")
NOT_SHOWN, AROUND, OWN, SPOT = "#cdd3d7", "#f3f1ec", "#f9d9a8", "#5b1f6e"
# Where one colour of a share gives way to the next; the same on every day, so that maps compare.
SHARE_EDGES = (0.01, 0.02, 0.05, 0.10, 0.25)
_BORDER, _HALO = "#ffffff", "#ffffff"
_SWATCH, _ROW, _EDGE, _LETTER = 16, 27, 8, 16

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """One municipality: its outline as an SVG path, its colour, and its name with its place."""

    path: str
    fill: str
    label: str = ""
    at: Point | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A white spot: where, and how large its dot is."""

    at: Point
    radius: float


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the legend; a round one stands for a spot."""

    fill: str
    words: str
    is_round: bool = False


def area_map(
    shapes: Sequence[Shape],
    spots: Sequence[Spot],
    words: Words,
    *,
    size: tuple[int, int],
    keys: Sequence[Key] = (),
) -> str:
    """Draw municipalities and white spots, with the legend below.

    Parameters
    ----------
    shapes
        Outlines in pixels, drawn in this order.
    spots
        Drawn on top of all.
    words
        Title and conclusion.
    size
        Width and height of the map itself in pixels.
    keys
        What the colours mean.

    Returns
    -------
    str
        An SVG element.
    """
    width, height = size
    legend, tall = _legend(keys, width, height)
    drawn = "".join((*map(_outline, shapes), *map(_dot, spots), *_labels(shapes)))
    # A map of its own within the drawing: what lies outside its frame is cut off.
    inner = f'<svg x="0" y="0" width="{width}" height="{height}">{drawn}</svg>'
    return framed(words, (width, height + tall), (inner, *legend))


def shade(share: float | None) -> str:
    """The colour of a share below the threshold, 0 to 1; grey where none is shown."""
    return NOT_SHOWN if share is None else NEED[sum(share >= edge for edge in SHARE_EDGES)]


def between() -> Iterable[tuple[float, float]]:
    """The edges of the classes between the first and the last."""
    return pairwise(SHARE_EDGES)


def _outline(one: Shape) -> str:
    return (
        f'<path d="{one.path}" fill="{one.fill}" stroke="{_BORDER}" stroke-width="1.2" '
        'fill-rule="evenodd"/>'
    )


def _dot(one: Spot) -> str:
    return (
        f'<circle cx="{one.at[0]:.1f}" cy="{one.at[1]:.1f}" r="{one.radius:.1f}" '
        f'fill="{SPOT}" fill-opacity="0.72" stroke="{_BORDER}" stroke-width="0.7"/>'
    )


def _labels(shapes: Sequence[Shape]) -> Iterable[str]:
    for one in shapes:
        if one.label and one.at:
            yield (
                f'<text x="{one.at[0]:.1f}" y="{one.at[1]:.1f}" text-anchor="middle" '
                f'font-size="{_LETTER - 2}" fill="#1a1a1a" stroke="{_HALO}" stroke-width="3" '
                f'stroke-linejoin="round" paint-order="stroke">{escape(one.label)}</text>'
            )


def _legend(keys: Sequence[Key], width: int, top: int) -> tuple[list[str], int]:
    """The legend in as many columns as the width holds, and how tall it is."""
    if not keys:
        return [], 0
    longest = max(len(key.words) for key in keys)
    columns = max(1, int(width // (longest * _LETTER * 0.56 + _SWATCH + 3 * _EDGE)))
    rows = -(-len(keys) // columns)
    wide = width / columns
    marks = []
    for at, key in enumerate(keys):
        x, y = (at // rows) * wide, top + 2 * _EDGE + (at % rows) * _ROW
        marks.append(_swatch(key, x, y))
        marks.append(
            f'<text x="{x + _SWATCH + _EDGE:.1f}" y="{y + _SWATCH - 2:.1f}" '
            f'font-size="{_LETTER}" fill="#1a1a1a">{escape(key.words)}</text>'
        )
    return marks, rows * _ROW + 2 * _EDGE


def _swatch(key: Key, x: float, y: float) -> str:
    if key.is_round:
        half = _SWATCH / 2
        return (
            f'<circle cx="{x + half:.1f}" cy="{y + half:.1f}" r="{half - 1:.1f}" '
            f'fill="{key.fill}" fill-opacity="0.72"/>'
        )
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{_SWATCH}" height="{_SWATCH}" fill="{key.fill}" '
        'stroke="#8e9aa1" stroke-width="0.6"/>'
    )

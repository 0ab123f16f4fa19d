"""What every chart has: a size, a name and a conclusion for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

# Drawn one to one: a chart for a desk, and one for a phone with readable letters.
WIDE, NARROW = 720, 350
LETTER = 16

# The page's style sheet may choose other colours by the class names; these stand on their own.
STRONG, QUIET, GRID = "#1a5fb4", "#8a9aa8", "#d5dbe0"


@dataclass(frozen=True, slots=True)
class Words:
    """What a chart is called and what it shows; `identity` is unique on its page."""

    identity: str
    title: str
    conclusion: str
    language: str = "da"


Draw = Callable[[int], str]


def framed(words: Words, size: tuple[float, float], marks: Iterable[str], *, kind: str = "") -> str:
    """Put marks into a frame that tells its name and conclusion.

    Parameters
    ----------
    words
        Title and conclusion.
    size
        Width and height in pixels.
    marks
        SVG elements.
    kind
        "wide" or "narrow", of which the style sheet shows one; told by the width where left out.
        Any other is always shown.

    Returns
    -------
    str
        An SVG element without any inline style, so that a strict content policy lets it pass.
    """
    width, height = (_short(edge) for edge in size)
    kind = kind or ("narrow" if size[0] <= NARROW else "wide")
    identity = escape(f"{words.identity}-{kind}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart chart--{kind}" role="img" '
        f'aria-labelledby="{identity}-title {identity}-desc" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-size="{LETTER}" lang="{escape(words.language)}">'
        f'<title id="{identity}-title">{escape(words.title)}</title>'
        f'<desc id="{identity}-desc">{escape(words.conclusion)}</desc>{"".join(marks)}</svg>'
    )


def in_two_widths(draw: Draw) -> str:
    """Draw a chart for the desk and for the phone; the style sheet shows one of them."""
    return draw(WIDE) + draw(NARROW)


def text(content: str, x: float, y: float, *, kind: str = "label", anchor: str = "start") -> str:
    """Write words; `kind` is "label" or "value"."""
    weight = ' font-weight="600"' if kind == "value" else ""
    return (
        f'<text class="chart__{kind}" x="{_short(x)}" y="{_short(y)}" text-anchor="{anchor}"'
        f'{weight} fill="currentColor">{escape(content)}</text>'
    )


def dot(x: float, y: float, *, kind: str, radius: float = 6) -> str:
    """Draw a dot; `kind` is "strong" or "quiet"."""
    return (
        f'<circle class="chart__dot chart__{kind}" cx="{_short(x)}" cy="{_short(y)}" '
        f'r="{_short(radius)}" fill="{_colour(kind)}"/>'
    )


def rule(start: tuple[float, float], end: tuple[float, float], *, width: float = 1) -> str:
    """Draw a straight thin line for the eye to follow."""
    return (
        f'<line class="chart__rule" x1="{_short(start[0])}" y1="{_short(start[1])}" '
        f'x2="{_short(end[0])}" y2="{_short(end[1])}" stroke="{GRID}" '
        f'stroke-width="{_short(width)}"/>'
    )


def path(points: Iterable[tuple[float, float]], *, kind: str, dashed: bool = False) -> str:
    """Draw a line through points; `kind` is "strong" or "quiet"."""
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    corners = " ".join(f"{_short(x)},{_short(y)}" for x, y in points)
    return (
        f'<polyline class="chart__line chart__{kind}" points="{corners}" fill="none" '
        f'stroke="{_colour(kind)}" stroke-width="2.5" stroke-linejoin="round"{dashes}/>'
    )


def letters(content: str) -> float:
    """About how many pixels a text takes; a little more than it does."""
    return len(content) * LETTER * 0.58


def _colour(kind: str) -> str:
    return STRONG if kind == "strong" else QUIET


def _short(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".")

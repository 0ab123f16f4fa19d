"""Makes a chart stand on its own, outside the page whose style sheet gives it font and colours."""

from __future__ import annotations

import re
from html import escape
from textwrap import wrap

from taskforce.report.charts.canvas import STRONG
from taskforce.report.dossier.content import Chart

# The colours of the site, for where its style sheet does not reach.
FJORD, AMBER, INK, SOFT, LINE = "#0b4a6f", "#b4540a", "#1a1a1a", "#4a5358", "#c9d4da"
_FONT = "IBM Plex Sans, sans-serif"
_EDGE, _TITLE, _SMALL = 32, 22, 13
# Wide enough for the letters of a machine that does not have the typeface.
_PER_LETTER = 0.6
_VIEW = re.compile(r'viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"')
_LEAST_WIDTH = 640


def in_colour(svg: str) -> str:
    """The drawing in the colours and the typeface of the site.

    Parameters
    ----------
    svg
        A drawing of `report.charts`.

    Returns
    -------
    str
        The same drawing; what the style sheet would have said stands in it.
    """
    styled = svg.replace(STRONG, AMBER).replace('"currentColor"', f'"{INK}"')
    return styled.replace("<svg ", f'<svg font-family="{_FONT}" ', 1)


def picture(chart: Chart, foot: str) -> str:
    """A chart as a picture to pass on, with its title above and its source and day below.

    Parameters
    ----------
    chart
        The chart or map.
    foot
        Source, day and certainty, and where the figure stands.

    Returns
    -------
    str
        An SVG document on a white ground.
    """
    width, height = size_of(chart.svg)
    whole = max(width + 2 * _EDGE, _LEAST_WIDTH)
    title = _lines(chart.title, whole, _TITLE)
    feet = _lines(foot, whole, _SMALL)
    top = _EDGE + len(title) * (_TITLE + 6) + 12
    below = top + height + 16
    tall = below + len(feet) * (_SMALL + 5) + _EDGE
    drawn = in_colour(chart.svg).replace(
        "<svg ", f'<svg x="{(whole - width) / 2:.1f}" y="{top:.1f}" ', 1
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole:.0f} {tall:.0f}" '
        f'width="{whole:.0f}" height="{tall:.0f}" font-family="{_FONT}" role="img">'
        f"<title>{escape(chart.title)}</title><desc>{escape(chart.conclusion)}</desc>"
        f'<rect width="100%" height="100%" fill="#ffffff"/>'
        f'<rect width="100%" height="8" fill="{FJORD}"/>'
        f"{_written(title, _EDGE + _TITLE, _TITLE, FJORD, weight=700)}{drawn}"
        f'<line x1="{_EDGE}" x2="{whole - _EDGE:.0f}" y1="{below:.1f}" y2="{below:.1f}" '
        f'stroke="{LINE}"/>{_written(feet, below + _SMALL + 8, _SMALL, SOFT)}</svg>'
    )


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing in its own pixels.

    Raises
    ------
    ValueError
        The drawing does not say how large it is.
    """
    found = _VIEW.search(svg)
    if found is None:
        raise ValueError("A drawing without a view box has no size.")
    return float(found[3]), float(found[4])


def _lines(text: str, width: float, letter: int) -> list[str]:
    return wrap(text, max(20, int((width - 2 * _EDGE) / (letter * _PER_LETTER)))) or [""]


def _written(lines: list[str], top: float, letter: int, colour: str, *, weight: int = 400) -> str:
    step = letter + (6 if letter == _TITLE else 5)
    return "".join(
        f'<text x="{_EDGE}" y="{top + at * step:.1f}" font-size="{letter}" '
        f'font-weight="{weight}" fill="{colour}">{escape(line)}</text>'
        for at, line in enumerate(lines)
    )

"""The picture of a page where it is shared: large words, one figure, source and day."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from textwrap import wrap

from taskforce.report.dossier.drawing import AMBER

WIDTH, HEIGHT = 1200, 630
_DEEP, _PALE, _INK, _SOFT = "#083650", "#f5f8fa", "#1a1a1a", "#4a5358"
_EDGE, _LETTER, _SMALL, _PER_LETTER, _MOST_LINES = 72, 64, 24, 0.54, 3


@dataclass(frozen=True, slots=True)
class ShareCard:
    """What stands on the picture; without a figure the title has the room to itself."""

    house: str
    title: str
    foot: str
    figure: str = ""
    figure_words: str = ""


def share_card(card: ShareCard) -> str:
    """Draw the picture.

    Parameters
    ----------
    card
        The words.

    Returns
    -------
    str
        An SVG document of 1200 by 630 pixels.
    """
    lines = _lines(card.title, _LETTER)
    top = 226
    marks = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{_PALE}"/>',
        f'<rect width="{WIDTH}" height="118" fill="{_DEEP}"/>',
        _text(card.house, 76, 34, "#ffffff", weight=600),
        *(
            _text(line, top + at * (_LETTER + 10), _LETTER, _DEEP, weight=700)
            for at, line in enumerate(lines)
        ),
    ]
    below = top + len(lines) * (_LETTER + 10) + 62
    if card.figure:
        marks.append(_text(card.figure, below, 92, AMBER, weight=700))
        marks.append(_text(card.figure_words, below + 50, 36, _INK))
    feet = _lines(card.foot, _SMALL)
    first = HEIGHT - 40 - (len(feet) - 1) * (_SMALL + 8)
    marks.append(f'<rect x="{_EDGE}" y="{first - 52}" width="96" height="6" fill="{AMBER}"/>')
    marks += [_text(line, first + at * (_SMALL + 8), _SMALL, _SOFT) for at, line in enumerate(feet)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}" font-family="IBM Plex Sans, sans-serif">'
        f"{''.join(marks)}</svg>"
    )


def _lines(text: str, letter: int) -> list[str]:
    room = int((WIDTH - 2 * _EDGE) / (letter * _PER_LETTER))
    lines = wrap(text, room)
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]} …"]
    return lines or [""]


def _text(words: str, y: int, letter: int, colour: str, *, weight: int = 400) -> str:
    return (
        f'<text x="{_EDGE}" y="{y}" font-size="{letter}" font-weight="{weight}" '
        f'fill="{colour}">{escape(words)}</text>'
    )

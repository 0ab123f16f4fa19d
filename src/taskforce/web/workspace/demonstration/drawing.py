"""Draw illustrations for the demonstration, so that it has pictures that nobody owns."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Iterator

from PIL import Image, ImageDraw

# Drawn at twice the size and made smaller, so that no edge is jagged.
_WIDTH, _HEIGHT, _FINER = 1280, 720, 2
_SKY, _SUN, _FAR, _NEAR, _FIELD = "#dbe8ee", "#fbf3dd", "#b7cdc2", "#8cc0a1", "#e9d9a6"
_INK, _ROOF, _WALL, _GLASS, _EARTH, _SOIL = (
    *("#0b4a6f", "#a9502f", "#f7f3ea", "#7fb0c8", "#b08a5b", "#8a6740"),
)
_CABLE, _LEAF = "#dc7a35", "#4f8a63"

Draw = ImageDraw.ImageDraw
Line = Callable[[float], float]


def mast_on_a_hill() -> bytes:
    """Hills, a field, and a mast that sends."""
    picture, draw = _landscape()
    _mast(draw, 860, 470, 300)
    for radius in (46, 78, 110):
        for start in (-50, 130):
            _arc(draw, (860, 170), radius, start, start + 100)
    _houses(draw, ((200, 545), (330, 560), (1090, 552)))
    return _written(picture)


def fibre_in_a_trench() -> bytes:
    """A trench from the road to a house, with the cable in it."""
    picture, draw = _landscape()
    _houses(draw, ((930, 486),), size=2.2)
    _ground(draw, lambda x: 560 + 6 * math.sin(x / 60), _EARTH)
    _ground(draw, lambda x: 640 + 10 * math.sin(x / 90 + 1), _SOIL)
    _line(draw, [(x, 598 + 9 * math.sin(x / 130)) for x in range(0, 1001, 8)], _CABLE, 14)
    _line(draw, [(1000, 607), (1000, 540)], _CABLE, 14)
    for x in range(60, 1280, 150):
        _dot(draw, (x, 668 + 12 * math.sin(x)), 11, _EARTH)
    return _written(picture)


def neighbours() -> bytes:
    """Five houses along a road, and one cable that reaches them all."""
    picture, draw = _landscape()
    _ground(draw, lambda _x: 572, _EARTH)
    _ground(draw, lambda _x: 664, _SOIL)
    _line(draw, [(0, 622), (_WIDTH, 622)], _CABLE, 12)
    for x in range(150, _WIDTH, 240):
        _houses(draw, ((float(x), 527),), size=1.3)
        _line(draw, [(x - 30, 622), (x - 30, 566)], _CABLE, 12)
    return _written(picture)


def water_tower() -> bytes:
    """A water tower above a village, with antennas on its top."""
    picture, draw = _landscape()
    _polygon(draw, ((590, 590), (612, 330), (668, 330), (690, 590)), _WALL)
    _polygon(draw, ((540, 330), (560, 190), (720, 190), (740, 330)), _INK)
    _polygon(draw, ((552, 190), (640, 140), (728, 190)), _ROOF)
    for x, foot in ((578, 186), (640, 150), (702, 186)):
        _line(draw, [(x, foot), (x, foot - 70)], _INK, 8)
        _polygon(draw, _box(x, foot - 64, 9, 22), _GLASS)
    _houses(draw, ((180, 556), (320, 572), (890, 560), (1040, 548)))
    return _written(picture)


def _landscape() -> tuple[Image.Image, Draw]:
    picture = Image.new("RGB", (_WIDTH * _FINER, _HEIGHT * _FINER), _SKY)
    draw = ImageDraw.Draw(picture)
    _dot(draw, (220, 150), 60, _SUN)
    _ground(draw, lambda x: 420 + 40 * math.sin(x / 160), _FAR)
    _ground(draw, lambda x: 480 + 46 * math.sin(x / 230 + 2), _NEAR)
    _ground(draw, lambda x: 590 + 16 * math.sin(x / 120), _FIELD)
    return picture, draw


def _mast(draw: Draw, x: float, foot: float, tall: float) -> None:
    top = foot - tall
    for side in (-1, 1):
        _line(draw, [(x + side * 4, top), (x + side * 36, foot)], _INK, 7)
    for step in range(1, 10):
        y, before = top + tall * step / 10, top + tall * (step - 1) / 10
        half, narrower = 4 + 32 * step / 10, 4 + 32 * (step - 1) / 10
        _line(draw, [(x - half, y), (x + half, y)], _INK, 4)
        _line(draw, [(x - narrower, before), (x + half, y)], _INK, 3)
    _line(draw, [(x, top), (x, top - 40)], _INK, 7)
    for side in (-1, 1):
        _polygon(draw, _box(x + side * 18, top + 30, 6, 26), _GLASS)


def _houses(draw: Draw, at: tuple[tuple[float, float], ...], *, size: float = 1.0) -> None:
    for x, y in at:
        wide, high = 44 * size, 34 * size
        _polygon(draw, _box(x, y, wide, high), _WALL)
        roof = ((x - wide - 8, y - high), (x, y - high - 42 * size), (x + wide + 8, y - high))
        _polygon(draw, roof, _ROOF)
        for side in (-1, 1):
            _polygon(draw, _box(x + side * wide / 2, y - 4, 9 * size, 11 * size), _GLASS)
        _dot(draw, (x + wide + 26 * size, y - 4 * size), 22 * size, _LEAF)


def _box(x: float, y: float, wide: float, high: float) -> tuple[tuple[float, float], ...]:
    return (x - wide, y - high), (x + wide, y - high), (x + wide, y + high), (x - wide, y + high)


def _ground(draw: Draw, line: Line, colour: str) -> None:
    top = [(float(x), line(x)) for x in range(0, _WIDTH + 1, 8)]
    _polygon(draw, (*top, (_WIDTH, _HEIGHT), (0.0, _HEIGHT)), colour)


def _polygon(draw: Draw, corners: tuple[tuple[float, float], ...], colour: str) -> None:
    draw.polygon(list(_finer(corners)), fill=colour)


def _line(draw: Draw, points: list[tuple[float, float]], colour: str, width: int) -> None:
    draw.line(list(_finer(tuple(points))), fill=colour, width=width * _FINER, joint="curve")


def _dot(draw: Draw, at: tuple[float, float], radius: float, colour: str) -> None:
    (x, y), r = at, radius
    draw.ellipse(list(_finer(((x - r, y - r), (x + r, y + r)))), fill=colour)


def _arc(draw: Draw, at: tuple[float, float], radius: float, start: float, end: float) -> None:
    (x, y), r = at, radius
    box = list(_finer(((x - r, y - r), (x + r, y + r))))
    draw.arc(box, start, end, fill=_INK, width=6 * _FINER)


def _finer(points: tuple[tuple[float, float], ...]) -> Iterator[tuple[float, float]]:
    return ((x * _FINER, y * _FINER) for x, y in points)


def _written(picture: Image.Image) -> bytes:
    """The picture as PNG, the same every time."""
    file = io.BytesIO()
    picture.resize((_WIDTH, _HEIGHT), Image.Resampling.LANCZOS).save(file, "PNG")
    return file.getvalue()

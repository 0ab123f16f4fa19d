"""A small picture of the region for the front page, drawn without any script."""

from __future__ import annotations

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from taskforce.report.bundle import Bundle
from taskforce.web.municipalities.outlines import Frame, outlines
from taskforce.web.municipalities.rows import Row
from taskforce.web.public.legend import Legend

_WIDTH = 400


def picture(bundle: Bundle, rows: tuple[Row, ...], legend: Legend, words: str) -> SafeString:
    """The municipalities by need, as SVG; empty where the bundle has no outlines."""
    bounds = bundle.region().bounds
    frame = Frame(bounds, _WIDTH) if bounds else None
    paths = outlines(bundle, frame) if frame else {}
    if frame is None or not paths:
        return SafeString("")
    colours = {row.area.code: f"{legend.show}-{legend.class_of(row)}" for row in rows}
    shapes = format_html_join(
        "",
        '<path class="{}" d="{}"/>',
        ((colours.get(code, "hidden-number"), path) for code, path in paths.items()),
    )
    return format_html(
        '<svg class="picture" viewBox="-4 -4 {} {}" role="img" aria-label="{}">{}</svg>',
        frame.width + 8,
        frame.height + 8,
        words,
        shapes,
    )

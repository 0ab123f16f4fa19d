"""The chart of the uniformity index, with its conclusion in words."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from taskforce.report.charts.canvas import Words, in_two_widths
from taskforce.report.charts.shares import Share, shares
from taskforce.web.frame.templatetags.numbers import day, percent
from taskforce.web.guidelines.queries.through_time import Points


def course_of_uniformity(points: Points) -> SafeString:
    """The index and how much of it is known; nothing where no pair was ever known."""
    index = tuple((on, one.index) for on, one in points if one.index is not None)
    if not index:
        return SafeString("")
    known = tuple((on, one.known) for on, one in points)
    lines = [
        Share(gettext("Uniformity"), index, strong=True),
        Share(gettext("How much is known"), known),
    ]
    told = "; ".join(f"{day(on)}: {percent(value)}" for on, value in index)
    title = gettext("Uniformity through time")
    words = Words("uniformity", title, f"{told}.", get_language() or "da")
    drawing = in_two_widths(lambda width: shares(lines, words, width=width, said=(day, percent)))
    return mark_safe(drawing)  # noqa: S308 - our own drawing, in which every text is escaped

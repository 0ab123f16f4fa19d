"""What stands around the map: the tabs for the two days, and the same figures as a table."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext

from taskforce.report.figures import NOW, THEN
from taskforce.web.frame.question import Question
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.municipalities.rows import Row
from taskforce.web.public.legend import CHANGE, SHARE, Legend, LegendClass


@dataclass(frozen=True, slots=True)
class Tab:
    """One way of looking at the map, as a link."""

    words: str
    path: str
    current: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One municipality in the table beside the map; no colour where its number is not shown."""

    row: Row
    colour: LegendClass | None
    spots: int


def map_lines(question: Question, legend: Legend, rows: tuple[Row, ...]) -> list[Line]:
    """The table beside the map."""
    spots = question.bundle.white_spots(question.threshold)
    colours = {one.number: one for one in legend.classes}
    return [
        Line(row, colours.get(legend.class_of(row)), len(spots.in_municipality(row.area.code)))
        for row in rows
    ]


def tabs(request: HttpRequest, question: Question, legend: Legend) -> list[Tab]:
    """Now, then, and what lies between."""
    label = question.bundle.label
    if label.as_of_then is None:
        return []
    changes = legend.show == CHANGE
    coloured = SHARE if changes else legend.show
    now, then = question.when == NOW and not changes, question.when == THEN and not changes
    return [
        Tab(day(label.as_of), _path(request, when=NOW, show=coloured), now),
        Tab(day(label.as_of_then), _path(request, when=THEN, show=coloured), then),
        Tab(gettext("The change"), _path(request, when=NOW, show=CHANGE), changes),
    ]


def _path(request: HttpRequest, **answers: str) -> str:
    asked = request.GET.copy()
    for name, answer in answers.items():
        asked[name] = answer
    return f"?{asked.urlencode()}"

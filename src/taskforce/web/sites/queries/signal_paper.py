"""An explained signal as a paper: the answer, the drawing, the account, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import get_language, gettext

from taskforce.report.charts.canvas import WIDE
from taskforce.report.signal.profile_table import ProfileRow
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.sites.queries.signal import Signal
from taskforce.web.sites.queries.signal_picture import profile_of_width
from taskforce.web.sites.queries.signal_told import Line, ToldSignal, signed_db


def paper_of(signal: Signal, told: ToldSignal) -> dict[str, Any]:
    """What the paper says, in the language of the page."""
    site = signal.site
    way = {"site": site.name, "number": site.number, "place": signal.spot.label}
    return {
        "language": get_language() or "da",
        "title": gettext("Does the signal reach?"),
        "lead": gettext("From %(site)s (%(number)s) to %(place)s") % way,
        "demonstration": gettext("Demonstration data.") if told.found.demonstration else "",
        "house": "Digital Taskforce",
        "foot": gettext("Calculated by ITU-R P.1812, %(terrain)s.") % {"terrain": told.terrain},
        "page": gettext("Page"),
        "of": gettext("of"),
        "tone": told.tone,
        "verdict": told.verdict,
        "in_the_way": told.in_the_way,
        "notes": list(told.notes),
        "profile_heading": gettext("The ground between the mast and the telephone"),
        "profile": profile_of_width(told, WIDE),
        "terms_heading": gettext("The signal's account"),
        "terms_lead": gettext("What is sent, what is lost on the way, and what is left."),
        "terms": _lines(told.terms),
        "sum": [gettext("The signal at the telephone"), told.sum],
        "bands_heading": gettext("In other bands"),
        "bands": _lines(told.bands),
        "uses_heading": gettext("In a car and in a house"),
        "uses": _lines(told.uses),
        "table_heading": gettext("The drawing as a table"),
        "table_heads": table_heads(),
        "table": table_rows(told),
        "table_note": table_note(),
        "assumptions_heading": gettext("Every assumption"),
        "assumptions": [[one.label, ", ".join(_words(one))] for one in told.assumptions],
        "sources_heading": gettext("Sources"),
        "sources": list(told.sources),
    }


def table_heads() -> list[str]:
    """The heads of the drawing's table."""
    return [
        gettext("From the mast"),
        gettext("Ground"),
        gettext("Trees and houses"),
        gettext("Line of sight"),
        gettext("Zone's radius"),
        gettext("Room"),
    ]


def table_note() -> str:
    """What the marks and columns of the drawing's table mean."""
    return gettext(
        "* The worst point. Room is what is free under the line of sight; below nought it is "
        "blocked. The line of sight is lowered by the earth's curve."
    )


def table_rows(told: ToldSignal) -> list[list[str]]:
    """The rows of the drawing's table, in words."""
    return [_row(one) for one in told.profile]


def _lines(lines: Iterable[Line]) -> list[list[str]]:
    return [[one.label, one.value, one.note] for one in lines]


def _words(one: Line) -> list[str]:
    return [part for part in (one.value, one.note) if part]


def _row(one: ProfileRow) -> list[str]:
    mark = " *" if one.worst else ""
    return [
        f"{number(one.distance_m / 1000.0, 2)} km{mark}",
        f"{signed_metres(one.ground_m)} m",
        gettext("unknown") if one.cover_m is None else f"{number(one.cover_m)} m",
        f"{signed_metres(one.sight_m - one.bulge_m)} m",
        f"{number(one.zone_m, 1)} m",
        f"{signed_db(one.room_m)} m",
    ]


def signed_metres(metres: float) -> str:
    """A height over the sea; below it with a real minus sign."""
    return f"−{number(-metres)}" if metres < 0 else number(metres)

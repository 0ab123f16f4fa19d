"""The ground between a site and a place as a drawing, with its conclusion in words."""

from __future__ import annotations

from functools import partial

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from taskforce.prediction.explanation import Explained
from taskforce.prediction.sight import Obstruction
from taskforce.report.charts.canvas import Words, in_two_widths
from taskforce.report.charts.path_profile import Labels, path_profile
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.sites.queries.signal_told import ToldSignal


def profile_picture(told: ToldSignal) -> SafeString:
    """The drawing in two widths."""
    drawing = in_two_widths(partial(profile_of_width, told))
    return mark_safe(drawing)  # noqa: S308 - our own drawing, in which every text is escaped


def profile_of_width(told: ToldSignal, width: int) -> str:
    """The drawing once."""
    found = told.found
    words = Words(
        "signal-profile",
        gettext("The ground between the mast and the telephone"),
        told.in_the_way,
        get_language() or "da",
    )
    return path_profile(
        found.profile,
        found.obstruction,
        words,
        width=width,
        labels=_labels(found),
        said=lambda metres: f"{_signed(metres)} m",
    )


def _signed(metres: float) -> str:
    return f"−{number(-metres)}" if metres < 0 else number(metres)


def _labels(found: Explained) -> Labels:
    mast = {"metres": number(found.transmitter.height_m)}
    telephone = {"km": number(found.distance_m / 1000.0, 1)}
    return Labels(
        ground=gettext("Ground with the earth's curve"),
        cover=gettext("Trees and houses") if found.knows_cover else "",
        sight=gettext("Line of sight"),
        zone=gettext("First Fresnel zone"),
        mast=gettext("Mast, %(metres)s m") % mast,
        telephone=gettext("Telephone, %(km)s km") % telephone,
        worst=_worst(found.obstruction) if found.obstruction else "",
    )


def _worst(worst: Obstruction) -> str:
    km = number(worst.distance_m / 1000.0, 1)
    if worst.blocks_sight:
        metres = number(worst.above_sight_m, 0 if worst.above_sight_m >= 1 else 1)
        return gettext("%(km)s km: %(metres)s m over the line") % {"km": km, "metres": metres}
    filled = number(100.0 * worst.zone_share)
    return gettext("%(km)s km: %(share)s %% of the zone") % {"km": km, "share": filled}

"""What the script of the map is told of mobile coverage: its layers, and the words of its cards."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.report.mobile.overview import LEAST_MEASUREMENTS
from taskforce.report.mobile.publishing import TILES
from taskforce.report.mobile.shown import ShownOverview
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.web.frame.templatetags.numbers import number
from taskforce.web.public.mobile import words
from taskforce.web.public.mobile.map_keys import GROUPS, Key


def mobile_content(shown: ShownOverview | None, dots: list[Key]) -> dict[str, Any]:
    """The tiles of the newest overview, where the dots are fetched, and all words of the cards."""
    tiles = shown and shown.file(TILES)
    return {
        "tiles": reverse("mobile-file", args=[shown.id, TILES]) if shown and tiles else None,
        "points": {one.value: one.data for one in dots},
        "groups": {kind.value: group for kind, group in GROUPS.items()},
        "least": LEAST_MEASUREMENTS,
        "words": _words(shown) if shown else {},
        "ranked": gettext("Newly covers {number} homes and firms."),
        "see": gettext("See the site"),
    }


def _words(shown: ShownOverview) -> dict[str, Any]:
    titles = {f"{truth.value}Title": words.in_language(truth.label) for truth in Truth}
    return titles | {
        "title": gettext("Small area"),
        "reported": gettext("{lacking} of {known} addresses lack %(speed)s Mbit/s.")
        % {"speed": shown.reported_mbps},
        "hidden": gettext("The number is not shown, because it is very small."),
        "unknown": gettext("Not known."),
        "measured": gettext("{median} dBm, {number} measurements from {oldest} to {newest}."),
        "measuredUndated": gettext("{median} dBm, {number} measurements without a day."),
        "signals": [
            gettext("Strong."),
            gettext("Enough."),
            gettext("Weak."),
            gettext("Very weak."),
        ],
        "tooFew": gettext("Only {number} measurements; %(least)s are needed to say anything.")
        % {"least": number(LEAST_MEASUREMENTS)},
        "notMeasured": gettext("Not measured. That does not mean that it lacks coverage."),
        "predicted": gettext(
            "Likely for {likely} addresses, uncertain for {uncertain}, unlikely for {unlikely}."
        ),
        "ground": gettext("Calculated on %(terrain)s.") % {"terrain": words.terrain(shown)},
        "agree": gettext("They agree."),
        "kinds": {kind.value: words.in_language(kind.label) for kind in Disagreement},
    }

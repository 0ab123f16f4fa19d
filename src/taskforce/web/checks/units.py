"""The units of the rulebook, as people say them."""

from __future__ import annotations

from django.utils.translation import gettext

_SIGNS = {"m2": "m²", "percent": "%"}


def unit_words(unit: str | None) -> str:
    """A unit in the language of the page; a sign such as "m" or "km/h" is its own word."""
    words = {
        "h": gettext("hours"),
        "hours": gettext("hours"),
        "days": gettext("days"),
        "working_days": gettext("working days"),
        "weeks": gettext("weeks"),
        "months": gettext("months"),
        "years": gettext("years"),
        "km/h": gettext("km/h"),
        "people": gettext("people"),
        "storeys": gettext("storeys"),
        "dkk": gettext("DKK"),
        "DKK": gettext("DKK"),
    }
    return words.get(unit or "", _SIGNS.get(unit or "", unit or ""))

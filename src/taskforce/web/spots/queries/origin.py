"""Where white spots and mobile holes come from, and how their numbers are said, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext

from taskforce.report.mobile.truths import Truth
from taskforce.web.commitments.queries.sheet import Value
from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.spots.models import SpotKind
from taskforce.web.spots.queries.readings import newest_of_each


def origins() -> list[str]:
    """One sentence for each kind that has been read."""
    return [one for kind in SpotKind if (one := origin_of(kind))]


def origin_of(kind: str) -> str:
    """Where the spots of a kind come from; "" where none have been read."""
    reading = newest_of_each().get(kind)
    if reading is None:
        return ""
    if kind == SpotKind.MOBILE:
        names = ("threshold", "threshold_dbm", "sources")
        return of_mobile({name: getattr(reading, name) for name in names})
    return of_fixed(reading.publisher, reading.as_of, reading.threshold)


def of_fixed(publisher: str, as_of: date, threshold: str) -> str:
    """Where white spots come from."""
    words = gettext(
        "White spots: %(publisher)s, %(day)s; calculated: addresses below %(threshold)s Mbit/s "
        "that lie close together."
    )
    return words % {"publisher": publisher, "day": day(as_of), "threshold": threshold}


def of_mobile(told: Mapping[str, Any]) -> str:
    """Where mobile holes come from: what is reported, and what is measured."""
    reported = gettext(
        "Mobile holes: reported by the operators below %(threshold)s Mbit/s "
        "(%(publisher)s, %(day)s)."
    )
    measured = gettext("Measured below %(dbm)s dBm (%(publisher)s, %(day)s).")
    words = {Truth.REPORTED: reported, Truth.MEASURED: measured}
    dbm = f"{told['threshold_dbm']:g}".replace("-", "−")
    return " ".join(
        words[Truth(one["truth"])]
        % {
            "threshold": told["threshold"],
            "dbm": dbm,
            "publisher": one["publisher"],
            "day": day(date.fromisoformat(one["as_of"])),
        }
        for one in told["sources"]
    )


def counted_in_words(addresses: int | None, *, is_reported: bool) -> Value:
    """A number of addresses for a file: withheld and unknown are said, and are never 0."""
    if addresses is not None:
        return addresses
    return gettext("not shown") if is_reported else gettext("unknown")


def weak_in_words(weak: int | None, *, measured: int | None) -> Value:
    """What was measured weak, for a file: where nobody measured, that is said."""
    if measured is None:
        return None
    return weak if measured else gettext("not measured")

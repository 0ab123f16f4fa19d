"""The years and half-years for which the desk's figures are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext

from taskforce.web.frame.templatetags.numbers import day
from taskforce.web.sparring.models import Advice, Question

_KEY = re.compile(r"(20\d\d)(?:-h([12]))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A year or half a year, both days with it; `key` is how the address names it."""

    key: str
    start: date
    end: date

    @property
    def name(self) -> str:
        """2026, or the half of it."""
        year, _dash, half = self.key.partition("-")
        if half == "h1":
            return gettext("First half of %(year)s") % {"year": year}
        if half == "h2":
            return gettext("Second half of %(year)s") % {"year": year}
        return year

    @property
    def days(self) -> str:
        """Its first and its last day."""
        return gettext("%(start)s to %(end)s") % {"start": day(self.start), "end": day(self.end)}

    def has(self, when: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= when <= self.end


def period_of(key: str) -> Period | None:
    """The period that an address names; None for all the time, and for what is none."""
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    year, half = int(found[1]), found[2]
    start = date(year, 7, 1) if half == "2" else date(year, 1, 1)
    end = date(year, 6, 30) if half == "1" else date(year, 12, 31)
    return Period(key, start, end)


def periods(on: date) -> list[Period]:
    """Those that have begun since the desk was first used, the newest first, each year whole."""
    first = min(_firsts(), default=on)
    keys = (
        f"{year}{half}"
        for year in range(on.year, first.year - 1, -1)
        for half in ("", "-h2", "-h1")
    )
    known = [one for key in keys if (one := period_of(key))]
    return [one for one in known if one.start <= on and one.end >= first]


def _firsts() -> list[date]:
    asked = Question.objects.order_by("asked_at").values_list("asked_at", flat=True).first()
    given = Advice.objects.order_by("given_on").values_list("given_on", flat=True).first()
    return [one for one in (asked and localtime(asked).date(), given) if one]

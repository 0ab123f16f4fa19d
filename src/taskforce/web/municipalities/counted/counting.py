"""Counts a number of a place by its lasting name, such as "sites" or "promised-12"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from django.utils.translation import get_language, gettext

from taskforce.web.frame import edition
from taskforce.web.municipalities.counted import plans, registers
from taskforce.web.municipalities.counted.count import REGION, Counted, Subject

_Count = Callable[[Subject, date], Counted | None]
_OF_A_PLACE: dict[str, _Count] = {
    "sites": registers.sites,
    "clauses": registers.clauses,
    "answers": registers.answers,
    "plans": plans.plans,
}
_OF_ONE_THING: dict[str, _Count] = {
    "goal": registers.goal,
    "promised": plans.promised,
    "below": plans.planned_below,
}
_OF_THE_REGION: dict[str, _Count] = {"participants": registers.participants}
_ONE_THING = re.compile(r"([a-z]+)-([1-9]\d{0,8})")


def counted_today(place: str, name: str, on: date) -> Counted | None:
    """Count it; None where there is no such place or thing, or it is not for everybody."""
    if place == REGION:
        region = edition.current().region().name.in_language(get_language() or "da")
        return _counted(_OF_THE_REGION.get(name), Subject(place, region), on)
    area = next((one for one in edition.current().areas() if one.code == place), None)
    if area is None:
        return None
    words = gettext("%(name)s Municipality") % {"name": area.name}
    one = _ONE_THING.fullmatch(name)
    if one:
        return _counted(_OF_ONE_THING.get(one[1]), Subject(place, words, int(one[2])), on)
    return _counted(_OF_A_PLACE.get(name), Subject(place, words), on)


def _counted(count: _Count | None, subject: Subject, on: date) -> Counted | None:
    return count(subject, on) if count else None

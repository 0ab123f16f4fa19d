"""The log of advice: what the taskforce has helped with, for how long, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from taskforce.web.people.models import Organisation
from taskforce.web.sparring.models import Advice


def log_of(place: Organisation | None = None) -> list[Advice]:
    """Every piece of advice, the newest first; of one municipality where it is named."""
    found = Advice.objects.select_related(
        "question__municipality", "contact__organisation", "written_by"
    )
    every = list(found)
    return [one for one in every if place is None or one.municipality == place]


def hours_of(advice: Iterable[Advice]) -> Decimal:
    """The hours of several pieces together."""
    return sum((one.hours for one in advice), Decimal(0))

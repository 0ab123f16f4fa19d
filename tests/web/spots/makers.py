"""White spots for the tests: one call makes one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from django.utils.timezone import localdate

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.models import Organisation
from taskforce.web.spots.actions.answering import answer
from taskforce.web.spots.actions.issuing import issue
from taskforce.web.spots.models import Reading, Spot, SpotAnswer, SpotKind, SpotList
from tests.cast import HOME
from tests.web.gaps.makers import SOROE

MAPPING = date(2026, 6, 30)
PDF = b"%PDF-1.4\n%%EOF\n"
_numbers = count(1)


def spot_of(*, code: str = HOME, days: int = 0, **facts: Any) -> Spot:
    """A white spot of twelve addresses that has been without an owner for some days."""
    given = {
        "spot_id": f"proeve-{next(_numbers)}",
        "addresses": 12,
        "area_km2": 0.2,
        "longitude": SOROE[0],
        "latitude": SOROE[1],
        "first_seen": MAPPING,
        "unowned_since": localdate() - timedelta(days=days),
    }
    place = Organisation.objects.get(code=code)
    return add(Spot(municipality=place, **given | facts), by=SOFTWARE)


def hole_of(**facts: Any) -> Spot:
    """A mobile hole of two hexagons, one of them measured and weak."""
    given = {
        "kind": SpotKind.MOBILE,
        "cells": ["881f04a113fffff", "881f04a1e9fffff"],
        "measured_cells": 1,
        "weak_cells": 1,
        "weak_addresses": 8,
        "area_km2": 1.5,
    }
    return spot_of(**given | facts)


def listed(*spots: Spot, days_ago: int = 0) -> SpotList:
    """A list of all white spots, issued today or some days ago."""
    if not Reading.objects.filter(kind=SpotKind.FIXED).exists():
        told = {"snapshot": "proeve", "threshold": "100/30", "publisher": "Prøvestyrelsen"}
        counts = {"spots": len(spots), "new": len(spots), "gone": 0, "read_on": MAPPING}
        add(Reading(as_of=MAPPING, **told, **counts), by=SOFTWARE)
    return issue(on=localdate() - timedelta(days=days_ago), by=SOFTWARE)


def answer_of(spot: Spot, kind: str = "served", name: str = "Prøvenet", **said: Any) -> SpotAnswer:
    """An operator's answer to the newest list, with proof where one is needed."""
    firm = Organisation.objects.get(name=name)
    proof = ContentFile(PDF, "bevis.pdf") if kind == "served" else None
    return answer(spot, firm, {"kind": kind, **said}, on=localdate(), by=SOFTWARE, proof=proof)


def answered_spot(code: str) -> tuple[Spot, SpotList, SpotAnswer]:
    """A white spot on a list, with the first operator's answer and its proof.

    The first list is a day old, so that the next can be of today: a day has one list.
    """
    spot = spot_of(code=code)
    issued = listed(spot, days_ago=0 if SpotList.objects.exists() else 1)
    return spot, issued, answer_of(spot)

"""Take back what was read from figures that nobody sees any more."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from taskforce.report.bundle import Bundle
from taskforce.web.frame.edition import signed_off
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.spots.models import Reading
from taskforce.web.spots.queries.readings import readings_that_count


def withdraw(standing: Mapping[date, Bundle], *, on: date, by: Actor) -> int:
    """Let the readings of such figures count no longer; returns how many there were.

    `standing` are the figures that stand, by their day.
    """
    outdated = [one for one in readings_that_count() if _is_outdated(one, standing)]
    for reading in outdated:
        change(reading, {"withdrawn_on": on}, by=by, what="reading.withdrawn")
    return len(outdated)


def _is_outdated(reading: Reading, standing: Mapping[date, Bundle]) -> bool:
    approved = signed_off()
    if not reading.edition:
        # It was read before editions had names, and nothing tells that it was taken back.
        return False
    if reading.edition in approved.ever and reading.edition not in approved.standing:
        return True
    # The newest day has been counted anew; older days are history, and stay as they were read.
    instead = standing.get(reading.as_of)
    is_newest = reading.as_of == max(standing, default=None)
    return is_newest and instead is not None and instead.edition != reading.edition

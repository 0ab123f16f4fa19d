"""What is done about white spots every night: read new mappings, free lost ones, issue the list."""

from __future__ import annotations

from datetime import date

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.spots.actions.following_up import let_go
from taskforce.web.spots.actions.issuing import issue_when_due
from taskforce.web.spots.actions.reading import read_mappings
from taskforce.web.spots.actions.reading_mobile import read_overviews
from taskforce.web.spots.models import Spot
from taskforce.web.spots.queries.size import left_alone


def work_on_spots(*, on: date, by: Actor) -> str:
    """Do all of it; in one line, what was done and how many are left alone."""
    read, mobile = read_mappings(on=on, by=by), read_overviews(on=on, by=by)
    freed = let_go(on=on, by=by)
    issued = issue_when_due(on=on, by=by)
    alone = left_alone(Spot.objects.all(), on).count()
    told = (
        f"read {read.mappings} mappings with {read.new} new white spots, closed {read.gone}, "
        f"read {mobile.mappings} overviews with {mobile.new} new mobile holes, closed {mobile.gone}"
    )
    asked = f", asked operators about {issued.spots}" if issued else ""
    return f"{told}, freed {freed}{asked}, and {alone} have had no owner for 30 days"

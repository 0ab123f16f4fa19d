"""What is done about white spots every night: read mappings, free lost ones, ask and remind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.spots.actions.following_up import let_go
from taskforce.web.spots.actions.forgetting import forget_old
from taskforce.web.spots.actions.issuing import issue_when_due
from taskforce.web.spots.actions.reading import read_mappings
from taskforce.web.spots.actions.reading_mobile import read_overviews
from taskforce.web.spots.actions.reminding import remind
from taskforce.web.spots.models import Spot
from taskforce.web.spots.queries.size import left_alone


@dataclass(frozen=True, slots=True)
class Worked:
    """What was done, in one line, and whether every mail went."""

    line: str
    well: bool


def work_on_spots(*, on: date, by: Actor) -> Worked:
    """Do all of it; what was done, and how many are left alone."""
    read, mobile = read_mappings(on=on, by=by), read_overviews(on=on, by=by)
    freed, forgotten = let_go(on=on, by=by), forget_old(on=on, by=by)
    issued = issue_when_due(on=on, by=by)
    went = remind(on=on, by=by)
    alone = left_alone(Spot.objects.all(), on).count()
    back = f"took back {read.taken_back} mappings, " if read.taken_back else ""
    told = (
        f"{back}read {read.mappings} mappings with {read.new} new white spots, closed {read.gone}, "
        f"read {mobile.mappings} overviews with {mobile.new} new mobile holes, closed {mobile.gone}"
    )
    asked = f", asked operators about {issued.spots}" if issued else ""
    failed = f", and {went.failed} could not be sent" if went.failed else ""
    line = f"{told}, freed {freed}, forgot {forgotten}{asked}, {alone} without an owner for 30 days"
    return Worked(f"{line}, sent {went.sent} mails{failed}", well=not went.failed)

"""Keep the milestones on the way to a commitment."""

from __future__ import annotations

from datetime import date

from taskforce.web.commitments.models import Commitment, Milestone
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change, remove


def add_milestone(commitment: Commitment, *, title: str, due: date, by: Actor) -> Milestone:
    """Add a milestone."""
    return add(Milestone(commitment=commitment, title=title, due=due), by=by)


def reach_milestone(milestone: Milestone, *, on: date, by: Actor) -> bool:
    """Say that it has been reached."""
    return change(milestone, {"done_on": on}, by=by)


def remove_milestone(milestone: Milestone, *, by: Actor) -> None:
    """Take it away again."""
    remove(milestone, by=by)

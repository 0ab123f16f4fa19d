"""What is overdue in one municipality."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.commitments.models import OPEN_STATES, Commitment, Milestone
from taskforce.web.people.models import Organisation


@dataclass(frozen=True, slots=True)
class Overdue:
    """One thing whose day has passed, and the commitment it belongs to."""

    title: str
    commitment_id: int
    due: date


def overdue_in(municipality: Organisation, on: date) -> list[Overdue]:
    """Commitments and milestones whose day has passed, the oldest first."""
    late = {"state__in": OPEN_STATES, "due__lt": on}
    commitments = Commitment.objects.filter(municipality=municipality, **late)
    milestones = Milestone.objects.filter(
        commitment__municipality=municipality,
        commitment__state__in=OPEN_STATES,
        due__lt=on,
        done_on__isnull=True,
    )
    found = [Overdue(one.heading, one.pk, one.due) for one in commitments if one.due]
    found += [Overdue(one.title, one.commitment_id, one.due) for one in milestones]
    return sorted(found, key=lambda one: one.due)

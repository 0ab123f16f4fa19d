"""Set up what every taskforce and every municipality begins with; doing it twice does nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from taskforce.web.commitments.models import (
    FOUNDING,
    Answer,
    Commitment,
    CommitmentKind,
    Goal,
    GoalKind,
)
from taskforce.web.commitments.months import months_after
from taskforce.web.commitments.queries.founding import (
    FoundingGoal,
    founding_goals,
    months_until_due,
)
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.models import Organisation


@transaction.atomic
def set_up_goals(*, by: Actor, goals: Sequence[FoundingGoal] | None = None) -> int:
    """Add the founding goals that are not there yet; with others' dates, or those of the file."""
    known = set(Goal.objects.exclude(founding="").values_list("founding", flat=True))
    missing = [one for one in goals or founding_goals() if one.key not in known]
    for one in missing:
        add(_goal(one), by=by)
    return len(missing)


@transaction.atomic
def add_founding_commitments(
    municipality: Organisation, *, on: date, by: Actor, on_behalf: bool
) -> int:
    """Add those of the three that a municipality does not have yet."""
    known = set(Commitment.objects.filter(municipality=municipality).values_list("kind", flat=True))
    missing = [kind for kind in FOUNDING if kind not in known]
    for kind in missing:
        commitment = Commitment(
            municipality=municipality,
            kind=kind,
            due=months_after(on, months_until_due(kind)),
            answer=Answer.UNDECIDED if kind == CommitmentKind.GUIDELINES else "",
            on_behalf=on_behalf,
        )
        add(commitment, by=by)
    return len(missing)


def _goal(one: FoundingGoal) -> Goal:
    return Goal(
        kind=GoalKind.PARTICIPATION,
        title_da=one.title.da,
        title_en=one.title.en,
        baseline=one.baseline,
        baseline_on=one.baseline_on,
        target=one.target,
        target_on=one.target_on,
        founding=one.key,
    )

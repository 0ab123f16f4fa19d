"""A municipality's action plan: its goals, their actions, and how far each is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from taskforce.web.commitments.models import Commitment, CommitmentKind, PlanGoal, State
from taskforce.web.people.models import Organisation

_WHOLE = 100


@dataclass(frozen=True, slots=True)
class PlannedGoal:
    """A goal with its actions."""

    goal: PlanGoal
    actions: tuple[Commitment, ...]

    @property
    def progress(self) -> int | None:
        return plan_progress(self.actions)

    @property
    def done(self) -> int:
        return sum(one.state == State.DONE for one in self.actions)

    @property
    def counted(self) -> int:
        """The actions that still count: those that are waived do not."""
        return sum(one.state != State.WAIVED for one in self.actions)


def plan_of(municipality: Organisation) -> list[PlannedGoal]:
    """Every goal of the plan, in the order in which they are due."""
    actions = Commitment.objects.filter(municipality=municipality, goal__isnull=False)
    by_goal: dict[int | None, list[Commitment]] = {}
    for one in actions.select_related("owner", "municipality"):
        by_goal.setdefault(one.goal_id, []).append(one)
    goals = PlanGoal.objects.filter(municipality=municipality).select_related("municipality")
    return [PlannedGoal(goal, tuple(by_goal.get(goal.pk, ()))) for goal in goals]


def plan_progress(actions: Iterable[Commitment]) -> int | None:
    """The mean of the actions that are not waived, rounded down; None when none is left.

    Rounded down, so that only a plan whose every action is done stands at 100.
    """
    counted = [_percent(one) for one in actions if one.state != State.WAIVED]
    return sum(counted) // len(counted) if counted else None


def founding_of(municipality: Organisation) -> list[Commitment]:
    """The three founding commitments, in their own order; none before they have been made."""
    every = Commitment.objects.filter(municipality=municipality).exclude(kind=CommitmentKind.OWN)
    order = list(CommitmentKind)
    return sorted(
        every.select_related("owner", "municipality"),
        key=lambda one: order.index(CommitmentKind(one.kind)),
    )


def own_of(municipality: Organisation) -> list[Commitment]:
    """The municipality's own commitments that belong to no goal."""
    own = Commitment.objects.filter(
        municipality=municipality, kind=CommitmentKind.OWN, goal__isnull=True
    )
    return list(own.select_related("owner", "municipality"))


def _percent(one: Commitment) -> int:
    return _WHOLE if one.state == State.DONE else one.progress_percent

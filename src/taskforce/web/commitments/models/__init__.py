"""What is kept about taking part: the steps, the goals, the promises and the plans."""

from taskforce.web.commitments.models.commitment import (
    FOUNDING,
    OPEN_STATES,
    Answer,
    Commitment,
    CommitmentKind,
    State,
)
from taskforce.web.commitments.models.goal import Goal, GoalKind
from taskforce.web.commitments.models.milestone import Milestone
from taskforce.web.commitments.models.participation import ParticipationStep, Status
from taskforce.web.commitments.models.plan import PlanGoal

__all__ = [
    "FOUNDING",
    "OPEN_STATES",
    "Answer",
    "Commitment",
    "CommitmentKind",
    "Goal",
    "GoalKind",
    "Milestone",
    "ParticipationStep",
    "PlanGoal",
    "State",
    "Status",
]

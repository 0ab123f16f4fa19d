"""What is kept of missing coverage: the reports, what happened to each, and how it is answered."""

from taskforce.web.gaps.models.answering import AnswerTemplate, AnswerTime
from taskforce.web.gaps.models.gap import OPEN, Gap, GapState, Neighbour
from taskforce.web.gaps.models.said import Kind, Since, Whereabouts, Wrong
from taskforce.web.gaps.models.step import GapStep, Outcome, StepKind

__all__ = [
    "OPEN",
    "AnswerTemplate",
    "AnswerTime",
    "Gap",
    "GapState",
    "GapStep",
    "Kind",
    "Neighbour",
    "Outcome",
    "Since",
    "StepKind",
    "Whereabouts",
    "Wrong",
]

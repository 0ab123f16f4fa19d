"""What is kept about following the guidelines: decisions, and the municipalities' own values."""

from taskforce.web.guidelines.models.decision import AdoptionState, ClauseDecision
from taskforce.web.guidelines.models.local_value import LocalValue, ValueState

__all__ = ["AdoptionState", "ClauseDecision", "LocalValue", "ValueState"]

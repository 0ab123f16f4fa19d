"""What is kept of an operator's plans: the plan, its versions, and its figures by area."""

from taskforce.web.plans.models.area import PlanArea
from taskforce.web.plans.models.plan import Openness, RolloutPlan
from taskforce.web.plans.models.version import PlanVersion

__all__ = ["Openness", "PlanArea", "PlanVersion", "RolloutPlan"]

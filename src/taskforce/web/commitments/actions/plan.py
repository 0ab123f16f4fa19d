"""Keep a municipality's action plan, and start it from a template."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from taskforce.web.commitments.actions.commitments import add_commitment
from taskforce.web.commitments.models import PlanGoal
from taskforce.web.commitments.months import months_after
from taskforce.web.commitments.queries.plan_templates import PlanTemplate
from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import add, change
from taskforce.web.people.models import Organisation


def add_plan_goal(municipality: Organisation, facts: Mapping[str, Any], *, by: Actor) -> PlanGoal:
    """Add a goal; actions are added to it afterwards."""
    return add(PlanGoal(municipality=municipality, **facts), by=by)


def change_plan_goal(goal: PlanGoal, new: Mapping[str, Any], *, by: Actor) -> bool:
    """Set some of its facts."""
    return change(goal, new, by=by)


@transaction.atomic
def start_from_template(
    municipality: Organisation,
    template: PlanTemplate,
    *,
    on: date,
    language: str,
    by: Actor,
    on_behalf: bool = False,
) -> PlanGoal:
    """Add the goal of a template with its actions; a template that was started stays as it is."""
    started = PlanGoal.objects.filter(municipality=municipality, template=template.key).first()
    if started:
        return started
    goal = PlanGoal(
        municipality=municipality,
        title=template.title.in_language(language),
        description=template.description.in_language(language),
        due=months_after(on, template.months),
        template=template.key,
    )
    add(goal, by=by)
    for one in template.actions:
        facts = {
            "goal": goal,
            "title": one.title.in_language(language),
            "due": months_after(on, one.months),
        }
        add_commitment(municipality, facts, by=by, on_behalf=on_behalf)
    return goal

"""What is counted in the plans that operators have made public."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.municipalities.counted.count import Counted, Subject
from taskforce.web.plans.queries.publicly import PublicPlan, public_plans_in


def plans(subject: Subject, on: date) -> Counted:
    """How many public plans there are in a municipality."""
    return Counted(
        what=gettext("Public roll-out plans in %(area)s") % {"area": subject.area},
        method=gettext("Plans that an operator has made public, and has not withdrawn."),
        number=len(public_plans_in(subject.place)),
        rows=reverse("rollouts"),
        rows_words=gettext("The plans, one by one"),
    )


def promised(subject: Subject, on: date) -> Counted | None:
    """How many addresses of a municipality a plan promises a line."""
    found = _plan(subject)
    if found is None:
        return None
    words = gettext("Addresses in %(area)s that the plan “%(plan)s” promises a line")
    return Counted(
        what=words % {"area": subject.area, "plan": found.plan.name},
        method=gettext("Every address that the operator has ever promised in this plan, once."),
        number=found.figures.promised,
        rows=reverse("rollout", args=[found.plan.pk]),
        rows_words=gettext("The plan and its areas"),
    )


def planned_below(subject: Subject, on: date) -> Counted | None:
    """How many of them lack proper internet today; unknown before they have been compared."""
    found = _plan(subject)
    if found is None:
        return None
    words = gettext(
        "Addresses in %(area)s without proper internet today that the plan “%(plan)s” still "
        "promises a line"
    )
    return Counted(
        what=words % {"area": subject.area, "plan": found.plan.name},
        method=gettext("The open promises of the plan, compared with the newest mapping."),
        number=found.figures.below,
        hidden=found.figures.below_hidden,
        rows=reverse("rollout", args=[found.plan.pk]),
        rows_words=gettext("The plan and its areas"),
    )


def _plan(subject: Subject) -> PublicPlan | None:
    held = public_plans_in(subject.place)
    return next((one for one in held if one.plan.pk == subject.detail), None)

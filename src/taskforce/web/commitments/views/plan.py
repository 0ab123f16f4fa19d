"""Keep the goals of an action plan."""

from __future__ import annotations

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.commitments.actions import plan
from taskforce.web.commitments.forms.goals import PlanGoalForm
from taskforce.web.commitments.models import PlanGoal
from taskforce.web.commitments.queries.plan_templates import plan_templates
from taskforce.web.commitments.views.carrying_out import carried_out, writes_for_another
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import keeps, keeps_municipality, may


@may(keeps_municipality)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, code: str) -> HttpResponse:
    """Add a goal to the plan."""
    municipality, caller = get_object_or_404(Organisation, code=code), caller_of(request)
    form = PlanGoalForm(request.POST or None)
    if carried_out(form, lambda given: plan.add_plan_goal(municipality, given, by=caller)):
        messages.success(
            request, _("The goal has been added. Now add the actions that lead to it.")
        )
        return redirect("municipality-work", code)
    shown = {"form": form, "municipality": municipality, "heading": _("Add a goal to the plan")}
    return render(request, "commitments/form.html", shown, status=422 if form.errors else 200)


@may(keeps(PlanGoal))
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a goal of the plan."""
    goal = get_object_or_404(PlanGoal, pk=pk)
    form = PlanGoalForm(request.POST or None, instance=copy(goal))
    if carried_out(form, lambda given: plan.change_plan_goal(goal, given, by=caller_of(request))):
        messages.success(request, _("Your changes have been saved."))
        return redirect("municipality-work", goal.municipality.code)
    shown = {"form": form, "municipality": goal.municipality, "heading": _("Change the goal")}
    return render(request, "commitments/form.html", shown, status=422 if form.errors else 200)


@may(keeps_municipality)
@require_POST
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Begin with a template; every word and day can be changed afterwards."""
    municipality, caller = get_object_or_404(Organisation, code=code), caller_of(request)
    asked = request.POST.get("template")
    template = next((one for one in plan_templates() if one.key == asked), None)
    if template is None:
        messages.warning(request, _("Choose a goal to begin with."))
    else:
        plan.start_from_template(
            municipality,
            template,
            on=localdate(),
            language=get_language() or "da",
            by=caller,
            on_behalf=writes_for_another(caller, code),
        )
        messages.success(request, _("The goal and its actions have been added to the plan."))
    return redirect("municipality-work", code)

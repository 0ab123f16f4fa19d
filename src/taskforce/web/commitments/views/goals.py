"""The goals of the taskforce, kept by its consultants."""

from __future__ import annotations

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.commitments.actions import goals as actions
from taskforce.web.commitments.actions.founding import set_up_goals
from taskforce.web.commitments.forms.goals import GoalForm
from taskforce.web.commitments.models import Goal
from taskforce.web.commitments.pictures import shown as drawn
from taskforce.web.commitments.queries.progress import progress_of_goals
from taskforce.web.commitments.views.carrying_out import carried_out
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, may


@may(consultants)
@require_safe
def goals(request: HttpRequest) -> HttpResponse:
    """Every goal and how far it is."""
    shown = {"goals": drawn(progress_of_goals(localdate()))}
    return render(request, "commitments/goals.html", shown)


@may(consultants)
@require_POST
def set_up(request: HttpRequest) -> HttpResponse:
    """Add the goals that every taskforce begins with."""
    set_up_goals(by=caller_of(request))
    messages.success(request, _("The goals of the taskforce have been set up."))
    return redirect("goals")


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Add a goal."""
    form = GoalForm(request.POST or None, initial={"baseline_on": localdate()})
    if carried_out(form, lambda given: actions.add_goal(given, by=caller_of(request))):
        messages.success(request, _("The goal has been added."))
        return redirect("goals")
    shown = {"form": form, "heading": _("Add a goal")}
    return render(request, "commitments/goal_form.html", shown, status=422 if form.errors else 200)


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a goal."""
    goal = get_object_or_404(Goal, pk=pk)
    form = GoalForm(request.POST or None, instance=copy(goal))
    if carried_out(form, lambda given: actions.change_goal(goal, given, by=caller_of(request))):
        messages.success(request, _("Your changes have been saved."))
        return redirect("goals")
    shown = {"form": form, "goal": goal, "heading": goal.title}
    return render(request, "commitments/goal_form.html", shown, status=422 if form.errors else 200)


@may(consultants)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a goal away."""
    actions.remove_goal(get_object_or_404(Goal, pk=pk), by=caller_of(request))
    messages.success(request, _("The goal has been removed."))
    return redirect("goals")

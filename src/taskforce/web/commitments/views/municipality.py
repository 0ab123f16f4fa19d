"""The work of one municipality: where it stands, what it has promised, and its action plan."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taskforce.web.commitments.actions import participation
from taskforce.web.commitments.forms.status import StatusForm
from taskforce.web.commitments.models import ParticipationStep
from taskforce.web.commitments.queries import plan, standing
from taskforce.web.commitments.queries.on_behalf import entered_for
from taskforce.web.commitments.queries.overdue import overdue_in
from taskforce.web.commitments.queries.plan_templates import templates_left
from taskforce.web.commitments.views.carrying_out import carried_out, writes_for_another
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import keeps, keeps_municipality, may, sees_municipality


@may(sees_municipality)
@require_safe
def work(request: HttpRequest, code: str) -> HttpResponse:
    """What is overdue on top, then the status, the commitments and the plan."""
    form = StatusForm(initial={"since": localdate()})
    return _show(request, get_object_or_404(Organisation, code=code), form)


@may(keeps_municipality)
@require_POST
def new_status(request: HttpRequest, code: str) -> HttpResponse:
    """Take the next step."""
    municipality, caller = get_object_or_404(Organisation, code=code), caller_of(request)
    form = StatusForm(request.POST)
    if carried_out(
        form,
        lambda _given: participation.set_status(
            municipality,
            form.new_status(),
            by=caller,
            on_behalf=writes_for_another(caller, code),
        ),
    ):
        messages.success(request, _("The status has been saved."))
        return redirect("municipality-work", code)
    return _show(request, municipality, form)


@may(keeps(ParticipationStep))
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a step that was entered by mistake."""
    step = get_object_or_404(ParticipationStep, pk=pk)
    participation.take_back(step, by=caller_of(request))
    messages.success(request, _("The status has been taken back."))
    return redirect("municipality-work", step.municipality.code)


@may(keeps_municipality)
@require_POST
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """The municipality's own word that what was entered for it is right."""
    municipality, caller = get_object_or_404(Organisation, code=code), caller_of(request)
    if writes_for_another(caller, code):
        messages.warning(request, _("Only the municipality itself can confirm."))
    else:
        participation.confirm_entered(municipality, by=caller)
        messages.success(request, _("Thank you. Everything has been confirmed."))
    return redirect("municipality-work", code)


def _show(request: HttpRequest, municipality: Organisation, form: StatusForm) -> HttpResponse:
    shown = _gathered(request, municipality) | {"form": form}
    status = 422 if form.errors else 200
    return render(request, "commitments/municipality.html", shown, status=status)


def _gathered(request: HttpRequest, municipality: Organisation) -> dict[str, Any]:
    caller, today = caller_of(request), localdate()
    keeps_it = caller.keeps(municipality.place)
    return {
        "municipality": municipality,
        "standing": standing.standing_of(municipality, today),
        "history": standing.history_of_participation(municipality),
        "founding": plan.founding_of(municipality),
        "own": plan.own_of(municipality),
        "plan": plan.plan_of(municipality),
        "templates": templates_left(municipality) if keeps_it else [],
        "overdue": overdue_in(municipality, today),
        "entered": entered_for(municipality),
        "keeps": keeps_it,
        "on_behalf": writes_for_another(caller, municipality.place),
    }

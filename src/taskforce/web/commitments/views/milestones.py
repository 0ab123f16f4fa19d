"""Add milestones to a commitment, reach them, or take them away."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taskforce.web.commitments.actions.milestones import (
    add_milestone,
    reach_milestone,
    remove_milestone,
)
from taskforce.web.commitments.forms.commitments import MilestoneForm
from taskforce.web.commitments.models import Commitment, Milestone
from taskforce.web.commitments.views.carrying_out import carried_out
from taskforce.web.commitments.views.commitments import page
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import keeps, may


@may(keeps(Commitment))
@require_POST
def new(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a milestone."""
    commitment, caller = get_object_or_404(Commitment, pk=pk), caller_of(request)
    form = MilestoneForm(request.POST, auto_id="milestone_%s")
    if carried_out(form, lambda given: add_milestone(commitment, **given, by=caller)):
        messages.success(request, _("The milestone has been added."))
        return redirect("commitment", pk)
    return page(request, commitment, {"milestone": form})


@may(keeps(Milestone))
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Reached today, or taken away: what the pressed button says."""
    milestone, caller = get_object_or_404(Milestone, pk=pk), caller_of(request)
    if request.POST.get("step") == "remove":
        remove_milestone(milestone, by=caller)
        messages.success(request, _("The milestone has been removed."))
    else:
        reach_milestone(milestone, on=localdate(), by=caller)
        messages.success(request, _("The milestone has been reached."))
    return redirect("commitment", milestone.commitment_id)

"""Show a plan to everyone or to the narrow circle, and take it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.plans.actions import plans as actions
from taskforce.web.plans.models import Openness, RolloutPlan
from taskforce.web.plans.rules import keeps_plan, owns_plan
from taskforce.web.plans.views.files import private


@may(owns_plan)
@require_POST
def openness(request: HttpRequest, pk: int) -> HttpResponse:
    """Only the operator itself says that everyone may see its plan."""
    plan = get_object_or_404(RolloutPlan, pk=pk)
    wanted = Openness.PUBLIC if request.POST.get("public") else Openness.CONFIDENTIAL
    actions.set_openness(plan, wanted, by=caller_of(request))
    words = (
        _("The plan is now public.")
        if wanted == Openness.PUBLIC
        else _("The plan is now confidential.")
    )
    messages.success(request, words)
    return redirect("rollout", pk)


@may(keeps_plan)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a whole plan back, after having been asked."""
    plan = get_object_or_404(RolloutPlan.objects.select_related("operator"), pk=pk)
    if request.method != "POST":
        return private(render(request, "plans/withdraw.html", {"plan": plan}))
    actions.withdraw(plan, on=localdate(), by=caller_of(request))
    messages.success(request, _("The plan is taken back. What it promised stays in the ledger."))
    return redirect("rollout", pk)

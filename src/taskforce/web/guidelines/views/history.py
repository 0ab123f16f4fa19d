"""What a municipality has decided through the years, and how to undo a slip of the pen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taskforce.web.guidelines.actions import decisions
from taskforce.web.guidelines.models import ClauseDecision
from taskforce.web.guidelines.queries.history import confirmed_values, decided_days
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import everyone, keeps, may


@may(everyone)
@require_safe
def history(request: HttpRequest, code: str) -> HttpResponse:
    """Every decision by its day with who entered it, and every value that has counted."""
    place = get_object_or_404(Organisation, code=code)
    shown = {
        "municipality": place,
        "days": decided_days(code),
        "values": confirmed_values(code),
        "keeps": caller_of(request).keeps(code),
    }
    return render(request, "guidelines/history.html", shown)


@may(keeps(ClauseDecision))
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove a decision that was entered by mistake."""
    decision, caller = get_object_or_404(ClauseDecision, pk=pk), caller_of(request)
    decisions.take_back(decision, by=caller)
    messages.success(request, _("The decision is removed. The one before it counts again."))
    return redirect("guidelines-history", decision.municipality.code)

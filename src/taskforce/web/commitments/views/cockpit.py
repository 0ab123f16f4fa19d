"""The overview of the municipalities' work, and what has changed since the last meeting."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.commitments.forms.asked import AskedForm, SinceForm
from taskforce.web.commitments.models import Status
from taskforce.web.commitments.queries.changes import changes
from taskforce.web.commitments.queries.cockpit import Row, chosen, rows
from taskforce.web.people.caller import caller_of
from taskforce.web.people.queries.overview import last_network_meeting
from taskforce.web.people.rights import authorities, may

# Where no meeting has been held yet.
_A_MONTH = timedelta(days=30)


@may(authorities)
@require_safe
def cockpit(request: HttpRequest) -> HttpResponse:
    """One row for each municipality; those who work for one only are sent there."""
    caller, today = caller_of(request), localdate()
    if not caller.is_consultant and len(caller.municipalities) == 1:
        return redirect("municipality-work", caller.municipalities[0])
    form = AskedForm(request.GET)
    every = rows(caller, today)
    since, meeting = _since(request, today)
    shown = {
        "rows": chosen(every, form.asked()),
        "form": form,
        "sums": _sums(every),
        "today": today,
        "since": since,
        "since_form": SinceForm(initial={"since": since}),
        "meeting": meeting,
        "changes": changes([row.municipality.code for row in every], since),
    }
    return render(request, "commitments/cockpit.html", shown)


def _since(request: HttpRequest, today: date) -> tuple[date, date | None]:
    """The day that is asked for, otherwise that of the last meeting; and the last meeting."""
    meeting = last_network_meeting()
    form = SinceForm(request.GET)
    if form.is_valid():
        return form.cleaned_data["since"], meeting
    return meeting or today - _A_MONTH, meeting


def _sums(every: list[Row]) -> dict[str, Any]:
    return {
        "all": len(every),
        "participating": sum(row.standing.status == Status.PARTICIPATING for row in every),
        "deciding": sum(row.standing.status == Status.DECISION_PENDING for row in every),
        "without_coordinator": sum(not row.people.coordinator for row in every),
        "overdue": sum(row.overdue for row in every),
    }

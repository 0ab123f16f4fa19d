"""How long cases take, side by side, and in order only where there are cases enough."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taskforce.rules.handling_times import FEWEST_CASES_TO_RANK
from taskforce.web.cases.forms.times import TimesForm
from taskforce.web.cases.models import CaseKind
from taskforce.web.cases.queries.times import FEWEST_SHOWN
from taskforce.web.cases.queries.times import times as times_of
from taskforce.web.cases.rules import members_of_cases
from taskforce.web.people.rights import may


@may(members_of_cases)
@require_safe
def times(request: HttpRequest) -> HttpResponse:
    """One kind of case at a time."""
    form = TimesForm(request.GET if "kind" in request.GET else {"kind": CaseKind.DIG})
    kind = form.asked()
    shown = {
        "form": form,
        "kind": kind,
        "times": times_of(kind),
        "fewest": FEWEST_CASES_TO_RANK,
        "fewest_shown": FEWEST_SHOWN,
    }
    return render(request, "cases/times.html", shown)

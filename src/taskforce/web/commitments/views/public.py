"""The public page about participation: who takes part, and how far the goals are."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.commitments.pictures import shown as drawn
from taskforce.web.commitments.queries.progress import progress_of_goals
from taskforce.web.commitments.queries.public import PublicStatus, public_standings
from taskforce.web.people.rights import everyone, may


@may(everyone)
@require_safe
def participation(request: HttpRequest) -> HttpResponse:
    """Three words for each municipality, and the goals with source and date."""
    today = localdate()
    places = public_standings(today)
    shown = {
        "places": places,
        "taking_part": sum(one.status is PublicStatus.PARTICIPATING for one in places),
        "on_the_way": sum(one.status is PublicStatus.ON_THE_WAY for one in places),
        "goals": drawn(progress_of_goals(today)),
        "today": today,
    }
    return render(request, "commitments/participation.html", shown)

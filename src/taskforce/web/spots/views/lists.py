"""The lists that the operators were asked about, open to everybody, and when the next one comes."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.commitments.spreadsheet import as_csv as written
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, everyone, may
from taskforce.web.people.views.saving import done
from taskforce.web.spots.actions.issuing import issue as freeze
from taskforce.web.spots.actions.issuing import set_schedule
from taskforce.web.spots.forms.following_up import ScheduleForm
from taskforce.web.spots.models import SpotKind, SpotList
from taskforce.web.spots.queries.list_files import as_geojson, list_sheet, source_of
from taskforce.web.spots.queries.size import schedule
from taskforce.web.spots.queries.tally import tally_of

_PER_PAGE = 25


@may(everyone)
@require_safe
def every(request: HttpRequest) -> HttpResponse:
    """All lists with their tallies, and the day of the next one."""
    told = [(one, tally_of(one)[0]) for one in SpotList.objects.all()]
    given = {
        "lists": told,
        "schedule": schedule(),
        "decides": caller_of(request).is_consultant,
        "today": localdate(),
    }
    return render(request, "spots/lists.html", given)


@may(everyone)
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One list as it was issued, and how many white spots have been answered."""
    found = get_object_or_404(SpotList, pk=pk)
    whole, places = tally_of(found)
    given = {
        "list": found,
        "whole": whole,
        "places": sorted(places, key=lambda place: in_danish_order(place.name)),
        "page": Paginator(found.content, _PER_PAGE).get_page(request.GET.get("page")),
        "over": found.is_over(localdate()),
        "source": source_of(found),
        "mobile": sum(each["kind"] == SpotKind.MOBILE for each in found.content),
    }
    return render(request, "spots/list.html", given)


@may(everyone)
@require_safe
def as_csv(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for a spreadsheet."""
    found = get_object_or_404(SpotList, pk=pk)
    name = f"hvide-pletter-{found.issued_on:%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content = written(list_sheet(found))
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


@may(everyone)
@require_safe
def geojson(request: HttpRequest, pk: int) -> JsonResponse:
    """The same for a map program."""
    found = get_object_or_404(SpotList, pk=pk)
    return JsonResponse(as_geojson(found), json_dumps_params={"ensure_ascii": False})


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest) -> HttpResponse:
    """Say when the next list comes, how often, and from which size."""
    now = schedule()
    names = ("next_on", "months", "answer_days", "smallest")
    form = ScheduleForm(request.POST or None, initial={name: getattr(now, name) for name in names})
    if done(request, form, lambda: set_schedule(form.cleaned_data, by=caller_of(request))):
        messages.success(request, _("Your changes have been saved."))
        return redirect("spot-lists")
    return render(
        request, "spots/schedule.html", {"form": form}, status=422 if form.errors else 200
    )


@may(consultants)
@require_POST
def issue(request: HttpRequest) -> HttpResponse:
    """Issue a list today, before its day."""
    try:
        issued = freeze(on=localdate(), by=caller_of(request))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("spot-lists")
    messages.success(request, _("The list has been issued. All operators see it on their desks."))
    return redirect("spot-list", issued.pk)

"""The white spots from the inside: the list, one of them, and who follows up."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.commitments.queries.standing import in_danish_order
from taskforce.web.commitments.spreadsheet import as_csv as written
from taskforce.web.frame.downloads import CSV, download
from taskforce.web.people.caller import Caller, caller_of
from taskforce.web.people.models import Account
from taskforce.web.people.rights import authorities, coordinators, keeps, may, sees
from taskforce.web.people.views.saving import done
from taskforce.web.spots.actions.following_up import assign as give
from taskforce.web.spots.actions.following_up import follow_up as keep
from taskforce.web.spots.forms.asked import AskedForm, AssignForm
from taskforce.web.spots.forms.following_up import FollowUpForm
from taskforce.web.spots.models import Spot
from taskforce.web.spots.queries import access
from taskforce.web.spots.queries.history import history_of
from taskforce.web.spots.queries.linked import linked
from taskforce.web.spots.queries.listing import rows
from taskforce.web.spots.queries.nearby import near
from taskforce.web.spots.queries.origin import origin_of, origins
from taskforce.web.spots.queries.sheet import sheet
from taskforce.web.spots.queries.size import schedule
from taskforce.web.spots.views.map_content import big_map_of, map_of

_PER_PAGE = 25


@may(authorities)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The white spots, those that nobody takes care of on top."""
    caller = caller_of(request)
    form = _form(request, caller)
    found = rows(caller, form.asked(), localdate())
    page = Paginator(found, _PER_PAGE).get_page(request.GET.get("page"))
    given = {
        "form": form,
        "page": page,
        "rows": page.object_list,
        "alone": sum(row.left_alone for row in found),
        "origins": origins(),
        "smallest": schedule().smallest,
        "owners": access.owners_for(caller) if access.assigns_some(caller) else None,
    }
    return render(request, "spots/listing.html", given)


@may(authorities)
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The rows that the page shows, for a spreadsheet."""
    caller, today = caller_of(request), localdate()
    content = written(sheet(rows(caller, _form(request, caller).asked(), today), on=today))
    return download(content, CSV, f"hvide-pletter-{today:%Y-%m-%d}.csv")


@may(coordinators)
@require_POST
def assign(request: HttpRequest) -> HttpResponse:
    """Give the ticked ones an owner; what the caller does not keep cannot be ticked."""
    caller = caller_of(request)
    kept = access.kept_by(caller)
    owners = list(access.owners_for(caller))
    pks = list(kept.values_list("pk", flat=True))
    form = AssignForm(request.POST, owners=owners, spots=pks)
    if done(request, form, lambda: _assign(form, caller)):
        count = len(form.cleaned_data["spots"])
        words = ngettext(
            "%(count)s white spot has been assigned.",
            "%(count)s white spots have been assigned.",
            count,
        )
        messages.success(request, words % {"count": count})
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return redirect(f"{reverse('spots')}?{request.GET.urlencode()}")


@may(sees(Spot))
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it is, how it has grown or shrunk, who follows it up, and what operators say."""
    spot, caller, today = _spot(pk), caller_of(request), localdate()
    given = {
        "spot": spot,
        "keeps": caller.keeps(spot.place),
        "left_alone": spot.is_left_alone(today),
        "late": spot.is_late(today),
        "history": history_of(spot),
        "answers": list(spot.answers.select_related("operator", "spot_list")),
        "linked": linked(spot, caller),
        "near": near(spot, caller),
        "map": map_of(spot),
        "big_map": big_map_of(spot),
        "origins": [one for one in (origin_of(spot.kind),) if one],
    }
    return render(request, "spots/spot.html", given)


@may(keeps(Spot))
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who follows it up, and what comes next by when."""
    spot = _spot(pk)
    initial = {
        "owner": spot.owner_id,
        "next_step": spot.next_step,
        "next_step_on": spot.next_step_on,
    }
    owners = access.possible_owners((spot.municipality.code,))
    form = FollowUpForm(request.POST or None, initial=initial, owners=owners)
    if done(request, form, lambda: _keep(_spot(pk), form, caller_of(request))):
        messages.success(request, _("Your changes have been saved."))
        return redirect("spot", pk)
    status = 422 if form.errors else 200
    return render(request, "spots/follow_up.html", {"form": form, "spot": spot}, status=status)


def _keep(spot: Spot, form: FollowUpForm, caller: Caller) -> None:
    given = form.cleaned_data
    step = (given["next_step"], given["next_step_on"])
    keep(spot, given["owner"], step, on=localdate(), by=caller)


def _assign(form: AssignForm, caller: Caller) -> None:
    given = form.cleaned_data
    owner = Account.objects.filter(pk=given["owner"] or None).first()
    spots = access.kept_by(caller).filter(pk__in=given["spots"])
    if not spots:
        raise ValidationError(_("Tick the white spots first."))
    give(spots, owner, on=localdate(), by=caller)


def _spot(pk: int) -> Spot:
    return get_object_or_404(Spot.objects.select_related("municipality", "owner"), pk=pk)


def _form(request: HttpRequest, caller: Caller) -> AskedForm:
    found = access.seen_by(caller).order_by()
    held = set(found.values_list("municipality__code", "municipality__name"))
    places = sorted(held, key=lambda one: in_danish_order(one[1]))
    return AskedForm(request.GET, places=places, owners=list(access.owners_for(caller)))

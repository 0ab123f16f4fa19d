"""The taskforce's pages: what waits, what it would change, approve it, and go back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from taskforce.web.editions.actions.releasing import roll_back, sign_off
from taskforce.web.editions.forms.releasing import NoteForm, ReasonForm
from taskforce.web.editions.queries import on_show
from taskforce.web.editions.queries.previewed import preview_of
from taskforce.web.frame.edition import latest, signed_off
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, may
from taskforce.web.people.views.saving import done


@may(consultants)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """What waits, what is on show, and all approvals so far."""
    standing = signed_off().standing
    shown = {
        "waiting": on_show.waiting(),
        "shown": latest(),
        "releases": on_show.releases(),
        "earlier": standing[1:],
        "never": not standing,
    }
    return render(request, "editions/listing.html", shown)


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, edition: str) -> HttpResponse:
    """What a built edition would change, and the form to approve it."""
    bundle = on_show.to_approve(edition)
    if bundle is None:
        raise Http404("No such edition on the shelf.")
    form = NoteForm(request.POST or None)
    if done(request, form, lambda: sign_off(edition, form.note(), by=caller_of(request))):
        messages.success(request, _("The figures are approved, and everybody sees them now."))
        return redirect("editions")
    given = {"form": form, **preview_of(bundle)}
    return render(request, "editions/preview.html", given, status=422 if form.errors else 200)


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def back(request: HttpRequest, edition: str) -> HttpResponse:
    """Go back to an earlier edition, with a reason."""
    bundle, standing = on_show.kept_edition(edition), signed_off().standing
    if request.method == "POST" and edition in standing[:1]:
        # The button was pressed twice, or a colleague was here first.
        messages.info(request, _("These figures are on show already."))
        return redirect("editions")
    if bundle is None or edition not in standing[1:]:
        raise Http404("No such edition to go back to.")
    form = ReasonForm(request.POST or None)
    if done(request, form, lambda: roll_back(edition, form.note(), by=caller_of(request))):
        messages.success(request, _("The earlier figures are on show again."))
        return redirect("editions")
    given = {"form": form, **preview_of(bundle)}
    return render(request, "editions/back.html", given, status=422 if form.errors else 200)

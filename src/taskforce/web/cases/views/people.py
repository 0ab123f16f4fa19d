"""The parties of a case, and what is written between them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from taskforce.web.cases.actions import people
from taskforce.web.cases.forms.people import MessageForm, PartyForm
from taskforce.web.cases.models import Audience, Case, Party
from taskforce.web.cases.queries.access import edits, reads, speaks_as
from taskforce.web.cases.rules import edits_case, on, sees_case
from taskforce.web.cases.views.page import show
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done


@may(edits_case)
@require_POST
def party(request: HttpRequest, pk: int) -> HttpResponse:
    """Add somebody whom the case concerns."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = PartyForm(request.POST, auto_id="party_%s")
    if done(request, form, lambda: people.add_party(case, form.cleaned_data, by=caller)):
        messages.success(request, _("The party has been added."))
        return redirect("case", pk)
    return show(request, case, party=form)


@may(on(edits, Party))
@require_POST
def party_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a party away; the journal forgets the name."""
    found = get_object_or_404(Party, pk=pk)
    case_pk = found.case_id
    people.remove_party(found, by=caller_of(request))
    messages.success(request, _("The party has been removed."))
    return redirect("case", case_pk)


@may(sees_case)
@require_POST
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to the others in the case."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    form = MessageForm(request.POST, readers=reads(caller, case), auto_id="message_%s")

    def act() -> None:
        given = form.cleaned_data
        people.write_message(
            case,
            given["text"],
            by=caller,
            audience=Audience(given["audience"]),
            on_behalf_of=speaks_as(caller, case),
        )

    if done(request, form, act):
        messages.success(request, _("Your message has been sent."))
        return redirect("case", pk)
    return show(request, case, message=form)

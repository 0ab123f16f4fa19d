"""Invitations: send one, and keep those that are open."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taskforce.web.people.actions import invitations as actions
from taskforce.web.people.actions.invitations import Invited
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.accounts import InvitationForm
from taskforce.web.people.inviting import inviters, keeps_invitation
from taskforce.web.people.letters import send_invitation
from taskforce.web.people.models import Invitation, Role
from taskforce.web.people.queries.accounts import open_invitations
from taskforce.web.people.rights import may
from taskforce.web.people.views.accounts import put_into


@may(inviters)
@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: HttpRequest) -> HttpResponse:
    """The invitations that are open, and a form for the next."""
    caller = caller_of(request)
    form = InvitationForm(request.POST or None, caller=caller)
    if request.method == "POST" and form.is_valid():
        try:
            invitation, token = actions.invite(_invited(form), by=caller)
        except ValidationError as error:
            put_into(form, error)
        else:
            send_invitation(invitation, token, by=caller.name)
            messages.success(request, _("The invitation has been sent."))
            return redirect("invitations")
    shown = {"form": form, "open": open_invitations(caller), "now": timezone.now()}
    status = 422 if form.errors else 200
    return render(request, "people/accounts/invitations.html", shown, status=status)


@may(keeps_invitation)
@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a new link; the old one no longer works."""
    invitation, caller = _open(pk), caller_of(request)
    token = actions.renew(invitation, by=caller)
    send_invitation(invitation, token, by=caller.name)
    messages.success(request, _("The invitation has been sent again, with a new link."))
    return redirect("invitations")


@may(keeps_invitation)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an invitation back."""
    actions.withdraw(_open(pk), by=caller_of(request))
    messages.success(request, _("The invitation has been withdrawn."))
    return redirect("invitations")


def _open(pk: int) -> Invitation:
    return get_object_or_404(Invitation, pk=pk, accepted_at=None)


def _invited(form: InvitationForm) -> Invited:
    given = {**form.cleaned_data, "role": Role(form.cleaned_data["role"])}
    return Invited(**given)

"""Come in by an invitation: choose a password, and be signed in."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from taskforce.web.people.actions.invitations import accept as accept_invitation
from taskforce.web.people.forms.accounts import AcceptForm
from taskforce.web.people.limits import limited
from taskforce.web.people.models import Account, Invitation
from taskforce.web.people.queries.accounts import find_invitation
from taskforce.web.people.rights import everyone, may
from taskforce.web.people.views.accounts import put_into


@may(everyone)
@never_cache
@sensitive_post_parameters("password")
@limited("20/m")
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Where the link of an invitation leads to."""
    opened = find_invitation(token)
    invitation = opened.invitation
    if invitation is None:
        status = 404 if opened.reason == "unknown" else 410
        told = {"reason": opened.reason}
        return render(request, "people/accounts/invitation_over.html", told, status=status)
    form = AcceptForm(request.POST or None, account=_as_account(invitation))
    if request.method == "POST" and form.is_valid():
        try:
            account = accept_invitation(invitation, form.cleaned_data["password"])
        except ValidationError as error:
            put_into(form, error)
        else:
            return _sign_in(request, account)
    shown = {"form": form, "invitation": invitation}
    status = 422 if form.errors else 200
    return render(request, "people/accounts/accept.html", shown, status=status)


def _as_account(invitation: Invitation) -> Account:
    """Whom the password must not resemble."""
    return Account(email=invitation.email, name=invitation.name)


def _sign_in(request: HttpRequest, account: Account) -> HttpResponse:
    logout(request)
    login = Login(user=account, email=account.email)
    response: HttpResponse = perform_password_login(request, {"email": account.email}, login)
    return response

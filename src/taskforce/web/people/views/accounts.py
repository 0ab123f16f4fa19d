"""The accounts: who may sign in, and with which roles."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.people.actions import accounts as actions
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.accounts import RoleForm
from taskforce.web.people.letters import send_letter
from taskforce.web.people.models import Account, Grant, Role
from taskforce.web.people.queries.accounts import account_line, account_lines
from taskforce.web.people.rights import administrators, may


@may(administrators)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Everybody who can sign in."""
    return render(request, "people/accounts/listing.html", {"lines": account_lines()})


@may(administrators)
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest, pk: int) -> HttpResponse:
    """One account, and a form to give it a further role."""
    held_by = get_object_or_404(Account, pk=pk)
    form = RoleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.grant_role(
                held_by,
                Role(form.cleaned_data["role"]),
                organisation=form.cleaned_data["organisation"],
                by=caller_of(request),
            )
        except ValidationError as error:
            put_into(form, error)
        else:
            messages.success(request, _("The role has been given."))
            return redirect("account", pk=pk)
    shown = {"line": account_line(held_by), "form": form}
    return render(request, "people/accounts/account.html", shown, status=_status(form))


@may(administrators)
@require_POST
def take_role(request: HttpRequest, pk: int, grant: int) -> HttpResponse:
    """Take one role back."""
    taken = get_object_or_404(Grant, pk=grant, account=pk)
    by = caller_of(request)
    _try(request, lambda: actions.take_role(taken, by=by), _("The role has been taken back."))
    return redirect("account", pk=pk)


@may(administrators)
@require_POST
def set_active(request: HttpRequest, pk: int, active: bool) -> HttpResponse:
    """Close an account, or open it again."""
    held_by, by = get_object_or_404(Account, pk=pk), caller_of(request)
    done = _("The account has been opened.") if active else _("The account has been closed.")
    _try(request, lambda: actions.set_active(held_by, active=active, by=by), done)
    return redirect("account", pk=pk)


@may(administrators)
@require_POST
def remove_second_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away a second factor that somebody has lost, and tell them."""
    held_by = get_object_or_404(Account, pk=pk)
    if actions.remove_second_factor(held_by, by=caller_of(request)):
        send_letter(
            "people/mails/second_factor_removed",
            held_by.email,
            language=held_by.language,
            told={"account": held_by},
        )
        messages.success(request, _("The second factor has been removed."))
    return redirect("account", pk=pk)


def put_into(form: Form, error: ValidationError) -> None:
    """Show what an action refused at the field that it is about, or above the form."""
    told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, texts in told.items():
        form.add_error(name if name in form.fields else None, texts)


def _try(request: HttpRequest, act: Callable[[], object], done: str) -> None:
    try:
        act()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, done)


def _status(form: Form) -> int:
    return 422 if form.errors else 200

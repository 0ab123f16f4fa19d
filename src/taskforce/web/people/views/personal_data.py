"""What is kept about a human being: see it, take it away as a file, have it erased."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taskforce.web.frame.journal.record import seen
from taskforce.web.people.actions.confirmation import confirm
from taskforce.web.people.actions.personal_data import erase_account, erase_person
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Account, Person
from taskforce.web.people.queries.duties import is_confirmed
from taskforce.web.people.queries.personal_data import everything_about
from taskforce.web.people.rights import administrators, consultants_and_administrators, may
from taskforce.web.people.rights import signed_in as anybody_signed_in
from taskforce.web.people.views.saving import ask, done


@may(consultants_and_administrators)
@never_cache
@require_safe
def of_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about a person, as a file; that it was read stands in the journal."""
    person = get_object_or_404(Person, pk=pk)
    seen(person, by=caller_of(request), what="person.exported")
    return _file(everything_about(person, person.account))


@may(administrators)
@never_cache
@require_safe
def of_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about an account, as a file."""
    account = get_object_or_404(Account, pk=pk)
    seen(account, by=caller_of(request), what="account.exported")
    return _file(everything_about(_person_of(account), account))


@may(consultants_and_administrators)
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, and then erase."""
    person = get_object_or_404(Person, pk=pk)
    form, by = _button(request), caller_of(request)
    if done(request, form, lambda: erase_person(person, by=by)):
        messages.success(request, _("The person is erased. The history of the roles is kept."))
        return redirect("organisations")
    return _ask_once_more(request, form, person.name, back=reverse("person", args=[pk]))


@may(administrators)
@require_http_methods(["GET", "HEAD", "POST"])
def erase_whole_account(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask once more, and then erase."""
    account = get_object_or_404(Account, pk=pk)
    form, by = _button(request), caller_of(request)
    if done(request, form, lambda: erase_account(account, by=by)):
        messages.success(request, _("The person is erased. The history of the roles is kept."))
        return redirect("accounts")
    return _ask_once_more(request, form, account.name, back=reverse("account", args=[pk]))


@may(anybody_signed_in)
@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What is kept about the one who asks, and what they can do about it."""
    account = _own(request)
    person = _person_of(account)
    confirmed = person is not None and is_confirmed(person, localdate())
    shown = {"account": account, "person": person, "confirmed": confirmed}
    return render(request, "people/persons/mine.html", shown)


@may(anybody_signed_in)
@never_cache
@require_safe
def download_mine(request: HttpRequest) -> HttpResponse:
    """Everything about oneself, as a file."""
    account = _own(request)
    return _file(everything_about(_person_of(account), account))


@may(anybody_signed_in)
@require_POST
def confirm_mine(request: HttpRequest) -> HttpResponse:
    """Say that one's own details still hold."""
    person = get_object_or_404(Person, account=_own(request))
    confirm(person, on=localdate(), by=caller_of(request))
    messages.success(request, _("Thank you. The details are confirmed."))
    return redirect("my-data")


def _own(request: HttpRequest) -> Account:
    return get_object_or_404(Account, pk=caller_of(request).account_id)


def _person_of(account: Account) -> Person | None:
    return Person.objects.filter(account=account).select_related("organisation").first()


def _file(content: dict[str, Any]) -> JsonResponse:
    response = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="personal-data.json"'
    return response


def _button(request: HttpRequest) -> Form:
    """A form that asks for nothing but to be sent."""
    return Form(request.POST) if request.method == "POST" else Form()


def _ask_once_more(request: HttpRequest, form: Form, name: str, *, back: str) -> HttpResponse:
    lead = _(
        "Name, mail and phone disappear everywhere, also from the journal, and an account is "
        "closed for good. The history of the roles stays without a name. It cannot be undone."
    )
    heading = _("Erase %(name)s?") % {"name": name}
    return ask(request, form, heading, back=back, lead=lead, submit=_("Erase"), warns=True)

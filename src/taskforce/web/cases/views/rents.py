"""Reckon a market rent by the state's three methods, and keep a landlord's own rent."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from taskforce.rules.rent_figures import RentMethod
from taskforce.web.cases.actions.rents import keep_rent
from taskforce.web.cases.forms.rents import FORMS, AgreedForm
from taskforce.web.cases.models import Case, Rent
from taskforce.web.cases.queries.rents import kept, told_rent, warning
from taskforce.web.cases.rules import members_of_cases, sees_rent
from taskforce.web.frame.journal.record import seen
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done


@may(members_of_cases)
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The three methods, and what each asks for."""
    return render(request, "cases/rent_guide.html", {"methods": list(RentMethod)})


@may(members_of_cases)
@require_http_methods(["GET", "HEAD", "POST"])
def reckon(request: HttpRequest, method: str) -> HttpResponse:
    """Reckon by one method; nothing is kept."""
    asked = _method(method)
    form = FORMS[asked](request.POST or None)
    found = kept(form.rent(), localdate()) if form.is_valid() else None
    shown = {"form": form, "method": asked, "told": told_rent(found) if found else None}
    return render(request, "cases/rent_method.html", shown, status=422 if form.errors else 200)


@may(sees_rent)
@require_http_methods(["GET", "HEAD", "POST"])
def own(request: HttpRequest, pk: int) -> HttpResponse:
    """The landlord's own page: the reckoning, the rent agreed, and a note."""
    case, caller = get_object_or_404(Case, pk=pk), caller_of(request)
    rent = Rent.objects.filter(case=case).first()
    form = AgreedForm(request.POST or None, instance=copy(rent))
    if done(request, form, lambda: keep_rent(case, form.cleaned_data, by=caller)):
        messages.success(request, _("Your changes have been saved."))
        return redirect("case-rent", pk)
    if rent is not None:
        seen(rent, by=caller)
    shown = {**_told(rent), "form": form, "case": case, "methods": list(RentMethod)}
    return render(request, "cases/rent.html", shown, status=422 if form.errors else 200)


@may(sees_rent)
@require_http_methods(["GET", "HEAD", "POST"])
def compute(request: HttpRequest, pk: int, method: str) -> HttpResponse:
    """Reckon by one method, and keep the reasoning with the case."""
    case, asked = get_object_or_404(Case, pk=pk), _method(method)
    form = FORMS[asked](request.POST or None)
    if form.is_valid():
        reckoned = {"reasoning": kept(form.rent(), localdate())}
        keep_rent(case, reckoned, by=caller_of(request))
        messages.success(request, _("The reckoning has been kept with the case."))
        return redirect("case-rent", pk)
    shown = {"form": form, "method": asked, "case": case}
    return render(request, "cases/rent_method.html", shown, status=422 if form.errors else 200)


def _told(rent: Rent | None) -> dict[str, Any]:
    reasoning = rent.reasoning if rent else None
    return {"told": told_rent(reasoning) if reasoning else None, "warning": warning(rent)}


def _method(method: str) -> RentMethod:
    if method not in set(RentMethod):
        raise Http404
    return RentMethod(method)

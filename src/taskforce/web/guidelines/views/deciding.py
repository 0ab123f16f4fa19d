"""Where a municipality writes down what it has decided about the guidelines."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from taskforce.web.commitments.views.carrying_out import carried_out
from taskforce.web.guidelines.actions.decisions import adopt_version, decide
from taskforce.web.guidelines.forms.deciding import AdoptForm, DecisionForm
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import keeps_municipality, may


@may(keeps_municipality)
@require_http_methods(["GET", "HEAD", "POST"])
def decide_on_clauses(request: HttpRequest, code: str) -> HttpResponse:
    """One decision on one or several clauses."""
    municipality, caller = get_object_or_404(Organisation, code=code), caller_of(request)
    initial = {"rules": request.GET.getlist("rule"), "decided_on": localdate()}
    form = DecisionForm(request.POST or None, initial=initial)
    if carried_out(
        form,
        lambda given: decide(municipality, given["rules"], form.decided(), by=caller),
    ):
        number = len(form.cleaned_data["rules"])
        messages.success(
            request,
            ngettext("%(n)s decision is noted.", "%(n)s decisions are noted.", number)
            % {"n": number},
        )
        return redirect("guidelines-municipality", code)
    shown = {"form": form, "municipality": municipality, "heading": _("Note a decision")}
    return render(request, "guidelines/form.html", shown, status=422 if form.errors else 200)


@may(keeps_municipality)
@require_http_methods(["GET", "HEAD", "POST"])
def adopt(request: HttpRequest, code: str) -> HttpResponse:
    """The municipality follows a version as it stands: every clause at once."""
    municipality, caller = get_object_or_404(Organisation, code=code), caller_of(request)
    form = AdoptForm(request.POST or None, initial={"decided_on": localdate()})
    if carried_out(
        form,
        lambda given: adopt_version(
            municipality,
            given["version"],
            decided_on=given["decided_on"],
            minutes_url=given["minutes_url"],
            by=caller,
        ),
    ):
        messages.success(request, _("The guidelines are noted as adopted."))
        return redirect("guidelines-municipality", code)
    heading = _("Adopt the guidelines as they stand")
    shown = {"form": form, "municipality": municipality, "heading": heading}
    return render(request, "guidelines/form.html", shown, status=422 if form.errors else 200)

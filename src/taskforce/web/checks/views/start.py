"""The first page: what do you want to do, and where?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from taskforce.rules.fact import Case
from taskforce.rules.facts import Facts
from taskforce.web.checks.asked import Asked
from taskforce.web.checks.forms.place import StartForm
from taskforce.web.checks.queries.places import Hit, addresses
from taskforce.web.people.rights import everyone, may


@may(everyone)
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The kind of case and the municipality; with both, on to the questions."""
    sent = "municipality" in request.GET or "q" in request.GET
    chosen = {"case": request.GET.get("case", Case.DIG.value)}
    form = StartForm(request.GET if sent else None, initial=chosen)
    hits: tuple[Hit, ...] = ()
    if sent and form.is_valid():
        hits = _hits(form)
        if len(hits) == 1:
            return redirect(_first_step(form, hits[0].code))
    return render(request, "checks/start.html", {"form": form, "hits": hits})


def _hits(form: StartForm) -> tuple[Hit, ...]:
    given = form.cleaned_data
    if given["municipality"]:
        return (Hit("", given["municipality"]),)
    found = addresses(given["q"])
    if not found:
        form.add_error(
            "q", gettext("We did not find the address. Choose the municipality instead.")
        )
    return found


def _first_step(form: StartForm, code: str) -> str:
    given = form.cleaned_data
    return Asked(code, given["on"], Facts(Case(given["case"]), ())).step()

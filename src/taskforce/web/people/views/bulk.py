"""Register many contacts at once: first see what would happen, then do it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from taskforce.web.people.actions.bulk import take_in_contacts
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.bulk import ListForm, as_text
from taskforce.web.people.queries.entered import Judged, judge
from taskforce.web.people.rights import consultants, may

_PAGE = "people/organisations/bulk.html"


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def contacts(request: HttpRequest) -> HttpResponse:
    """Look at a list, and take it in when nothing in it is wrong."""
    form = ListForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, _PAGE, {"form": form}, status=422 if form.errors else 200)
    given = form.cleaned_data
    judged = judge(given["table"], localdate())
    if judged.wrong or "save" not in request.POST:
        return _preview(request, given, judged)
    facts = {"source": given["source"], "on": localdate(), "by": caller_of(request)}
    number = take_in_contacts(judged.right, **facts)
    words = ngettext("%(count)s contact registered.", "%(count)s contacts registered.", number)
    messages.success(request, words % {"count": number})
    return redirect("organisations")


def _preview(request: HttpRequest, given: dict[str, Any], judged: Judged) -> HttpResponse:
    # What came as a file goes on as text, so that it can be mended on the page.
    again = ListForm(initial={"text": as_text(given["table"]), "source": given["source"]})
    shown = {"form": again, "judged": judged, "text": as_text(given["table"]), "given": given}
    return render(request, _PAGE, shown, status=422 if judged.wrong else 200)

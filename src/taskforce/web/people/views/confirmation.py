"""One page behind a link in a mail: these are your details, do they still hold?"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from taskforce.web.people.actions.confirmation import by_mail_link, confirm, doubt
from taskforce.web.people.queries.confirmation import asked_person
from taskforce.web.people.queries.duties import current
from taskforce.web.people.rights import everyone, may


@may(everyone)
@never_cache
@require_http_methods(["GET", "POST"])
def confirmation(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the page changes nothing, for programs open links in mails too; a button does."""
    person = asked_person(token)
    if person is None:
        return render(request, "people/confirmation/over.html", status=410)
    if request.method == "POST":
        holds = request.POST.get("answer") == "right"
        answer = confirm if holds else doubt
        answer(person, on=localdate(), by=by_mail_link(person))
        return redirect(reverse("details-answered") + ("" if holds else "?wrong=1"))
    shown = {"person": person, "duties": current(localdate()).filter(person=person)}
    return render(request, "people/confirmation/ask.html", shown)


@may(everyone)
@require_safe
def answered(request: HttpRequest) -> HttpResponse:
    """Thank you, and what happens next."""
    return render(request, "people/confirmation/thanks.html", {"wrong": "wrong" in request.GET})

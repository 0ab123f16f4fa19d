"""The list of questions, and a new one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may
from taskforce.web.people.views.saving import done
from taskforce.web.sparring.actions.mails import tell_of
from taskforce.web.sparring.actions.questions import ask
from taskforce.web.sparring.forms.asking import AskedForm, QuestionForm
from taskforce.web.sparring.models import Message
from taskforce.web.sparring.queries.access import asks_for, open_to
from taskforce.web.sparring.queries.listing import rows
from taskforce.web.sparring.rules import members_of_the_desk


@may(members_of_the_desk)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The questions that are open to the reader."""
    caller = caller_of(request)
    form = AskedForm(request.GET, places=asks_for(caller))
    shown = rows(caller, form.asked(), localdate())
    given = {
        "asked": form,
        "rows": shown,
        "all": open_to(caller).count(),
        "overdue": sum(row.overdue for row in shown),
        "taskforce": caller.is_consultant,
    }
    return render(request, "sparring/listing.html", given)


@may(members_of_the_desk)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Ask the taskforce."""
    caller, made = caller_of(request), list[Message]()
    form = QuestionForm(request.POST or None, request.FILES or None, places=asks_for(caller))

    def act() -> None:
        text = form.cleaned_data["text"]
        made.append(ask(form.facts(), text, by=caller, files=form.enclosed))

    if done(request, form, act):
        tell_of(made[0])
        messages.success(
            request, _("Your question has been asked. The day of the answer is below.")
        )
        return redirect("sparring-question", made[0].question_id)
    shown = {"form": form, "taskforce": caller.is_consultant}
    return render(request, "sparring/new.html", shown, status=422 if form.errors else 200)

"""Register for them: the taskforce writes the same status for several municipalities at once."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from taskforce.web.commitments.actions.participation import register_for
from taskforce.web.commitments.forms.status import RegisterForm
from taskforce.web.commitments.views.carrying_out import carried_out
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import consultants, may


@may(consultants)
@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Everything written here is marked as on behalf of the municipality until it confirms it."""
    form = RegisterForm(request.POST or None, initial={"since": localdate()})
    if carried_out(
        form,
        lambda given: register_for(given["places"], form.new_status(), by=caller_of(request)),
    ):
        number = len(form.cleaned_data["places"])
        words = ngettext(
            "The status of %(count)s municipality has been saved.",
            "The status of %(count)s municipalities has been saved.",
            number,
        )
        messages.success(request, words % {"count": number})
        return redirect("municipal-work")
    status = 422 if form.errors else 200
    return render(request, "commitments/register.html", {"form": form}, status=status)

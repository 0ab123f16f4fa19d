"""The journal: who wrote or read what, and whether all of it is still there."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from taskforce.web.frame.journal.chain import verify as verify_chain
from taskforce.web.frame.journal.models import Entry
from taskforce.web.frame.journal.record import seen
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.accounts import JournalFilterForm
from taskforce.web.people.queries import journal as queries
from taskforce.web.people.rights import administrators, may


@may(administrators)
@require_safe
def journal(request: HttpRequest) -> HttpResponse:
    """The lines, newest first."""
    form = JournalFilterForm(request.GET, places=queries.places(), kinds=queries.kinds())
    asked = form.cleaned_data if form.is_valid() else {}
    lines, page = queries.page_of_lines(
        asked.get("place", ""), asked.get("kind", ""), request.GET.get("page", 1)
    )
    shown = {"filter": form, "lines": lines, "page": page}
    return render(request, "people/accounts/journal.html", shown)


@may(administrators)
@require_safe
def entry(request: HttpRequest, number: int) -> HttpResponse:
    """One line with its values; they may be personal, so that reading them is noted too."""
    found = get_object_or_404(Entry, pk=number)
    seen(found, by=caller_of(request))
    shown = {"line": queries.line(found), "differences": queries.differences(found)}
    return render(request, "people/accounts/journal_entry.html", shown)


@may(administrators)
@require_POST
def verify(request: HttpRequest) -> HttpResponse:
    """Walk along the whole chain, and say what was found."""
    verdict = verify_chain()
    if verdict.broken_at is None:
        said = ngettext(
            "The journal is whole: %(count)s line.",
            "The journal is whole: %(count)s lines.",
            verdict.lines,
        )
        messages.success(request, said % {"count": verdict.lines})
    else:
        said = _(
            "The journal is broken at line %(number)s. Keep a copy of the database as it is, and "
            "compare it with the latest backup."
        )
        messages.error(request, said % {"number": verdict.broken_at})
    return redirect("journal")

"""The mails of the demonstration, read here because they are never sent."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from taskforce.web.frame.journal.record import seen
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may, signed_in
from taskforce.web.workspace.queries.mails import mails_for

_PAGE = 50
# A mail brings its own look, and nothing else: no script, no form, nothing from elsewhere.
_SHUT = "sandbox; default-src 'none'; style-src 'unsafe-inline'"


@may(signed_in)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """One's own mails; for an administrator all of them."""
    pages = Paginator(mails_for(caller_of(request)), _PAGE)
    page = pages.get_page(request.GET.get("page"))
    return render(request, "workspace/mails.html", {"mails": page})


@may(signed_in)
@require_safe
def mail(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail as text, with its links."""
    caller = caller_of(request)
    opened = get_object_or_404(mails_for(caller), pk=pk)
    seen(opened, by=caller)
    return render(request, "workspace/mail.html", {"mail": opened})


@may(signed_in)
@require_safe
def mail_as_sent(request: HttpRequest, pk: int) -> HttpResponse:
    """The same mail as a mail program would show it, shut in so that it can do nothing."""
    opened = get_object_or_404(mails_for(caller_of(request)).exclude(html=""), pk=pk)
    return HttpResponse(opened.html, headers={"Content-Security-Policy": _SHUT})

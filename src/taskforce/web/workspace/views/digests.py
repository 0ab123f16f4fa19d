"""Stop the mails about what awaits: a link that works without signing in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from taskforce.web.people.rights import everyone, may
from taskforce.web.workspace import digest


# The link itself proves who asks, and mail programs post to it without any page of ours.
@may(everyone)
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once, so that a program which only looks at links stops nothing."""
    account = digest.account_of(token)
    if account is None:
        raise Http404
    stopped = request.method == "POST"
    if stopped:
        digest.stop(account)
    return render(request, "workspace/digest_stop.html", {"stopped": stopped})

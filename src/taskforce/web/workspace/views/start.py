"""The start page of those who have signed in, and the search beside it."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import may, signed_in
from taskforce.web.workspace.queries.changes import news
from taskforce.web.workspace.queries.search import SHORTEST
from taskforce.web.workspace.queries.search import search as found
from taskforce.web.workspace.queries.waiting import waiting
from taskforce.web.workspace.shortcuts import shortcuts

_LATELY = timedelta(days=14)
_NEWEST = 8


@may(signed_in)
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What awaits the one who has signed in, what has changed, and where to go."""
    caller = caller_of(request)
    today = localdate()
    told = news(caller, today - _LATELY)
    given = {
        "waiting": waiting(caller, today),
        "news_shown": caller.is_consultant or caller.municipalities,
        "news": told[:_NEWEST],
        "more_news": len(told) > _NEWEST,
        "shortcuts": shortcuts(caller),
    }
    return render(request, "workspace/start.html", given)


@may(signed_in)
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What has the words in it, and the caller may see."""
    text = request.GET.get("q", "").strip()
    groups = found(caller_of(request), text)
    given = {"text": text, "groups": groups, "too_short": 0 < len(text) < SHORTEST}
    return render(request, "workspace/search.html", given)

"""The start page of those who have signed in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taskforce.web.people.rights import may, signed_in


@may(signed_in)
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What awaits the one who has signed in."""
    return render(request, "workspace/start.html")

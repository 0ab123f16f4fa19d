"""Hand out pages and files that lie in nobody's cache."""

from __future__ import annotations

from django.http import HttpResponse

PRIVATE = "private, no-store"


def private(response: HttpResponse) -> HttpResponse:
    """The same answer, for the one who asked and nobody after."""
    response["Cache-Control"] = PRIVATE
    return response

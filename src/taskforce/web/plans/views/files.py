"""Hand out pages and files that lie in nobody's cache."""

from __future__ import annotations

from django.http import HttpResponse

PRIVATE = "private, no-store"


def private(response: HttpResponse) -> HttpResponse:
    """The same answer, for the one who asked and nobody after."""
    response["Cache-Control"] = PRIVATE
    return response


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """The content as a file to keep."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": PRIVATE,
    }
    return HttpResponse(content, content_type=kind, headers=headers)

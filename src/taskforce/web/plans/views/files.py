"""Hand out a file that lies in nobody's cache."""

from __future__ import annotations

from django.http import HttpResponse


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """The content as a file to keep."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=kind, headers=headers)

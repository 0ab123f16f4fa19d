"""Hands a file to the one who asked for it; nothing on the way keeps a copy."""

from __future__ import annotations

from django.http import HttpResponse

CSV = "text/csv; charset=utf-8"


def download(content: bytes, kind: str, name: str) -> HttpResponse:
    """The content as a file to keep, under a name."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=kind, headers=headers)

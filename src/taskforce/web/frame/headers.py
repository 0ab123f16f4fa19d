"""Tell the browser which of its powers the pages never use."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

Handler = Callable[[HttpRequest], HttpResponseBase]
_NEVER = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"


def permissions_policy(get_response: Handler) -> Handler:
    """Add the Permissions-Policy header to every answer."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _NEVER)
        return response

    return answer

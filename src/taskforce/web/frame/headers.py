"""Tell the browser which of its powers the pages never use, and which pages other sites show."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, set_response_etag

Handler = Callable[[HttpRequest], HttpResponseBase]
View = Callable[..., HttpResponseBase]
_AN_HOUR = 3600
_NEVER = "camera=(), microphone=(), geolocation=(), payment=(), usb=()"


def permissions_policy(get_response: Handler) -> Handler:
    """Add the Permissions-Policy header to every answer."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _NEVER)
        return response

    return answer


def for_other_sites(view: View) -> View:
    """Mark a view whose answer other sites show: the same for all, kept an hour, no cookie."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **named: Any) -> HttpResponseBase:
        response = view(request, *args, **named)
        response.for_other_sites = True  # type: ignore[attr-defined]
        response.headers.setdefault("Cache-Control", f"public, max-age={_AN_HOUR}")
        return response

    return answer


def without_cookies(get_response: Handler) -> Handler:
    """Take from what other sites show whatever the session would add, so that nobody is traced."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if not getattr(response, "for_other_sites", False):
            return response
        response.cookies.clear()
        response.headers["Vary"] = "Accept-Encoding"
        if not isinstance(response, HttpResponse):
            return response
        set_response_etag(response)
        return (
            get_conditional_response(request, etag=response["ETag"], response=response) or response
        )

    return answer

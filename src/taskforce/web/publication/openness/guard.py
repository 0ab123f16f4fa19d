"""Stands in front of all that is for programs: counts, lets in from anywhere, and labels."""

from __future__ import annotations

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from taskforce.web.publication.openness import places
from taskforce.web.publication.openness.allowance import WINDOW_S, Left, allowance
from taskforce.web.publication.openness.problems import in_one_form, problem
from taskforce.web.publication.openness.unchanged import compared

Handler = Callable[[HttpRequest], HttpResponseBase]
_TOLD = "Content-Crs, Content-Range, ETag, Last-Modified, Link, RateLimit, RateLimit-Policy"
_A_DAY_S = 86_400


def for_programs(get_response: Handler) -> Handler:
    """Keep the promises of the page for developers at every address that is for programs."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        path = request.path_info
        if not places.is_open(path):
            return get_response(request)
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            return _opened(_asked_first())
        left = _taken(request) if places.is_question(path) else None
        short = request.method == "HEAD" and path.startswith("/api/")
        if short:
            # The framework of the API knows GET alone.
            request.method = "GET"
        response = _refused(request, left) if left and not left.allowed else get_response(request)
        if places.is_question(path):
            response = in_one_form(request, response)
        if places.is_compared(path):
            response = compared(request, response)
        if short:
            _without_body(response)
        return _opened(_counted(response, left))

    return answer


def _taken(request: HttpRequest) -> Left | None:
    # Whoever has signed in is known, and may be spoken to. Without a cookie nobody has.
    if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
        return None
    return allowance.take(get_adapter().get_client_ip(request), settings.API_PER_MINUTE)


def _refused(request: HttpRequest, left: Left) -> HttpResponse:
    said = f"At most {left.limit} questions a minute are answered to one address of the network."
    remedy = f"Ask again in {left.wait_s} seconds, or fetch the files of open data."
    response = problem(request, 429, said, remedy=remedy)
    response["Retry-After"] = str(left.wait_s)
    return response


def _counted(response: HttpResponseBase, left: Left | None) -> HttpResponseBase:
    if left is not None:
        response["RateLimit-Policy"] = f'"minute";q={left.limit};w={WINDOW_S}'
        response["RateLimit"] = f'"minute";r={left.more};t={left.wait_s}'
    return response


def _without_body(response: HttpResponseBase) -> None:
    if isinstance(response, HttpResponse):
        length = len(response.content)
        response.content = b""
        response["Content-Length"] = str(length)


def _asked_first() -> HttpResponse:
    """What a browser is told that asks whether it may ask."""
    response = HttpResponse(status=204)
    response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
    response["Access-Control-Allow-Headers"] = "Accept, If-Modified-Since, If-None-Match, Range"
    response["Access-Control-Max-Age"] = str(_A_DAY_S)
    return response


def _opened(response: HttpResponseBase) -> HttpResponseBase:
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = f"{_TOLD}, Retry-After"
    # The policy for pages would keep a picture or a file from being shown on other sites.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response

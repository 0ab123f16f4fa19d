"""How often one machine may send a form to us, so that nobody can flood or guess."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

View = Callable[..., HttpResponse]
_A_MINUTE_S = 60


def limited(rate: str) -> Callable[[View], View]:
    """Take a form at most so often from one address of the network: "10/m", "100/d".

    Looking at the page costs nothing; each form that is sent counts, whether it was right or not.
    """
    wait_s = math.ceil(ratelimit.parse_rate(rate).duration)

    def guard(view: View) -> View:
        name = f"{view.__module__}.{view.__name__}"

        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **where: Any) -> HttpResponse:
            allowed = request.method in ("GET", "HEAD") or ratelimit.consume(
                request, app="taskforce", action=name, config={name: rate}
            )
            return view(request, *args, **where) if allowed else too_many(request, wait_s=wait_s)

        return answer

    return guard


def too_many(request: HttpRequest, *, wait_s: int = _A_MINUTE_S) -> HttpResponse:
    """Say that it was too often, and when to try again."""
    response = render(request, "429.html", {"minutes": math.ceil(wait_s / 60)}, status=429)
    response["Retry-After"] = str(wait_s)
    return response

"""Pages that anybody may send something to, without a login and without a cookie."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

View = Callable[..., HttpResponse]


def without_cookie(view: View) -> View:
    """Take forms without the cookie that usually proves where they come from.

    Nobody's login is used here, so there is nothing to steal. Browsers tell where a form stood:
    one of another site is refused, so that nobody else's page can send reports for its visitors.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **where: Any) -> HttpResponse:
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site":
            raise PermissionDenied
        response = view(request, *args, **where)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex" if where else "all"
        return response

    return answer

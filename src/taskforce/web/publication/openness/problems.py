"""Refusals in one form that programs know: what was wrong, and what to do about it."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.translation import override

CONTENT_TYPE = "application/problem+json"

# The kinds of refusal: each is explained under this name on the page for developers.
KINDS = {
    400: "bad-request",
    404: "not-found",
    405: "not-allowed",
    406: "not-acceptable",
    410: "gone",
    422: "wrong-question",
    429: "too-many-requests",
}


def problem(
    request: HttpRequest, status: int, detail: str, *, remedy: str | None = None, **more: Any
) -> HttpResponse:
    """Refuse, and say why.

    `detail` says what was wrong in this very case, `remedy` what to do; `more` are members of
    the refusal's own, such as the wrong fields.

    References
    ----------
    RFC 9457.
    """
    told = {
        "type": _type(request, status),
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        "instance": request.get_full_path(),
        **({"remedy": remedy} if remedy else {}),
        **more,
    }
    text = json.dumps(told, ensure_ascii=False)
    return HttpResponse(text, status=status, content_type=CONTENT_TYPE)


def in_one_form(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Put a refusal that was meant for a reader into the form for programs."""
    status = response.status_code
    if status < HTTPStatus.BAD_REQUEST or response.get("Content-Type", "") == CONTENT_TYPE:
        return response
    told = problem(request, status, HTTPStatus(status).description or HTTPStatus(status).phrase)
    if "Allow" in response:
        told["Allow"] = response["Allow"]
    return told


def _type(request: HttpRequest, status: int) -> str:
    kind = KINDS.get(status)
    if kind is None:
        return "about:blank"
    with override("en"):
        page = reverse("developers")
    return request.build_absolute_uri(f"{page}#{kind}")

"""The open API as a whole: its name and version, its parts, and how it refuses."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja.errors import HttpError, ValidationError

from taskforce.vocabulary.errors import NotOnShelf, TaskforceError, WrongUse
from taskforce.web.publication.api import addresses, asking, editions, figures, root
from taskforce.web.publication.api.described import DescribedAPI
from taskforce.web.publication.openness.problems import problem

api = DescribedAPI(
    title="Digital Taskforce: open data",
    version="1",
    description=(
        "Who lacks proper internet, where, and how it has changed. The same figures as on the "
        "pages, under the same disclosure limit. No key is needed. At most 100 questions a minute "
        "are answered to one address of the network; send the ETag of the last answer as "
        "If-None-Match, and what is unchanged is not sent again."
    ),
    urls_namespace="api",
)


@api.exception_handler(NotOnShelf)
def not_on_shelf(request: HttpRequest, error: TaskforceError) -> HttpResponse:
    """Say what is missing."""
    return problem(request, 404, error.message, remedy=error.remedy)


@api.exception_handler(Http404)
def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    """Say what is missing."""
    return problem(request, 404, str(error))


@api.exception_handler(WrongUse)
def wrong_use(request: HttpRequest, error: TaskforceError) -> HttpResponse:
    """Say how the question should have been put."""
    return problem(request, 422, error.message, remedy=error.remedy)


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Say which parts of the question are wrong."""
    errors = [_wrong_part(one) for one in error.errors]
    said = "; ".join(f"{one['name']}: {one['wrong']}" for one in errors)
    return problem(request, 422, said, errors=errors)


@api.exception_handler(HttpError)
def refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Say why the framework refuses."""
    return problem(request, error.status_code, str(error))


def _wrong_part(error: dict[str, Any]) -> dict[str, str]:
    return {"name": str(error["loc"][-1]), "wrong": str(error["msg"])}


api.add_router("", root.router)
api.add_router("", figures.router)
api.add_router("", editions.router)
api.add_router("/addresses", addresses.router)
api.add_router("", asking.router)

"""Answers to map programs, address by address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from taskforce.report.shape_rows import Page
from taskforce.vocabulary.errors import NotOnShelf, TaskforceError, WrongUse
from taskforce.web.frame.templatetags.spoken import spoken
from taskforce.web.people.rights import everyone, may
from taskforce.web.publication.ogc import answers, asking
from taskforce.web.publication.ogc.collections import COLLECTIONS, Collection, collection_of
from taskforce.web.publication.ogc.crs import Crs
from taskforce.web.publication.ogc.description import description
from taskforce.web.publication.ogc.pages import page
from taskforce.web.publication.ogc.sources import Gone, opened
from taskforce.web.publication.openness.problems import problem

View = Callable[..., HttpResponse]


def answered(view: View) -> Callable[..., HttpResponseBase]:
    """Open to everyone; what cannot be understood or found is refused in the one form."""

    @wraps(view)
    def answer(request: HttpRequest, **where: str) -> HttpResponseBase:
        try:
            return view(request, **where)
        except WrongUse as error:
            return _refused(request, 400, error)
        except Gone as error:
            return _refused(request, 410, error)
        except NotOnShelf as error:
            return _refused(request, 404, error)

    return may(everyone)(require_safe(answer))


@answered
def landing(request: HttpRequest) -> HttpResponse:
    """The door."""
    asking.only_format(request.GET)
    return _sent(request, answers.landing(request))


@answered
def api(request: HttpRequest) -> HttpResponse:
    """The description of the service."""
    asking.only_json(request.GET)
    server = request.build_absolute_uri(reverse("ogc")).rstrip("/")
    columns = {one: opened(request, one).source.columns for one in COLLECTIONS}
    return JsonResponse(description(server, columns), content_type=answers.OPENAPI)


@answered
def conformance(request: HttpRequest) -> HttpResponse:
    """The parts of the standard that are kept."""
    asking.only_format(request.GET)
    return _sent(request, answers.conformance(request))


@answered
def collections(request: HttpRequest) -> HttpResponse:
    """All collections."""
    asking.only_format(request.GET)
    every = [answers.about(request, one, opened(request, one)) for one in COLLECTIONS]
    return _sent(request, answers.collections(request, every))


@answered
def collection(request: HttpRequest, name: str) -> HttpResponse:
    """One collection."""
    asking.only_format(request.GET)
    one = collection_of(name)
    return _sent(request, answers.about(request, one, opened(request, one)))


@answered
def items(request: HttpRequest, name: str) -> HttpResponse:
    """Some shapes of a collection."""
    asked = asking.question(request.GET)
    one = collection_of(name)
    found = opened(request, one, asked.edition)
    facts = asking.facts_of(request.GET, found.source.columns)
    meant = asked.is_about(found.as_of)
    rows = found.source.page(asked.asked(facts)) if meant else Page((), 0, more=False)
    answer = answers.items(request, asked, found, rows)
    return _sent(request, answer, of=one, crs=asked.crs)


@answered
def item(request: HttpRequest, name: str, feature: str) -> HttpResponse:
    """One shape."""
    crs = asking.only_crs(request.GET)
    one = collection_of(name)
    row = opened(request, one).source.one(feature)
    if row is None:
        raise NotOnShelf(f"{name} holds no {feature}.", remedy=f"See /ogc/collections/{name}.")
    return _sent(request, answers.item(request, one, row, crs), of=one, crs=crs)


def _sent(
    request: HttpRequest,
    answer: answers.Answer,
    *,
    of: Collection | None = None,
    crs: Crs | None = None,
) -> HttpResponse:
    if asking.wants_page(request.GET, request.headers.get("Accept", "")):
        return page(request, answer, spoken(of.title) if of and "features" in answer else "")
    kind = answers.GEOJSON if crs else answers.JSON
    response = JsonResponse(answer, content_type=kind, json_dumps_params={"ensure_ascii": False})
    if crs is not None:
        response["Content-Crs"] = crs.header
    return response


def _refused(request: HttpRequest, status: int, error: TaskforceError) -> HttpResponse:
    return problem(request, status, error.message, remedy=error.remedy or None)

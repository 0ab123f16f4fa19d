"""The edition on show: the newest bundle of figures that has been frozen for the public."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from taskforce.report.bundle import Bundle, Bundles
from taskforce.report.figures import NOW
from taskforce.report.origin import Origin
from taskforce.vocabulary.errors import NotOnShelf


class NothingOnShow(NotOnShelf):
    """No bundle has been built yet, so there is nothing to show."""


def latest() -> Bundle | None:
    """The newest bundle, or None; a new one is seen without a restart."""
    return Bundles(settings.SHELF).latest()


def current() -> Bundle:
    """The newest bundle.

    Raises
    ------
    NothingOnShow
        Nothing has been published yet; the visitor is told what to do.
    """
    bundle = latest()
    if bundle is None:
        raise NothingOnShow("Nothing has been published yet.")
    return bundle


def by_id(bundle_id: str) -> Bundle | None:
    """A bundle by its id, so that a page opened yesterday can still fetch its map."""
    return next((one for one in Bundles(settings.SHELF).all() if one.id == bundle_id), None)


def origin(bundle: Bundle, when: str = NOW) -> Origin:
    """Where the coverage of a day comes from; a bundle always knows it for the days it holds."""
    found = bundle.origin(when)
    if found is None:
        raise NotOnShelf(f'The bundle {bundle.id} has no day "{when}".')
    return found


class EmptyShelf:
    """Answers every page that needs figures while there are none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say what to do; 503, so that no search engine keeps the empty page."""
        if isinstance(error, NothingOnShow):
            return render(request, "frame/empty.html", status=503)
        return None

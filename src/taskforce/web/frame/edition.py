"""The edition on show: the figures that have been approved for the public."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.module_loading import import_string

from taskforce.report.bundle import Bundle, Bundles
from taskforce.report.editions.keeping import editions, is_whole
from taskforce.report.figures import NOW
from taskforce.report.origin import Origin
from taskforce.vocabulary.errors import NotOnShelf

_log = logging.getLogger(__name__)


class NothingOnShow(NotOnShelf):
    """No bundle has been built yet, so there is nothing to show."""


@dataclass(frozen=True, slots=True)
class SignedOff:
    """What has been approved: the names of the editions that stand, the newest first, and of all.

    An edition that was rolled back stands no longer, but whoever quoted it still finds it.
    `bundles` are the ids of the bundles that the standing editions were made from.
    """

    standing: tuple[str, ...] = ()
    bundles: tuple[str, ...] = ()
    ever: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Remembered:
    """What one request has asked already; None is an answer too."""

    signed_off: list[SignedOff] = field(default_factory=list)
    latest: list[Bundle | None] = field(default_factory=list)


_request: ContextVar[_Remembered | None] = ContextVar("edition", default=None)


def latest() -> Bundle | None:
    """The edition on show, or None; where nothing was ever approved, the newest bundle."""
    memory = _request.get()
    if memory is None:
        return _on_show()
    if not memory.latest:
        memory.latest.append(_on_show())
    return memory.latest[0]


def current() -> Bundle:
    """The edition on show.

    Raises
    ------
    NothingOnShow
        Nothing has been published yet; the visitor is told what to do.
    """
    bundle = latest()
    if bundle is None:
        raise NothingOnShow("Nothing has been published yet.")
    return bundle


def by_id(name: str) -> Bundle | None:
    """A bundle that is or was on show, by its id or by the name of its edition.

    So a page opened yesterday can still fetch its map; what waits for approval is found by nobody.
    """
    shown = latest()
    known = ([shown] if shown else []) + list(reversed(_ever_shown()))
    return next((one for one in known if name in (one.edition, one.id)), None)


def history() -> tuple[Bundle, ...]:
    """The editions that stand, the oldest first; those that were rolled back are left out."""
    approved = signed_off()
    if not approved.ever:
        return Bundles(settings.SHELF).all()
    kept = {one.edition: one for one in editions(settings.SHELF)}
    # Of the same day the one that was approved last comes last.
    as_approved = [kept[name] for name in reversed(approved.standing) if name in kept]
    return tuple(sorted(as_approved, key=lambda one: one.label.age))


def signed_off() -> SignedOff:
    """What has been approved; the app that keeps the approvals answers, one query a request."""
    memory = _request.get()
    if memory is None:
        return _asked()
    if not memory.signed_off:
        memory.signed_off.append(_asked())
    return memory.signed_off[0]


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
        with _one_request():
            return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Say what to do; 503, so that no search engine keeps the empty page."""
        if isinstance(error, NothingOnShow):
            return render(request, "frame/empty.html", status=503)
        return None


def forget() -> None:
    """Ask anew within this request, after an approval has been written."""
    memory = _request.get()
    if memory is not None:
        memory.signed_off.clear()
        memory.latest.clear()


@contextmanager
def _one_request() -> Iterator[None]:
    token = _request.set(_Remembered())
    try:
        yield
    finally:
        _request.reset(token)


def _asked() -> SignedOff:
    # Approvals are kept by an app above this one; the settings name it.
    answer: SignedOff = import_string(settings.SIGNED_OFF_EDITIONS)()
    return answer


def _on_show() -> Bundle | None:
    approved = signed_off()
    if not approved.ever:
        return Bundles(settings.SHELF).latest()
    kept = {one.edition: one for one in editions(settings.SHELF)}
    wanted = (kept[name] for name in approved.standing if name in kept)
    found = next((one for one in wanted if is_whole(one)), None) or _built_anew(approved)
    if found is None or found.edition != approved.standing[0]:
        _tell(approved.standing[0], found.edition if found else "nothing")
    return found


def _built_anew(approved: SignedOff) -> Bundle | None:
    # No kept edition can be opened, as after a change of their form: better the same snapshots,
    # counted anew by this version, than an empty site.
    built = {one.id: one for one in Bundles(settings.SHELF).all()}
    return next((built[one] for one in approved.bundles if one in built), None)


def _ever_shown() -> tuple[Bundle, ...]:
    approved = signed_off()
    if not approved.ever:
        return Bundles(settings.SHELF).all()
    return tuple(one for one in editions(settings.SHELF) if one.edition in approved.ever)


@lru_cache(maxsize=64)
def _tell(wanted: str, shown: str) -> None:
    """Once for each pair, however often the site is asked."""
    _log.error("The edition %s cannot be read; %s is on show instead.", wanted, shown)

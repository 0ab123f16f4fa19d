"""Do not send again what the asker has already: answers carry a checksum and, often, a day."""

from __future__ import annotations

from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotModified
from django.utils.cache import patch_vary_headers, set_response_etag
from django.utils.http import http_date, parse_etags

from taskforce.report.bundle import Bundle

_KEPT = ("ETag", "Last-Modified", "Cache-Control", "Vary", "Link", "Content-Crs")
# A new version of the software may answer in another way about the same figures.
_SOFTWARE_SINCE = Path(__file__).stat().st_mtime


def rests_on(request: HttpRequest, bundle: Bundle) -> Bundle:
    """Note that the answer rests on this edition, and on nothing else unless that is noted too."""
    request.rests_on = bundle  # type: ignore[attr-defined]
    return bundle


def rests_on_more(request: HttpRequest) -> None:
    """Note that the answer rests on something that changes by itself: no day then tells its age."""
    request.rests_on_more = True  # type: ignore[attr-defined]


def compared(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Label an answer, and send only that nothing has changed where the asker has the same.

    A date counts only where it is the very one that was sent: after a roll-back the older edition
    is on show again, and a later date in the question must not hide it.

    References
    ----------
    RFC 9110, section 13.
    """
    if request.method not in ("GET", "HEAD") or not isinstance(response, HttpResponse):
        return response
    if response.status_code != 200:
        return response
    response.headers.setdefault("Cache-Control", "public, no-cache")
    patch_vary_headers(response, ["Accept"])
    set_response_etag(response)
    bundle = getattr(request, "rests_on", None)
    if bundle is not None and not getattr(request, "rests_on_more", False):
        since = max(bundle.path.stat().st_mtime, _SOFTWARE_SINCE)
        response["Last-Modified"] = http_date(since)
    return _nothing_new(response) if _is_known(request, response) else response


def _is_known(request: HttpRequest, response: HttpResponse) -> bool:
    tags = parse_etags(request.headers.get("If-None-Match", ""))
    if tags:
        # A compressing proxy marks a checksum as weak.
        return response["ETag"] in {tag.removeprefix("W/") for tag in tags} or tags == ["*"]
    since = request.headers.get("If-Modified-Since")
    return since is not None and since == response.get("Last-Modified")


def _nothing_new(response: HttpResponse) -> HttpResponse:
    short = HttpResponseNotModified()
    for name in _KEPT:
        if name in response:
            short[name] = response[name]
    return short

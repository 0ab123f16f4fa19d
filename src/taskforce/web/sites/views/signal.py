"""Does the signal of a site reach an address? The page, its suggestions, and the same as files."""

from __future__ import annotations

import json

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from taskforce.report.paper.paper import pdf
from taskforce.report.signal.as_object import as_object
from taskforce.web.frame.edition import latest
from taskforce.web.people.caller import caller_of
from taskforce.web.people.rights import everyone, may
from taskforce.web.sites.forms.signal import SignalForm
from taskforce.web.sites.queries import access
from taskforce.web.sites.queries.shown import ShownSite, shown
from taskforce.web.sites.queries.signal import signal_of
from taskforce.web.sites.queries.signal_paper import paper_of, table_heads, table_note, table_rows
from taskforce.web.sites.queries.signal_picture import profile_picture
from taskforce.web.sites.queries.signal_place import found
from taskforce.web.sites.queries.signal_told import told

_MOST_SUGGESTIONS, _LEAST_TYPED, _LONGEST_QUERY = 8, 3, 120
TYPES = {"pdf": "application/pdf", "json": "application/json"}


@may(everyone)
@require_safe
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """Pick an address or a point, and see what the signal meets on its way there."""
    site, form = _site(request, pk), SignalForm(request.GET)
    place = found(form.wanted())
    if place.single:
        return _to_address(request, place.single)
    signal = signal_of(site, place.spot, form.asked()) if place.spot else None
    words = told(signal) if signal else None
    given = {
        "site": site,
        "form": form,
        "place": place,
        "signal": signal,
        "told": words,
        "picture": profile_picture(words) if words else "",
        "heads": table_heads(),
        "rows": table_rows(words) if words else [],
        "table_note": table_note(),
    }
    return render(request, "sites/signal.html", given, status=422 if form.errors else 200)


@may(everyone)
@require_safe
def suggestions(request: HttpRequest, pk: int) -> JsonResponse:
    """A few addresses while the visitor types; each leads back to the page of this site."""
    here = reverse("site-signal", args=[_site(request, pk).pk])
    text, bundle = request.GET.get("q", "").strip()[:_LONGEST_QUERY], latest()
    hits = bundle.search(text, _MOST_SUGGESTIONS) if bundle and len(text) >= _LEAST_TYPED else ()
    listed = [{"label": hit.label, "path": f"{here}?address={hit.id}"} for hit in hits]
    return JsonResponse({"suggestions": listed})


@may(everyone)
@require_safe
def export(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The same answer to take along: a paper for people, all numbers for machines."""
    site, form = _site(request, pk), SignalForm(request.GET)
    spot = found(form.wanted()).spot
    signal = signal_of(site, spot, form.asked()) if spot else None
    words = told(signal) if signal else None
    if signal is None or words is None or kind not in TYPES:
        raise Http404
    if kind == "pdf":
        content = pdf("signal", paper_of(signal, words), on=site.since)
    else:
        object_ = {**as_object(words.found, signal.ground), "at": signal.spot.label}
        content = json.dumps(object_, ensure_ascii=False, indent=1).encode()
    headers = {
        "Content-Disposition": f'attachment; filename="signal-{site.number}.{kind}"',
        "Cache-Control": "private, no-store",
    }
    return HttpResponse(content, content_type=TYPES[kind], headers=headers)


def _site(request: HttpRequest, pk: int) -> ShownSite:
    """The site as the reader may see it; for whom it is not there, its signal is not either."""
    caller = caller_of(request)
    return shown(caller, get_object_or_404(access.open_to(caller), pk=pk))


def _to_address(request: HttpRequest, address: str) -> HttpResponseRedirect:
    asked = request.GET.copy()
    for name in ("q", "at"):
        asked.pop(name, None)
    asked["address"] = address
    return redirect(f"{request.path}?{asked.urlencode()}")

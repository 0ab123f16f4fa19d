"""Find an address and tell plainly what is offered there."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from taskforce.vocabulary.speed import Threshold
from taskforce.web.frame import edition
from taskforce.web.people.public import point_of_entry
from taskforce.web.people.rights import everyone, may
from taskforce.web.plans.queries.publicly import public_promises_at
from taskforce.web.public.answer import plain_answer

_MOST_HITS = 30
_MOST_SUGGESTIONS = 8
_LEAST_TYPED = 3
_LONGEST_QUERY = 120


@may(everyone)
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """The search field, and what was found; a single hit is shown at once."""
    bundle = edition.current()
    text = request.GET.get("q", "").strip()[:_LONGEST_QUERY]
    hits = bundle.search(text, _MOST_HITS) if text else ()
    if len(hits) == 1:
        return redirect("address-answer", address_id=hits[0].id)
    shown = {"asked": text, "hits": hits, "more": len(hits) == _MOST_HITS}
    return render(request, "public/address_search.html", shown)


@may(everyone)
@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """A few addresses while the visitor types."""
    text = request.GET.get("q", "").strip()[:_LONGEST_QUERY]
    hits = edition.current().search(text, _MOST_SUGGESTIONS) if len(text) >= _LEAST_TYPED else ()
    found = [
        {
            "id": hit.id,
            "label": hit.label,
            "path": reverse("address-answer", kwargs={"address_id": hit.id}),
        }
        for hit in hits
    ]
    return JsonResponse({"suggestions": found})


@may(everyone)
@require_safe
def answer(request: HttpRequest, address_id: str) -> HttpResponse:
    """What is offered at one address, technology by technology."""
    bundle = edition.current()
    found = bundle.address(address_id)
    if found is None:
        raise Http404("No such address.")
    threshold = Threshold.parse(bundle.region().default_threshold)
    area = bundle.area(found.address.municipality)
    entry = point_of_entry(found.address.municipality)
    shown = {
        "answer": plain_answer(found, threshold),
        "area": area,
        "entry": entry,
        "promises": public_promises_at(address_id),
    }
    return render(request, "public/address_answer.html", shown)

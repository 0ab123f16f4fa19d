"""The page that answers: whom do I ask about this, at that place?"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taskforce.report.answer import AddressHit
from taskforce.report.bundle import Bundle
from taskforce.web.frame import edition
from taskforce.web.people.caller import caller_of
from taskforce.web.people.forms.asking import AskingForm
from taskforce.web.people.rights import everyone, may
from taskforce.web.people.routing import Place, Routed, Subject, ask, place_of_address

_MOST_HITS = 20


@dataclass(frozen=True, slots=True)
class _Where:
    """The place that was meant, or the addresses it could be."""

    place: Place | None = None
    label: str = ""
    hits: tuple[AddressHit, ...] = ()


@may(everyone)
@require_safe
def whom_to_ask(request: HttpRequest) -> HttpResponse:
    """The question, and as soon as the place is known, the answer."""
    asked = "subject" in request.GET
    form = AskingForm(request.GET if asked else None)
    where, routed = _Where(), None
    if asked and form.is_valid():
        where = _where(form, edition.latest())
        routed = _routed(request, form, where)
    shown = {"form": form, "where": where, "routed": routed, "asked": asked and form.is_valid()}
    return render(request, "people/asking/whom_to_ask.html", shown)


def _where(form: AskingForm, bundle: Bundle | None) -> _Where:
    given = form.cleaned_data
    if bundle is not None and given["address"]:
        found = bundle.address(given["address"])
        label = found.address.label if found else ""
        return _Where(place_of_address(bundle, given["address"]), label)
    if bundle is not None and given["q"]:
        hits = bundle.search(given["q"], _MOST_HITS)
        if len(hits) == 1:
            return _Where(place_of_address(bundle, hits[0].id), hits[0].label)
        return _Where(hits=hits)
    return _Where(form.place)


def _routed(request: HttpRequest, form: AskingForm, where: _Where) -> Routed | None:
    if where.place is None:
        return None
    return ask(
        Subject(form.cleaned_data["subject"]),
        where.place,
        bundle=edition.latest(),
        state_road=form.cleaned_data["state_road"],
        caller=caller_of(request),
    )

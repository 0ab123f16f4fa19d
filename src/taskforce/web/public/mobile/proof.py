"""The certificate of a figure of mobile coverage: a page that keeps showing the same figure."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, override
from django.views.decorators.http import require_safe

from taskforce.report.codec import plain
from taskforce.report.count import Count
from taskforce.report.mobile.proof import REGION, MobileFigure, MobileProof, proof_of
from taskforce.report.mobile.publishing import AREAS, published
from taskforce.report.mobile.shown import ShownOverview
from taskforce.report.mobile.truths import Disagreement, Truth
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.web.frame.mobile_on_show import mobile_on_show
from taskforce.web.frame.templatetags.numbers import day, day_of, number
from taskforce.web.people.rights import everyone, may
from taskforce.web.public.mobile import words
from taskforce.web.public.mobile.cards import details
from taskforce.web.public.mobile.page import basis

_COUNTS = {
    MobileFigure.LACKING: gettext_lazy(
        "Addresses in %(area)s that lack %(speed)s Mbit/s on a mobile network, as operators report"
    ),
    MobileFigure.NOT_TOLD: gettext_lazy(
        "Addresses in %(area)s of whose mobile coverage the operators tell nothing"
    ),
    MobileFigure.WEAK: gettext_lazy("Measured small areas in %(area)s with a weak mobile signal"),
    MobileFigure.LIKELY: gettext_lazy(
        "Addresses in %(area)s where the masts make mobile coverage likely"
    ),
    MobileFigure.UNCERTAIN: gettext_lazy(
        "Addresses in %(area)s where the masts leave mobile coverage uncertain"
    ),
    MobileFigure.UNLIKELY: gettext_lazy(
        "Addresses in %(area)s where the masts make mobile coverage unlikely"
    ),
    MobileFigure.DIFFERING: gettext_lazy(
        "Addresses in %(area)s about whose mobile coverage two sources contradict each other"
    ),
}


@may(everyone)
@require_safe
def proof(request: HttpRequest, overview_id: str, place: str, name: str) -> HttpResponse:
    """What the figure counts, from what, how sure, and how to quote it."""
    shown, found = _found(overview_id, place, name)
    newest = mobile_on_show()
    given = {
        "shown": shown,
        "proof": found,
        "what": what(found, shown),
        "sources": [f"{one.publisher}, {day_of(one.as_of)}" for one in found.inputs],
        "certainties": [words.in_language(one.certainty.label) for one in found.truths],
        "citation": citation(found, shown, _link(request, found)),
        "newer": newest if newest and newest.id != overview_id else None,
        "file": shown.file(AREAS),
        # What others report or measure rests on no assumption of ours.
        "basis": basis(shown) if Truth.PREDICTED in found.truths else [],
        "place": place,
        "share": found.share,
        "lines": details(shown, found.code, found.name),
    }
    return render(request, "public/mobile/proof.html", given)


@may(everyone)
@require_safe
def proof_json(request: HttpRequest, overview_id: str, place: str, name: str) -> JsonResponse:
    """The same for machines; anybody's page may read it."""
    shown, found = _found(overview_id, place, name)
    told: dict[str, Any] = plain(found) | {
        "value": _value(found.value),
        "parts": [{"code": one.code, "name": one.name} | _value(one.value) for one in found.parts],
        "command": found.command,
        "counts": {},
        "citation": {},
    }
    for language, _ in settings.LANGUAGES:
        with override(language):
            told["counts"][language] = what(found, shown)
            told["citation"][language] = citation(found, shown, _link(request, found))
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _found(overview_id: str, place: str, name: str) -> tuple[ShownOverview, MobileProof]:
    shown = published(Shelf(settings.SHELF), overview_id)
    if shown is None:
        raise Http404("There is no such overview.")
    try:
        return shown, proof_of(shown, place, name)
    except NotOnShelf as error:
        raise Http404(str(error)) from error


def _value(count: Count) -> dict[str, Any]:
    return {"number": count.value, "withheld": count.withheld}


def _link(request: HttpRequest, found: MobileProof) -> str:
    where = [found.overview, found.code or REGION, found.name]
    return request.build_absolute_uri(reverse("mobile-proof", args=where))


def what(found: MobileProof, shown: ShownOverview) -> str:
    """The figure in one sentence."""
    told = {"area": found.area, "speed": shown.reported_mbps}
    if found.name in set(Disagreement):
        sentence = words.in_language(Disagreement(found.name).label)
        return gettext("Addresses in %(area)s: %(sentence)s") % {**told, "sentence": sentence}
    return str(_COUNTS[MobileFigure(found.name)] % told)


def citation(found: MobileProof, shown: ShownOverview, link: str) -> str:
    """The words to quote it with."""
    value = found.value
    written = number(value.value) if value.shown else _why_none(value.withheld)
    sources = "; ".join(dict.fromkeys(one.publisher for one in found.inputs))
    return gettext(
        "%(what)s: %(number)s (made on %(day)s). Source: %(sources)s. Digital Taskforce, overview "
        "%(overview)s. %(link)s"
    ) % {
        "what": what(found, shown),
        "number": written,
        "day": day(found.made_at.date()),
        "sources": sources or gettext("none"),
        "overview": found.overview,
        "link": link,
    }


def _why_none(withheld: bool) -> str:
    return gettext("not shown") if withheld else gettext("unknown")

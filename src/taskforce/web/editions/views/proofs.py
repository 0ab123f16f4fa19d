"""For everybody: where a figure comes from, told to people and to machines."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_safe

from taskforce.report.certificates import key as keys
from taskforce.report.certificates.certificate import Certificate
from taskforce.report.codec import plain
from taskforce.vocabulary.errors import NotOnShelf, WrongUse
from taskforce.web.editions.queries import proofs, wording
from taskforce.web.frame.edition import latest
from taskforce.web.people.rights import everyone, may

_LANGUAGES = ("da", "en")


@may(everyone)
@require_safe
def proof(request: HttpRequest, edition: str, key: str) -> HttpResponse:
    """The certificate of one figure."""
    found = _certificate(edition, key)
    shown = {
        "proof": found,
        "words": wording,
        "what": wording.what(found),
        "number": _number(found),
        "counted": wording.how_counted(found.key),
        "citation": wording.citation(found, _link(request, found)),
        "link": _link(request, found),
        "newer": None if proofs.is_on_show(edition) else latest(),
        "rows": [(one, wording.number_of(one.value)) for one in found.rows],
        "method": _method(found),
    }
    return render(request, "editions/proof.html", shown)


@may(everyone)
@require_safe
def proof_json(request: HttpRequest, edition: str, key: str) -> JsonResponse:
    """The same for machines; anybody's page may read it."""
    found = _certificate(edition, key)
    answer = JsonResponse(_as_object(request, found), json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _certificate(edition: str, key: str) -> Certificate:
    try:
        return proofs.certificate(edition, key)
    except (NotOnShelf, WrongUse) as error:
        raise Http404(str(error)) from error


def _as_object(request: HttpRequest, found: Certificate) -> dict[str, Any]:
    told: dict[str, Any] = plain(found)
    told["key"] = str(found.key)
    told["rows"] = [
        {"name": one.name, "key": str(one.key), "value": plain(one.value)} for one in found.rows
    ]
    for part in (told["value"], *(row["value"] for row in told["rows"])):
        del part["origin"]
    told["counts"], told["citation"] = {}, {}
    for language in _LANGUAGES:
        with override(language):
            told["counts"][language] = wording.what(found)
            told["citation"][language] = wording.citation(found, _link(request, found))
    return told


def _number(found: Certificate) -> str:
    return wording.number_of(found.value, change=found.key.sort == keys.DIFFERENCE)


def _link(request: HttpRequest, found: Certificate) -> str:
    return request.build_absolute_uri(reverse("proof", args=[found.edition, str(found.key)]))


def _method(found: Certificate) -> str:
    pages = {"reference-series": "reference"}
    name = found.origin.method
    return reverse(f"method-{pages.get(name, name)}")

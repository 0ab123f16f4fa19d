"""The register of organisations: all of them, and one at a time with its people."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from taskforce.web.people.models import Organisation
from taskforce.web.people.rights import may, members


@may(members)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Every organisation."""
    shown = {"organisations": Organisation.objects.all()}
    return render(request, "people/organisations/listing.html", shown)


@may(members)
@require_safe
def organisation(request: HttpRequest, pk: int) -> HttpResponse:
    """One organisation."""
    shown = {"organisation": get_object_or_404(Organisation, pk=pk)}
    return render(request, "people/organisations/organisation.html", shown)

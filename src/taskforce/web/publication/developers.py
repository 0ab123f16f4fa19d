"""The page for those who write programs: what there is, how to ask, and what they can rely on."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_safe

from taskforce.web.frame import edition
from taskforce.web.people.rights import everyone, may
from taskforce.web.publication.examples import examples
from taskforce.web.publication.ogc.collections import COLLECTIONS
from taskforce.web.publication.openness.problems import KINDS

# What each kind of refusal means; its address leads here.
PROBLEMS = {
    400: gettext_noop("The question has a part that is not known or cannot be read."),
    404: gettext_noop("It is not there, or it has not been published."),
    405: gettext_noop("Only GET, HEAD and OPTIONS are answered here."),
    406: gettext_noop("It is not to be had in the format that was asked for."),
    410: gettext_noop("The edition that the page belongs to is no longer kept. Begin again."),
    422: gettext_noop("A value is wrong. The answer names it in errors."),
    429: gettext_noop(
        "Too many questions in a minute. Retry-After tells how many seconds to wait."
    ),
}


@may(everyone)
@require_safe
def developers(request: HttpRequest) -> HttpResponse:
    """Examples to copy, limits, versions, how to cite, and what may change."""
    bundle, site = edition.current(), request.build_absolute_uri("/").rstrip("/")
    shown = {
        "bundle": bundle,
        "site": site,
        "examples": examples(site, bundle.edition),
        "layers": COLLECTIONS,
        "per_minute": settings.API_PER_MINUTE,
        "problems": [(status, KINDS[status], said) for status, said in PROBLEMS.items()],
    }
    return render(request, "publication/developers.html", shown)

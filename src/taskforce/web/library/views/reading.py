"""The pages that everybody reads: the list, one material, the way to begin, and what is new."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.conf import settings
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taskforce.web.library.forms.asked import AskedForm
from taskforce.web.library.markup import as_html
from taskforce.web.library.queries import reading
from taskforce.web.library.queries.access import open_to, versions_open_to
from taskforce.web.library.queries.listing import newest, rows, way_to_begin
from taskforce.web.library.queries.suggested import suggestions
from taskforce.web.people.caller import NOBODY, caller_of
from taskforce.web.people.models import Organisation, OrganisationKind, Role
from taskforce.web.people.rights import everyone, may, organisation_of, sees_municipality

_PER_PAGE = 30
_IN_FEED = 20


@may(everyone)
@require_safe
def library(request: HttpRequest) -> HttpResponse:
    """The materials, with search and filters; the way to begin stands first."""
    caller, form = caller_of(request), AskedForm(request.GET)
    asked = form.asked()
    page = Paginator(rows(caller, asked), _PER_PAGE).get_page(request.GET.get("page"))
    own = [one for one in organisation_of(caller) if one.kind == OrganisationKind.MUNICIPALITY]
    given = {
        "form": form,
        "asked": asked,
        "page": page,
        "today": localdate(),
        "way": [] if asked.is_narrowed else way_to_begin(caller),
        "municipalities": own,
        "edits": caller.is_consultant,
    }
    return render(request, "library/library.html", given)


@may(everyone)
@require_safe
def start_here(request: HttpRequest) -> HttpResponse:
    """The steps with which a municipality begins."""
    given = {"way": way_to_begin(caller_of(request))}
    return render(request, "library/start_here.html", given)


@may(everyone)
@require_safe
def material(request: HttpRequest, slug: str) -> HttpResponse:
    """One material with its files; one that the reader may not see is as if it were not there."""
    caller = caller_of(request)
    one = get_object_or_404(open_to(caller), slug=slug)
    given = {
        "material": one,
        "body": as_html(one.body),
        "words": reading.words_of(one),
        "versions": reading.newest_versions(one),
        "alike": reading.alike(caller, one),
        "expired": one.is_expired(localdate()),
        "edits": caller.is_consultant,
    }
    return render(request, "library/material.html", given)


@may(everyone)
@require_safe
def version(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand out a file, to be saved and never to be run as a page of ours."""
    one = get_object_or_404(versions_open_to(caller_of(request)), pk=pk)
    response = FileResponse(
        one.file.open("rb"), as_attachment=True, filename=one.name, content_type=one.content_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@may(sees_municipality)
@require_safe
def for_plan(request: HttpRequest, code: str) -> HttpResponse:
    """What fits the promises and the action plan of a municipality."""
    kind = OrganisationKind.MUNICIPALITY
    place = get_object_or_404(Organisation, code=code, kind=kind)
    caller = caller_of(request)
    keeps = caller.is_consultant or caller.holds(code, Role.COORDINATOR)
    given = {"municipality": place, "suggestions": suggestions(caller, place), "keeps": keeps}
    return render(request, "library/for_plan.html", given)


@may(everyone)
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """What is new among the public materials, as RSS."""
    told = Rss201rev2Feed(
        title=_("Inspiration from the Digital Taskforce"),
        link=settings.SITE_URL + reverse("library"),
        description=_("Guides, templates and case stories about coverage for everybody."),
        language=get_language() or "da",
        feed_url=settings.SITE_URL + reverse("library-feed"),
    )
    for one in newest(NOBODY, _IN_FEED):
        told.add_item(
            title=one.title,
            link=settings.SITE_URL + reverse("material", args=[one.slug]),
            description=one.summary,
            pubdate=datetime.combine(one.published_on, time(), tzinfo=UTC),
        )
    return HttpResponse(told.writeString("utf-8"), content_type=told.content_type)

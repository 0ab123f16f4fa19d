"""For everybody: what changed in the figures and why, and the figures of each edition."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taskforce.vocabulary.errors import NotOnShelf
from taskforce.web.editions.queries import proofs
from taskforce.web.editions.queries.changed import Changed, changed_by, changed_figures
from taskforce.web.editions.queries.edition_page import told_of
from taskforce.web.editions.queries.wording import region_of
from taskforce.web.frame.edition import latest
from taskforce.web.people.rights import everyone, may

_IN_FEED = 30


@may(everyone)
@require_safe
def changed(request: HttpRequest) -> HttpResponse:
    """Every approval: what changed, by how much, and why."""
    shown = {"changes": changed_figures(), "shown": latest()}
    return render(request, "editions/changed.html", shown)


@may(everyone)
@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The same for news readers."""
    page = request.build_absolute_uri(reverse("figures-changed"))
    told = Rss201rev2Feed(
        title=_("Figures that changed, and why"),
        link=page,
        description=_("What changed in the figures of the Digital Taskforce, and why."),
        language=get_language() or "da",
        feed_url=request.build_absolute_uri(),
    )
    for one in changed_figures(_IN_FEED):
        link = f"{page}#r{one.release.pk}"
        told.add_item(
            title=_heading(one),
            link=link,
            description=" ".join([one.release.note, *one.reasons]).strip(),
            pubdate=one.release.signed_at,
            unique_id=link,
        )
    return HttpResponse(told.writeString("utf-8"), content_type=told.content_type)


@may(everyone)
@require_safe
def edition(request: HttpRequest, edition: str) -> HttpResponse:
    """The main figures of an edition, as they were when it was on show."""
    try:
        record = proofs.public_record(edition)
    except NotOnShelf as error:
        raise Http404(str(error)) from error
    shown = {
        "told": told_of(record, region_of(record)),
        "release": changed_by(edition),
        "on_show": proofs.is_on_show(edition),
    }
    return render(request, "editions/edition.html", shown)


def _heading(one: Changed) -> str:
    facts = {"edition": one.release.edition}
    if one.gone_back:
        return _("Back to earlier figures, edition %(edition)s") % facts
    return _("New figures, edition %(edition)s") % facts

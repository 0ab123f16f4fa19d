"""Pictures for those who share a page: small, quick, and the same for everybody."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from taskforce.report.dossier.share_card import ShareCard, share_card
from taskforce.report.paper.paper import png
from taskforce.web.frame import edition
from taskforce.web.frame.shared_titles import understood
from taskforce.web.people.rights import everyone, may
from taskforce.web.reports.kept import SHARED, kept
from taskforce.web.reports.queries.shared import card_of_municipality, card_of_page
from taskforce.web.reports.views.chosen import area_of

_A_DAY = "public, max-age=86400"


@may(everyone)
@require_safe
def any_page(request: HttpRequest) -> HttpResponse:
    """The picture of a page, for a title that a page of ours has signed."""
    title = understood(request.GET.get("title", ""))
    if title is None:
        raise Http404
    return _picture(card_of_page(edition.latest(), title))


@may(everyone)
@require_safe
def municipality(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture of a municipality's pages, with its key figure."""
    bundle = edition.current()
    return _picture(card_of_municipality(bundle, area_of(bundle, slug)))


def _picture(card: ShareCard) -> HttpResponse:
    drawn = share_card(card)
    made = kept(SHARED, "card.png", drawn.encode(), lambda: png(drawn, scale=1.0))
    return HttpResponse(made, content_type="image/png", headers={"Cache-Control": _A_DAY})

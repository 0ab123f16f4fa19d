"""The news that everybody reads: the list, one piece of it, and what feed readers fetch."""

from __future__ import annotations

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taskforce.web.library.markup import as_html
from taskforce.web.news.forms.asking import AskedForm
from taskforce.web.news.queries.access import writes_some
from taskforce.web.news.queries.public import newest, public_news, rows
from taskforce.web.people.caller import caller_of
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.people.rights import everyone, may

_PER_PAGE, _IN_FEED, _MORE = 20, 30, 3
_FEEDS: dict[str, type[Rss201rev2Feed | Atom1Feed]] = {"rss": Rss201rev2Feed, "atom": Atom1Feed}


@may(everyone)
@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """The news, the newest first."""
    form = AskedForm(request.GET)
    asked = form.asked()
    given = {
        "form": form,
        "asked": asked,
        "page": Paginator(rows(asked), _PER_PAGE).get_page(request.GET.get("page")),
        "place": _place(asked.code) if asked.code else None,
        "writes": writes_some(caller_of(request)),
    }
    return render(request, "news/listing.html", given)


@may(everyone)
@require_safe
def one(request: HttpRequest, slug: str) -> HttpResponse:
    """One piece of news."""
    item = get_object_or_404(public_news(), slug=slug)
    others = [other for other in newest(_MORE + 1, item.place) if other != item][:_MORE]
    given = {
        "item": item,
        "body": as_html(item.body),
        "others": others,
        "edits": caller_of(request).is_consultant,
    }
    return render(request, "news/item.html", given)


@may(everyone)
@require_safe
def feed(request: HttpRequest, form: str, code: str = "") -> HttpResponse:
    """The newest as RSS or Atom, of the region or of one municipality."""
    place = _place(code) if code else None
    title = _("News from the Digital Taskforce")
    if place:
        title = _("News from the Digital Taskforce: %(name)s") % {"name": place.name}
    told = _FEEDS[form](
        title=title,
        link=settings.SITE_URL + reverse("news"),
        description=_("New masts, finished roll-outs, agreements and new figures."),
        language=get_language() or "da",
        feed_url=settings.SITE_URL + request.path,
    )
    for item in newest(_IN_FEED, code):
        link = settings.SITE_URL + reverse("news-item", args=[item.slug])
        told.add_item(
            title=item.title,
            link=link,
            description=item.summary,
            unique_id=link,
            pubdate=item.publish_at,
            updateddate=item.changed_at,
            categories=(str(item.get_category_display()),),
        )
    return HttpResponse(told.writeString("utf-8"), content_type=told.content_type)


def _place(code: str) -> Organisation:
    return get_object_or_404(Organisation, code=code, kind=OrganisationKind.MUNICIPALITY)

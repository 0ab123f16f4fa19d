"""Search among the news, and find only what the caller may see."""

from __future__ import annotations

from django.db.models import Q
from django.urls import reverse

from taskforce.web.frame.found import Found
from taskforce.web.news.models import NewsItem
from taskforce.web.news.queries.access import writes_some, written_for
from taskforce.web.news.queries.public import public_news
from taskforce.web.people.caller import Caller

_MOST = 20
_IN = ("title_da", "title_en", "summary_da", "summary_en", "body_da", "body_en")


def found(caller: Caller, text: str) -> list[Found]:
    """The public news with all the words, and what the caller writes on."""
    fits = _fits(text)
    hits = {one.pk: _public(one) for one in public_news().filter(fits)[:_MOST]}
    if writes_some(caller):
        mine = written_for(caller).filter(fits).exclude(pk__in=hits)[:_MOST]
        hits |= {one.pk: _own(one) for one in mine}
    return list(hits.values())[:_MOST]


def _fits(text: str) -> Q:
    fits = Q()
    for word in text.split():
        fits &= Q(*((f"{name}__icontains", word) for name in _IN), _connector=Q.OR)
    return fits


def _public(one: NewsItem) -> Found:
    return Found(one.title, one.summary, reverse("news-item", args=[one.slug]))


def _own(one: NewsItem) -> Found:
    return Found(one.title, str(one.get_state_display()), reverse("news-one", args=[one.pk]))

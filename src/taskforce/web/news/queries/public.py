"""The news that everybody may read, by category and municipality, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from taskforce.web.news.models import NewsItem, State


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see; "" asks for all."""

    category: str = ""
    code: str = ""

    @property
    def is_narrowed(self) -> bool:
        return self != Asked()


def public_news(at: datetime | None = None) -> QuerySet[NewsItem]:
    """What is public at a time."""
    known = NewsItem.objects.filter(state=State.READY, publish_at__lte=at or timezone.now())
    return known.select_related("municipality")


def rows(asked: Asked) -> QuerySet[NewsItem]:
    """The public news that fits."""
    found = public_news()
    if asked.category:
        found = found.filter(category=asked.category)
    if asked.code:
        found = found.filter(municipality__code=asked.code)
    return found


def newest(most: int, code: str = "") -> list[NewsItem]:
    """The newest, of the region or of one municipality."""
    return list(rows(Asked(code=code))[:most])

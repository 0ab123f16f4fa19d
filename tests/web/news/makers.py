"""News for tests: drafts, and what is public."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from taskforce.web.news.actions.writing import approve, write
from taskforce.web.news.models import Category, NewsItem
from taskforce.web.people.caller import Caller, Held
from taskforce.web.people.models import Organisation, Role

TASKFORCE = Caller(held=(Held(Role.CONSULTANT, "", None),))


def told(code: str = "0340", **more: Any) -> dict[str, Any]:
    """What a writer fills in."""
    place = Organisation.objects.get(code=code) if code else None
    return {
        "category": Category.NEWS,
        "municipality": place,
        "title_da": "Fiber på vej",
        "summary_da": "Der graves fra mandag.",
        "body_da": "",
        "source": "Kommunen",
        **more,
    }


def draft_of(code: str = "0340", **more: Any) -> NewsItem:
    """A draft about a municipality, or about the region where no code is given."""
    return write(told(code, **more), by=TASKFORCE)


def public_of(code: str = "0340", at: datetime | None = None, **more: Any) -> NewsItem:
    """Something that everybody may read, a minute old unless said otherwise."""
    item = draft_of(code, **more)
    since = at or timezone.now() - timedelta(minutes=1)
    approve(item, since, now=since, by=TASKFORCE)
    return item

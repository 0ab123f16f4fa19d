"""What awaits a caller among the news: what a municipality has sent, or what came back."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.news.models import NewsItem, State
from taskforce.web.news.queries.access import writes_some, written_for
from taskforce.web.people.caller import Caller


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """For the taskforce what to approve; for a coordinator what to mend."""
    if not writes_some(caller):
        return []
    mine = written_for(caller)
    if caller.is_consultant:
        proposed = mine.filter(state=State.PROPOSED)
        words = gettext("Approve the news, or send it back: %(title)s")
        return [_awaiting(one, words) for one in proposed]
    returned = mine.filter(state=State.DRAFT).exclude(returned_why="")
    words = gettext("The taskforce asks you to change the news: %(title)s")
    return [_awaiting(one, words) for one in returned]


def _awaiting(one: NewsItem, words: str) -> Awaiting:
    place = one.municipality.name if one.municipality else gettext("The whole region")
    path = reverse("news-one", args=[one.pk])
    return Awaiting(words % {"title": one.title}, place, path, None, overdue=False)

"""The rules of the pages on which news is written, as the wall asks them."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from taskforce.web.news.models import NewsItem
from taskforce.web.news.queries import access
from taskforce.web.people.caller import Caller
from taskforce.web.people.rights import Rule, Where


def _item(where: Where) -> NewsItem:
    return get_object_or_404(NewsItem.objects.select_related("municipality"), pk=where["pk"])


def _sees(caller: Caller, where: Where) -> bool:
    return access.sees(caller, _item(where))


def _writes(caller: Caller, where: Where) -> bool:
    return access.may_write(caller, _item(where))


writers = Rule("writers of news", lambda caller, _where: access.writes_some(caller))
sees_news = Rule("sees the news at the desk", _sees)
writes_news = Rule("writes the news", _writes)

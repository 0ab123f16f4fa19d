"""Who writes which news: the taskforce all, a coordinator what is not public about home."""

from __future__ import annotations

from django.db.models import QuerySet

from taskforce.web.news.models import NewsItem, State
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind, Role

_OWN = (State.DRAFT, State.PROPOSED)


def writes_some(caller: Caller) -> bool:
    """Whether somebody writes news at all."""
    return caller.is_consultant or caller.has(Role.COORDINATOR)


def written_for(caller: Caller) -> QuerySet[NewsItem]:
    """The news that a caller sees on the desk, whatever its state."""
    every = NewsItem.objects.select_related("municipality", "written_by")
    if caller.is_consultant:
        return every
    return every.filter(municipality__code__in=caller.places(Role.COORDINATOR))


def sees(caller: Caller, item: NewsItem) -> bool:
    """Whether the desk's page of it is open to somebody."""
    return caller.is_consultant or (bool(item.place) and caller.speaks_for(item.place))


def may_write(caller: Caller, item: NewsItem) -> bool:
    """What is public, or was, only the taskforce changes."""
    return caller.is_consultant or (sees(caller, item) and item.state in _OWN)


def places_to_write_about(caller: Caller) -> QuerySet[Organisation]:
    """The municipalities that somebody writes about."""
    known = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY).order_by("name")
    if caller.is_consultant:
        return known
    return known.filter(code__in=caller.places(Role.COORDINATOR))

"""What awaits a keeper of sites: proposals that nobody has confirmed yet."""

from __future__ import annotations

from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import ngettext

from taskforce.web.frame.awaiting import Awaiting
from taskforce.web.people.caller import Caller
from taskforce.web.sites.models import Site, SiteState
from taskforce.web.sites.queries.access import owners_for


def awaiting(caller: Caller, on: date) -> list[Awaiting]:
    """One line for each owner with proposals; the taskforce leaves them to the owners."""
    if caller.is_consultant:
        return []
    waiting = Site.objects.filter(state=SiteState.PROPOSAL, owner__in=owners_for(caller))
    counted = waiting.order_by().values("owner__name", "owner").annotate(count=Count("pk"))
    return [_awaiting(one["owner__name"], one["owner"], one["count"]) for one in counted]


def _awaiting(name: str, owner: int, count: int) -> Awaiting:
    words = ngettext(
        "%(count)s proposal of a site waits to be confirmed",
        "%(count)s proposals of sites wait to be confirmed",
        count,
    )
    path = f"{reverse('sites-own')}?status={SiteState.PROPOSAL}&owner={owner}"
    return Awaiting(words % {"count": count}, name, path, None, False)

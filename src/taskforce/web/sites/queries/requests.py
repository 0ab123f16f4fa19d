"""The requests for sites: those of an operator, and those that a caller may see."""

from __future__ import annotations

from collections.abc import Iterable

from taskforce.web.cases.models import CaseState
from taskforce.web.cases.queries import access
from taskforce.web.people.caller import Caller
from taskforce.web.sites.models import Site, SiteRequest

_ENDED = (CaseState.DECIDED, CaseState.WITHDRAWN)


def request_of(site: Site, operators: Iterable[int]) -> SiteRequest | None:
    """The request of an operator that has not come to an end."""
    mine = site.requests.filter(case__applicant__in=list(operators))
    return mine.exclude(case__state__in=_ENDED).select_related("case").last()


def requests_for(site: Site, caller: Caller) -> list[SiteRequest]:
    """The requests whose case is open to the caller: never another operator's."""
    cases = access.open_to(caller)
    found = site.requests.filter(case__in=cases).select_related("case__applicant")
    return list(found.order_by("-pk"))

"""The rules of the pages about rankings, as the wall asks them."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role
from taskforce.web.people.rights import Rule, Where
from taskforce.web.rankings.models import RankingRequest
from taskforce.web.rankings.queries.requests import may_ask_for
from taskforce.web.sites.queries.access import sees_rankings

readers = Rule("readers of rankings", lambda caller, _where: sees_rankings(caller))


def asks(caller: Caller) -> bool:
    """Whether the caller may ask for a new ranking anywhere."""
    return caller.is_consultant or caller.has(Role.COORDINATOR)


askers = Rule("askers for rankings", lambda caller, _where: asks(caller))


def _asks(caller: Caller, where: Where) -> bool:
    return may_ask_for(caller, get_object_or_404(RankingRequest, pk=where["pk"]).place)


asks_for_it = Rule("asks for the ranking's place", _asks)

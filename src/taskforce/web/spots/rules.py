"""The rules of the pages about white spots, as the wall asks them."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role
from taskforce.web.people.rights import Rule, Where
from taskforce.web.spots.models import SpotAnswer

operators = Rule("operators", lambda caller, _where: caller.has(Role.OPERATOR))


def _sees_answer(caller: Caller, where: Where) -> bool:
    answer = get_object_or_404(
        SpotAnswer.objects.select_related("spot__municipality", "operator"), pk=where["pk"]
    )
    return caller.sees(answer.spot.place) or caller.holds(answer.place, Role.OPERATOR)


sees_answer = Rule("sees the answer", _sees_answer)

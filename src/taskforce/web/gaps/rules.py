"""The rules of the pages about missing coverage, as the wall asks them."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from taskforce.web.gaps.models import AnswerTemplate, Gap
from taskforce.web.gaps.queries import access
from taskforce.web.people.caller import Caller
from taskforce.web.people.rights import Rule, Where

readers = Rule("readers of gaps", lambda caller, _where: access.takes_part(caller))
answerers = Rule("answerers of gaps", lambda caller, _where: access.answers_some(caller))


def _sees(caller: Caller, where: Where) -> bool:
    return access.sees(caller, get_object_or_404(Gap, pk=where["pk"]))


def _answers(caller: Caller, where: Where) -> bool:
    return access.answers(caller, get_object_or_404(Gap, pk=where["pk"]))


def _keeps_template(caller: Caller, where: Where) -> bool:
    return access.keeps_template(caller, get_object_or_404(AnswerTemplate, pk=where["pk"]))


sees_gap = Rule("sees the gap", _sees)
answers_gap = Rule("answers the gap", _answers)
keeps_template = Rule("keeps the answer template", _keeps_template)

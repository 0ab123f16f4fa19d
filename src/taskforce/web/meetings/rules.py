"""The rules of the pages about meetings, as the wall asks them."""

from __future__ import annotations

from django.db.models import Model
from django.http import Http404

from taskforce.web.dialogue.models.openness import organisations
from taskforce.web.meetings.models import Meeting, Outcome
from taskforce.web.meetings.queries import access
from taskforce.web.people.caller import Caller
from taskforce.web.people.rights import Rule, Where

members_of_meetings = Rule("members of meetings", lambda caller, _where: access.takes_part(caller))
leads_meetings = Rule("leads meetings", lambda caller, _where: access.leads(caller))


def _meeting(where: Where, kind: type[Model] = Meeting) -> Meeting:
    found = kind._default_manager.filter(pk=where["pk"]).first()
    if found is None:
        raise Http404
    whole: Meeting = found if isinstance(found, Meeting) else found.meeting  # type: ignore[attr-defined]
    return whole


def _finishes(caller: Caller, where: Where) -> bool:
    _meeting(where, Outcome)
    outcome = Outcome.objects.get(pk=where["pk"])
    return access.leads(caller) or outcome.owner_id in organisations(caller)


sees_meeting = Rule("sees a meeting", lambda caller, where: _meeting(where).is_open_to(caller))
finishes_outcome = Rule("finishes an action of a meeting", _finishes)

"""Who may invite whom: nobody gives away more than they were trusted with."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Invitation, Role
from taskforce.web.people.models.grant import MUNICIPAL, REGIONAL
from taskforce.web.people.rights import Rule, Where


def roles_for(caller: Caller) -> tuple[Role, ...]:
    """The roles that the caller may give by an invitation."""
    if caller.is_administrator:
        return tuple(Role)
    if caller.is_consultant:
        return tuple(role for role in Role if role not in REGIONAL)
    return MUNICIPAL if caller.has(Role.COORDINATOR) else ()


def may_invite(caller: Caller, role: Role, place: str) -> bool:
    """Whether the caller may invite somebody into this role at this place."""
    everywhere = caller.is_administrator or caller.is_consultant
    return role in roles_for(caller) and (everywhere or caller.holds(place, Role.COORDINATOR))


def _keeps(caller: Caller, where: Where) -> bool:
    invitation = get_object_or_404(Invitation, pk=where["pk"])
    return may_invite(caller, Role(invitation.role), invitation.place)


inviters = Rule("inviters", lambda caller, _where: bool(roles_for(caller)))
keeps_invitation = Rule("keeps invitation", _keeps)

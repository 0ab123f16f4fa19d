"""To whom a dialogue and each message is open; asked of the database, for lists and pages alike."""

from __future__ import annotations

from django.db.models import F, Q

from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Role
from taskforce.web.people.models.grant import MUNICIPAL

PARTIES = (*MUNICIPAL, Role.OPERATOR, Role.LANDLORD)
ALL, SOME = "all", "some"
_MINE = "dialogue__participants__organisation"
_JOINED = "dialogue__participants__joined_at"
_EARLIER = "dialogue__participants__sees_earlier"


def organisations(caller: Caller) -> list[int]:
    """The organisations for which the caller can be in a dialogue."""
    held = (one for one in caller.held if one.role in PARTIES)
    return list(dict.fromkeys(one.organisation_id for one in held if one.organisation_id))


def open_to(caller: Caller) -> Q:
    """The dialogues that a caller may see: those that one of their organisations is a party of."""
    if caller.is_consultant:
        return Q()
    return Q(participants__organisation__in=organisations(caller))


def readable(caller: Caller) -> Q:
    """The messages that a caller may read; the same party has to be in the dialogue still."""
    if caller.is_consultant:
        return Q()
    to_all = Q(audience=ALL) & (Q(**{_EARLIER: True}) | Q(written_at__gte=F(_JOINED)))
    to_some = Q(audience=SOME, readers__organisation=F(_MINE))
    own = Q(sender=F(_MINE))
    return Q(**{f"{_MINE}__in": organisations(caller)}) & (own | to_some | to_all)

"""Which of a site's closer facts a caller may see: each has its audience, the rent has none."""

from __future__ import annotations

from taskforce.web.people.caller import Caller
from taskforce.web.sites.models import FIELDS, Audience, Site
from taskforce.web.sites.queries.access import keeps, operators_of


def visible_fields(caller: Caller, site: Site) -> frozenset[str]:
    """The names of the fields whose audience the caller belongs to."""
    if keeps(caller, site):
        return frozenset(FIELDS)
    audiences = {Audience.EVERYONE}
    if is_meant_for(caller, site):
        audiences.add(Audience.OPERATORS)
    return frozenset(field for field in FIELDS if site.audience_of(field) in audiences)


def is_meant_for(caller: Caller, site: Site) -> bool:
    """Whether the caller works for an operator that the site's closer facts are meant for."""
    mine = set(operators_of(caller))
    named = {one.operator_id for one in site.readers.all()}
    return bool(mine & named if named else mine)

"""What has changed lately where somebody works."""

from __future__ import annotations

from datetime import date

from taskforce.web.commitments.queries.changes import Change
from taskforce.web.commitments.queries.changes import changes as changes_in
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind

__all__ = ["Change", "changes"]


def changes(caller: Caller, since: date) -> list[Change]:
    """For the taskforce every municipality, for a municipality its own, the newest first."""
    return changes_in(_places(caller), since)


def _places(caller: Caller) -> list[str]:
    if not caller.is_consultant:
        return list(caller.municipalities)
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    return list(every.values_list("code", flat=True))

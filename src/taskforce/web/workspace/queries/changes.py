"""What has changed lately where somebody works, one line for each page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.cases.queries.changes import changes as changes_among_cases
from taskforce.web.commitments.queries.changes import Change
from taskforce.web.commitments.queries.changes import changes as changes_in
from taskforce.web.people.caller import Caller
from taskforce.web.people.models import Organisation, OrganisationKind


@dataclass(frozen=True, slots=True)
class News:
    """The latest change on one page, and how many came before it."""

    latest: Change
    earlier: int


def news(caller: Caller, since: date) -> list[News]:
    """For the taskforce every municipality, for a municipality its own, the newest first.

    A firm or a landlord reads of its own cases only.
    """
    pages: dict[str, list[Change]] = {}
    told = [*changes_in(_places(caller), since), *changes_among_cases(caller, since)]
    for change in sorted(told, key=lambda one: one.at, reverse=True):
        pages.setdefault(change.path, []).append(change)
    return [News(told[0], len(told) - 1) for told in pages.values()]


def _places(caller: Caller) -> list[str]:
    if not caller.is_consultant:
        return list(caller.municipalities)
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    return list(every.values_list("code", flat=True))

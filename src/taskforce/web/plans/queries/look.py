"""What was read in an uploaded plan, before anybody says yes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from taskforce.report.promises.kept import promises_in
from taskforce.siting.plan_list.promise import Promise, Sureness
from taskforce.vocabulary.technology import Technology
from taskforce.web.people.models import Organisation, OrganisationKind
from taskforce.web.plans.models import PlanVersion
from taskforce.web.plans.queries.rejected import LeftOut, left_out

_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Sort:
    """Promises that say the same, and how many addresses they are."""

    technology: Technology
    download_kbps: int
    upload_kbps: int
    due: date
    sureness: Sureness
    addresses: int


@dataclass(frozen=True, slots=True)
class Within:
    """How many addresses a plan names in one municipality."""

    name: str
    addresses: int


@dataclass(frozen=True, slots=True)
class Look:
    """What a file says: by kind of promise, by municipality, with examples, and what is left out.

    `added`, `same` and `gone` are how it differs from the version before, where it `renews` one.
    """

    sorts: list[Sort]
    within: list[Within]
    examples: list[Promise]
    left_out: list[LeftOut]
    added: int
    same: int
    gone: int
    renews: bool


def look_at(version: PlanVersion) -> Look:
    """Read what was kept of a file."""
    promises = promises_in(Path(version.promises_file.path))
    before = _before(version)
    now, then = {one.key for one in promises}, {one.key for one in before or ()}
    return Look(
        sorts=_sorts(promises),
        within=_within(promises),
        examples=list(promises[:_SHOWN]),
        left_out=left_out(version)[:_SHOWN],
        added=len(now - then),
        same=len(now & then),
        gone=len(then - now),
        renews=before is not None,
    )


def _before(version: PlanVersion) -> tuple[Promise, ...] | None:
    held = version.plan.versions.filter(taken_in_at__isnull=False).exclude(pk=version.pk)
    newest = held.first()
    return promises_in(Path(newest.promises_file.path)) if newest else None


def _sorts(promises: tuple[Promise, ...]) -> list[Sort]:
    counts = Counter(one.terms for one in promises)
    return [
        Sort(one.technology, one.download_kbps, one.upload_kbps, one.due, one.sureness, count)
        for one, count in counts.most_common(_SHOWN)
    ]


def _within(promises: tuple[Promise, ...]) -> list[Within]:
    places = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    names = dict(places.values_list("code", "name"))
    counts = Counter(one.place.municipality for one in promises)
    return [Within(names.get(code, code), count) for code, count in counts.most_common()]

"""Where each municipality stands today, and how many take part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.commitments.models import ParticipationStep, Status
from taskforce.web.people.models import Organisation, OrganisationKind


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a municipality; without a step it has not been contacted."""

    status: Status = Status.NOT_CONTACTED
    since: date | None = None
    step: ParticipationStep | None = None


def municipalities() -> list[Organisation]:
    """Every municipality, as a Danish reader looks them up: æ, ø and å come last."""
    every = Organisation.objects.filter(kind=OrganisationKind.MUNICIPALITY)
    return sorted(every, key=lambda one: in_danish_order(one.name))


def in_danish_order(name: str) -> str:
    """A name as it is sorted among Danish names."""
    return name.lower().translate(str.maketrans("æøå", "{|}"))


def standings(on: date) -> dict[str, Standing]:
    """The standing of every municipality on a day, by its code."""
    found = {one.code: Standing() for one in municipalities()}
    steps = ParticipationStep.objects.filter(since__lte=on).select_related("municipality")
    for step in steps.order_by("since"):
        found[step.municipality.code] = Standing(Status(step.status), step.since, step)
    return found


def standing_of(municipality: Organisation, on: date) -> Standing:
    """The standing of one municipality on a day."""
    step = (
        ParticipationStep.objects.filter(municipality=municipality, since__lte=on)
        .order_by("since")
        .last()
    )
    return Standing(Status(step.status), step.since, step) if step else Standing()


def history_of_participation(municipality: Organisation) -> list[ParticipationStep]:
    """Every step of a municipality, the newest first."""
    return list(ParticipationStep.objects.filter(municipality=municipality).order_by("-since"))

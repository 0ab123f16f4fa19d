"""Who takes part, as everybody may see it: three words, and nobody's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils.translation import gettext

from taskforce.web.commitments.models import Status
from taskforce.web.commitments.queries.standing import municipalities, standings


class PublicStatus(Enum):
    """What the public is told; everything before a decision is only "not yet"."""

    PARTICIPATING = "participating"
    ON_THE_WAY = "on_the_way"
    NOT_YET = "not_yet"

    @property
    def label(self) -> str:
        return {
            PublicStatus.PARTICIPATING: gettext("Takes part"),
            PublicStatus.ON_THE_WAY: gettext("On the way"),
            PublicStatus.NOT_YET: gettext("Not yet"),
        }[self]


_TOLD = {
    Status.PARTICIPATING: PublicStatus.PARTICIPATING,
    Status.DECISION_PENDING: PublicStatus.ON_THE_WAY,
}


@dataclass(frozen=True, slots=True)
class PublicStanding:
    """One municipality; the day is told only of those that take part."""

    name: str
    slug: str
    status: PublicStatus
    since: date | None


def public_standings(on: date) -> list[PublicStanding]:
    """Every municipality: those that take part first, then in Danish order."""
    order = list(PublicStatus)
    return sorted(_standings(on), key=lambda one: order.index(one.status))


def _standings(on: date) -> Iterator[PublicStanding]:
    standing = standings(on)
    for one in municipalities():
        held = standing[one.code]
        status = _TOLD.get(held.status, PublicStatus.NOT_YET)
        since = held.since if status is PublicStatus.PARTICIPATING else None
        yield PublicStanding(one.name, one.slug, status, since)

"""Which white spots are large enough that they must have an owner, and that operators are asked."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from taskforce.web.spots.models import GRACE, Schedule, Spot
from taskforce.web.spots.models.spot import MANY_WEAK


def schedule() -> Schedule:
    """The schedule as it is kept, or the usual one."""
    return Schedule.objects.first() or Schedule()


def large(found: QuerySet[Spot]) -> QuerySet[Spot]:
    """Those of the least size or more, as `Spot.is_large` says of one."""
    smallest = schedule().smallest
    withheld = Q(addresses__isnull=True, is_reported=True)
    weak = Q(weak_addresses__gte=smallest) | Q(weak_cells__gte=MANY_WEAK)
    return found.filter(Q(addresses__gte=smallest) | withheld | weak)


def left_alone(found: QuerySet[Spot], on: date) -> QuerySet[Spot]:
    """The large ones in the mapping that nobody has followed up for longer than may be."""
    return large(found).filter(gone_on__isnull=True, unowned_since__lt=on - GRACE)

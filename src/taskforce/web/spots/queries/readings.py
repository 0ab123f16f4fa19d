"""Which mapping the white spots come from, and which overview the mobile holes."""

from __future__ import annotations

from django.db.models import QuerySet

from taskforce.web.spots.models import Reading, SpotKind


def readings_that_count(kind: str = SpotKind.FIXED) -> QuerySet[Reading]:
    """Those of figures that have not been taken back since, the newest first."""
    return Reading.objects.filter(kind=kind, withdrawn_on__isnull=True)


def newest_reading(kind: str = SpotKind.FIXED) -> Reading | None:
    """The last one that was read; None where none has been."""
    return readings_that_count(kind).first()


def newest_of_each() -> dict[str, Reading]:
    """The last one of each kind that has been read at all."""
    found = ((kind.value, newest_reading(kind)) for kind in SpotKind)
    return {kind: one for kind, one in found if one is not None}

"""Which mapping the white spots come from, and which overview the mobile holes."""

from __future__ import annotations

from taskforce.web.spots.models import Reading, SpotKind


def newest_reading(kind: str = SpotKind.FIXED) -> Reading | None:
    """The last one that was read; None where none has been."""
    return Reading.objects.filter(kind=kind).first()


def newest_of_each() -> dict[str, Reading]:
    """The last one of each kind that has been read at all."""
    found = ((kind.value, newest_reading(kind)) for kind in SpotKind)
    return {kind: one for kind, one in found if one is not None}

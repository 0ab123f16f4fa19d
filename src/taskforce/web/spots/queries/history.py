"""How large a white spot or a mobile hole has been from mapping to mapping."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.web.spots.models import Spot
from taskforce.web.spots.queries.readings import readings_that_count


@dataclass(frozen=True, slots=True)
class Size:
    """The size on one day: `addresses` is None where withheld; not `there`, it was gone.

    `hexagons` are those of a mobile hole, None for a white spot.
    """

    as_of: date
    addresses: int | None
    there: bool
    hexagons: int | None = None


def history_of(spot: Spot) -> list[Size]:
    """Its size in every mapping since it was first seen, the newest first."""
    since = readings_that_count(spot.kind).filter(as_of__gte=spot.first_seen)
    return [
        Size(
            one.as_of,
            one.sizes.get(spot.spot_id),
            spot.spot_id in one.sizes,
            one.hexagons.get(spot.spot_id),
        )
        for one in since
    ]

"""One day's coverage of the region, counted by every area that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from taskforce.report.counting import ADDRESSES, PlaceCounts, Tally, count_places
from taskforce.report.origin import Origin
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.places import Region
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.use import Use

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Snapshot

# The map shows wide hexagons (about 36 square kilometres) from afar.
WIDE_RESOLUTION = 6

NO_PLACE = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A snapshot as the public sees it. Keys are (municipality, part); part "" is unknown."""

    when: str
    snapshot: Snapshot
    counts: PlaceCounts
    region: Tally
    areas: dict[str, Tally]
    uses: dict[tuple[str, Use], Tally]
    region_uses: dict[Use, Tally]
    postcodes: dict[tuple[str, str], Tally]
    hexes: dict[tuple[str, str], Tally]
    wide: dict[tuple[str, str], Tally]

    @property
    def outside(self) -> int:
        return self.counts.outside

    @property
    def addresses(self) -> int:
        return self.region[ADDRESSES]

    def origin(self, method: str, certainty: Certainty | None = None) -> Origin:
        """Where the figures of this day come from, for a figure made by a method."""
        return origin_of(self.snapshot, method, certainty)


def count_day(
    when: str, snapshot: Snapshot, region: Region, *, thresholds: Sequence[Threshold]
) -> Day:
    """Count a snapshot by region, municipality, use, postcode and hexagon.

    Parameters
    ----------
    when
        "now" or "then".
    snapshot
        A frozen snapshot.
    region
        Only its municipalities are counted.
    thresholds
        See `count_places`.

    Returns
    -------
    Day
        Every count there is; nothing is withheld yet.
    """
    codes = [place.code for place in region.municipalities]
    counts = count_places(snapshot, thresholds=thresholds, municipalities=codes)
    areas = counts.by(lambda place: place.municipality)
    return Day(
        when=when,
        snapshot=snapshot,
        counts=counts,
        region=counts.whole(),
        areas={code: areas[code] for code in sorted(areas)},
        uses=counts.by(lambda place: (place.municipality, place.use)),
        region_uses=counts.by(lambda place: place.use),
        postcodes=counts.by(lambda place: (place.municipality, place.postcode or NO_PLACE)),
        hexes=counts.by(lambda place: (place.municipality, place.hex or NO_PLACE)),
        wide=counts.by(lambda place: (place.municipality, wide_hex(place.hex or NO_PLACE))),
    )


def origin_of(snapshot: Snapshot, method: str, certainty: Certainty | None = None) -> Origin:
    """Where a snapshot's figures come from.

    Parameters
    ----------
    snapshot
        A frozen snapshot.
    method
        Name of the page in docs/figures that tells how the figure is made.
    certainty
        That of the publisher unless the figure itself is less sure.
    """
    told = snapshot.manifest.provenance
    return Origin(
        publisher=told.publisher,
        title=told.title,
        licence=told.licence,
        as_of=told.as_of,
        certainty=certainty or told.certainty,
        method=method,
        snapshot=snapshot.id,
        url=told.url,
        demonstration=snapshot.manifest.demonstration,
    )


@lru_cache(maxsize=200_000)
def wide_hex(hexagon: str) -> str:
    """The wide hexagon that a small one belongs to; "" for addresses without a place."""
    import h3

    return h3.cell_to_parent(hexagon, WIDE_RESOLUTION) if hexagon else NO_PLACE

"""Everything that the public shall see of a region, counted and protected, before it is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from taskforce.report.cells import Cell
from taskforce.report.change_table import change_table, passages
from taskforce.report.day import Day, count_day
from taskforce.report.figures import NOW, THEN, ChangeTable, NeedTable, WhiteSpotTable
from taskforce.report.need_table import Shown, need_table
from taskforce.report.protection import Found, Protected, protect
from taskforce.report.shapes import municipality_outlines
from taskforce.report.white_spot_table import (
    DrawnSpot,
    drawn_spots,
    spots_to_show,
    white_spot_table,
)
from taskforce.vocabulary.places import DEFAULT_REGION, Region, load_region
from taskforce.vocabulary.speed import DESIGN_THRESHOLDS, Threshold
from taskforce.vocabulary.technology import Counting

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Layer, Snapshot

REGION_VARIABLE = "TASKFORCE_REGION"

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Edition:
    """The region on one or two days; `protected` is one per threshold and way of counting."""

    region: Region
    days: tuple[Day, ...]
    outlines: Mapping[str, Any]
    protected: tuple[Protected, ...]

    @property
    def now(self) -> Day:
        return self.days[0]

    @property
    def then(self) -> Day | None:
        return self.days[1] if len(self.days) > 1 else None

    def need_tables(self) -> tuple[NeedTable, ...]:
        return tuple(
            need_table(
                replace(one.shown(day), withheld_elsewhere=self._withheld_at(one.found.threshold)),
                self.region,
            )
            for one in self.protected
            for day in self.days
        )

    def change_tables(self) -> tuple[ChangeTable, ...]:
        return tuple(self._change(one) for one in self.protected if one.found.passages is not None)

    def white_spot_tables(self) -> tuple[WhiteSpotTable, ...]:
        return tuple(
            white_spot_table(
                self.now, one.found.threshold, _drawn(one), one.withheld, dict(one.scattered)
            )
            for one in self.protected
            if one.found.spots is not None
        )

    def drawn_spots(self) -> tuple[DrawnSpot, ...]:
        return tuple(spot for one in self.protected for spot in _drawn(one))

    def on_the_map(self) -> tuple[Shown, ...]:
        """The map counts fixed technologies only."""
        return tuple(
            one.shown(day)
            for one in self.protected
            if one.found.counting is Counting.FIXED
            for day in self.days
        )

    def _withheld_at(self, threshold: Threshold) -> frozenset[Cell]:
        return frozenset().union(
            *(one.withheld for one in self.protected if one.found.threshold == threshold)
        )

    def _change(self, one: Protected) -> ChangeTable:
        now, then = self.days
        asked = (one.found.threshold, one.found.counting, one.before, one.withheld)
        return change_table(then, now, one.found.passages or {}, asked, self.region)


def chosen_region() -> Region:
    """The region of the name or file in TASKFORCE_REGION, otherwise Region Sjælland.

    Raises
    ------
    Refused
        The region file cannot be read.
    """
    return load_region(os.environ.get(REGION_VARIABLE) or DEFAULT_REGION)


def count_edition(
    region: Region,
    snapshots: tuple[Snapshot, ...],
    boundaries: Layer | None,
    *,
    progress: Progress,
    thresholds: tuple[Threshold, ...] = DESIGN_THRESHOLDS,
) -> Edition:
    """Count a region on one or two days, and choose what to withhold.

    Parameters
    ----------
    region
        Only its municipalities are counted.
    snapshots
        The newest, and the one to compare with where there is one.
    boundaries
        The layer of municipality boundaries, where it was collected.
    progress
        Told what is being done, in a few words.
    thresholds
        Those to count at.

    Returns
    -------
    Edition
        Ready to be written.
    """
    days = []
    for when, snapshot in zip((NOW, THEN), snapshots, strict=False):
        progress(f"Counting {snapshot.id}")
        days.append(count_day(when, snapshot, region, thresholds=thresholds))
    pieces = {piece for day in days for piece in day.hexes}
    codes = [place.code for place in region.municipalities]
    outlines = municipality_outlines(boundaries, sorted(pieces), codes)
    protected = []
    for threshold in thresholds:
        for counting in Counting:
            progress(f"Comparing and protecting {threshold.label} {counting.value}")
            protected.append(protect(_found(tuple(days), threshold, counting)))
    return Edition(region, tuple(days), outlines, tuple(protected))


def _found(days: tuple[Day, ...], threshold: Threshold, counting: Counting) -> Found:
    now, *earlier = days
    return Found(
        threshold=threshold,
        counting=counting,
        days=days,
        passages=passages(earlier[0], now, threshold=threshold, counting=counting)
        if earlier
        else None,
        spots=spots_to_show(now.snapshot, threshold, now.areas.keys())
        if counting is Counting.FIXED
        else None,
    )


def _drawn(one: Protected) -> tuple[DrawnSpot, ...]:
    return drawn_spots(one.found.spots or (), one.found.threshold, one.withheld)

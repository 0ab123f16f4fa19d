"""Writes the table of change: who gained, who lost, and who waits still."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from taskforce.need import change
from taskforce.report.cells import REGION, Cell
from taskforce.report.count import Count
from taskforce.report.day import Day
from taskforce.report.figures import NOW, AreaChange, ChangeTable
from taskforce.report.flows import FLOWS, Flows, Passages, together
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.places import Region
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting

METHOD = "change"


def passages(
    then: Day, now: Day, *, threshold: Threshold, counting: Counting
) -> dict[str, Passages]:
    """Count what became of every address of the region.

    Parameters
    ----------
    then, now
        The two days.
    threshold, counting
        What is enough, and which technologies may count.

    Returns
    -------
    dict
        By municipality that both or either of the days know.
    """
    compared = change.compare(then.snapshot, now.snapshot, threshold=threshold, counting=counting)
    return {
        area.area: Passages(_flows(area), area.new, area.gone)
        for area in compared
        if area.area in then.areas.keys() | now.areas.keys()
    }


def change_table(
    then: Day,
    now: Day,
    found: Mapping[str, Passages],
    shown: tuple[Threshold, Counting, Mapping[str, Cell], Collection[Cell]],
    region: Region,
) -> ChangeTable:
    """Write the table of change for the region and its municipalities.

    Parameters
    ----------
    then, now
        The two days.
    found
        See `passages`.
    shown
        The threshold, the way of counting, the cell of the number before by area, and the
        numbers to withhold.
    region
        Gives the names.

    Returns
    -------
    ChangeTable
        Counts in addresses.

    References
    ----------
    docs/figures/change.md, docs/figures/disclosure.md
    """
    threshold, counting, before, withheld = shown
    names = {place.code: place.name for place in region.municipalities}

    def area(code: str, label: tuple[str, str], one: Passages) -> AreaChange:
        return _area(label, one, (before[code], Cell("need", NOW, code)), code, withheld)

    return ChangeTable(
        threshold=threshold.label,
        counting=counting,
        origin=now.origin(METHOD, Certainty.CALCULATED),
        origin_then=then.origin(METHOD, Certainty.CALCULATED),
        region=area(REGION, (region.code, region.name.da), together(found)),
        areas=tuple(area(code, (code, names[code]), found[code]) for code in sorted(found)),
    )


def _area(
    label: tuple[str, str],
    one: Passages,
    days: tuple[Cell, Cell],
    code: str,
    withheld: Collection[Cell],
) -> AreaChange:
    def count(number: int, cell: Cell) -> Count:
        return Count.WITHHELD if cell in withheld else Count(number)

    flows = {name: count(getattr(one.flows, name), Cell("flow", NOW, code, name)) for name in FLOWS}
    return AreaChange(
        code=label[0],
        name=label[1],
        below_then=count(one.flows.before, days[0]),
        below_now=count(one.flows.after, days[1]),
        addresses_new=one.addresses_new,
        addresses_gone=one.addresses_gone,
        **flows,
    )


def _flows(area: change.AreaChange) -> Flows:
    return Flows(
        still=area.still_below,
        gained=area.gained,
        lost=area.lost,
        newly_known=area.newly_known_below,
        no_longer_known=area.no_longer_known_below,
        new=area.new_below,
        gone=area.gone_below,
    )

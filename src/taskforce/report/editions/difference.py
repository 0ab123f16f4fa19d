"""Tells what became of the figures between two editions: which moved, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taskforce.report.bundle import Bundle
from taskforce.report.count import Count
from taskforce.report.editions.warnings import Remark, remarks
from taskforce.report.figures import AreaFigures, NeedTable
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting

ADDRESSES, BELOW, UNKNOWN = "addresses", "below", "unknown"
# Why figures differ, in the order they are told.
NEW_DAY, NEW_SURVEY, NEW_BASIS, NEW_SOFTWARE = "day", "survey", "basis", "software"


@dataclass(frozen=True, slots=True)
class Move:
    """One figure of one area that differs. `threshold` is "" where it has none.

    `by` is in addresses, None where one of the two numbers is not shown or not known.
    """

    area: str
    name: str
    measure: str
    threshold: str
    counting: str
    was: Count
    now: Count
    by: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of the figures; the largest move first. `region` are the region's own moves.

    `appeared` and `vanished` name areas, files and white spots ("spot 0340-k3f2").
    """

    reasons: tuple[str, ...]
    region: tuple[Move, ...]
    moves: tuple[Move, ...]
    appeared: tuple[str, ...]
    vanished: tuple[str, ...]
    remarks: tuple[Remark, ...]


def difference(before: Bundle, after: Bundle) -> Difference:
    """Compare two editions, figure by figure.

    Parameters
    ----------
    before, after
        Bundles of the same region.

    Returns
    -------
    Difference
        Counts in addresses. A withheld number stays withheld, and so does its difference.
    """
    code, every = after.region().code, tuple(_moves(before, after))
    were, are = _things(before), _things(after)
    return Difference(
        reasons=_reasons(before, after),
        region=tuple(move for move in every if move.area == code),
        moves=tuple(sorted((move for move in every if move.area != code), key=_by_size)),
        appeared=tuple(sorted(are - were)),
        vanished=tuple(sorted(were - are)),
        remarks=remarks(before, after),
    )


def _reasons(before: Bundle, after: Bundle) -> tuple[str, ...]:
    was, now = before.label, after.label
    found = []
    if was.as_of != now.as_of:
        found.append(NEW_DAY)
    elif was.snapshot != now.snapshot:
        found.append(NEW_SURVEY)
    # A new day has most often a new day to compare with, which is no reason of its own.
    basis = ("boundaries", "region", *(("previous",) if was.as_of == now.as_of else ()))
    if any(was.inputs.get(name) != now.inputs.get(name) for name in basis):
        found.append(NEW_BASIS)
    if was.software != now.software:
        found.append(NEW_SOFTWARE)
    return tuple(found)


def _moves(before: Bundle, after: Bundle) -> Iterator[Move]:
    for threshold in after.thresholds:
        for counting in Counting:
            now = after.need(threshold, counting=counting)
            was = _need(before, threshold, counting)
            first = threshold == after.thresholds[0] and counting is Counting.FIXED
            yield from _in_table(was, now, measures=(ADDRESSES,) if first else ())
            yield from _in_table(was, now, measures=(BELOW, UNKNOWN))


def _need(bundle: Bundle, threshold: Threshold, counting: Counting) -> NeedTable | None:
    known = threshold in bundle.thresholds
    return bundle.need(threshold, counting=counting) if known else None


def _in_table(was: NeedTable | None, now: NeedTable, measures: tuple[str, ...]) -> Iterator[Move]:
    earlier = {one.code: one for one in _areas(was)} if was else {}
    for area in _areas(now):
        for measure in measures:
            old = _count(earlier.get(area.code), measure)
            new = _count(area, measure)
            if old != new:
                yield _move(area, measure, now, (old, new))


def _move(area: AreaFigures, measure: str, table: NeedTable, counts: tuple[Count, Count]) -> Move:
    old, new = counts
    shown = old.value is not None and new.value is not None
    everywhere = measure == ADDRESSES
    return Move(
        area=area.code,
        name=area.name,
        measure=measure,
        threshold="" if everywhere else table.threshold,
        counting="" if everywhere else table.counting.value,
        was=old,
        now=new,
        by=(new.value or 0) - (old.value or 0) if shown else None,
    )


def _areas(table: NeedTable) -> tuple[AreaFigures, ...]:
    return (table.region, *table.areas)


def _count(area: AreaFigures | None, measure: str) -> Count:
    found: Count = getattr(area, measure) if area else Count.UNKNOWN
    return found


def _things(bundle: Bundle) -> set[str]:
    spots = bundle.white_spots(bundle.region().default_threshold).spots
    areas = bundle.need(bundle.region().default_threshold).areas
    return {
        *(f"area {one.code} {one.name}" for one in areas),
        *(f"file {one.name}" for one in bundle.downloads()),
        *(f"spot {one.id}" for one in spots),
    }


def _by_size(move: Move) -> tuple[int, str, str, str, str]:
    # What cannot be reckoned comes last: nobody knows how large it is.
    size = -1 if move.by is None else abs(move.by)
    return -size, move.name, move.measure, move.threshold, move.counting

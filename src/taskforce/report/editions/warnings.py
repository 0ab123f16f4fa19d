"""What to look at twice before new figures are approved: too much, too little, or gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taskforce.report.bundle import Bundle
from taskforce.report.count import Count
from taskforce.report.figures import AreaFigures

# A survey that grows or shrinks by more than this has most often been cut off or doubled.
_MANY_ADDRESSES = 0.05
# More than this part unknown, where it was less before, is a hole in the survey.
_MANY_UNKNOWN = 0.05
# The need of a municipality seldom halves or doubles within a year, except where it is small.
_TWICE, _LEAST = 2, 50

ADDRESSES_JUMP, UNKNOWN_MANY, NEED_JUMP, AREA_GONE = "addresses", "unknown", "need", "gone"
OLDER_DAY = "older"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at twice; `area` is a name, "" for the whole edition."""

    kind: str
    area: str
    was: Count
    now: Count


def remarks(before: Bundle, after: Bundle) -> tuple[Remark, ...]:
    """Find what looks wrong in new figures beside the old ones.

    Parameters
    ----------
    before, after
        Bundles of the same region; the default threshold of the region is looked at.

    Returns
    -------
    tuple of Remark
        By kind, then by municipality; empty where nothing is out of the ordinary.
    """
    threshold = after.region().default_threshold
    was = {one.code: one for one in before.need(threshold).areas}
    now = {one.code: one for one in after.need(threshold).areas}
    found = [
        Remark(AREA_GONE, one.name, one.addresses, Count.UNKNOWN)
        for code, one in was.items()
        if code not in now
    ]
    for code in was.keys() & now.keys():
        found += _of_area(was[code], now[code])
    if after.label.as_of < before.label.as_of:
        found.append(Remark(OLDER_DAY, "", Count.UNKNOWN, Count.UNKNOWN))
    return tuple(sorted(found, key=lambda one: (one.kind, one.area)))


def _of_area(was: AreaFigures, now: AreaFigures) -> Iterator[Remark]:
    old, new = was.addresses.value or 0, now.addresses.value or 0
    if abs(new - old) > _MANY_ADDRESSES * old:
        yield Remark(ADDRESSES_JUMP, now.name, was.addresses, now.addresses)
    if _part(now) > _MANY_UNKNOWN >= _part(was):
        yield Remark(UNKNOWN_MANY, now.name, was.unknown, now.unknown)
    if _jumps(was.below.value, now.below.value):
        yield Remark(NEED_JUMP, now.name, was.below, now.below)


def _part(area: AreaFigures) -> float:
    addresses, unknown = area.addresses.value or 0, area.unknown.value or 0
    return unknown / addresses if addresses else 0.0


def _jumps(was: int | None, now: int | None) -> bool:
    if was is None or now is None:
        return False
    less, more = sorted((was, now))
    return more >= _LEAST and more > _TWICE * less

"""Decides where it may be told how many addresses two truths contradict each other about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from taskforce.report.count import Count
from taskforce.report.disclosure import LIMIT
from taskforce.report.mobile.overview import AreaRow
from taskforce.report.mobile.shown import ShownArea


def with_differing(rows: Sequence[AreaRow], shown: Sequence[ShownArea]) -> tuple[ShownArea, ...]:
    """Tell in each area how many differ at all, or withhold it.

    An address may differ in several ways, so that the ways add up to more than all who differ.
    Where those that are shown fall short of all, the rest would tell of the ways that are withheld.

    Parameters
    ----------
    rows
        The region first, then its municipalities, with the true counts.
    shown
        The same areas, their ways of differing protected already.

    Returns
    -------
    tuple of ShownArea
        In the same order. Never is one of the numbers withheld alone, for the others would tell it.
    """
    counts = {row.code: row.differing for row in rows if row.differing is not None}
    secret = {one.code for one in shown if _tells(counts.get(one.code), one)}
    secret |= _cover(counts, secret)
    return tuple(replace(one, differing=_count(one.code, counts, secret)) for one in shown)


def _tells(differing: int | None, area: ShownArea) -> bool:
    if differing is None:
        return False
    withheld = any(one.addresses.withheld for one in area.differences)
    left = differing - sum(one.addresses.value or 0 for one in area.differences)
    # One that is left over says no more than "withheld" does: that there is somebody.
    return 0 < differing < LIMIT or (withheld and left > 1)


def _cover(counts: Mapping[str, int], secret: set[str]) -> set[str]:
    """One more municipality, where what is withheld is one number, or too few addresses."""
    hidden = sum(counts[code] for code in secret if code)
    left = [code for code in counts.keys() - secret if code and counts[code] >= LIMIT]
    bare = len(secret) == 1 or 0 < hidden < LIMIT
    return {min(left, key=lambda code: (counts[code], code))} if bare and left else set()


def _count(code: str, counts: Mapping[str, int], secret: set[str]) -> Count:
    if code not in counts:
        return Count.UNKNOWN
    return Count.WITHHELD if code in secret else Count(counts[code])

"""The change between two snapshots: who gained, who lost, and what is new or gone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import ibis

from taskforce.need.areas import AreaKind, name_of, reading_order
from taskforce.need.passages import PASSAGES, passages
from taskforce.need.tables import rows
from taskforce.vocabulary.technology import Counting

if TYPE_CHECKING:
    from taskforce.snapshot.frozen import Snapshot
    from taskforce.vocabulary.speed import Threshold


@dataclass(frozen=True, slots=True)
class AreaChange:
    """What became of the addresses of one area, from the old snapshot to the new.

    Every address of either snapshot is in exactly one count. `new_…` are addresses that the old
    snapshot does not have, by their standing now; `gone_…` those that the new one lacks, by
    their standing then.
    """

    area: str
    name: str
    still_above: int = 0
    still_below: int = 0
    still_unknown: int = 0
    gained: int = 0
    lost: int = 0
    newly_known_above: int = 0
    newly_known_below: int = 0
    no_longer_known_above: int = 0
    no_longer_known_below: int = 0
    new_above: int = 0
    new_below: int = 0
    new_unknown: int = 0
    gone_above: int = 0
    gone_below: int = 0
    gone_unknown: int = 0

    @property
    def newly_known(self) -> int:
        return self.newly_known_above + self.newly_known_below

    @property
    def no_longer_known(self) -> int:
        return self.no_longer_known_above + self.no_longer_known_below

    @property
    def new(self) -> int:
        return self.new_above + self.new_below + self.new_unknown

    @property
    def gone(self) -> int:
        return self.gone_above + self.gone_below + self.gone_unknown

    @property
    def below_before(self) -> int:
        return self.still_below + self.gained + self.no_longer_known_below + self.gone_below

    @property
    def below_after(self) -> int:
        return self.still_below + self.lost + self.newly_known_below + self.new_below


class _Row(NamedTuple):
    area: str
    before: str
    after: str
    area_name: str
    away: int
    addresses: int


def compare(
    old: Snapshot,
    new: Snapshot,
    *,
    threshold: Threshold,
    counting: Counting = Counting.FIXED,
    by: str = AreaKind.MUNICIPALITY,
) -> tuple[AreaChange, ...]:
    """Count for each area the passages from the old snapshot to the new one.

    Parameters
    ----------
    old, new
        Two snapshots; addresses are matched by the publisher's own id.
    threshold, counting
        What is enough, and which technologies may count, in both.
    by
        "region", "municipality", "postcode" or "hex". An address counts where the later of the
        two snapshots has it, so that swapping them mirrors the answer exactly.

    Returns
    -------
    tuple of AreaChange
        Every area that is present in either, in the order of `overview`.

    References
    ----------
    docs/figures/change.md
    """
    kind = AreaKind(by)
    connection = ibis.duckdb.connect()
    matched = passages(
        old, new, connection=connection, threshold=threshold, counting=counting, kind=kind
    )
    counts = matched.group_by(["area", "before", "after"]).agg(
        area_name=matched.area_name.max(), away=matched.away.min(), addresses=matched.count()
    )
    grouped: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows(connection, counts, _Row):
        grouped[row.area].append(row)
    name = name_of(kind)
    return tuple(
        AreaChange(
            area,
            name(area, max(row.area_name for row in parts)),
            **{PASSAGES[row.before, row.after]: row.addresses for row in parts},
        )
        for area, parts in sorted(
            grouped.items(),
            key=lambda one: reading_order(one[0], min(row.away for row in one[1])),
        )
    )

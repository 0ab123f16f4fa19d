"""The passage of each address from its standing in one snapshot to that in another."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import ibis

from taskforce.need.areas import AreaKind, at_place, places
from taskforce.need.tables import rows, standings
from taskforce.vocabulary.places import load_region
from taskforce.vocabulary.technology import Counting

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

    from taskforce.snapshot.frozen import Snapshot
    from taskforce.vocabulary.speed import Threshold

ABOVE, BELOW, UNKNOWN, ABSENT = "above", "below", "unknown", "absent"

# The name of each passage from a standing then to a standing now.
PASSAGES = {
    (ABOVE, ABOVE): "still_above",
    (BELOW, BELOW): "still_below",
    (UNKNOWN, UNKNOWN): "still_unknown",
    (BELOW, ABOVE): "gained",
    (ABOVE, BELOW): "lost",
    (UNKNOWN, ABOVE): "newly_known_above",
    (UNKNOWN, BELOW): "newly_known_below",
    (ABOVE, UNKNOWN): "no_longer_known_above",
    (BELOW, UNKNOWN): "no_longer_known_below",
    (ABSENT, ABOVE): "new_above",
    (ABSENT, BELOW): "new_below",
    (ABSENT, UNKNOWN): "new_unknown",
    (ABOVE, ABSENT): "gone_above",
    (BELOW, ABSENT): "gone_below",
    (UNKNOWN, ABSENT): "gone_unknown",
}

# Where an address lies and what it is called, as the later of the two snapshots has it.
_DESCRIPTION = (
    "area",
    "area_name",
    "away",
    "road",
    "house_number",
    "postcode",
    "municipality",
)


class AddressChange(NamedTuple):
    """One address whose standing differs between two snapshots."""

    source_id: str
    road: str | None
    house_number: str | None
    postcode: str | None
    municipality: str | None
    area: str
    before: str
    after: str

    @property
    def change(self) -> str:
        """The name of the passage, for example "gained"."""
        return PASSAGES[self.before, self.after]


def passages(
    old: Snapshot,
    new: Snapshot,
    *,
    connection: BaseBackend,
    threshold: Threshold,
    counting: Counting,
    kind: AreaKind,
) -> ir.Table:
    """Match the addresses of two snapshots by the publisher's own id.

    Parameters
    ----------
    old, new
        Two snapshots.
    connection
        Any Ibis backend that reads Parquet.
    threshold, counting
        What is enough, and which technologies may count, in both.
    kind
        How `area` divides the country.

    Returns
    -------
    ir.Table
        One row per address of either snapshot: `source_id`, `before` and `after` ("above",
        "below", "unknown" or "absent"), `area`, `area_name`, `away`, and the address itself,
        all as the later of the two snapshots has them.
    """
    now, then = (
        _placed(one, connection, _worded(one, connection, threshold, counting), kind)
        for one in (new, old)
    )
    pairs = now.outer_join(then, "source_id", rname="{name}_then")
    first, second = ("_then", "") if _age(old) > _age(new) else ("", "_then")
    # An address that the later snapshot lacks altogether is described by the earlier one.
    in_first = pairs["standing" + first].notnull()
    return pairs.select(
        source_id=ibis.coalesce(pairs.source_id, pairs.source_id_then),
        before=pairs.standing_then.fill_null(ABSENT),
        after=pairs.standing.fill_null(ABSENT),
        **{
            column: ibis.ifelse(in_first, pairs[column + first], pairs[column + second])
            for column in _DESCRIPTION
        },
    )


def changed_addresses(
    old: Snapshot,
    new: Snapshot,
    *,
    threshold: Threshold,
    counting: Counting = Counting.FIXED,
    by: str = AreaKind.MUNICIPALITY,
) -> tuple[AddressChange, ...]:
    """List every address whose standing differs, new and gone ones too.

    Parameters
    ----------
    old, new, threshold, counting, by
        See `taskforce.need.change.compare`.

    Returns
    -------
    tuple of AddressChange
        Sorted by area, road and id.
    """
    connection = ibis.duckdb.connect()
    matched = passages(
        old,
        new,
        connection=connection,
        threshold=threshold,
        counting=counting,
        kind=AreaKind(by),
    )
    changed = matched.filter(matched.before != matched.after)
    return tuple(
        sorted(
            rows(connection, changed, AddressChange),
            key=lambda one: (one.area == "", one.area, one.road or "", one.source_id),
        )
    )


def _worded(
    snapshot: Snapshot, connection: BaseBackend, threshold: Threshold, counting: Counting
) -> ir.Table:
    known = standings(snapshot, connection, threshold=threshold, counting=counting)
    word = ibis.cases((known.standing, ABOVE), (~known.standing, BELOW), else_=UNKNOWN)
    return known.select("address_id", "place_use", standing=word)


def _placed(
    snapshot: Snapshot, connection: BaseBackend, known: ir.Table, kind: AreaKind
) -> ir.Table:
    address = snapshot.table(connection, "address")
    described = address.select(
        "address_id", "source_id", "road", "house_number", "postcode", "municipality"
    )
    there = places(snapshot.table(connection, "place"), kind=kind, home=load_region().code)
    placed = at_place(known, there).inner_join(described, "address_id")
    return placed.select("source_id", "standing", *_DESCRIPTION)


def _age(snapshot: Snapshot) -> tuple[object, ...]:
    label = snapshot.manifest
    return label.as_of, label.collected_at, label.id

"""A new layer renews the newest snapshot too, so that the order of collecting is no matter."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from taskforce.collect import identity
from taskforce.collect.assembly import assemble
from taskforce.collect.facts import complete_facts
from taskforce.collect.held import held_layers
from taskforce.collect.labels import SOFTWARE
from taskforce.collect.offers import SPEEDS
from taskforce.collect.outcome import Tell
from taskforce.collect.quality_of import addresses_in, joined_quality
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.tables_out import write_tables
from taskforce.collect.workroom import workbench
from taskforce.snapshot import quality
from taskforce.snapshot.frozen import Layer, Snapshot
from taskforce.snapshot.manifest import Manifest
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.raw_table import quoted
from taskforce.vocabulary.coordinates import METRIC_CRS
from taskforce.vocabulary.errors import NotOnShelf


def freeze_again(shelf: Shelf, room: Path, *, tell: Tell) -> str | None:
    """Join the newest Danish snapshot with the newest layers, and freeze it under a new id.

    Parameters
    ----------
    shelf
        The shelf; the caller holds its lock.
    room
        A folder for working files.
    tell
        Called with a word on what is being done.

    Returns
    -------
    str or None
        The id of the new snapshot; None where there is none to join, or it is joined already.
        The older one stays as it is.
    """
    # The layers describe Denmark.
    old = next((one for one in reversed(shelf.snapshots()) if one.manifest.country == "dk"), None)
    if old is None:
        return None
    layers = held_layers(shelf)
    label = _label(old.manifest, layers)
    if label.id == old.id:
        return None
    tell(f"Joining {old.id} with the new layer")
    with workbench(room) as connection:
        _reopen(connection, old)
        register = layers.get("addresses")
        complete_facts(connection, register=register, elsewhere=None, crs=METRIC_CRS)
        assemble(connection, old.technologies, crs=METRIC_CRS, country="dk", layers=layers)
        label = replace(label, addresses=addresses_in(connection))
        put_on_shelf(shelf, label, lambda folder: _fill(connection, old, folder))
    return label.id


def _label(old: Manifest, layers: dict[str, Layer]) -> Manifest:
    joined = {kind: layer.id for kind, layer in layers.items()}
    content = identity.identity_of(old, day=old.as_of, layers=joined)
    return replace(
        old,
        id=identity.named(old.as_of, content),
        fingerprint=content,
        collected_at=datetime.now(UTC),
        layers=joined,
        software=SOFTWARE,
        files={},
    )


def _reopen(connection: Any, old: Snapshot) -> None:
    """Lay out a frozen snapshot as facts: what its delivery told, without what was joined."""
    address, speeds, place = (_parquet(old, name) for name in ("address", "speeds", "place"))
    columns = ", ".join(f"s.{column}" for column in SPEEDS)
    connection.execute(
        f"CREATE VIEW base AS SELECT a.address_id::BIGINT AS row, a.source_id, a.municipality, "
        f"a.road, a.house_number, a.postcode, l.municipality_name, l.region AS region_code, "
        f"l.hex, a.easting_m AS x, a.northing_m AS y, {columns}, s.overflow_set "
        f"FROM {address} AS a JOIN {speeds} AS s USING (address_id) "
        f"JOIN {place} AS l USING (place_id)"
    )
    connection.execute(f"CREATE TABLE overflow AS SELECT * FROM {_parquet(old, 'overflow')}")
    if _has_offers(old):
        connection.execute(
            "CREATE VIEW good AS SELECT a.source_id, g.* EXCLUDE (address_id) "
            f"FROM {_parquet(old, 'offers')} AS g JOIN {address} AS a USING (address_id)"
        )


def _fill(connection: Any, old: Snapshot, folder: Path) -> None:
    write_tables(connection, folder, offers=_has_offers(old))
    shutil.copyfile(old.file("rejects"), folder / "rejects.parquet")
    report = quality.read(old.path)
    quality.write(joined_quality(connection, report, old.technologies), folder)


def _has_offers(snapshot: Snapshot) -> bool:
    try:
        snapshot.file("offers")
    except NotOnShelf:
        return False
    return True


def _parquet(snapshot: Snapshot, table: str) -> str:
    return f"read_parquet({quoted(str(snapshot.file(table)))})"

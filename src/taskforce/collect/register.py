"""Addresses: the register that tells which addresses exist, and where, becomes a layer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from taskforce.collect.again import freeze_again
from taskforce.collect.coverage import Choices
from taskforce.collect.identity import as_of
from taskforce.collect.judgement import examples_of, refuse_too_many, tally
from taskforce.collect.labels import sources_of
from taskforce.collect.layers import Counts, Origin, counted, held_layer, layer_label
from taskforce.collect.outcome import Outcome, Tell, outcome_of, silently
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.workroom import workbench, workroom
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.delivery import open_delivery
from taskforce.sources.profile import Profile
from taskforce.sources.profile_file import find_profile
from taskforce.sources.raw_table import quoted
from taskforce.sources.staging import stage
from taskforce.tables.layers import ADDRESSES
from taskforce.vocabulary.coordinates import METRIC_CRS
from taskforce.vocabulary.errors import Refused

KIND = "addresses"

_AS_IT_COMES = Choices()


def collect_addresses(
    shelf: Shelf,
    files: Sequence[Path],
    choices: Choices = _AS_IT_COMES,
    *,
    tell: Tell = silently,
) -> Outcome:
    """Take in the register of addresses.

    An address that coverage does not mention is then known to exist: its speeds are unknown.
    Coverage without coordinates finds its places here.

    Parameters
    ----------
    shelf
        Where the layer is put; the newest snapshot is frozen anew with it.
    files
        Access addresses in DAWA's CSV, or in any layout by a profile of kind "addresses".
    choices
        As-of date, profile, and what to do with rejected rows.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        Counts of rows, and of addresses in force.

    Raises
    ------
    Refused
        A file cannot be read, or too many rows are wrong. Nothing was changed.
    """
    profile = find_profile(choices.profile) if choices.profile else None
    with workroom(shelf, dry_run=choices.dry_run) as room:
        delivery = open_delivery(files, profile=profile, workroom=room, kind=KIND)
        _refuse_other_grids(delivery.profile)
        with workbench(room) as connection:
            staged = stage(connection, delivery, room=room, tell=tell)
            counts = tally(connection, staged)
            label = layer_label(
                KIND,
                _origin(delivery.profile),
                sources_of(staged, counts),
                day=as_of(files, choices.as_of),
                layout=delivery.profile.name,
            )
            known = held_layer(shelf, label)
            if known:
                return outcome_of(known.manifest, unchanged=True, dry_run=choices.dry_run)
            if not (choices.dry_run or choices.allow_rejected):
                refuse_too_many(connection, staged, counts)
            kept = _only_once(connection)
            label = counted(label, Counts(counts.rows, counts.accepted, counts.rejected, kept))
            if not choices.dry_run:
                put_on_shelf(shelf, label, lambda folder: _write(connection, folder))
            examples = examples_of(connection, staged)
        again = None if choices.dry_run else freeze_again(shelf, room, tell=tell)
    return outcome_of(
        label,
        dry_run=choices.dry_run,
        rejected_by_reason=counts.rejected_by_reason,
        examples=examples,
        refrozen=again,
    )


def _only_once(connection: Any) -> int:
    connection.execute(
        "CREATE VIEW register AS SELECT source_id, any_value(road) AS road, "
        "any_value(house_number) AS house_number, any_value(postcode) AS postcode, "
        "any_value(municipality) AS municipality, any_value(x) AS easting_m, "
        "any_value(y) AS northing_m FROM good GROUP BY source_id"
    )
    return int(connection.execute("SELECT count(*) FROM register").fetchone()[0])


def _write(connection: Any, folder: Path) -> None:
    columns = ", ".join(ADDRESSES.column_names)
    file = quoted(str(folder / f"{KIND}.parquet"))
    connection.execute(
        f"COPY (SELECT {columns} FROM register ORDER BY source_id) TO {file} "
        "(FORMAT parquet, COMPRESSION zstd)"
    )


def _origin(profile: Profile) -> Origin:
    return Origin(profile.publisher, profile.title, profile.licence, profile.url)


def _refuse_other_grids(profile: Profile) -> None:
    if "x" in profile.fields and profile.layout.crs != METRIC_CRS:
        raise Refused(
            f"The register of addresses is read in {METRIC_CRS} only, not {profile.layout.crs}.",
            remedy="Fetch it with srid=25832.",
        )

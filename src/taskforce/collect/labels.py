"""The label of a snapshot: where it comes from, for which day, how much it holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from taskforce import __version__
from taskforce.collect import identity
from taskforce.collect.held import identity_of_delivery
from taskforce.collect.identity import AsOf
from taskforce.collect.judgement import Tally
from taskforce.collect.made_up import as_made_up
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.manifest import Manifest, SourceFile
from taskforce.sources.profile import Profile
from taskforce.sources.staging import Staged
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.provenance import Provenance

SOFTWARE = f"digital-taskforce {__version__}"


def label_of(
    staged: Staged,
    counted: Tally,
    day: AsOf,
    *,
    layers: Mapping[str, Layer],
    addresses: int,
    demonstration: bool,
) -> Manifest:
    """Write the label of the snapshot that a delivery becomes."""
    delivery, profile = staged.delivery, staged.delivery.profile
    origin = origin_of(profile, day)
    joined = {kind: layer.id for kind, layer in layers.items()}
    content = identity_of_delivery(delivery, day.day, layers=joined, demonstration=demonstration)
    return Manifest(
        id=identity.named(day.day, content),
        kind="coverage",
        fingerprint=content,
        provenance=as_made_up(origin) if demonstration else origin,
        as_of_basis=day.basis,
        collected_at=datetime.now(UTC),
        format=profile.name,
        sources=sources_of(staged, counted),
        rows=counted.rows,
        accepted=counted.accepted,
        rejected=counted.rejected,
        addresses=addresses,
        technologies=staged.technologies,
        software=SOFTWARE,
        layers=joined,
        demonstration=demonstration,
        allowed_rejected=bool(counted.rejected) and counted.too_many,
        profile_sha256=profile.sha256,
        country=profile.country,
    )


def origin_of(profile: Profile, day: AsOf) -> Provenance:
    """Who published it, under which terms, for which day."""
    return Provenance(
        publisher=profile.publisher,
        title=profile.title,
        licence=profile.licence,
        as_of=day.day,
        certainty=Certainty.REPORTED,
        url=profile.url,
    )


def sources_of(staged: Staged, counted: Tally) -> tuple[SourceFile, ...]:
    """The delivered files with their rows; a zip or a workbook has those of all its tables."""
    rows_in = dict.fromkeys((file.path for file in staged.delivery.files), 0)
    for table, rows in zip(staged.delivery.tables, counted.rows_of_table, strict=True):
        rows_in[table.delivered_in] += rows
    return tuple(
        SourceFile(file.path.name, file.sha256, file.bytes, rows_in[file.path])
        for file in staged.delivery.files
    )

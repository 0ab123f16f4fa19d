"""A layer is frozen like a snapshot: the same file twice is one layer, half a layer is none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from taskforce.collect import identity
from taskforce.collect.identity import AsOf
from taskforce.collect.labels import SOFTWARE
from taskforce.collect.made_up import as_made_up, is_made_up
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.manifest import Manifest, SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Origin:
    """Who publishes a kind of layer, and under which terms."""

    publisher: str
    title: str
    licence: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of the source and what came of them."""

    rows: int
    accepted: int
    rejected: int
    kept: int


def layer_label(
    kind: str, origin: Origin, sources: tuple[SourceFile, ...], *, day: AsOf, layout: str
) -> Manifest:
    """The label of a layer, its counts still open."""
    content = identity.identity(
        [source.sha256 for source in sources], profile=layout, day=day.day, layers={}, marks=kind
    )
    told = Provenance(
        publisher=origin.publisher,
        title=origin.title,
        licence=origin.licence,
        as_of=day.day,
        certainty=Certainty.REPORTED,
        url=origin.url,
    )
    made_up = is_made_up(source.name for source in sources)
    return Manifest(
        id=identity.named(day.day, content),
        kind=kind,
        fingerprint=content,
        provenance=as_made_up(told) if made_up else told,
        as_of_basis=day.basis,
        collected_at=datetime.now(UTC),
        format=layout,
        sources=sources,
        rows=0,
        accepted=0,
        rejected=0,
        addresses=0,
        technologies=(),
        software=SOFTWARE,
        demonstration=made_up,
    )


def held_layer(shelf: Shelf, label: Manifest) -> Layer | None:
    """Find the newest layer of a kind, if the same files have made it."""
    newest = shelf.layer(label.kind)
    if newest is None or newest.manifest.format != label.format:
        return None
    given = label.as_of_basis == identity.GIVEN
    same = _sha256(newest.manifest) == _sha256(label)
    return newest if same and (not given or newest.manifest.as_of == label.as_of) else None


def counted(label: Manifest, counts: Counts) -> Manifest:
    """The label with its counts."""
    return replace(
        label,
        rows=counts.rows,
        accepted=counts.accepted,
        rejected=counts.rejected,
        addresses=counts.kept,
    )


def _sha256(label: Manifest) -> tuple[str, ...]:
    return tuple(sorted(source.sha256 for source in label.sources))

"""What came of collecting, for people and for machines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from taskforce.snapshot.manifest import Manifest

# Called with a word on what is being done.
Tell = Callable[[str], None]


def silently(step: str) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one collection.

    `unchanged` says that the shelf held it already; `dry_run` that nothing was written.
    `rejected_by_reason` and `examples` tell what was rejected; `notes` what else a reader
    should know.
    """

    id: str
    kind: str
    format: str
    as_of: date
    as_of_basis: str
    rows: int
    accepted: int
    rejected: int
    addresses: int
    unchanged: bool = False
    dry_run: bool = False
    rejected_by_reason: dict[str, int] = field(default_factory=dict)
    examples: tuple[dict[str, Any], ...] = ()
    notes: tuple[str, ...] = ()
    refrozen: str | None = None


def outcome_of(label: Manifest, **more: Any) -> Outcome:
    """The outcome that a label tells, and whatever is known beside it."""
    return Outcome(
        id=label.id,
        kind=label.kind,
        format=label.format,
        as_of=label.as_of,
        as_of_basis=label.as_of_basis,
        rows=label.rows,
        accepted=label.accepted,
        rejected=label.rejected,
        addresses=label.addresses,
        **more,
    )

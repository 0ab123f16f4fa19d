"""What came of collecting, printed for people and for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from taskforce.collect.outcome import Outcome

_WHAT = {
    "coverage": "snapshot",
    "boundaries": "boundaries",
    "uses": "uses",
    "addresses": "register of addresses",
    "sites": "sites",
    "measurements": "measurements",
    "masts": "masts",
    "roads": "roads",
    "terrain": "terrain",
}

# What the last count of an outcome is a number of.
_KEPT = {
    "boundaries": "areas",
    "masts": "masts",
    "measurements": "measurements kept",
    "roads": "pieces of road",
    "sites": "sites",
    "terrain": "points",
}


def show_json(outcome: Outcome) -> None:
    """Print one object."""
    content: dict[str, Any] = {
        "snapshot": outcome.id or None,
        "kind": outcome.kind,
        "format": outcome.format,
        "as_of": outcome.as_of.isoformat(),
        "as_of_basis": outcome.as_of_basis,
        "rows": outcome.rows,
        "accepted": outcome.accepted,
        "rejected": outcome.rejected,
        "addresses": outcome.addresses,
        "unchanged": outcome.unchanged,
        "dry_run": outcome.dry_run,
        "rejected_by_reason": outcome.rejected_by_reason,
        "examples": outcome.examples,
        "notes": outcome.notes,
        "refrozen": outcome.refrozen,
    }
    click.echo(json.dumps(content, ensure_ascii=False, indent=1))


def show_outcome(outcome: Outcome) -> None:
    """Print sentences."""
    click.echo(_headline(outcome))
    kept = _KEPT.get(outcome.kind, "addresses")
    click.echo(
        f"  {outcome.rows:,} rows: {outcome.accepted:,} accepted, {outcome.rejected:,} rejected; "
        f"{outcome.addresses:,} {kept}; as of {outcome.as_of} ({outcome.as_of_basis})"
    )
    for reason, count in outcome.rejected_by_reason.items():
        click.echo(f"  rejected: {reason} {count:,}")
    for one in outcome.examples:
        click.echo(
            f'    {one["file"]}, line {one["line"]}, column "{one["column"] or ""}": '
            f'{one["reason"]} "{one["value"] or ""}"'
        )
    for note in outcome.notes:
        click.echo(f"  {note}")
    if outcome.refrozen:
        click.echo(f"  The newest snapshot was joined with it: {outcome.refrozen}")


def _headline(outcome: Outcome) -> str:
    what = _WHAT[outcome.kind]
    if outcome.unchanged:
        return f"Nothing to do: the shelf holds this already, {what} {outcome.id}."
    if outcome.dry_run:
        return f"Dry run, nothing is written ({what}, {outcome.format})."
    return f"Frozen: {what} {outcome.id} ({outcome.format})"

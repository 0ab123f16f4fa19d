"""What the shelf holds already, and what of it a delivery is joined or compared with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from taskforce.collect import identity
from taskforce.collect.identity import AsOf
from taskforce.snapshot.frozen import Layer, Snapshot
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.delivery import Delivery

# Layers that coverage is joined with; they describe Denmark.
JOINED = ("boundaries", "uses", "addresses")


def held_layers(shelf: Shelf) -> dict[str, Layer]:
    """The newest layer of each kind, as far as there are any."""
    found = {kind: shelf.layer(kind) for kind in JOINED}
    return {kind: layer for kind, layer in found.items() if layer is not None}


def held_snapshot(
    shelf: Shelf,
    delivery: Delivery,
    day: AsOf,
    *,
    layers: Mapping[str, Layer],
    demonstration: bool,
) -> Snapshot | None:
    """Find the snapshot that a delivery would become, if the shelf holds it.

    Where the day was not given, a copy of the file with another date of change is still the same
    delivery.
    """
    ids = {kind: layer.id for kind, layer in layers.items()}
    for one in shelf.snapshots():
        days = {day.day} if day.basis == identity.GIVEN else {day.day, one.manifest.as_of}
        for each in days:
            if one.manifest.fingerprint == identity_of_delivery(
                delivery, each, layers=ids, demonstration=demonstration
            ):
                return one
    return None


def identity_of_delivery(
    delivery: Delivery, day: date, *, layers: Mapping[str, str], demonstration: bool
) -> str:
    """The fingerprint of the snapshot that a delivery becomes."""
    return identity.identity(
        [file.sha256 for file in delivery.files],
        profile=delivery.profile.sha256,
        day=day,
        layers=layers,
        marks=identity.marks_of(demonstration),
    )


def same_addresses(shelf: Shelf) -> Snapshot | None:
    """The newest snapshot that knows where addresses lie by their id in the Danish register."""
    danish = [one for one in shelf.snapshots() if one.manifest.country == "dk"]
    return danish[-1] if danish else None


def previous_of_layout(shelf: Shelf, layout: str, day: date) -> Snapshot | None:
    """The newest earlier snapshot of the same layout, or None."""
    earlier = [
        one
        for one in shelf.snapshots()
        if one.manifest.as_of < day and one.manifest.format == layout
    ]
    return earlier[-1] if earlier else None

"""The shelf holds every frozen snapshot and layer, and tells which is the newest."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from taskforce.snapshot import manifest as manifests
from taskforce.snapshot.frozen import Layer, Snapshot
from taskforce.vocabulary.errors import NotOnShelf

LATEST = "latest"


class Shelf:
    """A folder with snapshots and layers; reading never changes it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @classmethod
    def default(cls) -> Shelf:
        """The shelf named by TASKFORCE_SHELF, otherwise the folder `shelf` here."""
        return cls(Path(os.environ.get("TASKFORCE_SHELF", "shelf")))

    @property
    def snapshots_folder(self) -> Path:
        return self.root / "snapshots"

    def layer_folder(self, kind: str) -> Path:
        return self.root / "layers" / kind

    def snapshots(self) -> tuple[Snapshot, ...]:
        """All snapshots, the oldest first."""
        found = [Snapshot(path, manifests.read(path)) for path in _folders(self.snapshots_folder)]
        return tuple(
            sorted(found, key=lambda one: (one.manifest.as_of, one.manifest.collected_at, one.id))
        )

    def latest(self) -> Snapshot:
        """The snapshot with the newest day.

        Raises
        ------
        NotOnShelf
            Nothing has been collected yet.
        """
        snapshots = self.snapshots()
        if not snapshots:
            raise NotOnShelf(
                f"There is no snapshot on the shelf {self.root}.",
                remedy="Collect a coverage file first: taskforce collect coverage FILE. "
                "Or see the demonstration: taskforce demo.",
            )
        return snapshots[-1]

    def open(self, name: str = LATEST) -> Snapshot:
        """Find a snapshot by "latest", its id, or the beginning of its id.

        Raises
        ------
        NotOnShelf
            No snapshot, or more than one, answers to the name.
        """
        if name == LATEST:
            return self.latest()
        snapshots = self.snapshots()
        exact = [one for one in snapshots if one.id == name]
        found = exact or [one for one in snapshots if name and one.id.startswith(name)]
        if len(found) == 1:
            return found[0]
        listed = ", ".join(one.id for one in found or snapshots) or "none"
        raise NotOnShelf(
            f'{"Several snapshots begin" if found else "No snapshot begins"} with "{name}".',
            remedy=f"On the shelf: {listed}.",
        )

    def previous(self, snapshot: Snapshot) -> Snapshot | None:
        """The newest snapshot of an earlier day, or None."""
        earlier = [one for one in self.snapshots() if one.manifest.as_of < snapshot.manifest.as_of]
        return earlier[-1] if earlier else None

    def layer(self, kind: str) -> Layer | None:
        """The layer of a kind that was collected last, or None."""
        found = [Layer(path, manifests.read(path)) for path in _folders(self.layer_folder(kind))]
        return max(found, key=_collected, default=None)

    def needed(self, kind: str) -> Layer:
        """The same where nothing can be said without it.

        Raises
        ------
        NotOnShelf
            It was never collected; says how to.
        """
        layer = self.layer(kind)
        if layer is None:
            raise NotOnShelf(
                f"There are no {kind} on the shelf {self.root}.",
                remedy=f"Collect them first: taskforce collect {kind} FILE.",
            )
        return layer


def _collected(layer: Layer) -> tuple[datetime, str]:
    return layer.manifest.collected_at, layer.id


def _folders(parent: Path) -> list[Path]:
    if not parent.is_dir():
        return []
    return [path for path in parent.iterdir() if path.is_dir() and not path.name.startswith(".")]

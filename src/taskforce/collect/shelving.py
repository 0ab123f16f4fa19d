"""The last step: a filled folder gets its label and appears on the shelf, or nothing does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from taskforce.snapshot import manifest as manifests
from taskforce.snapshot.checksum import checksums
from taskforce.snapshot.freeze import freezing
from taskforce.snapshot.manifest import Manifest
from taskforce.snapshot.shelf import Shelf


def put_on_shelf(shelf: Shelf, label: Manifest, fill: Callable[[Path], None]) -> None:
    """Freeze a folder that `fill` writes into, under the id on its label.

    Parameters
    ----------
    shelf
        The shelf; the caller holds its lock.
    label
        The manifest without the checksums, which are taken here.
    fill
        Writes every file of the folder.
    """
    parent = shelf.snapshots_folder if label.kind == "coverage" else shelf.layer_folder(label.kind)
    with freezing(parent / label.id) as aside:
        fill(aside)
        manifests.write(replace(label, files=checksums(aside)), aside)

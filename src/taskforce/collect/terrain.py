"""Terrain: height models become a layer of heights on one even grid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from taskforce.collect.identity import as_of
from taskforce.collect.layers import Counts, Origin, counted, held_layer, layer_label
from taskforce.collect.outcome import Outcome, Tell, outcome_of, silently
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.terrain_choices import TerrainChoices, refuse_contradictions
from taskforce.collect.terrain_grid import Made, make_terrain, write_terrain
from taskforce.collect.workroom import workroom
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.manifest import Manifest, SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.delivery import refuse_folders

KIND = "terrain"

_ORIGIN = Origin(publisher="", title="Height model", licence="")


_AS_IT_COMES = TerrainChoices()


def collect_terrain(
    shelf: Shelf,
    files: Sequence[Path],
    choices: TerrainChoices = _AS_IT_COMES,
    *,
    tell: Tell = silently,
) -> Outcome:
    """Take in the heights of a region; all files together make one grid.

    Parameters
    ----------
    shelf
        Where the layer is put. Where it holds boundaries, the grid ends 30 km outside them.
    files
        GeoTIFF, .hgt or ESRI ASCII grid, in any projection; several tiles are joined.
    choices
        Step, kind of model, land cover, and what to do where heights are missing.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        `rows` counts the points of the grid, `rejected` those whose height was missing and has
        been filled.

    Raises
    ------
    Refused
        A raster cannot be read, lies elsewhere, is in feet, or lacks heights. Nothing was changed.
    """
    refuse_contradictions(choices)
    every = [*files, choices.clutter] if choices.clutter else list(files)
    for file in every:
        refuse_folders(file)
    with workroom(shelf, dry_run=choices.dry_run) as room:
        tell(f"Looking at {', '.join(file.name for file in every)}")
        boundaries = shelf.layer("boundaries")
        label = _label(every, choices, boundaries)
        known = held_layer(shelf, label)
        if known:
            return outcome_of(known.manifest, unchanged=True, dry_run=choices.dry_run)
        made = make_terrain(files, choices, boundaries, room=room, tell=tell)
        label = counted(label, _counts(made))
        label = replace(
            label,
            sources=tuple(
                replace(source, rows=made.cells.get(number, 0))
                for number, source in enumerate(label.sources)
            ),
        )
        if not choices.dry_run:
            put_on_shelf(shelf, label, lambda folder: write_terrain(made, folder))
    return outcome_of(label, dry_run=choices.dry_run, notes=made.notes)


def _label(files: Sequence[Path], choices: TerrainChoices, boundaries: Layer | None) -> Manifest:
    # The same file laid on another grid is another layer.
    ways = [
        f"terrain {choices.kind}",
        f"step {choices.step:g} m",
        f"land cover {choices.clutter_codes or 'in metres'}" if choices.clutter else "",
        f"given {choices.crs}" if choices.crs else "",
        "voids filled" if choices.fill_voids else "",
        "anywhere" if choices.anywhere else "",
        f"around {boundaries.id}" if boundaries else "",
    ]
    sources = tuple(
        SourceFile(file.name, sha256_of(file), file.stat().st_size, 0) for file in files
    )
    layout = ", ".join(way for way in ways if way)
    label = layer_label(KIND, _ORIGIN, sources, day=as_of(files, choices.as_of), layout=layout)
    return replace(label, layers={"boundaries": boundaries.id} if boundaries else {})


def _counts(made: Made) -> Counts:
    missing = made.voids + made.gaps
    return Counts(made.grid.points, made.grid.points - missing, missing, kept=made.grid.points)

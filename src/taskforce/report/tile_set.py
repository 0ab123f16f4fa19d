"""All layers of the map, in one folder."""

from __future__ import annotations

from pathlib import Path

from taskforce.report import map_layers
from taskforce.report.edition import Edition, Progress, chosen_region, count_edition
from taskforce.snapshot.shelf import LATEST, Shelf
from taskforce.vocabulary.places import Region

LAYERS = ("land", "municipalities", "hexes", "white_spots")


def make_tiles(
    shelf: Shelf,
    snapshot: str = LATEST,
    *,
    out: Path,
    region: Region | None = None,
    land: Path | None = None,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """Make the map layers of a snapshot, with the one of an earlier day beside it.

    Parameters
    ----------
    shelf
        Where the snapshots lie.
    snapshot
        "latest", an id, or the beginning of an id.
    out
        The folder to write in; a layer that is there already is replaced.
    region
        Whose municipalities to show; `chosen_region` when left out.
    land
        A GeoJSON file with land and coast to draw under the map.
    progress
        Told what is being done, in a few words.

    Returns
    -------
    tuple of Path
        The files written.

    Raises
    ------
    NotOnShelf
        There is no such snapshot.
    """
    tell = progress or (lambda doing: None)
    now = shelf.open(snapshot)
    then = shelf.previous(now)
    edition = count_edition(
        region or chosen_region(),
        (now, then) if then else (now,),
        shelf.layer("boundaries"),
        progress=tell,
    )
    tell("Drawing the map")
    return write_tile_layers(edition, out, land)


def write_tile_layers(edition: Edition, folder: Path, land: Path | None) -> tuple[Path, ...]:
    """Write the map layers of an edition, one PMTiles file each.

    Parameters
    ----------
    edition
        Counted and protected.
    folder
        Is made when missing.
    land
        A GeoJSON file in degrees, or None.

    Returns
    -------
    tuple of Path
        The files written. A layer with nothing to draw gets none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = {place.code: place.name for place in edition.region.municipalities}
    shown, outlines = edition.on_the_map(), edition.outlines
    file = {name: folder / f"{name}.pmtiles" for name in LAYERS}
    drawn = {
        "land": land is not None and map_layers.write_land(file["land"], land),
        "municipalities": map_layers.write_municipalities(
            file["municipalities"], outlines=outlines, names=names, shown=shown
        ),
        "hexes": map_layers.write_hexes(file["hexes"], outlines=outlines, shown=shown),
        "white_spots": map_layers.write_white_spots(file["white_spots"], edition.drawn_spots()),
    }
    return tuple(file[name] for name in LAYERS if drawn[name])

"""Makes what the web shows of a snapshot, and freezes it all or nothing."""

from __future__ import annotations

from pathlib import Path

from taskforce import __version__
from taskforce.report import label as labels
from taskforce.report import map_layers, sheets
from taskforce.report.address_file import write_addresses
from taskforce.report.bundle import ADDRESSES_FILE
from taskforce.report.downloads import write_map, write_package, write_sheet
from taskforce.report.edition import Edition, Progress, chosen_region, count_edition
from taskforce.report.figures_file import write_figures
from taskforce.report.label import BundleFile, Download, Label
from taskforce.report.tile_set import write_tile_layers
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.freeze import freezing, writing
from taskforce.snapshot.frozen import Snapshot
from taskforce.snapshot.shelf import LATEST, Shelf
from taskforce.vocabulary.errors import PromiseBroken
from taskforce.vocabulary.places import Region
from taskforce.vocabulary.speed import DESIGN_THRESHOLDS


def build(
    shelf: Shelf,
    snapshot: str = LATEST,
    *,
    region: Region | None = None,
    land: Path | None = None,
    again: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Make the bundle of a snapshot: figures, map tiles, downloads and the address book.

    The snapshot is compared with the newest one of an earlier day.

    Parameters
    ----------
    shelf
        Where the snapshots lie and the bundle will lie.
    snapshot
        "latest", an id, or the beginning of an id.
    region
        Whose municipalities to show; `chosen_region` when left out.
    land
        A GeoJSON file with land and coast to draw under the map.
    again
        Build even when the same inputs have been built before.
    progress
        Told what is being done, in a few words.

    Returns
    -------
    Path
        The folder of the bundle. The same inputs give the same figures and tables to the byte.

    Raises
    ------
    NotOnShelf
        There is no such snapshot.
    Refused
        The region file cannot be read, or another run is writing to the shelf.
    """
    region = region or chosen_region()
    now = shelf.open(snapshot)
    then = shelf.previous(now)
    inputs = _inputs(shelf, region, now, then, land)
    target = shelf.root / "bundles" / "--".join(one.id for one in (now, then) if one)
    if not again and _built_from(target) == inputs:
        return target
    tell = progress or (lambda doing: None)
    snapshots = (now, then) if then else (now,)
    with writing(shelf.root), freezing(target) as folder:
        edition = count_edition(region, snapshots, shelf.layer("boundaries"), progress=tell)
        tell("Writing figures")
        write_figures(edition, folder)
        tell("Drawing the map")
        write_tile_layers(edition, folder / "tiles", land)
        tell("Writing downloads")
        downloads = write_downloads(edition, folder / "downloads")
        tell("Writing the address book")
        write_addresses(folder / ADDRESSES_FILE, region=region, now=now, then=then)
        labels.write(_label(target.name, edition, inputs, downloads, folder), folder)
    return target


def write_downloads(edition: Edition, folder: Path) -> tuple[Download, ...]:
    """Write the files for everyone.

    Parameters
    ----------
    edition
        Counted and protected.
    folder
        Is made when missing.

    Returns
    -------
    tuple of Download
        Every file; the last describes all others.
    """
    folder.mkdir(parents=True, exist_ok=True)
    now, shown, outlines = edition.now, edition.on_the_map(), edition.outlines
    names = {place.code: place.name for place in edition.region.municipalities}
    tables, spots = edition.need_tables(), edition.white_spot_tables()
    municipalities, hexes = sheets.municipality_sheet(tables), sheets.hex_sheet(shown)
    white_spots = sheets.white_spot_sheet(spots)
    plain = [municipalities, sheets.postcode_sheet(tables), hexes, white_spots]
    if edition.then is not None:
        plain.append(sheets.change_sheet(edition.change_tables()))
    written = [file for sheet in plain for file in write_sheet(sheet, folder, now)]
    drawn = (
        (municipalities, map_layers.municipality_features(outlines, names, shown)),
        (hexes, map_layers.hex_features(outlines, shown, "hex")),
        (white_spots, map_layers.spot_features(edition.drawn_spots())),
    )
    written += [file for sheet, shapes in drawn for file in write_map(sheet, shapes, folder, now)]
    return (*written, write_package(written, folder, now))


def _inputs(
    shelf: Shelf, region: Region, now: Snapshot, then: Snapshot | None, land: Path | None
) -> dict[str, str]:
    boundaries = shelf.layer("boundaries")
    return {
        "software": __version__,
        "snapshot": now.id,
        "previous": then.id if then else "",
        "boundaries": boundaries.id if boundaries else "",
        "region": f"{region.slug} {' '.join(place.code for place in region.municipalities)}",
        "land": sha256_of(land) if land else "",
    }


def _built_from(target: Path) -> dict[str, str] | None:
    try:
        return labels.read(target).inputs
    except PromiseBroken:
        return None


def _label(
    identity: str,
    edition: Edition,
    inputs: dict[str, str],
    downloads: tuple[Download, ...],
    folder: Path,
) -> Label:
    now = edition.now.snapshot.manifest
    then = edition.then.snapshot.manifest if edition.then else None
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return Label(
        id=identity,
        schema=labels.SCHEMA,
        software=__version__,
        inputs=inputs,
        region=edition.region.slug,
        snapshot=now.id,
        previous=then.id if then else None,
        as_of=now.as_of,
        as_of_then=then.as_of if then else None,
        collected_at=now.collected_at.isoformat(),
        thresholds=tuple(threshold.label for threshold in DESIGN_THRESHOLDS),
        demonstration=now.demonstration or bool(then and then.demonstration),
        files=tuple(
            BundleFile(str(file.relative_to(folder)), sha256_of(file), file.stat().st_size)
            for file in files
        ),
        downloads=downloads,
    )

"""Sites: a municipality's own list of buildings, towers and land becomes a layer on the shelf."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from taskforce.collect.identity import as_of
from taskforce.collect.judgement import LARGEST_REJECTED_SHARE
from taskforce.collect.layers import Counts, Origin, counted, held_layer, layer_label
from taskforce.collect.outcome import Outcome, Tell, outcome_of, silently
from taskforce.collect.shelving import put_on_shelf
from taskforce.collect.workroom import workroom
from taskforce.siting.site_list.faults import Fault
from taskforce.siting.site_list.finishing import owner_of
from taskforce.siting.site_list.frozen import frozen_row
from taskforce.siting.site_list.listed import RejectedRow, SiteList
from taskforce.siting.site_list.reading import read_site_lists
from taskforce.snapshot.checksum import sha256_of
from taskforce.snapshot.frozen import Layer
from taskforce.snapshot.manifest import Manifest, SourceFile
from taskforce.snapshot.shelf import Shelf
from taskforce.sources.delivery import refuse_folders
from taskforce.tables.sites import SITES
from taskforce.vocabulary.errors import Refused

KIND = "sites"

_SHOWN = 5
_SEVERAL = "Kommuner og andre offentlige ejere"
_TITLE = "Offentlige ejendomme til master"


@dataclass(frozen=True, slots=True)
class SiteChoices:
    """How the user wants lists of sites to be taken in."""

    as_of: date | None = None
    municipality: str | None = None
    crs: str | None = None
    dry_run: bool = False
    allow_rejected: bool = False


_AS_IT_COMES = SiteChoices()


def collect_sites(
    shelf: Shelf,
    files: Sequence[Path],
    choices: SiteChoices = _AS_IT_COMES,
    *,
    tell: Tell = silently,
) -> Outcome:
    """Take in lists of sites; together they are the new layer, whatever stood there before.

    Parameters
    ----------
    shelf
        Where the layer is put. Where it holds boundaries, they tell the municipality of a site,
        and which sites lie in the sea.
    files
        CSV, XLSX, GeoPackage or GeoJSON, as docs/site-list.md describes.
    choices
        As-of date, whose lists they are, their grid, and what to do with rejected rows.
    tell
        Called with a word on what is being done.

    Returns
    -------
    Outcome
        `rows` counts the rows of the lists, `addresses` the sites that were taken in.

    Raises
    ------
    Refused
        A list cannot be read, or too many of its rows are wrong. Nothing was changed.
    """
    for file in files:
        refuse_folders(file)
    with workroom(shelf, dry_run=choices.dry_run):
        boundaries = shelf.layer("boundaries")
        label = _label(files, choices, boundaries)
        known = held_layer(shelf, label)
        if known:
            return outcome_of(known.manifest, unchanged=True, dry_run=choices.dry_run)
        tell(f"Reading {', '.join(file.name for file in files)}")
        found = read_site_lists(
            files,
            crs=choices.crs,
            boundaries=boundaries.file("boundaries") if boundaries else None,
            municipality=choices.municipality,
        )
        label = replace(counted(label, _counts(found)), allowed_rejected=_too_many(found))
        if not choices.dry_run:
            _refuse(found, allow_rejected=choices.allow_rejected)
            put_on_shelf(shelf, label, lambda folder: _write(found, folder))
    return _outcome(label, found, choices, boundaries)


def _label(files: Sequence[Path], choices: SiteChoices, boundaries: Layer | None) -> Manifest:
    sources = tuple(
        SourceFile(file.name, sha256_of(file), file.stat().st_size, 0) for file in files
    )
    publisher = owner_of(choices.municipality) if choices.municipality else _SEVERAL
    # The same list read in another way, or with other boundaries, is another layer.
    ways = (choices.municipality, choices.crs, boundaries.id if boundaries else None)
    label = layer_label(
        KIND,
        Origin(publisher, _TITLE, licence=""),
        sources,
        day=as_of(files, choices.as_of),
        layout=", ".join(["list of sites", *filter(None, ways)]),
    )
    return replace(label, layers={"boundaries": boundaries.id} if boundaries else {})


def _outcome(
    label: Manifest, found: SiteList, choices: SiteChoices, boundaries: Layer | None
) -> Outcome:
    assumed = sum(one.antenna_m is None for one in found.sites)
    notes = [note.en for note in found.notes]
    if assumed:
        notes.append(f"Sites without a height of antennas, given what is usual: {assumed:,}.")
    if boundaries is None:
        notes.append("There are no boundaries: municipalities as told, the sea is not known.")
    return outcome_of(
        label,
        dry_run=choices.dry_run,
        rejected_by_reason=_reasons(found),
        examples=tuple(rejected_row(one) for one in found.rejected[:_SHOWN]),
        notes=tuple(notes),
    )


def _counts(found: SiteList) -> Counts:
    accepted, rejected = len(found.sites), len(found.rejected)
    return Counts(accepted + rejected, accepted, rejected, kept=accepted)


def _reasons(found: SiteList) -> dict[str, int]:
    return dict(Counter(one.fault.value for one in found.rejected).most_common())


def _too_many(found: SiteList) -> bool:
    """Whether so much is wrong that the list is; a site that stands twice is not wrong."""
    wrong = sum(one.fault is not Fault.DUPLICATE for one in found.rejected)
    return wrong > LARGEST_REJECTED_SHARE * (len(found.sites) + len(found.rejected))


def _refuse(found: SiteList, *, allow_rejected: bool) -> None:
    if found.sites and (allow_rejected or not _too_many(found)):
        return
    first = found.rejected[0]
    listed = "; ".join(f"{reason} {count:,}" for reason, count in _reasons(found).items())
    rows = len(found.sites) + len(found.rejected)
    raise Refused(
        f"{len(found.rejected):,} of {rows:,} rows would be rejected "
        f"(at most {LARGEST_REJECTED_SHARE:.0%} may be). Reasons: {listed}. "
        f"{first.fault.sentence.en}",
        remedy=f"{first.remedy.en} --dry-run shows what would be rejected, "
        "--allow-rejected takes in the rest all the same.",
        file=first.file,
        row=first.row,
        column=first.column,
    )


def rejected_row(row: RejectedRow) -> dict[str, Any]:
    """A rejected row in words."""
    return {
        "file": row.file,
        "line": row.row,
        "column": row.column,
        "value": row.value,
        "reason": row.fault.value,
        "detail": f"{row.fault.sentence.en} {row.remedy.en}",
        "row": row.text,
    }


def _write(found: SiteList, folder: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    sites = pa.Table.from_pylist([frozen_row(one) for one in found.sites], SITES.schema())
    pq.write_table(sites, folder / f"{KIND}.parquet", compression="zstd")
    texts = [(name, pa.string()) for name in ("column", "value", "reason", "detail", "row")]
    schema = pa.schema([("file", pa.string()), ("line", pa.int64()), *texts])
    rows = pa.Table.from_pylist(list(_rejects(found)), schema)
    pq.write_table(rows, folder / "rejects.parquet", compression="zstd")


def _rejects(found: SiteList) -> Iterator[dict[str, Any]]:
    return (rejected_row(one) for one in found.rejected)

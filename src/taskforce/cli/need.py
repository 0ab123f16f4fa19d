"""`taskforce need`: how many addresses of each area lack proper internet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.answers import (
    count_option,
    format_option,
    number,
    origin,
    share,
    snapshot_option,
    threshold_option,
    write_csv,
    write_json,
    write_table,
)
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting

if TYPE_CHECKING:
    from taskforce.need.overview import AreaNeed, UseNeed
    from taskforce.snapshot.frozen import Snapshot

_COUNTS = ("addresses", "below", "unknown", "share_below")
_HEADINGS = ("Addresses", "Below", "Unknown", "Below, share of known")


@click.command(
    epilog="""\b
Examples:
  taskforce need --threshold 100/30
  taskforce need --threshold 1000/100 --by postcode --within 0360
  taskforce need --threshold 30/5 --count all --split-use --format csv
"""
)
@threshold_option()
@snapshot_option()
@count_option()
@click.option(
    "--by",
    type=click.Choice(["region", "municipality", "postcode", "hex"]),
    default="municipality",
    show_default=True,
    help="The areas to count by; hex is an H3 cell of resolution 8.",
)
@click.option("--within", metavar="CODE", help="Only this region or municipality, e.g. 0360.")
@click.option("--split-use", is_flag=True, help="Count homes, holiday homes and businesses apart.")
@format_option("csv")
@click.pass_obj
def command(
    shelf: Shelf,
    /,
    threshold: Threshold,
    snapshot_id: str,
    counting: str,
    form: str,
    **choice: Any,
) -> None:
    """Count the addresses without proper internet.

    An address is below when no counted technology alone reaches both speeds. Addresses that the
    source does not tell about are unknown: they stand apart and are never counted as below.
    """
    from taskforce.need.overview import overview

    snapshot = shelf.open(snapshot_id)
    chosen = Counting(counting)
    areas = overview(
        snapshot,
        threshold=threshold,
        counting=chosen,
        by=choice["by"],
        split_by_use=choice["split_use"],
        within=choice["within"],
    )
    if choice["within"] and not areas:
        raise Refused(
            f'{snapshot.id} has no address in "{choice["within"]}".',
            remedy="Give the code of a region (1085) or a municipality (0360).",
        )
    if form == "json":
        write_json([_as_object(area) for area in areas])
    elif form == "csv":
        columns = ("area", "name", *(("use",) if choice["split_use"] else ()), *_COUNTS)
        write_csv([record for area in areas for record in _as_records(area)], columns)
    else:
        _show(areas, _totals(snapshot, threshold, chosen, choice["within"]), threshold)
        click.echo(origin(snapshot, chosen))


def _as_object(area: AreaNeed) -> dict[str, Any]:
    content = {"area": area.area, "name": area.name, **_counts(area)}
    if area.uses is not None:
        content["uses"] = {use.value: _counts(need) for use, need in area.uses.items()}
    return content


def _as_records(area: AreaNeed) -> list[dict[str, Any]]:
    named = {"area": area.area, "name": area.name}
    if area.uses is None:
        return [{**named, **_counts(area)}]
    return [{**named, "use": use.value, **_counts(need)} for use, need in area.uses.items()]


def _counts(need: AreaNeed | UseNeed) -> dict[str, Any]:
    return {column: getattr(need, column) for column in _COUNTS}


def _totals(
    snapshot: Snapshot, threshold: Threshold, counting: Counting, within: str | None
) -> list[tuple[str, AreaNeed | UseNeed]]:
    """The sums to stand below the table: the own region's, and everything where there is more."""
    from taskforce.need.overview import UseNeed, overview
    from taskforce.vocabulary.places import load_region

    regions = overview(snapshot, threshold=threshold, counting=counting, by="region", within=within)
    whole = UseNeed(
        addresses=sum(region.addresses for region in regions),
        below=sum(region.below for region in regions),
        unknown=sum(region.unknown for region in regions),
    )
    own = [] if within else [one for one in regions if one.area == load_region().code]
    everything = [("All", whole)] if within or len(regions) > len(own) else []
    return [*((one.name, one) for one in own), *everything]


def _show(
    areas: Sequence[AreaNeed],
    totals: Sequence[tuple[str, AreaNeed | UseNeed]],
    threshold: Threshold,
) -> None:
    split = any(area.uses is not None for area in areas)
    blank = ("",) if split else ()
    rows = []
    for area in areas:
        rows.append((area.area, area.name, *blank, *_cells(area)))
        for use, need in (area.uses or {}).items():
            rows.append(("", "", use.label.en, *_cells(need)))
    write_table(
        f"Addresses below {threshold.label} Mbit/s",
        ("Area", "Name", *(("Use",) if split else ()), *_HEADINGS),
        rows,
        totals=[("", name, *blank, *_cells(need)) for name, need in totals],
    )


def _cells(need: AreaNeed | UseNeed) -> tuple[str, ...]:
    counts = (need.addresses, need.below, need.unknown)
    return (*map(number, counts), share(need.share_below))

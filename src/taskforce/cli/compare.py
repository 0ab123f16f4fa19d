"""`taskforce compare`: what changed between two snapshots, area by area or address by address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.answers import (
    count_option,
    format_option,
    number,
    threshold_option,
    write_csv,
    write_json,
    write_table,
)
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting, counted

if TYPE_CHECKING:
    from taskforce.need.change import AreaChange
    from taskforce.need.passages import AddressChange
    from taskforce.snapshot.frozen import Snapshot

_HEADINGS = {
    "below_before": "Below then",
    "gained": "Gained",
    "lost": "Lost",
    "newly_known": "Newly known",
    "no_longer_known": "No longer known",
    "new": "New",
    "gone": "Gone",
    "below_after": "Below now",
}
_DETAILS = (
    *("still_above", "still_below", "still_unknown", "gained", "lost"),
    *("newly_known_above", "newly_known_below"),
    *("no_longer_known_above", "no_longer_known_below"),
    *("new_above", "new_below", "new_unknown", "gone_above", "gone_below", "gone_unknown"),
)
_COLUMNS = ("area", "name", *dict.fromkeys((*_HEADINGS, *_DETAILS)))


@click.command(
    epilog="""\b
Examples:
  taskforce compare 2025-06-30 latest --threshold 100/30
  taskforce compare 2025 2026 --by postcode --format csv
  taskforce compare 2025 2026 --addresses --format csv > changed.csv
"""
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@threshold_option()
@count_option()
@click.option(
    "--by",
    type=click.Choice(["region", "municipality", "postcode", "hex"]),
    default="municipality",
    show_default=True,
    help="The areas to count by.",
)
@click.option("--addresses", is_flag=True, help="List every address whose standing differs.")
@format_option("csv")
@click.pass_obj
def command(
    shelf: Shelf,
    /,
    old: str,
    new: str,
    threshold: Threshold,
    counting: str,
    **choice: Any,
) -> None:
    """Say who gained and who lost proper internet between two snapshots.

    OLD and NEW are ids of snapshots, the beginning of one, or "latest". Gained: below then,
    above now. Lost: above then, below now. Addresses nobody knew of then or now stand apart.
    """
    then, now = shelf.open(old), shelf.open(new)
    question = {"threshold": threshold, "counting": Counting(counting), "by": choice["by"]}
    if choice["addresses"]:
        from taskforce.need.passages import changed_addresses

        _write_addresses(changed_addresses(then, now, **question), choice["form"])
    else:
        from taskforce.need.change import compare

        _write_areas(compare(then, now, **question), choice["form"], threshold)
    if choice["form"] == "table":
        click.echo(_origin(then, now, Counting(counting)))


def _write_areas(areas: Sequence[AreaChange], form: str, threshold: Threshold) -> None:
    records = [{column: getattr(area, column) for column in _COLUMNS} for area in areas]
    if form == "json":
        write_json(records)
    elif form == "csv":
        write_csv(records, _COLUMNS)
    else:
        sums = [number(sum(record[column] for record in records)) for column in _HEADINGS]
        write_table(
            f"Change of the addresses below {threshold.label} Mbit/s",
            ("Area", "Name", *_HEADINGS.values()),
            [
                (area.area, area.name, *(number(getattr(area, column)) for column in _HEADINGS))
                for area in areas
            ],
            totals=[("", "All", *sums)],
        )


def _write_addresses(changes: Sequence[AddressChange], form: str) -> None:
    records = [{**change._asdict(), "change": change.change} for change in changes]
    columns = (
        *("source_id", "road", "house_number", "postcode", "municipality"),
        *("area", "before", "after", "change"),
    )
    if form == "json":
        write_json(records)
    elif form == "csv":
        write_csv(records, columns)
    else:
        write_table(
            f"{number(len(records))} addresses whose standing differs",
            ("Area", "Name", "Change"),
            [(one.area, _called(one), one.change.replace("_", " ")) for one in changes],
        )


def _called(address: AddressChange) -> str:
    parts = (address.road, address.house_number, address.postcode)
    return " ".join(part for part in parts if part) or address.source_id


def _origin(then: Snapshot, now: Snapshot, counting: Counting) -> str:
    sides = [(one, counted(counting, one.technologies)) for one in (then, now)]
    told = "; ".join(
        f"{one.id} ({one.manifest.provenance.publisher}): "
        + (", ".join(each.label.en for each in technologies) or "nothing")
        for one, technologies in sides
    )
    sentence = f"Counted in {told}."
    if sides[0][1] != sides[1][1]:
        sentence += " The two do not report the same technologies: part of the change may be that."
    return sentence

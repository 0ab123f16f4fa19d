"""`taskforce growth`: how many addresses fall below what a household will need in a later year."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.answers import (
    count_option,
    format_option,
    number,
    origin,
    snapshot_option,
    threshold_option,
    write_csv,
    write_json,
    write_table,
)
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import Counting

if TYPE_CHECKING:
    from taskforce.need.growth import Outlook

_COUNTS = ("addresses", "below_today", "unknown_today", "below_then", "unknown_then")
_COLUMNS = ("area", "name", "year", "needed", *_COUNTS)


@click.command(
    epilog="""\b
Examples:
  taskforce growth --threshold 100/30 --year 2030
  taskforce growth --threshold 100/30 --year 2030 --rate charter
  taskforce growth --year 2035 --growth 20 --by postcode --format csv
"""
)
@click.option("--year", type=int, required=True, help="The year to look at.")
@threshold_option()
@click.option(
    "--rate",
    type=click.Choice(["fixed", "mobile", "charter"]),
    default="fixed",
    show_default=True,
    help="Yearly growth: the latest official figure for fixed lines or for mobile networks, or "
    "the 50 % of the taskforce's charter.",
)
@click.option("--growth", type=float, metavar="PERCENT", help="Any other yearly growth instead.")
@snapshot_option()
@count_option()
@click.option(
    "--by",
    type=click.Choice(["region", "municipality", "postcode", "hex"]),
    default="municipality",
    show_default=True,
    help="The areas to count by.",
)
@format_option("csv")
@click.pass_obj
def command(
    shelf: Shelf,
    /,
    year: int,
    threshold: Threshold,
    snapshot_id: str,
    form: str,
    **choice: Any,
) -> None:
    """Say how many lines of today will be too slow in a later year.

    The threshold is what a household needs in the year of the snapshot; the need grows by the
    yearly rate. What will be built until then is not foreseen.
    """
    from taskforce.need.growth import growth_rates, scenario

    rate = next(one for one in growth_rates() if one.slug == choice["rate"])
    given = choice["growth"]
    snapshot = shelf.open(snapshot_id)
    outlook = scenario(
        snapshot,
        threshold=threshold,
        yearly_growth=rate.yearly_growth if given is None else Decimal(str(given)) / 100,
        year=year,
        counting=Counting(choice["counting"]),
        by=choice["by"],
    )
    if form == "json":
        write_json(_records(outlook))
    elif form == "csv":
        write_csv(_records(outlook), _COLUMNS)
    else:
        _show(outlook)
        source = rate.figure.origin
        if given is None:
            click.echo(f"Growth: {source.publisher}, {source.title} ({rate.figure.period}).")
        click.echo(origin(snapshot, Counting(choice["counting"])))


def _records(outlook: Outlook) -> list[dict[str, Any]]:
    return [
        {
            "area": area.area,
            "name": area.name,
            "year": outlook.year,
            "needed": outlook.needed.label,
            **{column: getattr(area, column) for column in _COUNTS},
        }
        for area in outlook.areas
    ]


def _show(outlook: Outlook) -> None:
    sums = [number(sum(getattr(area, column) for area in outlook.areas)) for column in _COUNTS]
    write_table(
        f"With {outlook.yearly_growth:.1%} more a year, {outlook.threshold.label} Mbit/s today "
        f"is {outlook.needed.label} Mbit/s in {outlook.year}",
        (
            *("Area", "Name", "Addresses", "Below today", "Unknown today"),
            *(f"Below in {outlook.year}", f"Unknown in {outlook.year}"),
        ),
        [
            (area.area, area.name, *(number(getattr(area, column)) for column in _COUNTS))
            for area in outlook.areas
        ],
        totals=[("", "All", *sums)],
    )

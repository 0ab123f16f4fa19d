"""`taskforce demo`: make up a region, take it in like real data, and show it in the browser."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from taskforce.cli.demo_mobile import (
    calibrate_predictions,
    collected_mobile,
    compare_truths,
    rank_sites,
)
from taskforce.cli.serve import (
    PORT,
    answer,
    check_place,
    fill_demonstration,
    freeze_sites,
    point_at,
    prepare,
    publish,
)
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import Refused

if TYPE_CHECKING:
    from taskforce.collect.coverage import Choices
    from taskforce.collect.outcome import Outcome, Tell
    from taskforce.sources.demonstration.deliveries import Deliveries

ADDRESSES = 400_000
# The days that the made-up files speak of.
FIRST_DAY, OLDER_DAY, NEWEST_DAY = date(2015, 6, 30), date(2016, 6, 30), date(2023, 6, 30)
LAYERS_DAY = date(2023, 1, 1)

_CLOSING = """
DEMONSTRATIONSDATA: adresser, veje, hastigheder, bakker, master, målinger, steder, personer og
aftaler er opdigtede. Kun byer, postnumre, folketal, kysten og regionens andele i 2015 (66 %),
2016 (77 %) og 2023 (98 %) er virkelige.

  Åbn      {site}
  Prøv     at søge adressen "{address}"
           at skifte grænse til 1000/100, og årstal til 2016
           at vælge en kommune på kortet, og læse dens side
           at logge ind som konsulent, se hvem der er med, og hvor en mast hjælper flest

DEMONSTRATION DATA: addresses, roads, speeds, hills, masts, measurements, sites, people and
agreements are made up. Only towns, postcodes, populations, the coast and the region's shares of
2015 (66 %), 2016 (77 %) and 2023 (98 %) are real.

  Open     {site}en/
  Try      to search for the address "{address}"
           to choose the threshold 1000/100, and the year 2016
           to pick a municipality on the map, and read its page
           to sign in as the consultant, see who takes part, and where a mast helps most
  Or type  taskforce --shelf {shelf} need --threshold 100/30
           taskforce --shelf {shelf} mobile
           taskforce --shelf {shelf} sites rank --k 5 --municipality 0360

Log ind / sign in: {site}konto/login/

{accounts}

Ready in {seconds:.0f} seconds.
"""


@click.command(
    epilog="""\b
Examples:
  taskforce demo
  taskforce --shelf var/demo demo --addresses 20000 --no-serve
"""
)
@click.option(
    "--addresses",
    type=click.IntRange(500, 3_000_000),
    default=ADDRESSES,
    show_default=True,
    help="How many addresses to make up.",
)
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where the made-up files go.  [default: demonstration, beside the shelf]",
)
@click.option("--port", type=click.IntRange(1, 65_535), default=PORT, show_default=True)
@click.option("--no-serve", is_flag=True, help="Stop when everything is made.")
@click.pass_obj
def command(shelf: Shelf, addresses: int, folder: Path | None, port: int, no_serve: bool) -> None:
    """Make up a region in the official file layouts, collect it, and show it in the browser.

    Everything takes the road of real data. What was made before is used again.
    """
    started = monotonic()

    def tell(doing: str) -> None:
        click.echo(f"{monotonic() - started:6.1f} s  {doing}", err=True)

    if not no_serve:
        check_place("127.0.0.1", port)
    _refuse_real_data(shelf)
    files = _written(folder or shelf.root.parent / "demonstration", addresses, tell)
    for outcome in _collected(shelf, files, tell):
        tell(f"  {_in_words(outcome)}")
    tell("Making maps, figures and the address book")
    for day in (FIRST_DAY, OLDER_DAY, NEWEST_DAY):
        publish(shelf, day.isoformat())
    calibrate_predictions(shelf, tell)
    compare_truths(shelf, tell)
    tell("Filling the workspace with accounts, people and promises")
    _as_demonstration(shelf)
    accounts = fill_demonstration(files.sites.resolve())
    tell(f"Freezing the public sites: {freeze_sites()}")
    rank_sites(shelf, tell)
    click.echo(
        _CLOSING.format(
            site=f"http://localhost:{port}/",
            address=_first_address(files.addresses),
            shelf=shelf.root,
            accounts=accounts,
            seconds=monotonic() - started,
        )
    )
    if not no_serve:
        answer("127.0.0.1", port)


def _as_demonstration(shelf: Shelf) -> None:
    """Give the web a folder of its own, and debug on: nowhere else do the accounts work."""
    os.environ.setdefault("TASKFORCE_VAR", str(shelf.root.with_name(f"{shelf.root.name}-web")))
    os.environ.setdefault("TASKFORCE_DEBUG", "yes")
    os.environ.setdefault("TASKFORCE_CONTACT_EMAIL", "taskforce@example.org")
    point_at(shelf)
    prepare()


def _refuse_real_data(shelf: Shelf) -> None:
    """Made-up figures must never stand beside real ones."""
    if any(not snapshot.manifest.demonstration for snapshot in shelf.snapshots()):
        raise Refused(
            f"The shelf {shelf.root} holds real data; the demonstration would mix with it.",
            remedy="Give it a shelf of its own: taskforce --shelf var/demo demo",
        )


def _written(folder: Path, addresses: int, tell: Callable[[str], None]) -> Deliveries:
    from taskforce.sources.demonstration.areas import LAND
    from taskforce.sources.demonstration.deliveries import (
        already_written,
        deliveries_in,
        write_deliveries,
    )

    if already_written(folder, addresses=addresses):
        tell(f"The made-up files are in {folder} already")
        return deliveries_in(folder)
    tell(f"Making up {addresses:,} addresses in {folder}")
    if not LAND.exists():
        tell("  There is no map of the coast (make setup fetches it): land is what lies near towns")
    return write_deliveries(folder, addresses=addresses, tell=lambda name: tell(f"  {name}"))


def _collected(shelf: Shelf, files: Deliveries, tell: Tell) -> Iterator[Outcome]:
    """Take in the files in the order a consultant would: the layers, then each survey."""
    from taskforce.collect.boundaries import collect_boundaries
    from taskforce.collect.coverage import collect_coverage
    from taskforce.collect.register import collect_addresses
    from taskforce.collect.uses import collect_uses

    tell("Collecting boundaries, addresses and uses")
    yield collect_boundaries(shelf, files.boundaries, _as_of(LAYERS_DAY))
    yield collect_addresses(shelf, [files.addresses], _as_of(LAYERS_DAY))
    yield collect_uses(shelf, [files.uses], _as_of(LAYERS_DAY))
    tell("Collecting the survey of 2015")
    yield collect_coverage(shelf, files.coverage_first, _as_of(FIRST_DAY))
    tell("Collecting the survey of 2016")
    yield collect_coverage(shelf, files.coverage_then, _as_of(OLDER_DAY))
    tell("Collecting the survey of 2023")
    yield collect_coverage(shelf, [files.coverage_now], _as_of(NEWEST_DAY))
    tell("Collecting ground, masts and a drive test")
    yield from collected_mobile(shelf, files, NEWEST_DAY)


def _as_of(day: date) -> Choices:
    from taskforce.collect.coverage import Choices

    return Choices(as_of=day, demonstration=True)


def _in_words(outcome: Outcome) -> str:
    if outcome.unchanged:
        return f"{outcome.kind} {outcome.id}: on the shelf already"
    rejected = f", {outcome.rejected:,} rejected" if outcome.rejected else ""
    return f"{outcome.kind} {outcome.id}: {outcome.accepted:,} rows{rejected}"


def _first_address(register: Path) -> str:
    with register.open(encoding="utf-8", newline="") as lines:
        row = next(csv.DictReader(lines))
    return f"{row['vejnavn']} {row['husnr']}, {row['postnr']} {row['postnrnavn']}"

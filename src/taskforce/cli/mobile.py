"""`taskforce mobile`: who lacks mobile coverage, as reported, as measured and as predicted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from taskforce.cli.answers import format_option
from taskforce.cli.map_options import telling
from taskforce.cli.radio_options import service_option, signal_option, threads_option
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.signal import Service

if TYPE_CHECKING:
    from taskforce.report.mobile.overview import CellRow, MobileOverview


@click.command(
    epilog="""\b
Examples:
  taskforce mobile
  taskforce mobile --service voice --municipality 0360
  taskforce mobile --by cell --disagreement --format csv
  taskforce mobile --disagreement --format geojson > differ.geojson
"""
)
@click.option(
    "--by",
    type=click.Choice(["municipality", "cell"]),
    default="municipality",
    show_default=True,
    help="Municipalities, or H3 cells of 0.7 square kilometres. GeoJSON is always of cells.",
)
@click.option("--municipality", metavar="CODE", help="Only this one, e.g. 0360.")
@click.option("--disagreement", is_flag=True, help="Only where two truths differ.")
@service_option()
@signal_option(also="such an answer is not kept")
@threads_option()
@format_option("csv", "geojson")
@click.pass_obj
def command(  # noqa: PLR0913 - one for each option
    shelf: Shelf,
    /,
    *,
    by: str,
    municipality: str | None,
    disagreement: bool,
    service: str,
    threshold_dbm: float | None,
    threads: int,
    form: str,
) -> None:
    """Say who lacks mobile coverage: three truths side by side, and where they differ.

    Reported by the operators, measured, and predicted from the masts in use. What nobody knows
    is never 0. The overview is kept on the shelf for the web; from the same data it is made once.
    """
    from taskforce.cli.mobile_shown import Wanted, show

    overview, cells = _overview(shelf, Service(service), threshold_dbm, threads)
    if municipality is not None and overview.area(municipality) is None:
        raise WrongUse(
            f'There is no municipality "{municipality}" in {overview.region.name}.',
            remedy=f"Give one of: {', '.join(one.code for one in overview.areas)}.",
        )
    wanted = Wanted(municipality, differing=disagreement, by_cell=by == "cell")
    show(overview, cells, wanted, form)


def _overview(
    shelf: Shelf, service: Service, threshold_dbm: float | None, threads: int
) -> tuple[MobileOverview, tuple[CellRow, ...]]:
    from taskforce.report.mobile.asked import Asked
    from taskforce.report.mobile.making import up_to_date
    from taskforce.report.mobile.reckoning import overview

    with telling() as tell:
        if threshold_dbm in (None, service.threshold_dbm):
            return up_to_date(shelf, service, threads=threads, tell=tell)
        return overview(shelf, Asked(service, threshold_dbm), threads=threads, tell=tell)

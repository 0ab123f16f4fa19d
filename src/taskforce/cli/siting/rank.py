"""`taskforce sites rank`: which public sites would newly cover most homes and firms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.map_options import telling
from taskforce.cli.radio_options import service_option, signal_option, threads_option
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.signal import Service

if TYPE_CHECKING:
    from taskforce.report.ranking.ranking import Question


@click.command(
    epilog="""\b
Examples:
  taskforce sites rank --k 10
  taskforce sites rank --k 5 --municipality 0360 --force P-12 --forbid P-7
  taskforce sites rank --k 20 --budget 600000 --costs rent.csv
  taskforce sites rank --k 10 --need either --service voice --format geojson > chosen.geojson
"""
)
@click.option(
    "--k", type=click.IntRange(min=0), default=10, show_default=True, help="At most so many sites."
)
@click.option("--budget", type=click.IntRange(min=0), metavar="DKK", help="At most, per year.")
@click.option(
    "--costs",
    type=click.Path(path_type=Path),
    metavar="FILE.csv",
    help="What sites cost a year, for --budget: a CSV with the columns id,dkk.",
)
@click.option("--force", multiple=True, metavar="ID", help="In any case. Can be repeated.")
@click.option("--forbid", multiple=True, metavar="ID", help="Never. Can be repeated.")
@click.option("--municipality", metavar="CODE", help="Its homes, firms and sites only, e.g. 0360.")
@click.option(
    "--need",
    type=click.Choice(["reported", "predicted", "either", "fixed"]),
    default="reported",
    show_default=True,
    help="Who lacks coverage: by the operators (30/5 Mbit/s mobile), by the masts in use, by one "
    "of them, or who lacks a fixed line (100/30).",
)
@service_option()
@signal_option()
@threads_option()
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "csv", "geojson", "json"]),
    default="text",
    show_default=True,
    help="Text for reading; the others for machines.",
)
@click.pass_obj
def rank(shelf: Shelf, /, costs: Path | None, threads: int, form: str, **asked: Any) -> None:
    """Choose the public sites that would newly cover most homes and firms.

    Says how good the choice is: proven to be the best, or how near to it at least. The ranking is
    kept on the shelf for the web; a run that is stopped leaves the last one standing, and the
    next run goes on where it was.
    """
    from taskforce.cli.siting.ranked import show
    from taskforce.report.ranking.costs import read_costs
    from taskforce.report.ranking.keeping import keep
    from taskforce.report.ranking.reckoning import rank as ranked

    if costs and asked["budget"] is None:
        raise WrongUse("Costs change nothing without a budget.", remedy="Add --budget DKK.")
    given = read_costs(costs) if costs else {}
    with telling() as tell:
        ranking = ranked(shelf, _question(asked), costs_dkk=given, threads=threads, tell=tell)
        keep(shelf, ranking)
    show(ranking, form)


def _question(asked: dict[str, Any]) -> Question:
    from taskforce.report.ranking.ranking import Question

    service = Service(asked["service"])
    threshold_dbm = asked["threshold_dbm"]
    return Question(
        municipality=asked["municipality"],
        need=asked["need"],
        service=service,
        threshold_dbm=service.threshold_dbm if threshold_dbm is None else threshold_dbm,
        k=asked["k"],
        budget_dkk=asked["budget"],
        forced=tuple(dict.fromkeys(asked["force"])),
        forbidden=tuple(dict.fromkeys(asked["forbid"])),
    )

"""`taskforce predict footprint`: how far a mast would reach, in files and in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.map_options import telling
from taskforce.cli.predicting.account import account_options
from taskforce.cli.predicting.places import LonLatType
from taskforce.cli.radio_options import service_option, signal_option, threads_option
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import WrongUse

if TYPE_CHECKING:
    from taskforce.cli.predicting.senders import Sender
    from taskforce.prediction.terrain import Terrain

ENDINGS = ("asc", "tif", "csv", "geojson")


@click.command(
    epilog="""\b
Examples:
  taskforce predict footprint --site P-12
  taskforce predict footprint --site P-12 --out silo.asc --out silo.geojson
  taskforce predict footprint --mast M-627788-6177226 --service voice --json
  taskforce predict footprint --at 11.556,55.431 --height 36 --radius 10 --out here.tif
  taskforce predict footprint --site P-12 --mhz 700 --mhz 800 --power-dbm 43
  taskforce predict footprint --all --out footprints --as asc --as csv
"""
)
@click.option("--site", metavar="ID", help="A public site on the shelf.")
@click.option("--mast", metavar="ID", help="A mast of the register, with its own bands.")
@click.option("--at", type=LonLatType(), metavar="LON,LAT", help="Any place; asks for --height.")
@click.option("--all", "every", is_flag=True, help="Every public site; asks for --out FOLDER.")
@click.option(
    "--height", "height_m", type=float, metavar="M", help="Of the antennas over the ground."
)
@click.option(
    "--radius",
    "radius_km",
    type=click.FloatRange(0.1, 100),
    default=20.0,
    show_default=True,
    help="How far to predict, km.",
)
@service_option()
@signal_option()
@account_options()
@click.option(
    "--out",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Ending in .asc, .tif, .csv or .geojson. Can be repeated. With --all, a folder.",
)
@click.option(
    "--as",
    "forms",
    multiple=True,
    type=click.Choice(ENDINGS),
    default=("asc", "csv"),
    show_default=True,
    help="With --all: which files to write for each site.",
)
@threads_option()
@click.option("--json", "as_json", is_flag=True, help="The summary as JSON, for machines.")
@click.pass_obj
def footprint(shelf: Shelf, /, every: bool, as_json: bool, **asked: Any) -> None:
    """Predict how far a mast would reach: likely, uncertain and unlikely coverage.

    Rasters hold the signal (RSRP outdoors, dBm); cells hold signal, margin and tier as well.
    A run over all sites that was stopped goes on where it was.
    """
    from taskforce.prediction.terrain_layer import terrain_on

    _refuse_contradictions(every, asked)
    terrain = terrain_on(shelf)
    if every:
        _all(shelf, terrain, asked, as_json=as_json)
    else:
        _one(shelf, terrain, asked, as_json=as_json)


def _refuse_contradictions(every: bool, asked: dict[str, Any]) -> None:
    named = [one for one in ("site", "mast", "at") if asked[one] is not None]
    if len(named) + every != 1:
        raise WrongUse(
            "Exactly one mast is asked about.",
            remedy="Give one of --site, --mast, --at and --all.",
        )
    if asked["at"] is not None and asked["height_m"] is None:
        raise WrongUse(
            "How high the antennas would hang is not told.", remedy="Give --height, metres."
        )
    if every and len(asked["out"]) != 1:
        raise WrongUse("Many footprints need one folder.", remedy="Give --out FOLDER once.")
    if every and asked["height_m"] is not None:
        raise WrongUse("Sites have heights of their own.", remedy="Leave --height out.")


def _one(shelf: Shelf, terrain: Terrain, asked: dict[str, Any], *, as_json: bool) -> None:
    from taskforce.cli.predicting.footprint_question import question_of
    from taskforce.cli.predicting.footprint_text import show
    from taskforce.prediction.footprint import footprint as predicted
    from taskforce.report.footprint.told import told
    from taskforce.report.footprint.writing import refuse_unknown, write

    refuse_unknown(asked["out"])
    question = question_of(shelf, _sender(shelf, terrain, asked), asked)
    found = predicted(terrain, question.transmitter, question.radio, threads=asked["threads"])
    summary = told(found, question, terrain)
    write(asked["out"], found, summary)
    show(summary, as_json=as_json, files=asked["out"])


def _all(shelf: Shelf, terrain: Terrain, asked: dict[str, Any], *, as_json: bool) -> None:
    from taskforce.cli.predicting.footprint_question import question_of
    from taskforce.cli.predicting.footprint_text import show_all
    from taskforce.cli.predicting.senders import site_senders
    from taskforce.report.footprint.writing import written

    folder: Path = asked["out"][0]
    folder.mkdir(parents=True, exist_ok=True)
    endings = [f".{one}" for one in dict.fromkeys(asked["forms"])]
    senders, sites = site_senders(shelf, terrain)
    done = []
    with telling() as tell:
        for number, sender in enumerate(senders, start=1):
            tell(f"{number:,} of {len(senders):,}: {sender.transmitter.id}")
            question = question_of(shelf, sender, asked)
            done.append(
                written(folder, question, terrain, endings=endings, threads=asked["threads"])
            )
    show_all(done, sites.left_out, folder, as_json=as_json)


def _sender(shelf: Shelf, terrain: Terrain, asked: dict[str, Any]) -> Sender:
    from taskforce.cli.predicting.senders import (
        mast_sender,
        place_sender,
        site_sender,
        with_height,
    )

    if asked["at"] is not None:
        return place_sender(asked["at"], asked["height_m"])
    if asked["site"] is not None:
        return with_height(site_sender(shelf, terrain, asked["site"]), asked["height_m"])
    return with_height(mast_sender(shelf, asked["mast"]), asked["height_m"])

"""`taskforce predict explain`: why the signal of a mast is as strong as it is at an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from taskforce.cli.answers import format_option, write_json
from taskforce.cli.predicting.places import LonLatType, Place
from taskforce.cli.radio_options import service_option, signal_option
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.signal import Service

if TYPE_CHECKING:
    from taskforce.cli.predicting.senders import Sender
    from taskforce.prediction.explanation import Asked
    from taskforce.report.signal.ground import Ground

_USES = ("outdoor", "in_car", "traditional_house", "efficient_house")


@click.command(
    epilog="""\b
Examples:
  taskforce predict explain --site P-12 --at 11.556,55.431
  taskforce predict explain --site P-12 --address "Skovvej 4, 4180"
  taskforce predict explain --mast M-655000-6145000 --at 11.556,55.431 --use in_car
  taskforce predict explain --site P-12 --at 11.556,55.431 --band 1800 --format json
"""
)
@click.option("--site", metavar="ID", help="A public site on the shelf.")
@click.option("--mast", metavar="ID", help="A mast of the register, with its own bands.")
@click.option("--at", type=LonLatType(), metavar="LON,LAT", help="Where the telephone is.")
@click.option("--address", metavar="TEXT", help="An address instead, as one writes it.")
@click.option(
    "--height", "height_m", type=float, metavar="M", help="Antennas at this height instead."
)
@click.option("--band", "frequency_mhz", type=float, metavar="MHZ", help="Not the strongest band.")
@click.option(
    "--use",
    type=click.Choice(_USES),
    default=_USES[0],
    show_default=True,
    help="Where the telephone is used.",
)
@service_option()
@signal_option()
@format_option()
@click.pass_obj
def explain(shelf: Shelf, /, form: str, **given: Any) -> None:
    """Explain the signal of one mast at one place, line by line.

    Tells the ground between, what stands in the way, every gain and loss, and how sure it is.
    """
    from taskforce.cli.predicting.explained_text import show
    from taskforce.report.signal.as_object import as_object
    from taskforce.report.signal.ground import ground_on

    _refuse_contradictions(given)
    ground = ground_on(shelf)
    sender = _sender(shelf, ground, given)
    name, place = _place(shelf, given)
    found = ground.explain(sender.transmitter, place, sender.radio, asked=_asked(given))
    if form == "json":
        heard = {"mast_name": sender.name, "height_assumed": sender.height_assumed, "at": name}
        write_json({**as_object(found, ground), **heard})
    else:
        show(found, ground, sender=sender, at=name)


def _refuse_contradictions(given: dict[str, Any]) -> None:
    if (given["site"] is None) == (given["mast"] is None):
        raise WrongUse("Exactly one mast is asked about.", remedy="Give --site or --mast.")
    if (given["at"] is None) == (given["address"] is None):
        raise WrongUse("Exactly one place is asked about.", remedy="Give --at or --address.")


def _sender(shelf: Shelf, ground: Ground, given: dict[str, Any]) -> Sender:
    from taskforce.cli.predicting.senders import mast_sender, site_sender, with_height

    if given["site"] is not None:
        sender = site_sender(shelf, ground.terrain, given["site"])
    else:
        sender = mast_sender(shelf, given["mast"])
    return with_height(sender, given["height_m"])


def _place(shelf: Shelf, given: dict[str, Any]) -> tuple[str, Place]:
    from taskforce.cli.predicting.addresses import address_place

    if given["address"] is not None:
        return address_place(shelf, given["address"])
    east, north = given["at"]
    return f"{east:.0f}, {north:.0f} (EPSG:25832)", given["at"]


def _asked(given: dict[str, Any]) -> Asked:
    from taskforce.prediction.budget import Use
    from taskforce.prediction.explanation import Asked

    return Asked(
        service=Service(given["service"]),
        threshold_dbm=given["threshold_dbm"],
        use=Use(given["use"]),
        frequency_mhz=given["frequency_mhz"],
    )

"""Which mast is asked about on the command line: a public site, a mast in use, or a bare place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from taskforce.cli.predicting.places import Place
from taskforce.prediction.radio import Radio, Transmitter
from taskforce.vocabulary.errors import Refused, WrongUse

if TYPE_CHECKING:
    from taskforce.prediction.known_masts import KnownMast
    from taskforce.prediction.terrain import Terrain
    from taskforce.report.ranking.candidates import Sites
    from taskforce.snapshot.frozen import Layer
    from taskforce.snapshot.shelf import Shelf

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Sender:
    """A mast to predict: `height_assumed` says that nobody told how high its antennas hang.

    `layer` is what it was read from, None for a bare place.
    """

    transmitter: Transmitter
    name: str
    radio: Radio
    height_assumed: bool
    layer: Layer | None = None


def site_senders(shelf: Shelf, terrain: Terrain) -> tuple[tuple[Sender, ...], Sites]:
    """All public sites that can be predicted, and with them those that cannot, each with why."""
    from taskforce.report.ranking.candidates import sites_of

    layer = shelf.needed("sites")
    sites = sites_of(layer, terrain, None)
    pairs = zip(sites.candidates, sites.transmitters, strict=True)
    senders = tuple(
        Sender(transmitter, one.name, Radio(), one.antenna_assumed, layer)
        for one, transmitter in pairs
    )
    return senders, sites


def site_sender(shelf: Shelf, terrain: Terrain, site: str) -> Sender:
    """One public site, by its id."""
    senders, sites = site_senders(shelf, terrain)
    return senders[sites.number(site)]


def mast_sender(shelf: Shelf, mast: str) -> Sender:
    """One mast of the register, in use or planned, by its id; with its own bands."""
    from taskforce.prediction.known_masts import known_masts
    from taskforce.report.ranking.standing_masts import radio_of

    layer = shelf.needed("masts")
    found = known_masts(layer)
    one = next((each for each in found if each.id == mast), None)
    if one is None:
        some = ", ".join(each.id for each in found[:_NAMED])
        raise WrongUse(
            f'There is no mast "{mast}" among the {len(found):,} of {layer.id}.',
            remedy=f"Their ids look like: {some}.",
        )
    radio = radio_of(one, Radio())
    if not radio.bands:
        raise Refused(
            f"{mast} sends outside 30 to 6000 MHz only, where the radio model does not hold."
        )
    return Sender(one.transmitter, _named(one), radio, height_assumed=True, layer=layer)


def place_sender(place: Place, height_m: float) -> Sender:
    """A mast that could stand at a place."""
    name = f"a mast at {place[0]:.0f}, {place[1]:.0f}"
    return Sender(Transmitter("here", *place, height_m), name, Radio(), height_assumed=False)


def with_height(sender: Sender, height_m: float | None) -> Sender:
    """The same mast with antennas at another height over the ground; None leaves it as it is."""
    if height_m is None:
        return sender
    transmitter = replace(sender.transmitter, height_m=height_m)
    return replace(sender, transmitter=transmitter, height_assumed=False)


def _named(mast: KnownMast) -> str:
    serves = "a mast" if mast.mobile else "a mast that serves no telephones"
    return f"{serves}, planned" if mast.planned else f"{serves}, in use"

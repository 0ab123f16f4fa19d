"""An address on the command line: found in what was made for the web, or pointed out as unclear."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from taskforce.vocabulary.coordinates import to_metric
from taskforce.vocabulary.errors import NotOnShelf, Refused, WrongUse

if TYPE_CHECKING:
    from taskforce.report.answer import AddressHit
    from taskforce.report.bundle import Bundle
    from taskforce.snapshot.shelf import Shelf

_MOST, _NAMED = 50, 5


def address_place(shelf: Shelf, text: str) -> tuple[str, tuple[float, float]]:
    """The name of an address, and its easting and northing.

    Parameters
    ----------
    shelf
        With a bundle: addresses are looked up in it.
    text
        Street, number and postcode in any order, or the publisher's own id.

    Returns
    -------
    str, tuple of float
        The whole address, and EPSG:25832.

    Raises
    ------
    NotOnShelf
        Nothing has been made for the web yet.
    WrongUse
        No address fits, or several do.
    Refused
        The address has no coordinates.
    """
    from taskforce.report.bundle import Bundles

    bundle = Bundles(shelf.root).latest()
    if bundle is None:
        raise NotOnShelf(
            "Addresses are looked up in what the web shows, and nothing has been made for it yet.",
            remedy="Make it first: taskforce report. Or give a point: --at LON,LAT.",
        )
    known = bundle.address(text) or bundle.address(_found(bundle, text).id)
    if known is None or known.longitude is None or known.latitude is None:
        raise Refused(
            f'"{text}" has no coordinates in the source.', remedy="Give a point: --at LON,LAT."
        )
    east, north = to_metric(np.array([known.longitude]), np.array([known.latitude]))
    return known.address.label, (float(east[0]), float(north[0]))


def _found(bundle: Bundle, text: str) -> AddressHit:
    hits = bundle.search(text, _MOST)
    chosen = _exact(hits, text) if len(hits) > 1 else list(hits)
    if len(chosen) == 1:
        return chosen[0]
    if not hits:
        raise WrongUse(f'No address fits "{text}".', remedy="Write street, number and postcode.")
    some = "; ".join(one.label for one in hits[:_NAMED])
    raise WrongUse(
        f'Several addresses fit "{text}": {some}{"; …" if len(hits) > _NAMED else "."}',
        remedy="Add the house number and the postcode.",
    )


def _exact(hits: tuple[AddressHit, ...], text: str) -> list[AddressHit]:
    """Those with the very number: 8 is not 8H."""
    from taskforce.report.spelling import house_parts, read_query

    asked = read_query(text)
    return [one for one in hits if house_parts(one.house_number) == (asked.house, asked.letter)]

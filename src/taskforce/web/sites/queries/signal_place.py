"""The place where somebody asks for a site's signal: an address that was found, or a point."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from django.utils.translation import gettext

from taskforce.report.answer import AddressHit
from taskforce.report.bundle import Bundle
from taskforce.vocabulary.coordinates import to_metric
from taskforce.web.frame.edition import latest
from taskforce.web.frame.templatetags.numbers import number

_MOST_HITS = 30
_NOWHERE = float("nan")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked: words of an address, else a point, else an address by its id."""

    words: str = ""
    at: tuple[float, float] | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its name; NaN where an address has no coordinates.

    `address` is its id, "" for a point.
    """

    label: str
    longitude: float
    latitude: float
    address: str = ""

    @property
    def metric(self) -> tuple[float, float]:
        """Easting and northing, EPSG:25832."""
        east, north = to_metric(np.array([self.longitude]), np.array([self.latitude]))
        return float(east[0]), float(north[0])


@dataclass(frozen=True, slots=True)
class Found:
    """A place, or the addresses that may be meant; neither where nothing was asked or found.

    `unknown` is what was asked for in vain. `look_up` is false where no addresses are published.
    """

    spot: Spot | None = None
    hits: tuple[AddressHit, ...] = ()
    unknown: str = ""
    look_up: bool = True

    @property
    def single(self) -> str:
        """The id of the only address that fits; "" where there is not just one."""
        return self.hits[0].id if len(self.hits) == 1 else ""


def found(wanted: Wanted) -> Found:
    """Find the place that is meant."""
    bundle = latest()
    if wanted.words and bundle:
        hits = bundle.search(wanted.words, _MOST_HITS)
        return Found(hits=hits, unknown="" if hits else wanted.words)
    if wanted.at is not None:
        return Found(_point(*wanted.at), look_up=bundle is not None)
    if wanted.address and bundle:
        spot = _address(bundle, wanted.address)
        return Found(spot, unknown="" if spot else wanted.address)
    return Found(look_up=bundle is not None)


def _point(longitude: float, latitude: float) -> Spot:
    told = {"north": number(latitude, 4), "east": number(longitude, 4)}
    return Spot(gettext("%(north)s N, %(east)s E") % told, longitude, latitude)


def _address(bundle: Bundle, identity: str) -> Spot | None:
    known = bundle.address(identity)
    if known is None:
        return None
    here = (known.longitude, known.latitude)
    longitude, latitude = (_NOWHERE if part is None else part for part in here)
    return Spot(known.address.label, longitude, latitude, identity)

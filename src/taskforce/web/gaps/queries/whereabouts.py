"""Where a report is about: an address, a point, or no more than a municipality."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from taskforce.vocabulary.hexagons import hex_cells
from taskforce.web.frame.edition import latest
from taskforce.web.people.models import Organisation
from taskforce.web.people.routing import Place, Subject, ask
from taskforce.web.sites.queries.signal_place import Spot

# Five decimals are a metre; more would only tell how the address was looked up.
_DECIMALS = 5


@dataclass(frozen=True, slots=True)
class Where:
    """A place of the region; `codes` are its municipality, then those across a border close by."""

    label: str
    codes: tuple[str, ...]
    longitude: float | None = None
    latitude: float | None = None
    address: str = ""

    @property
    def cell(self) -> str:
        """The hexagon of some 0.7 square kilometres that it lies in; "" where nobody knows."""
        if self.longitude is None or self.latitude is None:
            return ""
        return cell_of(self.longitude, self.latitude)


def cell_of(longitude: float, latitude: float) -> str:
    """The usual name of the hexagon around a point."""
    return f"{hex_cells(np.array([longitude]), np.array([latitude]))[0]:x}"


def where_of_spot(spot: Spot) -> Where | None:
    """Whose a place is; None outside the region, or where nobody can tell."""
    bundle = latest()
    known = bundle.address(spot.address) if bundle and spot.address else None
    code = known.address.municipality if known else ""
    unknown = math.isnan(spot.longitude)
    east = None if unknown else round(spot.longitude, _DECIMALS)
    north = None if unknown else round(spot.latitude, _DECIMALS)
    routed = ask(Subject.INTERNET, Place(code, east, north), bundle=bundle)
    codes = _ours([one.code for one in routed.whom])
    return Where(spot.label, codes, east, north, spot.address) if codes else None


def where_of_municipality(code: str, words: str) -> Where | None:
    """An address that nobody knows, in a municipality that was chosen."""
    codes = _ours([code])
    return Where(words, codes) if codes else None


def _ours(codes: list[str]) -> tuple[str, ...]:
    """Those that have a point of entry here; a neighbour outside the region has none."""
    known = set(Organisation.objects.filter(code__in=codes).values_list("code", flat=True))
    return tuple(code for code in codes if code in known) if codes[:1] and codes[0] in known else ()

"""What lies around a case: the part of the map to show, and the addresses in it."""

from __future__ import annotations

from taskforce.report.bundle import Bundle
from taskforce.report.figures import Bounds
from taskforce.web.cases.models import Case
from taskforce.web.cases.places.shape import Position, positions

# Some 400 metres in degrees, at this latitude.
_EAST, _NORTH = 0.0064, 0.0036
_MOST = 1500
# A box as large as a municipality would show dots without end.
_WIDEST = 0.12


def view_of(case: Case, bundle: Bundle) -> Bounds | None:
    """Where the case is; else where its words say it is; else its municipality, or the region."""
    if case.shape is not None:
        return _around(positions(case.shape))
    found = _by_words(case, bundle)
    if found is not None:
        return _around([found])
    area = bundle.area(case.municipality.code)
    return (area.bounds if area else None) or bundle.region().bounds


def addresses_in(view: Bounds, bundle: Bundle) -> list[list[str | float]]:
    """Place and door of every address in view, so that one knows where one is."""
    if view.east - view.west > _WIDEST:
        return []
    return [
        [one.longitude, one.latitude, one.road or "", one.house_number or ""]
        for one in bundle.addresses_around(view, _MOST)
    ]


def _by_words(case: Case, bundle: Bundle) -> Position | None:
    hits = bundle.search(f"{case.whereabouts} {case.municipality.name}", 5)
    there = (one for one in hits if one.municipality == case.municipality.code)
    hit = next(there, None)
    found = bundle.address(hit.id) if hit and case.whereabouts else None
    if found is None or found.longitude is None or found.latitude is None:
        return None
    return found.longitude, found.latitude


def _around(places: list[Position]) -> Bounds:
    easts, norths = [one[0] for one in places], [one[1] for one in places]
    return Bounds(
        min(easts) - _EAST, min(norths) - _NORTH, max(easts) + _EAST, max(norths) + _NORTH
    )

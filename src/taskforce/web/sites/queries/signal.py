"""The signal of a site at a place: explained, or why it cannot be."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings

from taskforce.prediction.explanation import Asked, Explained
from taskforce.prediction.hindrance import Hindrance
from taskforce.prediction.radio import Radio, Transmitter
from taskforce.report.signal.ground import Ground, ground_on
from taskforce.snapshot.shelf import Shelf
from taskforce.web.sites.queries.shown import ShownSite
from taskforce.web.sites.queries.signal_place import Spot


@dataclass(frozen=True, slots=True, eq=False)
class Signal:
    """Either `found`, or the hindrance; with what it was reckoned on."""

    site: ShownSite
    spot: Spot
    ground: Ground
    found: Explained | None
    hindrance: Hindrance | None
    away_km: float | None
    farthest_km: float


def signal_of(site: ShownSite, spot: Spot, asked: Asked) -> Signal:
    """Explain the signal with what the reader may know of the site, and nothing else."""
    ground, radio = ground_on(Shelf(settings.SHELF)), Radio()
    foot = Spot(site.name, site.longitude, site.latitude).metric
    mast, place = Transmitter(site.number, *foot, site.top_m), spot.metric
    hinders = ground.hinders(mast, place, radio)
    away_m = ((place[0] - foot[0]) ** 2 + (place[1] - foot[1]) ** 2) ** 0.5
    return Signal(
        site=site,
        spot=spot,
        ground=ground,
        found=None if hinders else ground.explain(mast, place, radio, asked=asked),
        hindrance=hinders,
        away_km=away_m / 1000.0 if hinders is Hindrance.TOO_FAR else None,
        farthest_km=radio.radius_m / 1000.0,
    )

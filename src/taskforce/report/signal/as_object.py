"""An explained signal for machines: the answer first, then everything it comes from."""

from __future__ import annotations

from typing import Any

from taskforce import __version__
from taskforce.prediction.explanation import Explained
from taskforce.prediction.explanation_words import in_the_way, notes, verdict
from taskforce.prediction.sight import Profile
from taskforce.report.codec import plain
from taskforce.report.ranking.grounds import assumptions_of_prediction
from taskforce.report.signal.ground import Ground
from taskforce.vocabulary.certainty import Certainty

_SERIES = ("distance_m", "ground_m", "cover_m", "bulge_m", "sight_m", "zone_m")


def as_object(found: Explained, ground: Ground) -> dict[str, Any]:
    """The signal, its account, its profile and its sources.

    Parameters
    ----------
    found, ground
        The signal explained, and what it was explained with.

    Returns
    -------
    dict
        Plain values. Units stand in the names: dBm, dB, m, MHz. `profile.cover_m` is null where
        trees and houses are not known.
    """
    asked = found.asked
    return {
        "verdict": plain(verdict(found)),
        "in_the_way": plain(in_the_way(found)),
        "notes": plain(notes(found)),
        "signal_dbm": found.signal_dbm,
        "threshold_dbm": asked.enough_dbm,
        "margin_db": found.margin_db,
        "tier": found.tier.value,
        "spread_db": asked.spread_db,
        "calibrated": asked.calibrated,
        "service": asked.service.value,
        "use": asked.use.value,
        "frequency_mhz": found.band.frequency_mhz,
        "mast": plain(found.transmitter),
        "place": {"easting_m": found.place[0], "northing_m": found.place[1]},
        "distance_m": found.distance_m,
        "terrain": {"mode": found.terrain.value, **plain(found.terrain.label)},
        "obstruction": plain(found.obstruction),
        "terms": plain(found.terms),
        "bands": [
            {
                "frequency_mhz": one.band.frequency_mhz,
                "signal_dbm": one.signal_dbm,
                "tier": one.tier.value,
            }
            for one in found.by_band
        ],
        "uses": plain(found.by_use),
        "assumptions": plain(assumptions_of_prediction(found.radio)),
        "profile": _profile(found.profile, knows_cover=found.knows_cover),
        "inputs": plain(ground.inputs),
        "certainty": Certainty.CALCULATED.value,
        "method": "ITU-R P.1812-8",
        "software": __version__,
        "demonstration": found.demonstration,
    }


def _profile(profile: Profile, *, knows_cover: bool) -> dict[str, list[float] | None]:
    told: dict[str, list[float] | None] = {
        name: [round(float(metres), 2) for metres in getattr(profile, name)] for name in _SERIES
    }
    return told if knows_cover else {**told, "cover_m": None}

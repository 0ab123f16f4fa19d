"""How strong a mobile signal is, what it is enough for, and how sure a prediction of it can be."""

from __future__ import annotations

from enum import StrEnum

from taskforce.vocabulary.text import Text


class Service(StrEnum):
    """What a telephone is asked to do; each needs its own strength of signal."""

    VOICE = "voice"
    DATA = "data"

    @property
    def threshold_dbm(self) -> float:
        """The reference signal (RSRP) that is enough outdoors.

        No official Danish figure was found: these are inputs that the user can change.
        """
        return _THRESHOLDS_DBM[self]

    @property
    def label(self) -> Text:
        return _SERVICES[self]


class Tier(StrEnum):
    """What a predicted signal lets one say, instead of a false edge on a map."""

    LIKELY = "likely"
    UNCERTAIN = "uncertain"
    UNLIKELY = "unlikely"

    @property
    def label(self) -> Text:
        return _TIERS[self]


class Generation(StrEnum):
    """The generation of a mobile network, as a telephone shows it."""

    G2 = "2G"
    G3 = "3G"
    G4 = "4G"
    G5 = "5G"


# A typical error of a prediction along one path; measurements of the region replace it.
TYPICAL_SPREAD_DB = 8.0

_THRESHOLDS_DBM = {Service.VOICE: -110.0, Service.DATA: -100.0}

_SERVICES = {
    Service.VOICE: Text("Tale", "Voice"),
    Service.DATA: Text("Data", "Data"),
}

_TIERS = {
    Tier.LIKELY: Text("Sandsynlig dækning", "Coverage is likely"),
    Tier.UNCERTAIN: Text("Usikker dækning", "Coverage is uncertain"),
    Tier.UNLIKELY: Text("Dækning er usandsynlig", "Coverage is unlikely"),
}


def tier_of(margin_db: float, spread_db: float = TYPICAL_SPREAD_DB) -> Tier:
    """Say what a margin over the threshold is worth, given the spread of the prediction."""
    if margin_db >= spread_db:
        return Tier.LIKELY
    return Tier.UNCERTAIN if margin_db >= -spread_db else Tier.UNLIKELY

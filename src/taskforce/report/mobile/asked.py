"""What an overview of mobile need is asked for, and how it is known again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from taskforce import __version__
from taskforce.report.codec import plain
from taskforce.report.ranking.question import STRONGEST_DBM, WEAKEST_DBM
from taskforce.report.ranking.ranking import Input
from taskforce.snapshot.checksum import fingerprint
from taskforce.vocabulary.errors import WrongUse
from taskforce.vocabulary.signal import TYPICAL_SPREAD_DB, Service


@dataclass(frozen=True, slots=True)
class Asked:
    """A signal of `threshold_dbm` (RSRP outdoors) is enough for `service`.

    Raises
    ------
    WrongUse
        The threshold is no signal that a telephone reports.
    """

    service: Service = Service.DATA
    threshold_dbm: float = Service.DATA.threshold_dbm

    def __post_init__(self) -> None:
        if not WEAKEST_DBM <= self.threshold_dbm <= STRONGEST_DBM:
            raise WrongUse(
                f"{self.threshold_dbm:g} dBm is no signal that a telephone reports.",
                remedy="Give a threshold such as -100: RSRP in dBm, below zero.",
            )

    @classmethod
    def usual(cls, service: Service) -> Asked:
        """The service at its usual threshold."""
        return cls(service, service.threshold_dbm)


@dataclass(frozen=True, slots=True)
class Spread:
    """How far off a prediction usually is, and whether that was measured in the region."""

    db: float = TYPICAL_SPREAD_DB
    calibrated: bool = False


def print_of(asked: Asked, spread: Spread, inputs: Sequence[Input]) -> str:
    """The same question to the same data has the same eight letters on any day.

    Parameters
    ----------
    asked, spread, inputs
        All that the answer depends on, beside the software.

    Returns
    -------
    str
        The end of the overview's id.
    """
    content = json.dumps(plain((asked, spread, tuple(inputs))), sort_keys=True)
    return fingerprint(content, __version__)[:8]

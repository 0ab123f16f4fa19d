"""What a ranking rests on: the data it was made from, and what the prediction takes for granted."""

from __future__ import annotations

from collections.abc import Sequence

from taskforce.prediction.budget import Budget, Use
from taskforce.prediction.budget_terms import all_terms
from taskforce.prediction.known_masts import ASSUMED_ANTENNA_M
from taskforce.prediction.radio import Radio
from taskforce.report.ranking.ranking import Assumption, Candidate, Input
from taskforce.snapshot.frozen import Frozen


def input_of(frozen: Frozen) -> Input:
    """What was read, with its day, its publisher and how sure it is.

    Parameters
    ----------
    frozen
        A snapshot or a layer.

    Returns
    -------
    Input
    """
    label = frozen.manifest
    told = label.provenance
    return Input(label.kind, label.id, told.as_of.isoformat(), told.publisher, told.certainty.value)


def assumptions(
    radio: Radio, candidates: Sequence[Candidate], *, asks_masts: bool
) -> tuple[Assumption, ...]:
    """Everything that the prediction takes for granted, in words and figures.

    Parameters
    ----------
    radio
        What was predicted with.
    candidates
        The sites; those whose height of antennas was assumed are counted.
    asks_masts
        Whether masts in use were predicted, whose heights the register does not tell.

    Returns
    -------
    tuple of Assumption
        The link budget from the transmitter to the telephone, then the prediction.
    """
    assumed = sum(one.antenna_assumed for one in candidates)
    heights = Assumption(
        "Steder, hvor antennernes højde er antaget efter stedets art",
        "Sites whose height of antennas is assumed by their kind",
        assumed,
        "",
    )
    return (*_radio(radio), heights, *([_MASTS] if asks_masts else []))


def assumptions_of_masts(radio: Radio) -> tuple[Assumption, ...]:
    """The same where only masts in use are predicted, and no site is asked about."""
    return (*_radio(radio), _MASTS)


def assumptions_of_one(radio: Radio, budget: Budget) -> tuple[Assumption, ...]:
    """The same of one mast whose height is told beside them, by an account of its own."""
    return _radio(radio, budget)


_USUAL = Budget()
_MASTS = Assumption(
    "Antennernes højde på master i brug",
    "Height of antennas on masts in use",
    ASSUMED_ANTENNA_M,
    "m",
)


def _radio(radio: Radio, budget: Budget = _USUAL) -> tuple[Assumption, ...]:
    terms = all_terms(budget, radio.bands[0], (), receiver_m=radio.receiver_m, use=Use.OUTDOOR)
    account = [Assumption(one.label.da, one.label.en, one.value, one.unit) for one in terms]
    bands = [
        Assumption("Frekvensbånd", "Frequency band", band.frequency_mhz, "MHz")
        for band in radio.bands
    ]
    return (*account, *bands, *assumptions_of_prediction(radio))


def assumptions_of_prediction(radio: Radio) -> tuple[Assumption, ...]:
    """What is taken for granted beside the account: the receiver, the distance and the air."""
    return (
        Assumption("Telefonens højde", "Height of the telephone", radio.receiver_m, "m"),
        Assumption(
            "Andel af tiden, hvor signalet er mindst så stærkt",
            "Share of the time with at least this signal",
            radio.time_percent,
            "%",
        ),
        Assumption(
            "Største afstand fra stedet", "Greatest distance from a site", radio.radius_m, "m"
        ),
        Assumption(
            "Brydningsindeksets fald i den nederste kilometer luft",
            "Fall of refractivity in the lowest kilometre of air",
            radio.delta_n,
            "N",
        ),
        Assumption(
            "Brydningsindeks ved havets overflade",
            "Refractivity at the surface of the sea",
            radio.n0,
            "N",
        ),
    )

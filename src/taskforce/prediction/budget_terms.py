"""The lines of the signal's account, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Sequence

from taskforce.prediction.budget import Budget, Term, Use, place_margin_db
from taskforce.prediction.in_digits import short
from taskforce.prediction.p2108 import height_gain_loss
from taskforce.prediction.radio import Band
from taskforce.vocabulary.text import Text

# A band that is sent with another strength than the budget's is told in one line.
_SAME_DB = 0.05


def path_term(name: str, label: Text, loss_db: float) -> Term:
    """A loss on the way, as a line of the account.

    Parameters
    ----------
    name, label
        Its name for machines and for people.
    loss_db
        The loss, dB; below 0 where the path gains.

    Returns
    -------
    Term
    """
    return Term(name, label, -loss_db, "dB", assumed=False)


def all_terms(
    budget: Budget, band: Band, on_the_way: Sequence[Term], *, receiver_m: float, use: Use
) -> tuple[Term, ...]:
    """Every line from the transmitter to the telephone.

    Parameters
    ----------
    budget, band
        The account, and the band it is made up for.
    on_the_way
        The losses of the path, from P.1812.
    receiver_m
        The height of the telephone, metres.
    use
        Where the telephone is.

    Returns
    -------
    tuple of Term
        Their sum is the signal (RSRP) in dBm.
    """
    return (
        *_sent(budget, band),
        *on_the_way,
        *_at_the_place(budget, band, receiver_m),
        *_around_the_telephone(budget, band, use),
        _line(budget, "handset_dbi", budget.handset_dbi, "dBi"),
        _line(budget, "body_db", -budget.body_db, "dB"),
    )


def _sent(budget: Budget, band: Band) -> tuple[Term, ...]:
    if abs(band.eirp_dbm_per_re - budget.eirp_dbm_per_re) > _SAME_DB:
        return (Term("eirp_dbm_per_re", _EIRP, band.eirp_dbm_per_re, "dBm", assumed=False),)
    # What is left for the last line takes up a rounding of the strength.
    radiated = budget.power_dbm + budget.antenna_dbi - budget.feeder_db
    return (
        _line(budget, "power_dbm", budget.power_dbm, "dBm"),
        _line(budget, "antenna_dbi", budget.antenna_dbi, "dBi"),
        _line(budget, "feeder_db", -budget.feeder_db, "dB"),
        _line(budget, "resource_blocks", band.eirp_dbm_per_re - radiated, "dB"),
    )


def _at_the_place(budget: Budget, band: Band, receiver_m: float) -> tuple[Term, ...]:
    lines = []
    ghz = band.frequency_mhz / 1000
    if budget.surroundings is not None:
        loss = height_gain_loss(ghz, budget.surroundings, receiver_m=receiver_m)
        lines.append(_line(budget, "surroundings", -loss, "dB"))
    if budget.place_percent != 50:
        lines.append(_line(budget, "place_percent", -place_margin_db(budget, ghz), "dB"))
    return tuple(lines)


def _around_the_telephone(budget: Budget, band: Band, use: Use) -> tuple[Term, ...]:
    if use is Use.OUTDOOR:
        return ()
    if use is Use.IN_CAR:
        return (_line(budget, "in_car_db", -budget.in_car_db, "dB"),)
    loss = entry_db(band, use, budget.entry_percent)
    return (_line(budget, "entry_percent", -loss, "dB"),)


def entry_db(band: Band, use: Use, percent: float = 50.0) -> float:
    """What the walls of a house take.

    Parameters
    ----------
    band
        The band.
    use
        TRADITIONAL_HOUSE or EFFICIENT_HOUSE.
    percent
        Share of such houses whose walls take no more, per cent.

    Returns
    -------
    float
        Loss in dB, level with the ground. Source: ITU-R P.2109.
    """
    from taskforce.prediction.p2109 import Building, entry_loss

    building = Building.TRADITIONAL if use is Use.TRADITIONAL_HOUSE else Building.EFFICIENT
    return float(entry_loss(band.frequency_mhz / 1000, building, percent))


def _line(budget: Budget, name: str, value: float, unit: str) -> Term:
    label = _LABELS[name]
    if name in _WITH_SHARE:
        share = short(getattr(budget, name))
        label = Text(label.da.format(share=share.da), label.en.format(share=share.en))
    return Term(name, label, value + 0.0, unit, assumed=name not in budget.known)


_EIRP = Text("Udsendt styrke pr. bærebølge", "Strength sent on each subcarrier")
_WITH_SHARE = frozenset({"place_percent", "entry_percent", "resource_blocks"})
_LABELS = {
    "power_dbm": Text("Senderens effekt", "Power of the transmitter"),
    "antenna_dbi": Text("Antennens forstærkning", "Gain of the antenna"),
    "feeder_db": Text("Tab i kabler", "Loss in cables"),
    "resource_blocks": Text(
        "Effekten delt ud på bærebølgerne i {share} ressourceblokke",
        "Power shared by the subcarriers of {share} resource blocks",
    ),
    "surroundings": Text("Træer og huse om telefonen", "Trees and houses around the telephone"),
    "place_percent": Text("Så {share} % af stederne nås", "To reach {share} % of the places"),
    "in_car_db": Text("Bilens karrosseri", "Body of the car"),
    "entry_percent": Text(
        "Husets ydervægge ({share} % af husene tager højst så meget)",
        "Walls of the house ({share} % of houses take no more)",
    ),
    "handset_dbi": Text("Telefonens antenne", "Antenna of the telephone"),
    "body_db": Text("Hånd og krop", "Hand and body"),
}

"""A signal explained in sentences that anyone can follow, in Danish and English."""

from __future__ import annotations

from taskforce.prediction.budget import BEAMS_ABOVE_MHZ, is_indicative
from taskforce.prediction.explanation import Explained
from taskforce.prediction.in_digits import in_digits, short
from taskforce.prediction.sight import InTheWay, Obstruction
from taskforce.prediction.terrain import TerrainMode
from taskforce.vocabulary.text import Text

# What stands nearer to the telephone than this is told from there.
_BESIDE_M = 500.0
_PLURAL = frozenset({InTheWay.COVER, InTheWay.SURFACE})


def verdict(found: Explained) -> Text:
    """The answer in one sentence: how likely, how strong, and how far from the limit.

    Parameters
    ----------
    found
        The signal explained.

    Returns
    -------
    Text
        For instance "Sandsynlig dækning udendørs: −92 dBm, 8 dB over grænsen på −100 dBm for
        data."
    """
    tier, use = found.tier.label, found.asked.use.label
    dbm, limit = in_digits(found.signal_dbm), short(found.asked.enough_dbm)
    service, away = found.asked.service.label, _from_limit(found.margin_db)
    return Text(
        f"{tier.da} {use.da}: {dbm.da} dBm, {away.da} på {limit.da} dBm for {service.da.lower()}.",
        f"{tier.en} {use.en}: {dbm.en} dBm, {away.en} of {limit.en} dBm for {service.en.lower()}.",
    )


def _from_limit(margin_db: float) -> Text:
    db = in_digits(abs(margin_db))
    if db.en == "0":
        return Text("lige ved grænsen", "right at the limit")
    if margin_db > 0:
        return Text(f"{db.da} dB over grænsen", f"{db.en} dB above the limit")
    return Text(f"{db.da} dB under grænsen", f"{db.en} dB below the limit")


def in_the_way(found: Explained) -> Text:
    """What stands in the signal's way, in one sentence.

    Parameters
    ----------
    found
        The signal explained.

    Returns
    -------
    Text
        For instance "Bakken 3,2 km fra masten rager 12 m op over sigtelinjen."
    """
    worst = found.obstruction
    if worst is None:
        return Text(
            "Intet står i vejen: der er god plads om sigtelinjen hele vejen.",
            "Nothing is in the way: there is ample room around the line of sight.",
        )
    where, does = _where(worst), _does(worst)
    if worst.what is InTheWay.CURVE:
        return Text(
            f"Jordens krumning {does.da} {where.da}.", f"The earth's curve {does.en} {where.en}."
        )
    what = _NAMES[worst.what]
    return Text(f"{what.da} {where.da} {does.da}.", f"{what.en} {where.en} {does.en}.")


def _where(worst: Obstruction) -> Text:
    if worst.to_place_m < min(_BESIDE_M, worst.distance_m):
        metres = in_digits(worst.to_place_m)
        return Text(f"{metres.da} m fra telefonen", f"{metres.en} m from the telephone")
    if worst.distance_m < _BESIDE_M:
        metres = in_digits(worst.distance_m)
        return Text(f"{metres.da} m fra masten", f"{metres.en} m from the mast")
    km = in_digits(worst.distance_m / 1000.0, 1)
    return Text(f"{km.da} km fra masten", f"{km.en} km from the mast")


def _does(worst: Obstruction) -> Text:
    several = worst.what in _PLURAL
    if worst.blocks_sight:
        metres = in_digits(worst.above_sight_m, 0 if worst.above_sight_m >= 1 else 1)
        verb = "rise" if several else "rises"
        return Text(
            f"rager {metres.da} m op over sigtelinjen",
            f"{verb} {metres.en} m above the line of sight",
        )
    percent = in_digits(100.0 * worst.zone_share)
    verb = "fill" if several else "fills"
    return Text(
        f"fylder {percent.da} % af den første Fresnelzone",
        f"{verb} {percent.en} % of the first Fresnel zone",
    )


def notes(found: Explained) -> tuple[Text, ...]:
    """How far the answer can be trusted: the ground, the spread, the band and the heights.

    Parameters
    ----------
    found
        The signal explained.

    Returns
    -------
    tuple of Text
        Whole sentences, the most important first.
    """
    beams = (_beams(),) if is_indicative(found.band) else ()
    return (_ground(found), _spread(found), *beams)


def _ground(found: Explained) -> Text:
    label = found.terrain.label
    if found.terrain is TerrainMode.NONE:
        return Text(
            f"Beregnet med {label.da}: bakker, træer og huse kan kun gøre signalet svagere.",
            f"Predicted with {label.en}: hills, trees and houses can only make the signal weaker.",
        )
    if found.terrain is TerrainMode.GROUND:
        return Text(
            f"Beregnet med {label.da}: træer og huse kan gøre signalet svagere.",
            f"Predicted with {label.en}: trees and houses can make the signal weaker.",
        )
    return Text(f"Beregnet med {label.da}.", f"Predicted with {label.en}.")


def _spread(found: Explained) -> Text:
    db = short(round(found.asked.spread_db, 1))
    if found.asked.calibrated:
        return Text(
            f"Usikkerheden er ± {db.da} dB, målt i regionen.",
            f"The uncertainty is ± {db.en} dB, measured in the region.",
        )
    return Text(
        f"Usikkerheden er ± {db.da} dB. Det er, hvad der er sædvanligt; den er ikke målt her.",
        f"The uncertainty is ± {db.en} dB. That is what is usual; it was not measured here.",
    )


def _beams() -> Text:
    mhz = in_digits(BEAMS_ABOVE_MHZ)
    return Text(
        f"Over {mhz.da} MHz sendes der i smalle stråler, så tallet er kun vejledende.",
        f"Above {mhz.en} MHz networks send in narrow beams, so the figure only hints.",
    )


_NAMES = {
    InTheWay.GROUND: Text("Jorden", "The ground"),
    InTheWay.HILL: Text("Bakken", "The hill"),
    InTheWay.COVER: Text("Træer eller huse", "Trees or houses"),
    InTheWay.SURFACE: Text("Bakker, træer eller huse", "Hills, trees or houses"),
}

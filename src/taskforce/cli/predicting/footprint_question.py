"""Turns what was typed into the question that a footprint answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from taskforce.cli.predicting.account import budget_of, sent
from taskforce.prediction.terrain_layer import KIND as TERRAIN
from taskforce.report.calibration_file import in_force
from taskforce.report.footprint.told import Asked
from taskforce.report.mobile.asked import Spread
from taskforce.report.ranking.grounds import input_of
from taskforce.vocabulary.signal import Service

if TYPE_CHECKING:
    from taskforce.cli.predicting.senders import Sender
    from taskforce.snapshot.shelf import Shelf


def question_of(shelf: Shelf, sender: Sender, asked: Mapping[str, Any]) -> Asked:
    """One mast, when its signal is enough, and everything that the answer will rest on."""
    service, threshold_dbm = Service(asked["service"]), asked["threshold_dbm"]
    frozen = [one for one in (sender.layer, shelf.layer(TERRAIN)) if one is not None]
    calibration, budget = in_force(shelf), budget_of(asked)
    measured = calibration.inputs if calibration else ()
    return Asked(
        transmitter=sender.transmitter,
        name=sender.name,
        radio=sent(sender.radio, budget, asked),
        height_assumed=sender.height_assumed,
        spread=calibration.spread if calibration else Spread(),
        budget=budget,
        service=service,
        threshold_dbm=service.threshold_dbm if threshold_dbm is None else threshold_dbm,
        inputs=(
            *(input_of(one) for one in frozen),
            *(one for one in measured if one.kind == "measurements"),
        ),
        demonstration=any(one.manifest.demonstration for one in frozen),
    )

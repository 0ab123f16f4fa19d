"""What one signal is explained with: the terrain on the shelf, and how sure predictions are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from taskforce.prediction.explanation import Asked, Explained, explained
from taskforce.prediction.hindrance import Hindrance, hindrance
from taskforce.prediction.terrain import Terrain, flat
from taskforce.prediction.terrain_layer import KIND as TERRAIN
from taskforce.prediction.terrain_layer import open_terrain
from taskforce.report.calibration_file import in_force
from taskforce.report.mobile.asked import Spread
from taskforce.report.ranking.grounds import input_of
from taskforce.report.ranking.ranking import Input
from taskforce.vocabulary.signal import TYPICAL_SPREAD_DB

if TYPE_CHECKING:
    from taskforce.prediction.radio import Radio, Transmitter
    from taskforce.snapshot.shelf import Shelf

Place = tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The terrain that is explained on, where it comes from, and the spread of predictions.

    `spread_db` is the typical one unless predictions were `calibrated` by measurements of the
    region, which then stand among the `inputs`; terrain does, unless the earth is flat.
    """

    terrain: Terrain
    inputs: tuple[Input, ...]
    spread_db: float = TYPICAL_SPREAD_DB
    calibrated: bool = False

    def hinders(self, transmitter: Transmitter, place: Place, radio: Radio) -> Hindrance | None:
        """Why nothing can be said of this mast at this place; None where it can."""
        return hindrance(self.terrain, transmitter, place, radio)

    def explain(
        self, transmitter: Transmitter, place: Place, radio: Radio, *, asked: Asked | None = None
    ) -> Explained:
        """Explain the signal of a mast at a place, EPSG:25832.

        Raises
        ------
        Refused
            Something hinders it.
        WrongUse
            The band is not one of the radio's.
        """
        told = replace(asked or Asked(), spread_db=self.spread_db, calibrated=self.calibrated)
        return explained(self.terrain, transmitter, place, radio, asked=told)


def ground_on(shelf: Shelf) -> Ground:
    """What the shelf has to explain a signal with.

    Parameters
    ----------
    shelf
        With a layer of terrain; without, a flat earth, which every answer says.

    Returns
    -------
    Ground

    Raises
    ------
    PromiseBroken
        The terrain is not what its label says.
    """
    layer = shelf.layer(TERRAIN)
    calibration = in_force(shelf)
    spread = calibration.spread if calibration else Spread()
    terrain = () if layer is None else (input_of(layer),)
    made_from = calibration.inputs if calibration else ()
    measured = (one for one in made_from if one.kind == "measurements")
    return Ground(
        terrain=flat() if layer is None else open_terrain(layer),
        inputs=(*terrain, *measured),
        spread_db=spread.db,
        calibrated=spread.calibrated,
    )

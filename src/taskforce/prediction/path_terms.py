"""What the way from the mast takes of a signal, told apart: distance, ground, trees and air."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from taskforce.prediction.budget import Term
from taskforce.prediction.budget_terms import path_term
from taskforce.prediction.in_digits import in_digits
from taskforce.prediction.p1812.path import Path, PathLoss, path_loss
from taskforce.prediction.radio import Radio, Transmitter
from taskforce.prediction.terrain import TerrainMode
from taskforce.vocabulary.text import Text


def on_the_way(
    mode: TerrainMode,
    path: Path,
    lost: PathLoss,
    *,
    transmitter: Transmitter,
    radio: Radio,
    band: int,
) -> tuple[Term, ...]:
    """The losses of a path as lines of the account.

    Parameters
    ----------
    mode
        What the terrain knows; decides what the bending over the ground is called.
    path, lost
        The ground, and what `path_loss` made of it.
    transmitter, radio, band
        The link, as `link_for` takes it.

    Returns
    -------
    tuple of Term
        Their sum is the loss of the path with its sign turned, dB. What P.1812 adds and takes
        off in the air comes last, so that nothing is left over.
    """
    over_ground = lost.diffraction_db
    cover: tuple[Term, ...] = ()
    if path.cover_m.any():
        over_ground = _bare(path, transmitter, radio, band).diffraction_db
        cover = (path_term("cover", _COVER, lost.diffraction_db - over_ground),)
    km = in_digits(lost.distance_km, 1)
    distance = Text(
        f"Afstanden: {km.da} km gennem fri luft", f"Distance: {km.en} km through free air"
    )
    rest = lost.loss_db - lost.free_space_db - lost.diffraction_db
    return (
        path_term("free_space", distance, lost.free_space_db),
        path_term("ground", _GROUND[mode], over_ground),
        *cover,
        path_term("air", _AIR, rest),
    )


def _bare(path: Path, transmitter: Transmitter, radio: Radio, band: int) -> PathLoss:
    """The same path with nothing growing or standing on it."""
    from taskforce.prediction.p1812.fan import link_for

    without = replace(path, cover_m=np.zeros_like(path.cover_m))
    return path_loss(without, link_for(transmitter, radio, band))


_COVER = Text("Træer og huse på vejen", "Trees and houses on the way")
_AIR = Text("Luften, der bøjer og spreder signalet", "The air, which bends and scatters the signal")
_GROUND = {
    TerrainMode.NONE: Text("Jordens krumning", "Curve of the earth"),
    TerrainMode.GROUND: Text("Bakker og jordens krumning", "Hills and the curve of the earth"),
    TerrainMode.GROUND_AND_CLUTTER: Text(
        "Bakker og jordens krumning", "Hills and the curve of the earth"
    ),
    TerrainMode.SURFACE: Text(
        "Bakker, træer, huse og jordens krumning",
        "Hills, trees, houses and the curve of the earth",
    ),
}

"""Reads what an overview of mobile need is made from, and says what is not there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from taskforce.prediction.known_masts import KnownMast, known_masts
from taskforce.prediction.terrain import Terrain
from taskforce.prediction.terrain_layer import KIND as TERRAIN
from taskforce.prediction.terrain_layer import terrain_on
from taskforce.report.edition import chosen_region
from taskforce.report.mobile.overview import Absent, Masts
from taskforce.report.mobile.truths import Truth
from taskforce.report.ranking.grounds import input_of
from taskforce.report.ranking.ranking import Input
from taskforce.report.ranking.standing_masts import in_use
from taskforce.snapshot.frozen import Layer, Snapshot
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.places import Region
from taskforce.vocabulary.technology import Technology

_NO_REPORTS = Absent(
    Truth.REPORTED,
    "Kilden til dækningen fortæller intet om mobil.",
    "The source of coverage tells nothing of mobile.",
)
_NO_MEASUREMENTS = Absent(
    Truth.MEASURED, "Der er ingen målinger endnu.", "There are no measurements yet."
)
_NO_MASTS = Absent(
    Truth.PREDICTED, "Masterne er ikke hentet endnu.", "The masts have not been collected yet."
)
_NO_MAST_IN_USE = Absent(
    Truth.PREDICTED,
    "Ingen af de kendte mobilmaster er i brug inden for terrænet.",
    "None of the known mobile masts is in use within the terrain.",
)


@dataclass(frozen=True, slots=True)
class OnShelf:
    """The newest of each kind; None where there is none. `standing` are the masts in use."""

    region: Region
    snapshot: Snapshot
    measurements: Layer | None
    masts: Layer | None
    ground: Layer | None
    boundaries: Layer | None
    terrain: Terrain
    standing: tuple[KnownMast, ...]

    @property
    def frozen(self) -> tuple[Snapshot | Layer, ...]:
        """All that was read."""
        some = (self.snapshot, self.measurements, self.masts, self.ground, self.boundaries)
        return tuple(one for one in some if one is not None)

    @property
    def inputs(self) -> tuple[Input, ...]:
        """All that was read, each with its day, its publisher and how sure it is."""
        return tuple(input_of(one) for one in self.frozen)

    @property
    def demonstration(self) -> bool:
        """Whether anything of it is made up."""
        return any(one.manifest.demonstration for one in self.frozen)

    @property
    def codes(self) -> tuple[str, ...]:
        """The municipalities of the region."""
        return tuple(one.code for one in self.region.municipalities)

    @property
    def names(self) -> dict[str, str]:
        """The name of each municipality, by code."""
        return {one.code: one.name for one in self.region.municipalities}

    @property
    def reaching(self) -> tuple[KnownMast, ...]:
        """The masts in use that can be predicted: those on the terrain."""
        return tuple(
            mast
            for mast in self.standing
            if self.terrain.holds(np.array([mast.easting_m]), np.array([mast.northing_m]))[0]
        )

    @property
    def counted_masts(self) -> Masts | None:
        """The masts in counts; None where none were collected."""
        if self.masts is None:
            return None
        return Masts(
            in_use=len(self.standing),
            off_terrain=len(self.standing) - len(self.reaching),
            bands_assumed=sum(not mast.bands_mhz for mast in self.standing),
        )

    @property
    def absent(self) -> tuple[Absent, ...]:
        """The truths that are not there, each with its reason."""
        return tuple(_absent(self))


def read(shelf: Shelf) -> OnShelf:
    """Open the newest of each kind.

    Parameters
    ----------
    shelf
        With a snapshot; everything else is used where it is.

    Returns
    -------
    OnShelf

    Raises
    ------
    NotOnShelf
        There is no snapshot.
    """
    snapshot, masts = shelf.latest(), shelf.layer("masts")
    return OnShelf(
        region=chosen_region(),
        snapshot=snapshot,
        measurements=shelf.layer("measurements"),
        masts=masts,
        ground=shelf.layer(TERRAIN),
        boundaries=shelf.layer("boundaries"),
        terrain=terrain_on(shelf),
        standing=in_use(known_masts(masts)) if masts else (),
    )


def _absent(held: OnShelf) -> Sequence[Absent]:
    found = []
    if Technology.MOBILE not in held.snapshot.technologies:
        found.append(_NO_REPORTS)
    if held.measurements is None:
        found.append(_NO_MEASUREMENTS)
    if held.masts is None:
        found.append(_NO_MASTS)
    elif not held.reaching:
        found.append(_NO_MAST_IN_USE)
    return found

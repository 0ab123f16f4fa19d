"""Keeps calibrations on the shelf, and says which spread predictions have by the newest one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from taskforce.prediction.terrain_layer import KIND as TERRAIN
from taskforce.report.calibration.found import RegionCalibration, Residual
from taskforce.report.codec import plain, revived
from taskforce.report.drawer import Drawer
from taskforce.report.mobile.asked import Spread
from taskforce.snapshot.shelf import Shelf

_CALIBRATIONS = Drawer("calibrations", "calibration.json", RegionCalibration)
_CELLS = "residuals.parquet"


def keep(shelf: Shelf, calibration: RegionCalibration, residuals: Sequence[Residual]) -> Path:
    """Put a calibration on the shelf with its squares, whole or not at all.

    Parameters
    ----------
    shelf
        Where it shall lie.
    calibration, residuals
        Finished; one that was stopped half-way never gets here, and the last one stands.

    Returns
    -------
    Path
        The folder of the calibration.

    Raises
    ------
    Refused
        Another run is writing to the shelf.
    """
    import pyarrow as pa

    table = pa.Table.from_pylist(plain(residuals), schema=_schema())
    return _CALIBRATIONS.put(shelf, calibration, tables={_CELLS: table})


def kept(shelf: Shelf) -> tuple[RegionCalibration, ...]:
    """All calibrations on the shelf, the newest first."""
    return _CALIBRATIONS.all(shelf)


def latest(shelf: Shelf) -> RegionCalibration | None:
    """The newest calibration; None where there is none."""
    return next(iter(kept(shelf)), None)


def residuals_of(shelf: Shelf, calibration: RegionCalibration) -> tuple[Residual, ...]:
    """The squares of a calibration.

    Parameters
    ----------
    shelf, calibration
        Where it lies, and which.

    Returns
    -------
    tuple of Residual
    """
    import pyarrow.parquet as pq

    file = _CALIBRATIONS.beside(shelf, calibration.id, _CELLS)
    return revived(tuple[Residual, ...], pq.read_table(file).to_pylist())


def in_force(shelf: Shelf) -> RegionCalibration | None:
    """The newest calibration, if it speaks of predictions as they are made now.

    Parameters
    ----------
    shelf
        Where calibrations and layers lie.

    Returns
    -------
    RegionCalibration or None
        None where there is none with enough measurements, and where the newest was made with
        other terrain than now lies on the shelf: predictions over other ground err differently.
    """
    newest, ground = latest(shelf), shelf.layer(TERRAIN)
    if newest is None or not newest.overall.enough:
        return None
    now = () if ground is None else (ground.id,)
    return newest if newest.input_ids(TERRAIN) == now else None


def spread_on(shelf: Shelf) -> Spread:
    """The spread that tiers are drawn with: that of the region, or the typical one.

    Parameters
    ----------
    shelf
        Where calibrations lie.

    Returns
    -------
    Spread
        In dB, and whether it was measured in the region.
    """
    found = in_force(shelf)
    return Spread() if found is None else found.spread


def _schema() -> object:
    import pyarrow as pa

    return pa.schema(
        [
            *((name, pa.string()) for name in ("cell", "operator", "generation")),
            *((name, pa.float64()) for name in ("easting_m", "northing_m")),
            *((name, pa.float64()) for name in ("predicted_dbm", "measured_dbm")),
            ("measurements", pa.int64()),
        ]
    )

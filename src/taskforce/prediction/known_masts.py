"""The masts that stand or are planned, as the mast register knows them, ready for prediction."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.prediction.radio import Transmitter
from taskforce.snapshot.frozen import Layer

# The register tells no heights. This is an assumption, shown wherever it was used: a usual
# height of antennas on a Danish mast in the country.
ASSUMED_ANTENNA_M = 30.0


@dataclass(frozen=True, slots=True)
class KnownMast:
    """A mast of the register; coordinates in EPSG:25832.

    `bands_mhz` are those of its mobile antennas in use, on a planned mast those that are planned.
    `uncertainty_m` is how far off the place may be, None where it is exact. `antenna_m` is
    assumed, and never told by the register.
    """

    id: str
    easting_m: float
    northing_m: float
    bands_mhz: tuple[int, ...]
    planned: bool
    mobile: bool
    uncertainty_m: float | None
    antenna_m: float = ASSUMED_ANTENNA_M

    @property
    def transmitter(self) -> Transmitter:
        """The mast as something that sends, at the assumed height."""
        return Transmitter(self.id, self.easting_m, self.northing_m, self.antenna_m)


def known_masts(layer: Layer) -> tuple[KnownMast, ...]:
    """Read the masts of a layer.

    Parameters
    ----------
    layer
        The layer "masts" of a shelf.

    Returns
    -------
    tuple of KnownMast
        Every mast, in the order of the layer: standing and planned, mobile and not; the caller
        chooses. One whose bands are not told has none.

    Raises
    ------
    NotOnShelf
        The layer holds no masts.
    """
    import pyarrow.parquet as pq

    columns = ["mast_id", "band_mhz", "planned", "mobile"]
    masts = pq.read_table(layer.file("masts")).to_pylist()
    planned = {one["mast_id"]: one["planned"] for one in masts}
    bands: dict[str, set[int]] = {}
    for one in pq.read_table(layer.file("antennas"), columns=columns).to_pylist():
        counts = one["mobile"] and one["planned"] == planned[one["mast_id"]]
        if counts and one["band_mhz"] is not None:
            bands.setdefault(one["mast_id"], set()).add(one["band_mhz"])
    return tuple(
        KnownMast(
            id=one["mast_id"],
            easting_m=one["easting_m"],
            northing_m=one["northing_m"],
            bands_mhz=tuple(sorted(bands.get(one["mast_id"], ()))),
            planned=one["planned"],
            mobile=one["mobile"],
            uncertainty_m=one["uncertainty_m"],
        )
        for one in masts
    )

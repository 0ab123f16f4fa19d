"""The two ways to say where something is: degrees on the globe, or metres on the Danish grid."""

from __future__ import annotations

from enum import Enum

from taskforce.vocabulary.errors import WrongUse

_DEFINITIONS = "http://www.opengis.net/def/crs"


class Crs(Enum):
    """A coordinate reference system by the address that the standard knows it under."""

    DEGREES = f"{_DEFINITIONS}/OGC/1.3/CRS84"
    METRES = f"{_DEFINITIONS}/EPSG/0/25832"

    @property
    def header(self) -> str:
        """As the Content-Crs header writes it."""
        return f"<{self.value}>"


def crs_of(name: str | None) -> Crs:
    """The system of that address; degrees where none is named.

    Raises
    ------
    WrongUse
        The system is not offered.
    """
    try:
        return Crs(name) if name else Crs.DEGREES
    except ValueError:
        offered = " or ".join(one.value for one in Crs)
        raise WrongUse(f"{name} is not offered here.", remedy=f"Use {offered}.") from None

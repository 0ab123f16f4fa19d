"""The ways internet can reach an address, and which of them count as a fixed line."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from taskforce.vocabulary.text import Text


class Technology(StrEnum):
    """One way of delivering internet, the same words for every publisher."""

    FIBRE = "fibre"
    CABLE = "cable"
    XDSL = "xdsl"
    FIXED_WIRELESS = "fixed_wireless"
    MOBILE = "mobile"
    SATELLITE = "satellite"
    OTHER = "other"

    @property
    def download_column(self) -> str:
        return f"{self.value}_download_kbps"

    @property
    def upload_column(self) -> str:
        return f"{self.value}_upload_kbps"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Technology.FIBRE: Text("Fiber", "Fibre"),
    Technology.CABLE: Text("Kabel-tv", "Cable TV"),
    Technology.XDSL: Text("Telefonkabel (xDSL)", "Telephone cable (xDSL)"),
    Technology.FIXED_WIRELESS: Text("Fast trådløst", "Fixed wireless"),
    Technology.MOBILE: Text("Mobilt bredbånd", "Mobile broadband"),
    Technology.SATELLITE: Text("Satellit", "Satellite"),
    Technology.OTHER: Text("Anden fast forbindelse", "Other fixed line"),
}

# The official 100/30 goal counts fixed lines, fixed wireless among them; mobile broadband is
# shared by all who are near the mast and is shown apart, satellite likewise.
FIXED = (
    Technology.FIBRE,
    Technology.CABLE,
    Technology.XDSL,
    Technology.FIXED_WIRELESS,
    Technology.OTHER,
)


class Counting(StrEnum):
    """Which technologies may lift an address above the threshold."""

    FIXED = "fixed"
    ALL = "all"


def counted(counting: Counting, reported: Iterable[Technology]) -> tuple[Technology, ...]:
    """Name the technologies that count, among those the source reports.

    Parameters
    ----------
    counting
        Fixed lines only, or everything.
    reported
        The technologies that the snapshot's source tells about. One that it never mentions is
        left out, so that its silence does not make every address unknown.

    Returns
    -------
    tuple of Technology
        In the order of the house.
    """
    told = set(reported)
    eligible = FIXED if counting is Counting.FIXED else tuple(Technology)
    return tuple(technology for technology in eligible if technology in told)

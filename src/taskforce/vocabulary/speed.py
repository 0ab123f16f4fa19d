"""What "proper internet" means: a download and an upload speed that must hold together."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal

from taskforce.vocabulary.errors import WrongUse

KBPS_PER_MBPS = 1000

# Above this no fixed or mobile product for a home is sold; such a number is a slip of the unit.
HIGHEST_BELIEVABLE_KBPS = 100_000 * KBPS_PER_MBPS

_PAIR = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*[/-]\s*(\d+(?:[.,]\d+)?)\s*")


@dataclass(frozen=True, slots=True, order=True)
class Threshold:
    """The lowest download and upload speed, in megabit per second, that counts as proper."""

    download_mbps: Decimal
    upload_mbps: Decimal

    @classmethod
    def parse(cls, text: str) -> Threshold:
        """Read "100/30" (or "100-30", as in a web address); a decimal comma is understood.

        Raises
        ------
        WrongUse
            The text is no pair of believable speeds.
        """
        match = _PAIR.fullmatch(text)
        if match is None:
            raise WrongUse(
                f'"{text}" is not a threshold.',
                remedy="Write download and upload in Mbit/s, for example 100/30.",
            )
        download, upload = (Decimal(part.replace(",", ".")) for part in match.groups())
        threshold = cls(download, upload)
        if not (0 < threshold.download_kbps <= HIGHEST_BELIEVABLE_KBPS) or (
            threshold.upload_kbps > HIGHEST_BELIEVABLE_KBPS
        ):
            raise WrongUse(
                f'"{text}" is not a believable threshold.',
                remedy="The download speed must be above 0 and at most 100,000 Mbit/s.",
            )
        return threshold

    @property
    def label(self) -> str:
        return f"{_plain(self.download_mbps)}/{_plain(self.upload_mbps)}"

    @property
    def slug(self) -> str:
        """The label as it can stand in a web address or a file name."""
        return self.label.replace("/", "-")

    @property
    def download_kbps(self) -> int:
        return _up(self.download_mbps)

    @property
    def upload_kbps(self) -> int:
        return _up(self.upload_mbps)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _up(mbps: Decimal) -> int:
    # Stored speeds are whole kbit/s; a finer threshold is met by the next whole one above it.
    return math.ceil(mbps * KBPS_PER_MBPS)


DEFAULT_THRESHOLD = Threshold(Decimal(100), Decimal(30))

# 30/5 is the lowest class the official mapping uses, 100/30 the Danish goal, 1000/100 the
# gigabit class of the European goal for 2030.
DESIGN_THRESHOLDS = (
    Threshold(Decimal(30), Decimal(5)),
    DEFAULT_THRESHOLD,
    Threshold(Decimal(1000), Decimal(100)),
)

"""The plain answer for one address: what is offered there, by each technology, now and then."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.report.origin import Origin
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import FIXED, Counting, Technology
from taskforce.vocabulary.use import Use

ABOVE = "above"
BELOW = "below"
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speed:
    """A download and an upload that hold together, in kbit/s; None is unknown."""

    download_kbps: int | None
    upload_kbps: int | None

    @property
    def offered(self) -> bool | None:
        """False when nothing is offered, None when nobody knows."""
        if self.download_kbps is None and self.upload_kbps is None:
            return None
        return bool(self.download_kbps or self.upload_kbps)

    def meets(self, threshold: Threshold) -> bool | None:
        """Whether both speeds are enough; None when an unknown one could decide it."""
        return _both(
            _enough(self.download_kbps, threshold.download_kbps),
            _enough(self.upload_kbps, threshold.upload_kbps),
        )


@dataclass(frozen=True, slots=True)
class TechnologyOffer:
    """What one technology offers: its best pair first, then pairs that are not comparable."""

    technology: Technology
    speeds: tuple[Speed, ...]

    @property
    def best(self) -> Speed:
        return self.speeds[0]

    @property
    def offered(self) -> bool | None:
        return _any([speed.offered for speed in self.speeds])

    def meets(self, threshold: Threshold) -> bool | None:
        return _any([speed.meets(threshold) for speed in self.speeds])


@dataclass(frozen=True, slots=True)
class AddressState:
    """What an address had on one day. `offers` names the technologies the source tells about."""

    origin: Origin
    offers: tuple[TechnologyOffer, ...]

    def standing(self, threshold: Threshold, counting: Counting = Counting.FIXED) -> str:
        """ABOVE, BELOW or UNKNOWN, by the same logic as the figures of the region."""
        counts = [o for o in self.offers if counting is Counting.ALL or o.technology in FIXED]
        answer = _any([offer.meets(threshold) for offer in counts]) if counts else None
        return UNKNOWN if answer is None else ABOVE if answer else BELOW

    def offer(self, technology: Technology) -> TechnologyOffer | None:
        return next((offer for offer in self.offers if offer.technology is technology), None)


@dataclass(frozen=True, slots=True)
class AddressPlace:
    """Where an address lies, and what stands on its door."""

    longitude: float
    latitude: float
    road: str | None
    house_number: str | None


@dataclass(frozen=True, slots=True)
class AddressHit:
    """An address found by search; `id` is the publisher's own and survives new snapshots."""

    id: str
    road: str | None
    house_number: str | None
    postcode: str | None
    municipality: str
    municipality_name: str

    @property
    def label(self) -> str:
        """The address, and its municipality beside it: Søhusvej 8H, 8400 (Syddjurs Kommune)."""
        street = " ".join(part for part in (self.road, self.house_number) if part)
        line = ", ".join(part for part in (street, self.postcode) if part)
        return f"{line} ({self.municipality_name} Kommune)" if self.municipality_name else line


@dataclass(frozen=True, slots=True)
class AddressAnswer:
    """All that the bundle knows of one address; `then` is None where it was not there then."""

    address: AddressHit
    use: Use
    longitude: float | None
    latitude: float | None
    now: AddressState
    then: AddressState | None


def _enough(speed_kbps: int | None, needed_kbps: int) -> bool | None:
    return None if speed_kbps is None else speed_kbps >= needed_kbps


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def _any(answers: list[bool | None]) -> bool | None:
    if True in answers:
        return True
    return None if None in answers else False

"""What the map says of an address, in the few words that a report and its receipt need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taskforce.report.answer import AddressAnswer, TechnologyOffer
from taskforce.report.origin import Origin
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import FIXED, Technology
from taskforce.web.frame.edition import latest


@dataclass(frozen=True, slots=True)
class MapWord:
    """The standing of an address, its fastest fixed line and its mobile broadband, if told."""

    standing: str
    threshold: Threshold
    fixed: TechnologyOffer | None
    mobile: TechnologyOffer | None
    origin: Origin

    @property
    def as_of(self) -> date:
        return self.origin.as_of


def map_word(address_id: str) -> MapWord | None:
    """What the newest figures say; None where the address, or all of them, are not there."""
    bundle = latest()
    found = bundle.address(address_id) if bundle and address_id else None
    if bundle is None or found is None:
        return None
    threshold = Threshold.parse(bundle.region().default_threshold)
    return MapWord(
        standing=found.now.standing(threshold),
        threshold=threshold,
        fixed=_fastest(found),
        mobile=_offered(found.now.offer(Technology.MOBILE)),
        origin=found.now.origin,
    )


def _fastest(found: AddressAnswer) -> TechnologyOffer | None:
    lines = (_offered(one) for one in found.now.offers if one.technology in FIXED)
    return max((one for one in lines if one), key=_speed, default=None)


def _offered(offer: TechnologyOffer | None) -> TechnologyOffer | None:
    return offer if offer is not None and offer.offered else None


def _speed(offer: TechnologyOffer) -> tuple[int, int]:
    return offer.best.download_kbps or 0, offer.best.upload_kbps or 0

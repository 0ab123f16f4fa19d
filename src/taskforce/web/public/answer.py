"""Turn what the bundle knows of an address into the sentences of the page."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.report.answer import AddressAnswer, AddressState, Speed, TechnologyOffer
from taskforce.vocabulary.speed import Threshold
from taskforce.vocabulary.technology import FIXED, Counting, Technology


@dataclass(frozen=True, slots=True)
class Line:
    """One technology at the address."""

    technology: Technology
    counts: bool
    offered: bool | None
    speeds: tuple[Speed, ...]
    enough: bool | None


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one address: is it proper internet, and by what."""

    told: AddressAnswer
    threshold: Threshold
    standing: str
    standing_then: str | None
    lines: tuple[Line, ...]
    mobile_would_do: bool

    @property
    def anything_told(self) -> bool:
        """Whether the operators have told of any line at all, be it that there is none."""
        return any(line.offered is not None for line in self.lines)

    @property
    def best(self) -> Line | None:
        """The fastest fixed line that is offered."""
        offered = [line for line in self.lines if line.counts and line.offered]
        return max(offered, key=_speed, default=None)


def plain_answer(told: AddressAnswer, threshold: Threshold) -> Answer:
    """The answer as the page gives it: fixed lines first, the rest apart."""
    offers = sorted(told.now.offers, key=lambda offer: offer.technology not in FIXED)
    mobile = told.now.offer(Technology.MOBILE)
    return Answer(
        told=told,
        threshold=threshold,
        standing=told.now.standing(threshold, Counting.FIXED),
        standing_then=_then(told.then, threshold),
        lines=tuple(_line(offer, threshold) for offer in offers),
        mobile_would_do=bool(mobile and mobile.meets(threshold)),
    )


def _line(offer: TechnologyOffer, threshold: Threshold) -> Line:
    return Line(
        technology=offer.technology,
        counts=offer.technology in FIXED,
        offered=offer.offered,
        speeds=offer.speeds,
        enough=offer.meets(threshold),
    )


def _then(state: AddressState | None, threshold: Threshold) -> str | None:
    return state.standing(threshold, Counting.FIXED) if state else None


def _speed(line: Line) -> tuple[int, int]:
    best = line.speeds[0]
    return best.download_kbps or 0, best.upload_kbps or 0

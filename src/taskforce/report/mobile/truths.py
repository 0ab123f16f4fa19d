"""Three ways of knowing who has mobile coverage, and how two of them can contradict each other."""

from __future__ import annotations

from enum import StrEnum

from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.signal import Service
from taskforce.vocabulary.text import Text


class Truth(StrEnum):
    """One way of knowing; none of them is the truth alone."""

    REPORTED = "reported"
    MEASURED = "measured"
    PREDICTED = "predicted"

    @property
    def label(self) -> Text:
        return _TRUTHS[self]

    @property
    def certainty(self) -> Certainty:
        """How sure such a figure is."""
        return _CERTAINTIES[self]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it is made from: kinds of inputs, the one that gives it its age first."""
        return _INPUTS[self]


class Disagreement(StrEnum):
    """Two truths that say different things of an address."""

    COVERED_BUT_WEAK = "reported-covered-measured-weak"
    COVERED_BUT_UNLIKELY = "reported-covered-predicted-unlikely"
    LACKING_BUT_FINE = "reported-lacking-measured-fine"
    LACKING_BUT_LIKELY = "reported-lacking-predicted-likely"
    WEAK_BUT_LIKELY = "measured-weak-predicted-likely"
    FINE_BUT_UNLIKELY = "measured-fine-predicted-unlikely"

    @property
    def label(self) -> Text:
        """One sentence that says who says what."""
        return _DISAGREEMENTS[self]

    @property
    def truths(self) -> tuple[Truth, Truth]:
        """The two that contradict each other."""
        first, second = (one for one in Truth if one in self.value.split("-"))
        return first, second

    @property
    def first_says_yes(self) -> bool:
        """Whether the first of the two says that there is coverage; the other says the opposite."""
        return self in (
            Disagreement.COVERED_BUT_WEAK,
            Disagreement.COVERED_BUT_UNLIKELY,
            Disagreement.FINE_BUT_UNLIKELY,
        )

    def can_be_asked(self, service: Service) -> bool:
        """Whether it can be asked of a service.

        Operators report speeds of data: where those are missing, a call may well go through.
        """
        lacking = (Disagreement.LACKING_BUT_FINE, Disagreement.LACKING_BUT_LIKELY)
        return service is Service.DATA or self not in lacking


_TRUTHS = {
    Truth.REPORTED: Text("Oplyst af teleselskaberne", "Reported by the operators"),
    Truth.MEASURED: Text("Målt", "Measured"),
    Truth.PREDICTED: Text("Beregnet ud fra masterne", "Predicted from the masts"),
}

_CERTAINTIES = {
    Truth.REPORTED: Certainty.REPORTED,
    Truth.MEASURED: Certainty.MEASURED,
    Truth.PREDICTED: Certainty.CALCULATED,
}

_INPUTS = {
    Truth.REPORTED: ("coverage",),
    Truth.MEASURED: ("measurements",),
    Truth.PREDICTED: ("masts", "terrain"),
}

_DISAGREEMENTS = {
    Disagreement.COVERED_BUT_WEAK: Text(
        "Teleselskaberne oplyser dækning, men det målte signal er svagt.",
        "The operators report coverage, but the measured signal is weak.",
    ),
    Disagreement.COVERED_BUT_UNLIKELY: Text(
        "Teleselskaberne oplyser dækning, men ud fra masterne er den usandsynlig.",
        "The operators report coverage, but the masts make it unlikely.",
    ),
    Disagreement.LACKING_BUT_FINE: Text(
        "Teleselskaberne oplyser ingen dækning, men det målte signal er stærkt nok.",
        "The operators report no coverage, but the measured signal is strong enough.",
    ),
    Disagreement.LACKING_BUT_LIKELY: Text(
        "Teleselskaberne oplyser ingen dækning, men ud fra masterne er den sandsynlig.",
        "The operators report no coverage, but the masts make it likely.",
    ),
    Disagreement.WEAK_BUT_LIKELY: Text(
        "Det målte signal er svagt, men ud fra masterne er dækning sandsynlig.",
        "The measured signal is weak, but the masts make coverage likely.",
    ),
    Disagreement.FINE_BUT_UNLIKELY: Text(
        "Det målte signal er stærkt nok, men ud fra masterne er dækning usandsynlig.",
        "The measured signal is strong enough, but the masts make coverage unlikely.",
    ),
}

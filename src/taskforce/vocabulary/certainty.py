"""How sure a figure is, and why."""

from __future__ import annotations

from enum import StrEnum

from taskforce.vocabulary.text import Text


class Certainty(StrEnum):
    """Where a figure's trustworthiness comes from."""

    MEASURED = "measured"
    REPORTED = "reported"
    CALCULATED = "calculated"
    UNKNOWN = "unknown"

    @property
    def label(self) -> Text:
        return _LABELS[self]


_LABELS = {
    Certainty.MEASURED: Text("målt", "measured"),
    Certainty.REPORTED: Text("oplyst af teleselskaberne", "reported by the operators"),
    Certainty.CALCULATED: Text("beregnet", "calculated"),
    Certainty.UNKNOWN: Text("ukendt", "unknown"),
}

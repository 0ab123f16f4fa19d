"""Where a rule stands: which layer it belongs to, and how sure we are of it."""

from __future__ import annotations

from enum import StrEnum

from taskforce.vocabulary.text import Text


class Layer(StrEnum):
    """Law is locked, the guidelines are the region's, a local rule is one municipality's."""

    NATIONAL = "national"
    COMMON = "common"
    LOCAL = "local"

    @property
    def label(self) -> Text:
        return _LAYERS[self]


class Confidence(StrEnum):
    """How sure a rule is. `open`: its value is not known, and the municipality must be asked."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    OPEN = "open"

    @property
    def label(self) -> Text:
        return _CONFIDENCE[self]


class Adoption(StrEnum):
    """What a municipality has decided about a clause of the common guidelines."""

    ADOPTED = "adopted"
    CHANGED = "adopted_with_change"
    REJECTED = "rejected"
    NOT_DECIDED = "not_decided"
    OUTDATED = "outdated"

    @property
    def label(self) -> Text:
        return _ADOPTION[self]


_LAYERS = {
    Layer.NATIONAL: Text("Lov og EU", "Law and EU"),
    Layer.COMMON: Text("Fælles retningslinjer", "Common guidelines"),
    Layer.LOCAL: Text("Kommunens egen regel", "The municipality's own rule"),
}
_CONFIDENCE = {
    Confidence.HIGH: Text("læst i kilden", "read in the source"),
    Confidence.MEDIUM: Text(
        "fra anden hånd eller bør efterprøves", "second-hand or to be verified"
    ),
    Confidence.LOW: Text(
        "almen viden eller delvis forældet", "general knowledge or partly outdated"
    ),
    Confidence.OPEN: Text("ukendt, spørg kommunen", "not known, ask the municipality"),
}
_ADOPTION = {
    Adoption.ADOPTED: Text("Vedtaget", "Adopted"),
    Adoption.CHANGED: Text("Vedtaget med ændring", "Adopted with a change"),
    Adoption.REJECTED: Text("Afvist", "Rejected"),
    Adoption.NOT_DECIDED: Text("Ikke taget stilling", "Not decided"),
    Adoption.OUTDATED: Text("Forældet", "Outdated"),
}

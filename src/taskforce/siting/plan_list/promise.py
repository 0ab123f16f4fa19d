"""What an operator promises at an address: which technology, how fast, by when, how surely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from taskforce.vocabulary.technology import Technology
from taskforce.vocabulary.text import Text


class Sureness(StrEnum):
    """How far an operator has come with a plan; what is only considered is no promise."""

    DECIDED = "decided"
    PLANNED = "planned"
    CONSIDERED = "considered"

    @property
    def label(self) -> Text:
        return _LABELS[self]

    @property
    def is_promise(self) -> bool:
        """Whether it is held against the next mapping."""
        return self is not Sureness.CONSIDERED


_LABELS = {
    Sureness.DECIDED: Text("Besluttet", "Decided"),
    Sureness.PLANNED: Text("Planlagt", "Planned"),
    Sureness.CONSIDERED: Text("Overvejes", "Considered"),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What is promised: a technology with its two speeds, the last day, and how sure it is."""

    technology: Technology
    download_kbps: int
    upload_kbps: int
    due: date
    sureness: Sureness = Sureness.PLANNED


@dataclass(frozen=True, slots=True)
class Place:
    """One access address, as the mapping knows it."""

    source_id: str
    road: str
    house_number: str
    postcode: str
    municipality: str


# By what one version of a plan is compared with the next: the address and the technology.
Key = tuple[str, Technology]


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise at one address."""

    place: Place
    terms: Terms

    @property
    def key(self) -> Key:
        """By what the next version of a plan is compared with this one."""
        return self.place.source_id, self.terms.technology

"""Which municipality somebody means who types an address."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.vocabulary.places import load_region
from taskforce.web.frame import edition

_MOST_HITS = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """An address, and the municipality that it lies in."""

    label: str
    code: str


def addresses(text: str) -> tuple[Hit, ...]:
    """The addresses of the region that fit; a single one where all lie in one municipality."""
    bundle = edition.latest()
    if bundle is None or not text:
        return ()
    region = load_region()
    found = [
        Hit(hit.label, hit.municipality)
        for hit in bundle.search(text, _MOST_HITS)
        if region.municipality(hit.municipality)
    ]
    return tuple(found[:1] if len({hit.code for hit in found}) == 1 else found)

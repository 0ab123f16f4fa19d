"""Made-up data is known by the names of its files, and never bears the name of a real publisher."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.provenance import Provenance

MARK = "demonstration"
PUBLISHER = "Digital Taskforce (demonstration)"


def is_made_up(names: Iterable[str]) -> bool:
    """Tell by the names of files whether they belong to the demonstration."""
    return any(name.lower().startswith(MARK) for name in names)


def as_made_up(origin: Provenance) -> Provenance:
    """Say that data in a publisher's layout does not come from that publisher."""
    return replace(
        origin,
        publisher=PUBLISHER,
        title=f"Demonstration: {origin.title}",
        url=None,
        certainty=Certainty.CALCULATED,
    )

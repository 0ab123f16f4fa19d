"""How many addresses lack proper internet today, as it is published."""

from __future__ import annotations

from taskforce.vocabulary.speed import DEFAULT_THRESHOLD
from taskforce.web.frame.edition import latest


def need_by_municipality() -> dict[str, int]:
    """Addresses below the usual threshold by municipality; those that are withheld are missing."""
    bundle = latest()
    if bundle is None:
        return {}
    table = bundle.need(DEFAULT_THRESHOLD)
    return {one.code: one.below.value for one in table.areas if one.below.value is not None}

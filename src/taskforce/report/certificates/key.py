"""The lasting name of a figure, such as "below.0340.100-30.fixed.now"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from taskforce.report.figures import NOW
from taskforce.vocabulary.errors import WrongUse

ADDRESSES, BELOW, UNKNOWN = "addresses", "below", "unknown"
SHARE_BELOW, SHARE_ABOVE, DENSITY = "share", "share-above", "density"
DIFFERENCE, SPOTS, SPOT, SCATTERED = "difference", "spots", "spot", "scattered"
# How far it is from a white spot to the nearest address that has enough.
NEAREST = "nearest"
# The part of the addresses of a municipality whose postcode nobody has told.
NO_POSTCODE = "no-postcode"
# These go on with a name of their own: "served-fibre", "change-gained", "growth-fixed-2026".
SERVED, CHANGE, GROWTH, OFFICIAL = "served", "change", "growth", "official"

OF_NEED = (ADDRESSES, BELOW, UNKNOWN, SHARE_BELOW, SHARE_ABOVE, DENSITY)
_WHOLE = (*OF_NEED, DIFFERENCE, SPOTS, SPOT, SCATTERED, NEAREST)
_BEGINNINGS = (SERVED, CHANGE, GROWTH, OFFICIAL)
_PARTS = 5
_PART = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Key:
    """What a figure is the figure of.

    `kind` is one of those above, `area` the code of a municipality or the region, `part` a use
    ("home"), a postcode, "no-postcode" or a white spot within it, "" for the whole; `threshold`
    is written as
    "100-30". For what others published, `threshold` and `counting` are "published", and `when`
    is the day.
    """

    kind: str
    area: str
    part: str = ""
    threshold: str = "100-30"
    counting: str = "fixed"
    when: str = NOW

    def __str__(self) -> str:
        area = f"{self.area}-{self.part}" if self.part else self.area
        return ".".join((self.kind, area, self.threshold, self.counting, self.when))

    @property
    def sort(self) -> str:
        """The kind without the name that goes with it: "served" of "served-fibre"."""
        if self.kind in _WHOLE:
            return self.kind
        return self.kind.split("-")[0]

    @property
    def detail(self) -> str:
        """The name that goes with the kind: "fibre" of "served-fibre"."""
        return "" if self.kind in _WHOLE else self.kind.partition("-")[2]


def parse(text: str) -> Key:
    """Read the name of a figure.

    Parameters
    ----------
    text
        As `str` of a key writes it, or whatever a stranger typed.

    Returns
    -------
    Key
        It may still be the name of a figure that no edition holds.

    Raises
    ------
    WrongUse
        It is no name of a figure.
    """
    parts = text.split(".")
    kind = parts[0]
    known = kind in _WHOLE or kind.split("-")[0] in _BEGINNINGS
    if len(parts) != _PARTS or not known or not all(_PART.fullmatch(part) for part in parts):
        raise WrongUse(
            f'"{text}" is no name of a figure.', remedy="For example: below.0340.100-30.fixed.now"
        )
    area, _, part = parts[1].partition("-")
    return Key(kind, area, part, *parts[2:])

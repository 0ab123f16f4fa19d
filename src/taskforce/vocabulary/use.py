"""What an address is used for: a home, a holiday home, a business, or something else."""

from __future__ import annotations

from enum import StrEnum

from taskforce.vocabulary.text import Text


class Use(StrEnum):
    """The use of an address; unknown until a building register has been joined."""

    HOME = "home"
    HOLIDAY_HOME = "holiday_home"
    BUSINESS = "business"
    OTHER = "other"
    UNKNOWN = "unknown"

    @property
    def code(self) -> int:
        """The small number that stands for the use in a snapshot."""
        return _CODES[self]

    @property
    def label(self) -> Text:
        return _LABELS[self]


USES = tuple(Use)

_CODES = {Use.UNKNOWN: 0, Use.HOME: 1, Use.HOLIDAY_HOME: 2, Use.BUSINESS: 3, Use.OTHER: 4}

_LABELS = {
    Use.HOME: Text("Bolig", "Home"),
    Use.HOLIDAY_HOME: Text("Fritidshus", "Holiday home"),
    Use.BUSINESS: Text("Virksomhed", "Business"),
    Use.OTHER: Text("Andet", "Other"),
    Use.UNKNOWN: Text("Ukendt anvendelse", "Use unknown"),
}


def use_of_code(code: int) -> Use:
    """Find the use that a snapshot's small number stands for."""
    return next(use for use, number in _CODES.items() if number == code)

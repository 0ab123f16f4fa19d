"""A number of addresses: shown, withheld to protect the few, or unknown. Unknown is never 0."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Count:
    """A number of addresses, or the reason why there is none to show."""

    value: int | None
    withheld: bool = False

    WITHHELD: ClassVar[Count]
    UNKNOWN: ClassVar[Count]

    def __post_init__(self) -> None:
        if self.withheld and self.value is not None:
            raise ValueError("A withheld count carries no number.")
        if self.value is not None and self.value < 0:
            raise ValueError(f"{self.value} is no number of addresses.")

    @property
    def shown(self) -> bool:
        return self.value is not None

    @property
    def unknown(self) -> bool:
        return self.value is None and not self.withheld

    def plain(self) -> int | str | None:
        """The count as JSON holds it: a number, "withheld", or null for unknown."""
        return "withheld" if self.withheld else self.value

    @classmethod
    def revived(cls, value: int | str | None) -> Count:
        """The count that `plain` wrote."""
        return cls.WITHHELD if value == "withheld" else cls(None if value is None else int(value))


Count.WITHHELD = Count(None, withheld=True)
Count.UNKNOWN = Count(None)

"""How long a search may go on, and how long it has taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Clock:
    """Started when it is made; `limit_s` seconds are allowed."""

    limit_s: float
    started: float = field(default_factory=perf_counter)

    @property
    def taken_s(self) -> float:
        """Seconds since the start."""
        return perf_counter() - self.started

    @property
    def left_s(self) -> float:
        """Seconds that are left, never below 0."""
        return max(0.0, self.limit_s - self.taken_s)

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.left_s == 0.0

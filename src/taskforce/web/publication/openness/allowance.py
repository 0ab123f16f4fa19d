"""Counts how often each asker has asked within a minute, so that one cannot take it all."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

WINDOW_S = 60
# More askers than this within a minute are forgotten rather than filling the memory.
_MOST_ASKERS = 20_000


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to an asker: how many more questions, and the seconds until all are back."""

    limit: int
    more: int
    wait_s: int
    allowed: bool


@dataclass(slots=True)
class _Window:
    ends: float
    asked: int = 0


class Allowance:
    """Counts in the memory of this process: a question costs a lock, and not a query."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._windows: dict[str, _Window] = {}

    def take(self, asker: str, limit: int) -> Left:
        """Take one question of an asker's allowance, where one is left."""
        with self._lock:
            now = self._clock()
            window = self._windows.get(asker)
            if window is None or window.ends <= now:
                self._make_room(now)
                window = self._windows[asker] = _Window(now + WINDOW_S)
            allowed = window.asked < limit
            window.asked += allowed
            wait_s = max(1, math.ceil(window.ends - now))
            return Left(limit, max(0, limit - window.asked), wait_s, allowed)

    def forget(self) -> None:
        """Give everybody the whole allowance back."""
        with self._lock:
            self._windows.clear()

    def _make_room(self, now: float) -> None:
        if len(self._windows) < _MOST_ASKERS:
            return
        self._windows = {name: one for name, one in self._windows.items() if one.ends > now}
        if len(self._windows) >= _MOST_ASKERS:
            self._windows.clear()


allowance = Allowance()

"""Counts how often each asker has asked within a minute, so that one cannot take it all."""

from __future__ import annotations

import ipaddress
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection
from django.utils.crypto import salted_hmac

WINDOW_S = 60
# A household gets a whole network of addresses of the new kind, and is one asker all the same.
_ONE_HOUSEHOLD = 64
# More refused askers than this are forgotten rather than filling the memory.
_MOST_REFUSED = 20_000
_SALT = "publication.openness.allowance"

# One statement, so that no two processes can count past each other.
_COUNT = """
INSERT INTO publication_asked AS kept (asker, until, times) VALUES (%s, %s, 1)
ON CONFLICT (asker) DO UPDATE SET
    times = CASE WHEN kept.until <= %s THEN 1 ELSE kept.times + 1 END,
    until = CASE WHEN kept.until <= %s THEN excluded.until ELSE kept.until END
RETURNING times, until
"""
_SWEEP = "DELETE FROM publication_asked WHERE until <= %s"


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to an asker: how many more questions, and the seconds until all are back."""

    limit: int
    more: int
    wait_s: int
    allowed: bool


@dataclass(slots=True)
class Allowance:
    """Counts in the database, for the whole site; whoever has been refused costs no query more."""

    clock: Callable[[], float] = time.time
    _refused: dict[int, float] = field(default_factory=dict)
    _swept: float = 0

    def take(self, address: str, limit: int) -> Left:
        """Take one question from the allowance of an address of the network, if one is left."""
        now, asker = self.clock(), asker_of(address)
        until = self._refused.get(asker, 0)
        if until > now:
            return Left(limit, 0, _whole_seconds(until - now), allowed=False)
        times, until = self._counted(asker, now)
        allowed = times <= limit
        if not allowed:
            self._refuse(asker, until)
        return Left(limit, max(0, limit - times), _whole_seconds(until - now), allowed)

    def forget(self) -> None:
        """Forget who has been refused; what the database counts stays."""
        self._refused.clear()

    def _counted(self, asker: int, now: float) -> tuple[int, float]:
        with connection.cursor() as cursor:
            if now - self._swept >= WINDOW_S:
                self._swept = now
                cursor.execute(_SWEEP, [now])
            cursor.execute(_COUNT, [asker, now + WINDOW_S, now, now])
            times, until = cursor.fetchone()
        return times, until

    def _refuse(self, asker: int, until: float) -> None:
        if len(self._refused) >= _MOST_REFUSED:
            self._refused.clear()
        self._refused[asker] = until


def asker_of(address: str) -> int:
    """The number under which an address of the network is counted; nothing leads back from it."""
    found = ipaddress.ip_address(address)
    if isinstance(found, ipaddress.IPv6Address):
        if found.ipv4_mapped is not None:
            found = found.ipv4_mapped
        else:
            network = ipaddress.ip_network((int(found), _ONE_HOUSEHOLD), strict=False)
            found = network.network_address
    digest = salted_hmac(_SALT, str(found), algorithm="sha256").digest()
    return int.from_bytes(digest[:8], "big", signed=True)


def _whole_seconds(left: float) -> int:
    return max(1, math.ceil(left))


allowance = Allowance()

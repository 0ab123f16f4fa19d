"""What two threads could gain on this machine just now: a loop that shares nothing with another."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numba

_PARTS, _STEPS = 40, 2_000_000


@numba.njit(nogil=True, cache=True)
def _loop(steps):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
    value = 1.0
    for step in range(steps):
        value = value * 1.0000001 + 1e-9 * step % 3.0
    return value


def loops(threads: int) -> list[float]:
    """The same work for any number of threads."""
    if threads == 1:
        return [_loop(_STEPS) for _ in range(_PARTS)]
    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(_loop, [_STEPS] * _PARTS))

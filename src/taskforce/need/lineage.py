"""The names of white spots, which survive from one snapshot to the next."""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

# Eight hexadecimal letters tell some ten thousand spots of one municipality safely apart.
_LETTERS = 8
_NOWHERE = "0000"


def named(
    members: Sequence[Sequence[str]],
    municipalities: Sequence[str],
    previous: Mapping[str, str],
) -> list[str]:
    """Name each white spot: after the older spot it continues, or after its founding address.

    A spot takes over the name of the older spot with which it shares most addresses. Each name
    goes on to one spot only, the one that shares most; of two that share equally many, the one
    with the address that comes first. A spot that continues none is named after its
    municipality and the first of its addresses.

    Parameters
    ----------
    members
        For each spot the publisher's ids of its addresses, in any order.
    municipalities
        For each spot the code of its municipality, "" where unknown.
    previous
        The name of the spot that each address belonged to in the snapshot before.

    Returns
    -------
    list of str
        One name per spot, all different, for example "0360-3f9a1c2e"; independent of the order
        of the spots.
    """
    first = [min(addresses) for addresses in members]
    names = _inherited(members, first, previous)
    taken = set(previous.values())
    founding = sorted(
        (spot for spot in range(len(members)) if spot not in names),
        key=lambda spot: first[spot],
    )
    for spot in founding:
        names[spot] = _founded(municipalities[spot], members[spot], taken)
        taken.add(names[spot])
    return [names[spot] for spot in range(len(members))]


def _inherited(
    members: Sequence[Sequence[str]], first: Sequence[str], previous: Mapping[str, str]
) -> dict[int, str]:
    shared = Counter(
        (previous[address], spot)
        for spot, addresses in enumerate(members)
        for address in addresses
        if address in previous
    )
    names: dict[int, str] = {}
    given: set[str] = set()
    for (name, spot), _ in sorted(
        shared.items(), key=lambda one: (-one[1], one[0][0], first[one[0][1]])
    ):
        if spot not in names and name not in given:
            names[spot] = name
            given.add(name)
    return names


def _founded(municipality: str, addresses: Sequence[str], taken: Collection[str]) -> str:
    names = (
        f"{municipality or _NOWHERE}-{hashlib.sha256(seed.encode()).hexdigest()[:_LETTERS]}"
        for seed in _seeds(addresses)
    )
    return next(name for name in names if name not in taken)


def _seeds(addresses: Sequence[str]) -> Iterator[str]:
    # The name of a spot that broke in two went to the larger part; the other part, even when it
    # holds the founding address, takes the next seed.
    yield min(addresses)
    yield from sorted(addresses)[1:]
    for further in itertools.count(1):
        yield f"{min(addresses)}/{further}"

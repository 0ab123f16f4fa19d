"""The names of white spots, which survive from one snapshot to the next."""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

# Eight hexadecimal letters tell some ten thousand spots of one municipality safely apart.
_LETTERS = 8
_NOWHERE = "0000"


def named(
    addresses: Sequence[str],
    spots: Sequence[int],
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
    addresses
        The publisher's ids of the addresses, each once, in any order.
    spots
        The white spot of each address, consecutive from 0.
    municipalities
        For each spot the code of its municipality, "" where unknown.
    previous
        The name of the spot that each address belonged to in the snapshot before.

    Returns
    -------
    list of str
        One name per spot, all different, for example "0360-3f9a1c2e"; independent of the order
        of addresses and spots.
    """
    first = _first(addresses, spots, len(municipalities))
    names = _inherited(addresses, spots, first, previous)
    taken = set(previous.values())
    members: defaultdict[int, list[str]] = defaultdict(list)
    for spot in sorted(range(len(first)), key=first.__getitem__):
        if spot in names:
            continue
        name = _name(municipalities[spot], first[spot])
        if name in taken:
            members = members or _members(addresses, spots)
            name = _another(municipalities[spot], members[spot], taken)
        names[spot] = name
        taken.add(name)
    return [names[spot] for spot in range(len(first))]


def _first(addresses: Sequence[str], spots: Sequence[int], count: int) -> list[str]:
    first: list[str] = [""] * count
    for address, spot in zip(addresses, spots, strict=True):
        if not first[spot] or address < first[spot]:
            first[spot] = address
    return first


def _inherited(
    addresses: Sequence[str],
    spots: Sequence[int],
    first: Sequence[str],
    previous: Mapping[str, str],
) -> dict[int, str]:
    shared = Counter(
        (previous[address], spot)
        for address, spot in zip(addresses, spots, strict=True)
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


def _members(addresses: Sequence[str], spots: Sequence[int]) -> defaultdict[int, list[str]]:
    members: defaultdict[int, list[str]] = defaultdict(list)
    for address, spot in zip(addresses, spots, strict=True):
        members[spot].append(address)
    return members


def _another(municipality: str, addresses: Sequence[str], taken: Collection[str]) -> str:
    names = (_name(municipality, seed) for seed in _seeds(sorted(addresses)))
    return next(name for name in names if name not in taken)


def _seeds(addresses: Sequence[str]) -> Iterator[str]:
    # The name of a spot that broke in two went to the larger part; the other part, even when it
    # holds the founding address, takes the next seed.
    yield from addresses
    for further in itertools.count(1):
        yield f"{addresses[0]}/{further}"


def _name(municipality: str, seed: str) -> str:
    return f"{municipality or _NOWHERE}-{hashlib.sha256(seed.encode()).hexdigest()[:_LETTERS]}"

"""The licences that open data come under, by the names and addresses that programs know."""

from __future__ import annotations

from dataclasses import dataclass

_EU = "http://publications.europa.eu/resource/authority/licence/"


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence: as it is written, its name in SPDX, its text, and its name in the EU's list."""

    title: str
    name: str
    path: str
    authority: str


_KNOWN = {
    "CC0": Licence(
        "CC0", "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", f"{_EU}CC0"
    ),
    "CC BY 4.0": Licence(
        "CC BY 4.0", "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", f"{_EU}CC_BY_4_0"
    ),
}


def licence_of(title: str) -> Licence | None:
    """The licence of that title; None where the terms are the publisher's own."""
    return _KNOWN.get(title)

"""Road names, put together from Danish words as Danish road names are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration.settlements import Kind

NATURE = (
    "Birke Bøge Ege Elle Pile Poppel Linde Kastanje Ahorn Ask Fyrre Gran Lærke Tjørne Hassel Hyld "
    "Hyben Slåen Rose Lilje Tulipan Syren Klokke Kløver Valmue Violet Anemone Mynte Timian Brombær "
    "Hindbær Jordbær Blåbær Kirsebær Pære Æble Blomme Solsort Lærke Svale Vibe Ugle Falke Høge "
    "Spurve Stære Mejse Nattergale Fasan Agerhøne Trane Stork Måge Terne Edderfugle Svane Hejre "
    "Dådyr Hjorte Rådyr Ræve Grævlinge Hare Egern Pindsvin Odder Ørred Gedde Aborre Karpe Torske"
)
LAND = (
    "Mølle Kirke Skole Præste Smede Kro Station Bane Mose Eng Ager Mark Bakke Høj Dal Kilde Å Bro "
    "Sø Strand Fjord Havne Skov Lund Krat Hede Kær Vang Toft Løkke Gade Tværs Ny Gammel Øster "
    "Vester Nørre Sønder Midter Over Neder Stor Lille Lang Bred Sten Sand Ler Grus Kalk Tørve "
    "Kløft Bavne Galge Ting Dige Dam Vand Pumpe Gyde Led Port Hegn Grænse Skel Slot Kloster"
)
FIRST_NAMES = (
    "Anna Arne Astrid Bent Birgit Bodil Carl Dagmar Ejnar Elise Ellen Erik Esther Frederik Gerda "
    "Grete Helene Henrik Inger Ingrid Johanne Karen Kirsten Knud Laura Lise Margrethe Marie Martin "
    "Mette Morten Otto Peder Peter Poul Sofie Søren Thyra Valdemar Vilhelm Viggo Åge"
)

ENDINGS = {
    Kind.TOWN: "vej gade allé vænget parken stræde haven vangen toften krogen bakken stien",
    Kind.VILLAGE: "vej vej vænget gade bakken stræde lunden krogen",
    Kind.HOLIDAY: "vej stien vænget vangen krogen engen klit bakken",
    Kind.FARM: "vej gårdsvej marksvej skovvej mosevej lundvej husvej bjergvej",
}


def road_names(
    kinds: NDArray[np.int8], postcodes: NDArray[np.int64], rng: np.random.Generator
) -> NDArray[np.str_]:
    """Name every road; no name occurs twice within a postcode.

    Parameters
    ----------
    kinds
        What the road runs through, one `Kind` per road.
    postcodes
        The number of the road's postcode, one per road.
    rng
        Source of chance.
    """
    names = np.empty(len(kinds), dtype="U40")
    taken: dict[int, set[str]] = {int(code): set() for code in np.unique(postcodes)}
    for kind, possible in _possible().items():
        for code in taken:
            here = np.flatnonzero((kinds == kind) & (postcodes == code))
            names[here] = _chosen(possible, len(here), taken[code], rng)
    return names


def _possible() -> dict[Kind, NDArray[np.str_]]:
    first = sorted({*NATURE.split(), *LAND.split()})
    compound = {
        kind: [
            word + ending
            for word in first
            for ending in dict.fromkeys(endings.split())
            if not ending.startswith(word.lower())
        ]
        for kind, endings in ENDINGS.items()
    }
    compound[Kind.TOWN] += [
        f"{name}s {ending}" for name in FIRST_NAMES.split() for ending in ("Vej", "Allé", "Plads")
    ]
    return {kind: np.array(words) for kind, words in compound.items()}


def _chosen(
    possible: NDArray[np.str_], count: int, taken: set[str], rng: np.random.Generator
) -> list[str]:
    free = [str(name) for name in rng.permutation(possible) if name not in taken]
    # A postcode with more roads than names continues as real ones do: with a first and second.
    rounds = ["", *(f" {number}" for number in range(2, 2 + count // max(len(free), 1)))]
    chosen = [name + number for number in rounds for name in free][:count]
    taken.update(chosen)
    return chosen

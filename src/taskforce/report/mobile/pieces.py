"""Hexagons cut along the borders of municipalities: what the cells of an overview are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from taskforce.report.mobile.homes import Homes
from taskforce.report.mobile.verdicts import Grouped, Labels


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Each piece with its municipality and hexagon, and the piece that each address stands in.

    `names` holds municipality and cell, in this order; `area` and `hexagon` are the numbers of
    the piece's municipality among `codes` and of its hexagon among `cells`.
    """

    names: tuple[tuple[str, str], ...]
    codes: tuple[str, ...]
    cells: tuple[str, ...]
    area: Labels
    hexagon: Labels
    of_address: Labels

    @property
    def by_piece(self) -> Grouped:
        """Each address in its piece."""
        return Grouped(self.of_address, len(self.names), self.hexagon[self.of_address])

    @property
    def by_area(self) -> Grouped:
        """Each address in its municipality."""
        return Grouped(self.area[self.of_address], len(self.codes), self.hexagon[self.of_address])

    @property
    def together(self) -> Grouped:
        """All addresses in one group."""
        return Grouped(np.zeros_like(self.of_address), 1, self.hexagon[self.of_address])

    def cells_of(self, area: int) -> list[str]:
        """The hexagons that have a piece in a municipality."""
        return [self.cells[at] for at in self.hexagon[self.area == area].tolist()]


def pieces_of(homes: Homes, lone: Mapping[str, str]) -> Pieces:
    """Cut the hexagons.

    Parameters
    ----------
    homes
        The addresses; those without a place are a piece of their own in each municipality.
    lone
        The municipality of hexagons that were measured, and where nobody may live.

    Returns
    -------
    Pieces
        By code and cell. A lone hexagon in which somebody lives has no piece more for that.
    """
    inhabited = set(homes.cell)
    uninhabited = {(code, cell) for cell, code in lone.items() if cell not in inhabited}
    of_address = list(zip(homes.municipality, homes.cell, strict=True))
    names = tuple(sorted({*of_address, *uninhabited}))
    codes, cells = (tuple(sorted(set(column))) for column in zip(*names, strict=True))
    return Pieces(
        names=names,
        codes=codes,
        cells=cells,
        area=_numbered([code for code, _ in names], codes),
        hexagon=_numbered([cell for _, cell in names], cells),
        of_address=_numbered(of_address, names),
    )


def _numbered(values: Sequence[object], names: Sequence[object]) -> Labels:
    number = {name: at for at, name in enumerate(names)}
    return np.fromiter((number[one] for one in values), np.int64, count=len(values))

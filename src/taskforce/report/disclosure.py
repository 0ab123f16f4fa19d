"""Protects the few: a small group is withheld, and so is whatever would give it away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from taskforce.report.deduction import Cell, Sum, derivable, narrowed

# The smallest group of addresses in need that a public figure may show; 0 may be shown as well.
LIMIT = 3
_NO_LIMIT = 1 << 40


@dataclass(slots=True)
class _Publication:
    """What is about to be published: the true counts, and the cells hidden so far."""

    counts: Mapping[Cell, int]
    most: Mapping[Cell, int]
    sums: Sequence[Sum]
    limit: int
    hidden: set[Cell]
    worth: Callable[[Cell], int]
    sums_of: Mapping[Cell, Sequence[Sum]]

    def ceiling(self, cell: Cell) -> int:
        return self.most.get(cell, _NO_LIMIT)

    def is_cover_zero(self, cell: Cell) -> bool:
        """A zero that could have been more: hiding it makes its neighbours uncertain."""
        return self.counts[cell] == 0 and self.ceiling(cell) >= self.limit

    def hidden_parts(self, line: Sum) -> list[Cell]:
        return [part for part in line.parts if part in self.hidden]

    def is_everyone(self, cell: Cell) -> bool:
        return self.most.get(cell) == self.counts[cell]

    def told_by_everyone(self) -> set[Cell]:
        """The groups in which all are in need because a shown group around them says so."""
        told: set[Cell] = set()
        around = [
            line
            for line in self.sums
            if line.total not in self.hidden and self.is_everyone(line.total)
        ]
        while around:
            parts = {p for line in around for p in line.parts if self.is_everyone(p)} - told
            told |= parts
            around = [line for part in parts for line in self.sums_of[part] if line.total == part]
        return told


def withheld_cells(
    counts: Mapping[Cell, int],
    sums: Iterable[Sum],
    *,
    most: Mapping[Cell, int] | None = None,
    worth: Callable[[Cell], int] = lambda cell: 1,
    limit: int = LIMIT,
) -> frozenset[Cell]:
    """Choose the counts to withhold, so that no small group can be read or worked out.

    First every count from 1 to `limit` - 1 is withheld, and every count of a group that has so
    few addresses altogether that "withheld" would tell it. Then, as long as a reader who knows
    all shown numbers, every sum and this rule could still work one out, or could find that the
    withheld parts of a sum together are such a small group, one more number is withheld: the
    one that is worth least to the reader and needs the fewest others to cover it in turn. Where
    all of a shown group are in need, that is no secret about the groups within it.

    Parameters
    ----------
    counts
        Addresses in need, by cell; a cell is any name for one number that is shown.
    sums
        Which cells make up which other cell, on any page, map or file.
    most
        The largest number that a reader knows a cell can have: its known addresses.
    worth
        How much a reader would miss a number.
    limit
        The smallest group that may be shown.

    Returns
    -------
    frozenset
        The cells to withhold.

    References
    ----------
    docs/figures/disclosure.md
    """
    lines = tuple(sums)
    sums_of: defaultdict[Cell, list[Sum]] = defaultdict(list)
    for line in lines:
        for cell in (line.total, *line.parts):
            sums_of[cell].append(line)
    most = most or {}
    small = {
        cell
        for cell, count in counts.items()
        if 0 < count < limit or 0 < most.get(cell, _NO_LIMIT) < limit
    }
    publication = _Publication(counts, most, lines, limit, small, worth, sums_of)
    while _cover_small_remainders(publication) or _cover_deducible(publication):
        pass
    return frozenset(publication.hidden)


def _cover_small_remainders(publication: _Publication) -> bool:
    """Withhold one more part wherever total minus shown parts is itself a small group."""
    hidden, counts = publication.hidden, publication.counts
    covers = set()
    told = publication.told_by_everyone()
    for line in publication.sums:
        parts = [part for part in publication.hidden_parts(line) if part not in told]
        bare_total = (
            line.total in hidden - told
            and not publication.hidden_parts(line)
            and counts[line.total] > 0
        )
        left = 0 if line.total in hidden else sum(counts[part] for part in parts)
        if bare_total or 0 < left < publication.limit:
            covers.add(_cheapest(publication, _covers(publication, line, zeros=False)))
    return _hide(publication, covers)


def _cover_deducible(publication: _Publication) -> bool:
    """Withhold one more number beside each one that a patient reader could work out."""
    covers: set[Cell | None] = set()
    mended: set[Sum] = set()
    for cell in _deduced(publication):
        lines = publication.sums_of[cell]
        if mended.isdisjoint(lines):
            cover = _cheapest(publication, _covers_in_the_barest(publication, lines))
            if cover is not None:
                mended.update(lines)
                covers.add(cover)
    return _hide(publication, covers)


def _deduced(publication: _Publication) -> list[Cell]:
    hidden, counts = publication.hidden, publication.counts
    touched = [
        line for line in publication.sums if not hidden.isdisjoint((line.total, *line.parts))
    ]
    shown = {cell: counts[cell] for line in touched for cell in line if cell not in hidden}
    bounds = {cell: (_least(publication, cell), publication.ceiling(cell)) for cell in hidden}
    pinned = {cell for cell, (low, high) in narrowed(bounds, shown, touched).items() if low == high}
    pinned |= derivable(hidden, touched)
    pinned -= publication.told_by_everyone()
    return sorted((cell for cell in pinned if counts[cell]), key=repr)


def _least(publication: _Publication, cell: Cell) -> int:
    """The least a reader must believe: 1 for a withheld number, unless zeros are withheld too."""
    if publication.ceiling(cell) < publication.limit:
        return 0
    return int(
        not any(
            publication.is_cover_zero(other)
            for line in publication.sums_of[cell]
            for other in (line.total, *line.parts)
            if other in publication.hidden
        )
    )


def _covers(publication: _Publication, line: Sum, *, zeros: bool) -> list[Cell]:
    """The numbers of a sum that could be withheld to cover another one in it."""
    return [
        cell
        for cell in line
        if cell not in publication.hidden
        and (
            publication.counts[cell] >= publication.limit
            or (zeros and publication.is_cover_zero(cell))
        )
    ]


def _covers_in_the_barest(publication: _Publication, lines: Sequence[Sum]) -> list[Cell]:
    """The covers in the sum with the fewest hidden numbers, for that is where one is found."""
    hidden = publication.hidden
    for line in sorted(lines, key=lambda line: sum(cell in hidden for cell in line)):
        covers = _covers(publication, line, zeros=True)
        if covers:
            return covers
    return []


def _cheapest(publication: _Publication, choices: Iterable[Cell]) -> Cell | None:
    hidden = publication.hidden

    def price(cell: Cell) -> tuple[int, int, str]:
        # Each sum in which it would be the only number withheld asks for another cover.
        alone = sum(hidden.isdisjoint(line) for line in publication.sums_of[cell])
        # A number that cannot be larger hides less: it gives its neighbours no room to differ.
        stiff = 3 if publication.is_everyone(cell) else 1
        return publication.worth(cell) * (1 + alone) * stiff, publication.counts[cell], repr(cell)

    return min(choices, key=price, default=None)


def _hide(publication: _Publication, covers: set[Cell | None]) -> bool:
    new = {cell for cell in covers if cell is not None} - publication.hidden
    publication.hidden |= new
    return bool(new)

"""Protects the few: a small group is withheld, and so is whatever would give it away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    sums_of: Mapping[Cell, Sequence[Sum]]

    def ceiling(self, cell: Cell) -> int:
        return self.most.get(cell, _NO_LIMIT)

    def is_cover_zero(self, cell: Cell) -> bool:
        """A zero that could have been more: hiding it makes its neighbours uncertain."""
        return self.counts[cell] == 0 and self.ceiling(cell) >= self.limit

    def hidden_parts(self, line: Sum) -> list[Cell]:
        return [part for part in line.parts if part in self.hidden]


def withheld_cells(
    counts: Mapping[Cell, int],
    sums: Iterable[Sum],
    *,
    most: Mapping[Cell, int] | None = None,
    limit: int = LIMIT,
) -> frozenset[Cell]:
    """Choose the counts to withhold, so that no small group can be read or worked out.

    First every count from 1 to `limit` - 1 is withheld, and every count of a group that has so
    few addresses altogether that "withheld" would tell it. Then, as long as a reader who knows
    all shown numbers, every sum and this rule could still work one out, or could find that the
    withheld parts of a sum together are such a small group, one more number is withheld: the
    smallest that is large enough, or a zero.

    Parameters
    ----------
    counts
        Addresses in need, by cell; a cell is any name for one number that is shown.
    sums
        Which cells make up which other cell, on any page, map or file.
    most
        The largest number that a reader knows a cell can have: its known addresses.
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
    publication = _Publication(counts, most, lines, limit, small, sums_of)
    while _cover_small_remainders(publication) or _cover_deducible(publication):
        pass
    return frozenset(publication.hidden)


def _cover_small_remainders(publication: _Publication) -> bool:
    """Withhold one more part wherever total minus shown parts is itself a small group."""
    covers = set()
    for line in publication.sums:
        parts = publication.hidden_parts(line)
        if line.total in publication.hidden:
            if not parts and publication.counts[line.total]:
                covers.add(_cover(publication, line, large_first=True))
        elif 0 < sum(publication.counts[part] for part in parts) < publication.limit:
            covers.add(_cover(publication, line, large_first=True))
    return _hide(publication, covers)


def _cover_deducible(publication: _Publication) -> bool:
    """Withhold one more number beside each one that a patient reader could work out."""
    covers: set[Cell | None] = set()
    mended: set[Sum] = set()
    for cell in _deduced(publication):
        lines = publication.sums_of[cell]
        if mended.isdisjoint(lines):
            choices = (_cover(publication, line, large_first=False) for line in lines)
            cover = next((choice for choice in choices if choice is not None), None)
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


def _cover(publication: _Publication, line: Sum, *, large_first: bool) -> Cell | None:
    counts, hidden = publication.counts, publication.hidden
    shown = [part for part in line.parts if part not in hidden]
    large = sorted(
        (part for part in shown if counts[part] >= publication.limit),
        key=lambda part: (counts[part], repr(part)),
    )
    zeros = [part for part in shown if publication.is_cover_zero(part)]
    in_turn = [*large[:1], *zeros[:1]] if large_first else [*zeros[:1], *large[:1]]
    if line.total not in hidden:
        in_turn.append(line.total)
    return in_turn[0] if in_turn else None


def _hide(publication: _Publication, covers: set[Cell | None]) -> bool:
    new = {cell for cell in covers if cell is not None} - publication.hidden
    publication.hidden |= new
    return bool(new)

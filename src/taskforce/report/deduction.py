"""What a patient reader could work out from the numbers that are shown and the sums they make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Any name for a number: hashable, and the same wherever the number is shown.
Cell = Any
Bounds = dict[Cell, tuple[int, int]]

# Reckoning in remainders of a large prime is exact enough here and never overflows.
_PRIME = (1 << 61) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Sum:
    """The parts add up to the total, and a reader knows it. Each sum equals only itself."""

    total: Cell
    parts: tuple[Cell, ...]

    def __iter__(self) -> Iterator[Cell]:
        yield self.total
        yield from self.parts


def narrowed(bounds: Bounds, shown: Mapping[Cell, int], sums: Sequence[Sum]) -> Bounds:
    """Narrow what each hidden number can be, sum by sum, until nothing more follows.

    Parameters
    ----------
    bounds
        For each hidden cell the least and the most it can be.
    shown
        The numbers that a reader sees.
    sums
        The sums that hidden cells take part in.

    Returns
    -------
    dict
        The same cells with narrower bounds; least = most where the number is found.
    """
    found = {**bounds, **{cell: (count, count) for cell, count in shown.items()}}
    waiting = dict.fromkeys(sums)
    sums_of = _sums_of(sums)
    while waiting:
        line = next(iter(waiting))
        del waiting[line]
        for cell in _narrow(found, line):
            waiting.update(dict.fromkeys(sums_of[cell]))
    return {cell: found[cell] for cell in bounds}


def derivable(hidden: Collection[Cell], sums: Sequence[Sum]) -> set[Cell]:
    """Find the hidden numbers that adding and subtracting sums gives exactly.

    Parameters
    ----------
    hidden
        The cells that are not shown.
    sums
        The sums that they take part in.

    Returns
    -------
    set
        The cells with only one possible value, whatever the others are.
    """
    rows = [
        {cell: (1 if cell == line.total else _PRIME - 1) for cell in line if cell in hidden}
        for line in _entangled(hidden, sums)
    ]
    found = {next(iter(row)) for row in _reduced(rows).values() if len(row) == 1}
    return _completed(found, hidden, sums)


def _completed(found: set[Cell], hidden: Collection[Cell], sums: Sequence[Sum]) -> set[Cell]:
    """Add each number that is alone unknown in a sum, now that others are found."""
    while True:
        lines = ([cell for cell in line if cell in hidden and cell not in found] for line in sums)
        alone = {unknown[0] for unknown in lines if len(unknown) == 1}
        if not alone:
            return found
        found = found | alone


def _sums_of(sums: Sequence[Sum]) -> dict[Cell, list[Sum]]:
    found: defaultdict[Cell, list[Sum]] = defaultdict(list)
    for line in sums:
        for cell in line:
            found[cell].append(line)
    return found


def _narrow(found: Bounds, line: Sum) -> list[Cell]:
    """Apply total = sum of parts once; returns the cells that became narrower."""
    low = sum(found[part][0] for part in line.parts)
    high = sum(found[part][1] for part in line.parts)
    total_low, total_high = found[line.total]
    new = {line.total: (max(total_low, low), min(total_high, high))}
    for part in line.parts:
        least, most = found[part]
        if least != most:
            new[part] = (
                max(least, total_low - (high - most)),
                min(most, total_high - (low - least)),
            )
    narrower = [cell for cell, bounds in new.items() if bounds != found[cell]]
    found.update(new)
    return narrower


def _entangled(hidden: Collection[Cell], sums: Sequence[Sum]) -> list[Sum]:
    """Leave out sums with a hidden cell of their own: they tell nothing about the others."""
    lines = dict.fromkeys(sums)
    sums_of = _sums_of(sums)
    uses = {cell: len(sums_of[cell]) for cell in hidden if cell in sums_of}
    loose = [cell for cell, number in uses.items() if number == 1]
    while loose:
        line = next((one for one in sums_of[loose.pop()] if one in lines), None)
        if line is None:
            continue
        del lines[line]
        for cell in line:
            if cell in uses:
                uses[cell] -= 1
                if uses[cell] == 1:
                    loose.append(cell)
    return list(lines)


def _reduced(rows: list[dict[Cell, int]]) -> dict[Cell, dict[Cell, int]]:
    """Solve the sums as far as they go (Gauss and Jordan); one row per cell that is solved for."""
    solved: dict[Cell, dict[Cell, int]] = {}
    for row in rows:
        for pivot in [cell for cell in row if cell in solved]:
            _subtract(row, solved[pivot], row[pivot])
        if not row:
            continue
        pivot = next(iter(row))
        inverse = pow(row[pivot], -1, _PRIME)
        row = {cell: factor * inverse % _PRIME for cell, factor in row.items()}
        for other in solved.values():
            if pivot in other:
                _subtract(other, row, other[pivot])
        solved[pivot] = row
    return solved


def _subtract(row: dict[Cell, int], other: dict[Cell, int], factor: int) -> None:
    for cell, number in other.items():
        left = (row.get(cell, 0) - factor * number) % _PRIME
        if left:
            row[cell] = left
        else:
            row.pop(cell, None)

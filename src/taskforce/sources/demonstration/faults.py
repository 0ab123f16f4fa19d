"""The small faults of real deliveries, so that the checks have something to find."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from taskforce.sources.demonstration import facts
from taskforce.sources.demonstration.addresses import Register

# One faulty row of each sort per so many good ones; at least one.
ROWS_PER_FAULT = 100_000
DISAGREEMENTS_PER_ADDRESS = 1 / 10_000

# The rows' identifiers, so that no good address is lost to a fault.
FAULT_MARK = "de30fa17"

# What is wrong: the column, and what stands in it.
FAULTS = (
    ("download_fiber", '"-100"'),
    ("download_kabel_tv", '"ukendt"'),
    ("download_mobil", '"100000000"'),
    ("kommunenavn", '"Atlantis"'),
    ("etrs89koordinat_oest", '"11,5"'),
    ("adgadr_id", ""),
)


def with_faults(lines: list[str], header: str) -> list[str]:
    """Add rows with a fault, and a row that occurs twice, among the good rows of a wide file.

    Parameters
    ----------
    lines
        The good rows, separated by semicolons.
    header
        The column names.
    """
    names = [name.strip('"') for name in header.split(";")]
    times = max(1, len(lines) // ROWS_PER_FAULT)
    bad = []
    for number, (column, value) in enumerate(FAULTS * times):
        fields = lines[number * len(lines) // (len(FAULTS) * times)].split(";")
        fields[0] = f'"{FAULT_MARK}-0000-5000-8000-{number:012x}"'
        fields[names.index(column)] = value
        bad.append(";".join(fields))
    middle = len(lines) // 2
    return [*lines[:middle], *bad, *[lines[0]] * times, *lines[middle:]]


def misplaced_names(
    register: Register, names: NDArray[np.str_], rng: np.random.Generator
) -> NDArray[np.str_]:
    """Let a few addresses near a border bear the name of the municipality next door.

    Parameters
    ----------
    register
        One row per address.
    names
        The right municipality name of each address.
    rng
        Source of chance.
    """
    known = {place.code: place.name for place in facts.municipalities()}
    places = facts.anchors()
    count = max(1, round(len(register) * DISAGREEMENTS_PER_ADDRESS))
    some = np.sort(rng.choice(len(register), min(50 * count, len(register)), replace=False))
    theirs = np.array([known.get(code, "") for code in places.municipality])
    away_m = np.hypot(
        register.easting_m[some, None] - places.easting_m,
        register.northing_m[some, None] - places.northing_m,
    )
    away_m[(theirs == "") | (theirs == names[some, None])] = np.inf
    nearest = np.argsort(away_m.min(axis=1), kind="stable")[:count]
    misplaced = names.copy()
    misplaced[some[nearest]] = theirs[np.argmin(away_m[nearest], axis=1)]
    return misplaced

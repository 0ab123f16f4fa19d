"""How long one check of a dig or a mast takes, and all seventeen, once the rulebook is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from taskforce.rules.check import check, everywhere
from taskforce.rules.facts import Facts, facts_from
from taskforce.rules.rulebook import Rulebook
from taskforce.rules.rulebook_files import FOLDER, read_rulebook

ON = date(2026, 11, 2)
ROUNDS = 100
_CASES = {
    "a small dig, everything known": {
        "case": "dig", "work": "new", "trench_length_m": 9.5, "trench_width_m": 1.5,
        "trench_depth_m": 0.8, "margin_m": 1, "surface": "grass", "method": "hand",
        "duration_h": 36, "speed_limit_kmh": 40, "road_on_list": True,
        "one_direction_open": True, "ler_inquiry_done": True,
    },
    "a dig, nothing known": {"case": "dig"},
    "a rural mast": {
        "case": "mast", "zone": "rural", "mast_kind": "lattice", "mast_height_m": 42,
        "distance_to_building_m": 29, "designations": [],
    },
    "a mast, nothing known": {"case": "mast"},
}  # fmt: skip


def measure(_: Path) -> str:
    """The table: median and slowest of a hundred checks, in milliseconds."""
    start = perf_counter()
    book = read_rulebook(FOLDER)
    lines = [
        f"Reading the rulebook: {(perf_counter() - start) * 1000:.0f} ms.",
        "",
        "| case | one check, median | slowest | all seventeen, median | slowest |",
        "|---|--:|--:|--:|--:|",
    ]
    for name, given in _CASES.items():
        facts = facts_from(given, book=book)
        cells = [f"{ms:.1f} ms" for ms in (*_one(facts, book), *_all(facts, book))]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _one(facts: Facts, book: Rulebook) -> tuple[float, float]:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        check(facts, book=book, municipality="0376", on=ON)
        times.append((perf_counter() - start) * 1000)
    return median(times), max(times)


def _all(facts: Facts, book: Rulebook) -> tuple[float, float]:
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        everywhere(facts, book=book, on=ON)
        times.append((perf_counter() - start) * 1000)
    return median(times), max(times)

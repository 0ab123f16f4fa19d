"""The overview of need for a whole country, against other engines on the same facts."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path

from benchmarks import long_file
from benchmarks.country import country, write
from benchmarks.server import postgresql
from benchmarks.stopwatch import Timing, in_turn, save, table

ADDRESSES = 3_000_000
TARGETS = {"duckdb": 6, "polars": 2, "pandas": 3, "postgresql": 50}
MEMORY_MB = 1024


def measure(folder: Path) -> str:
    """Measure with best pairs only, and with a quarter of the addresses in overflow."""
    parts = []
    for title, share in (("no overflow", 0.0), ("a quarter in overflow", 0.25)):
        facts = folder / f"country-{share}"
        if not (facts / "shelf").exists():
            write(country(ADDRESSES, overflow_share=share), facts)
            long_file.collect(facts)
        with postgresql(facts) as address:
            timings = _run(facts, address)
        save(f"overview-{share}", [asdict(timing) for timing in timings.values()])
        parts.append(f"### {title}\n\n{_table(timings)}")
    return "\n\n".join(parts)


def _run(facts: Path, address: str | None) -> dict[str, Timing]:
    names = ["taskforce", "taskforce-rows", "limit", "duckdb", "polars", "pandas"]
    if address is not None:
        os.environ["BENCH_POSTGRESQL"] = address
        names.append("postgresql")
    contenders = {name: ("benchmarks.engines", name, str(facts)) for name in names}
    timings = {timing.name: timing for timing in in_turn(contenders)}
    answers = {timing.answer for timing in timings.values()}
    if len(answers) != 1:
        raise SystemExit(f"The contenders disagree: {answers}")
    return timings


def _table(timings: dict[str, Timing]) -> str:
    ours = timings["taskforce"]
    rows = [
        (
            timing.name,
            f"{timing.first_s:.2f}",
            f"{timing.warm_s:.3f}",
            f"{timing.fastest_s:.3f}–{timing.slowest_s:.3f}",
            f"{timing.peak_mb:.0f}",
            f"{timing.warm_s / ours.warm_s:.1f}",
            _target(timing),
        )
        for timing in timings.values()
    ]
    header = ("engine", "first s", "warm s", "warm, range", "peak MB", "× ours", "target")
    return table(header, rows)


def _target(timing: Timing) -> str:
    if timing.name in TARGETS:
        return f"≥ {TARGETS[timing.name]}"
    return {"taskforce": f"peak < {MEMORY_MB} MB", "limit": "≥ 0.5"}.get(timing.name, "")

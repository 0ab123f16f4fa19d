"""Taking in the national file, against the engine's own bare copy of the same file to Parquet."""

from __future__ import annotations

import shutil
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks.country import country, write
from benchmarks.national_file import write_official
from benchmarks.stopwatch import Timing, in_turn, repeat, save, table

ROWS = 2_500_000
FILE = "BBK26_national.csv"


def measure(folder: Path) -> str:
    """Measure without boundaries: the municipality comes from the name in the file."""
    facts = folder / "national"
    if not (facts / FILE).exists():
        write(country(ROWS, seed=2), facts)
        write_official(facts, facts / FILE)
        write_official(facts, facts / f"half-{FILE}", rows=ROWS // 2)
    contenders = {
        name: ("benchmarks.importing", name, str(facts)) for name in ("collect", "half", "copy")
    }
    timings = {timing.name: timing for timing in in_turn(contenders)}
    save("import", [asdict(timing) for timing in timings.values()])
    collect, half, copy = timings["collect"], timings["half"], timings["copy"]
    rows = [
        ("rows a second", f"{ROWS / collect.warm_s:,.0f}", "≥ 300,000"),
        ("seconds", f"{collect.warm_s:.1f} ({collect.fastest_s:.1f}–{collect.slowest_s:.1f})", ""),
        (
            "bare copy, seconds",
            f"{copy.warm_s:.1f} ({copy.fastest_s:.1f}–{copy.slowest_s:.1f})",
            "",
        ),
        ("× the bare copy", f"{collect.warm_s / copy.warm_s:.1f}", "≤ 3"),
        ("peak MB", f"{collect.peak_mb:.0f}", "< 2048"),
        ("peak MB, half the file", f"{half.peak_mb:.0f}", "flat"),
    ]
    return table(("import of 2.5 M rows", "measured", "target"), rows)


def _spread(timing: Timing) -> str:
    return f"{timing.warm_s:.1f} ({timing.fastest_s:.1f}–{timing.slowest_s:.1f})"


def _collect(facts: Path, file: str) -> str:
    from taskforce.collect.coverage import Choices, collect_coverage
    from taskforce.snapshot.shelf import Shelf

    shelf = facts / f"shelf-{file}"
    shutil.rmtree(shelf / "snapshots", ignore_errors=True)
    outcome = collect_coverage(Shelf(shelf), [facts / file], Choices())
    return f"{outcome.rows} rows, {outcome.accepted} accepted"


def _copy(facts: Path) -> str:
    import duckdb

    source = f"read_csv('{facts / FILE}', all_varchar = true, delim = ';')"
    target = facts / "bare.parquet"
    duckdb.execute(f"COPY (FROM {source}) TO '{target}' (COMPRESSION zstd)")
    return "copied"


if __name__ == "__main__":
    place = Path(sys.argv[2])
    work = {
        "collect": lambda: _collect(place, FILE),
        "half": lambda: _collect(place, f"half-{FILE}"),
        "copy": lambda: _copy(place),
    }[sys.argv[1]]
    repeat(work, times=2)

"""How fast signals are predicted: paths a second, bands, threads, demand cells against rasters."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import numpy as np

from benchmarks import predicting_ground as ground
from benchmarks.stopwatch import save, table
from benchmarks.yardstick import loops
from taskforce.prediction.p1812.fan import losses
from taskforce.prediction.p1812.warming import warm_up
from taskforce.prediction.radio import Radio, Transmitter
from taskforce.report.ranking.reach import Work, reach_of
from taskforce.siting.choice import choose
from taskforce.siting.limits import Limits
from taskforce.vocabulary.signal import Service

ROUNDS, SAMPLE = 7, 10
_LEVEL_DBM = Service.DATA.threshold_dbm
_SIX = Radio(radius_m=ground.RADIUS_M)
_ONE = replace(_SIX, bands=_SIX.bands[1:2])


def measure(_: Path) -> str:
    """The table: figures with their targets, all of one run."""
    first = _first_use()
    warm_up()
    figures = [*_one_site(), *_many_sites(), *first]
    save("predicting", figures)
    return table(("what", "measured", "target"), figures)


def _one_site() -> list[tuple[str, str, str]]:
    terrain = ground.hills(0.0, 0.0)
    mast = Transmitter("mast", ground.WEST_M, ground.SOUTH_M, ground.MAST_M)
    points = ground.raster_around(mast)
    works: dict[str, Callable[[], object]] = {
        "one": lambda: losses(terrain, mast, points, _ONE),
        "six": lambda: losses(terrain, mast, points, _SIX),
        "plain": lambda: losses(terrain, mast, points, _ONE, plain=True),
        "two": lambda: losses(terrain, mast, points, _ONE, threads=2),
        "loop": lambda: loops(1),
        "two loops": lambda: loops(2),
    }
    loops(2)  # compile before the clock runs
    cpu, wall = _in_turn(works)
    return [
        (
            f"one site, {len(points):,} paths, one band, paths/s of CPU",
            f"{len(points) / cpu['one']:,.0f} ({cpu['one']:.2f} s)",
            "≥ 180,000",
        ),
        ("six bands × one band, CPU", f"{cpu['six'] / cpu['one']:.2f}", "≤ 1.5"),
        ("plain × fused, one band, CPU", f"{cpu['plain'] / cpu['one']:.2f}", "≥ 2"),
        (
            f"two threads × one, wall, fastest of {ROUNDS} rounds",
            f"{wall['two'] / wall['one']:.2f} ({wall['one']:.2f} s; {_load()})",
            "≤ 0.6",
        ),
        (
            "the same of loops that share nothing: what could be had just then",
            f"{wall['two loops'] / wall['loop']:.2f}",
            "",
        ),
        ("two threads × one, CPU: work lost by sharing", f"{cpu['two'] / cpu['one']:.2f}", ""),
    ]


def _in_turn(works: dict[str, Callable[[], object]]) -> tuple[dict[str, float], dict[str, float]]:
    """Median seconds of CPU, fewest seconds of the clock: others' work only ever adds to those.

    In turns, so that a slow spell of the machine meets them all.
    """
    cpu: dict[str, list[float]] = {name: [] for name in works}
    wall: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            used, start = process_time(), perf_counter()
            work()
            cpu[name].append(process_time() - used)
            wall[name].append(perf_counter() - start)
    return (
        {name: median(each) for name, each in cpu.items()},
        {name: min(each) for name, each in wall.items()},
    )


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f} processes wanted {os.cpu_count()} cores"


def _many_sites() -> list[tuple[str, str, str]]:
    terrain = ground.hills(ground.WIDTH_M, ground.HEIGHT_M)
    sites, demand = ground.sites(), ground.demand()
    used = process_time()
    for site in sites[:: len(sites) // SAMPLE]:
        losses(terrain, site, ground.raster_around(site), _SIX)
    full = (process_time() - used) * len(sites) / SAMPLE
    used, start = process_time(), perf_counter()
    work = Work(terrain, _SIX, 1, None, lambda _: None)
    reach = reach_of(sites, demand, work, weakest_dbm=_LEVEL_DBM)
    predicted = process_time() - used
    covers = reach.at_least(_LEVEL_DBM, np.ones(len(demand), np.int64))
    choice = choose(covers, Limits(k=10), time_limit_s=30.0)
    ranked, wall = process_time() - used, perf_counter() - start
    share = len(demand) / (ground.WIDTH_M * ground.HEIGHT_M / ground.CELL_M**2)
    return [
        (
            f"ranking {len(sites)} sites × 6 bands at {len(demand):,} wanting cells "
            f"({share:.1%} of all) × full rasters, CPU",
            f"{ranked / full:.3f} ({ranked:.1f} s, of them {predicted:.1f} s predicting; "
            f"{full:.0f} s by {SAMPLE} rasters)",
            "≤ 0.1",
        ),
        (
            "the same, seconds on one thread",
            f"{wall:.1f} ({choice.value:,} covered, gap {choice.gap:.2%})",
            "",
        ),
    ]


def _first_use() -> list[tuple[str, str, str]]:
    """The first use on a new machine, in a process of its own that finds nothing compiled."""
    with tempfile.TemporaryDirectory() as empty:
        command = [sys.executable, "-c", "from taskforce.cli import main; main(['warm-up'])"]
        environment = {**os.environ, "NUMBA_CACHE_DIR": empty}
        said = []
        for _ in range(2):
            done = subprocess.run(
                command, check=True, capture_output=True, text=True, env=environment
            )
            said.append(" ".join([*done.stderr.split("\n"), *done.stdout.split("\n")]).strip())
    return [("first use", said[0], "told, not hidden"), ("second use", said[1], "")]

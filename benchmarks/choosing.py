"""How long it takes to choose sites with a proof: greedy, chosen, bound and gap, seed by seed."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter, process_time

from benchmarks.choosing_instances import INSTANCES, Instance, made
from benchmarks.stopwatch import save, table
from taskforce.siting.certificate import verify
from taskforce.siting.choice import choose
from taskforce.siting.limits import Limits

# The target for all but the last instance, which is known to be too hard.
TIME_LIMIT_S, HARD_LIMIT_S = 30.0, 60.0
_HEADER = (
    *("seed", "reach, km", "k", "demand", "greedy", "chosen", "bound", "gap", "proof"),
    *("s, wall", "s, CPU", "verified apart", "in s"),
)


def measure(_: Path) -> str:
    """The table: one line for each instance, at most 30 s (60 s for the last) on one thread."""
    choose(made(INSTANCES[0]), Limits(k=1))  # compile before the clock runs
    found = [_chosen(instance) for instance in INSTANCES]
    save("choosing", found)
    return table(_HEADER, [list(one.values()) for one in found])


def _chosen(instance: Instance) -> dict[str, object]:
    coverage, limits = made(instance), Limits(k=instance.k)
    limit_s = HARD_LIMIT_S if instance is INSTANCES[-1] else TIME_LIMIT_S
    wall, used = perf_counter(), process_time()
    choice = choose(coverage, limits, time_limit_s=limit_s)
    wall, used = perf_counter() - wall, process_time() - used
    start = perf_counter()
    holds = verify(coverage, limits, choice).holds
    figures = (
        instance.seed,
        "{:g} to {:g}".format(*instance.reach_km),
        instance.k,
        f"{coverage.weights.sum():,}",
        f"{choice.greedy_value:,}",
        f"{choice.value:,}",
        f"{choice.bound:,}",
        f"{choice.gap:.2%}",
        "best" if choice.proven else "not proven",
        f"{wall:.1f}",
        f"{used:.1f}",
        "yes" if holds else "no",
        f"{perf_counter() - start:.1f}",
    )
    return dict(zip(_HEADER, figures, strict=True))

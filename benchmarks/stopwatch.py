"""Times commands fairly: several rounds in turn, each in a process of its own, and the median."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

RESULTS = Path("var/bench")


@dataclass(frozen=True, slots=True)
class Timing:
    """What one contender took over all rounds."""

    name: str
    first_s: float
    warm_s: float
    fastest_s: float
    slowest_s: float
    peak_mb: float
    answer: str


def in_turn(contenders: Mapping[str, Sequence[str]], *, rounds: int = 2) -> list[Timing]:
    """Run every contender once a round, so that a slow spell of the machine meets them all."""
    found: dict[str, list[dict[str, object]]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, command in contenders.items():
            found[name].append(_child(command))
    return [_timing(name, runs) for name, runs in found.items()]


def repeat(work: Callable[[], object], *, times: int = 4) -> None:
    """In the child: do the work several times and print what it took, for `in_turn` to read."""
    seconds, answer = [], None
    for _ in range(times):
        start = time.perf_counter()
        answer = work()
        seconds.append(time.perf_counter() - start)
    said = {"seconds": seconds, "peak_mb": _peak_mb(), "answer": str(answer)}
    sys.stdout.write("\n" + json.dumps(said) + "\n")


def save(name: str, content: object) -> None:
    """Keep the figures of a run for the record."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Set rows as Markdown."""
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def machine() -> str:
    """The machine in a few words, without its name."""
    memory_gb = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory_gb:.0f} GiB, Python {sys.version.split()[0]}"


def _child(command: Sequence[str]) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", *command], check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    found: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _timing(name: str, runs: list[dict[str, object]]) -> Timing:
    seconds: list[list[float]] = [run["seconds"] for run in runs]  # type: ignore[misc]
    warm = [statistics.median(each[1:] or each) for each in seconds]
    return Timing(
        name=name,
        first_s=statistics.median(each[0] for each in seconds),
        warm_s=statistics.median(warm),
        fastest_s=min(warm),
        slowest_s=max(warm),
        peak_mb=max(float(str(run["peak_mb"])) for run in runs),
        answer=str(runs[-1]["answer"]),
    )


def _peak_mb() -> float:
    # Not getrusage: what it says of a child begins with the peak of its parent.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024

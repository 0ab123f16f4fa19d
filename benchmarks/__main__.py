"""`python -m benchmarks [NAME]...` measures, and prints Markdown; the names stand below."""

from __future__ import annotations

import importlib
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.stopwatch import RESULTS, machine

# Loaded one by one, so that the measuring process itself stays small.
MEASURED = {
    "overview": "overview",
    "import": "importing",
    "geography": "geography",
    "checks": "checking",
    "choosing": "choosing",
    "predicting": "predicting",
    "gaps": "gaps",
    "plans": "plans",
    "dialogue": "dialogue",
    "pages": "pages",
    "open-data": "open_data",
}


def main(chosen: list[str]) -> None:
    """Measure what was chosen, or everything."""
    unknown = set(chosen) - set(MEASURED)
    if unknown:
        raise SystemExit(f"Not measured: {', '.join(unknown)}. There is: {', '.join(MEASURED)}.")
    RESULTS.mkdir(parents=True, exist_ok=True)
    print(f"Measured {datetime.now(UTC):%Y-%m-%d} on {machine()}.")
    for name in chosen or MEASURED:
        module = importlib.import_module(f"benchmarks.{MEASURED[name]}")
        print(f"\n## {name}\n\n{module.measure(Path('var/bench/facts').absolute())}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

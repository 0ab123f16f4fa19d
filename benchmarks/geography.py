"""White spots with their hulls, points in municipalities, and map tiles: each on its own."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import numpy as np

from benchmarks import long_file
from benchmarks.country import country, write
from benchmarks.stopwatch import in_turn, repeat, save, table
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD

ADDRESSES = 3_000_000
REGION_ADDRESSES = 400_000
TARGETS = {"white-spots": "< 4 s", "points": "< 3 s", "tiles": "< 60 s"}


def measure(folder: Path) -> str:
    """Measure all three, each in a process of its own."""
    facts = folder / "country-0.0"
    if not (facts / "shelf").exists():
        write(country(ADDRESSES), facts)
        long_file.collect(facts)
    contenders = {name: ("benchmarks.geography", name, str(facts)) for name in TARGETS}
    timings = in_turn(contenders, rounds=2)
    save("geography", [asdict(timing) for timing in timings])
    rows = [
        (
            timing.answer,
            f"{timing.first_s:.1f}",
            f"{timing.warm_s:.2f}",
            f"{timing.peak_mb:.0f}",
            TARGETS[timing.name],
        )
        for timing in timings
    ]
    return table(("what", "first s", "warm s", "peak MB", "target"), rows)


def white_spots(facts: Path) -> str:
    """All white spots of the country, nearest served address and offers of today included."""
    from taskforce.need.white_spots import white_spots
    from taskforce.snapshot.shelf import Shelf

    spots = white_spots(Shelf(facts / "shelf").latest(), threshold=DEFAULT_THRESHOLD)
    count = sum(spot.addresses for spot in spots)
    return f"white spots: {len(spots):,} of {count:,} addresses below 100/30"


def points(facts: Path) -> str:
    """Three million points among ninety-eight areas of about 2,500 corners each."""
    import pyarrow.parquet as pq
    import shapely

    from taskforce.collect.areas import Areas, area_of_points

    table_ = pq.read_table(facts / "addresses.parquet", columns=["easting_m", "northing_m"])
    corners = np.random.default_rng(1).uniform((450_000, 6_060_000), (880_000, 6_390_000), (98, 2))
    parts = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(corners)))
    shapes = shapely.segmentize(parts, 100)
    shapely.prepare(shapes)
    codes = tuple(str(number) for number in range(len(shapes)))
    found = area_of_points(
        table_["easting_m"].to_numpy(), table_["northing_m"].to_numpy(), Areas(codes, codes, shapes)
    )
    return f"points in areas: {(found >= 0).sum():,} of {len(found):,} found"


def tiles(facts: Path) -> str:
    """The map of a full demonstration region: what `taskforce tiles` does, counting included."""
    from taskforce.report.tile_set import make_tiles
    from taskforce.snapshot.shelf import Shelf
    from taskforce.sources.demonstration.areas import LAND
    from taskforce.vocabulary.places import load_region

    shelf = facts.parent / "demonstration" / "shelf"
    if not (shelf / "snapshots").exists():
        taskforce = str(Path(sys.executable).parent / "taskforce")
        command = [taskforce, "--shelf", str(shelf), "demo", "--no-serve"]
        subprocess.run(command, check=True, capture_output=True)
    files = make_tiles(Shelf(shelf), out=facts / "tiles", region=load_region(), land=LAND)
    size_mb = sum(file.stat().st_size for file in files) / 1e6
    return f"tiles of a region of {REGION_ADDRESSES:,} addresses: {size_mb:.1f} MB"


WORK = {"white-spots": white_spots, "points": points, "tiles": tiles}

if __name__ == "__main__":
    repeat(lambda: WORK[sys.argv[1]](Path(sys.argv[2])), times=3)

"""Reads the site with GDAL in a process of its own: there GDAL may wait for the site's answers."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

# One read: what GDAL opens, which layer, and how.
Read = tuple[str, str | None, dict[str, Any]]


def read_by_gdal(reads: list[Read]) -> list[dict[str, Any]]:
    """What GDAL makes of each: fields, system, number of shapes, their sizes and the box."""
    done = subprocess.run(
        [sys.executable, __file__, json.dumps(reads)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _read(where: str, layer: str | None, how: dict[str, Any]) -> dict[str, Any]:
    import pyogrio
    import shapely

    if layer is None:
        return {"layers": [name for name, _ in pyogrio.list_layers(where)]}
    how |= {"bbox": tuple(how["bbox"])} if "bbox" in how else {}
    meta, _, shapes, _ = pyogrio.raw.read(where, layer=layer, **how)
    there = shapely.from_wkb(shapes)
    return {
        "fields": list(meta["fields"]),
        "crs": meta["crs"],
        "number": len(there),
        "areas": sorted(shapely.area(there).tolist()),
        "bounds": shapely.total_bounds(there).tolist() if len(there) else [],
        "first": shapely.bounds(there[0]).tolist() if len(there) else [],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps([_read(*one) for one in json.loads(sys.argv[1])]))

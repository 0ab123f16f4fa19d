"""The made-up facts as a long delivery, and the snapshot that is collected from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb

from benchmarks.national_file import names
from taskforce.collect.coverage import Choices, collect_coverage
from taskforce.snapshot.frozen import Snapshot
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.technology import Technology

PROFILE = """
kind = "coverage"
title = "Made-up offers"
publisher = "Benchmark"
licence = "CC0"
country = "dk"


[address]
id = "address"
postcode = "postcode"
municipality_code = "municipality_code"
easting = "easting_m"
northing = "northing_m"

[long]
technology = "technology"
download = "download_kbps"
upload = "upload_kbps"
operator = "operator"
unit = "kbps"

[long.values]
"""


def collect(facts: Path) -> Snapshot:
    """Collect the facts in `facts` the way any long file is collected."""
    file, profile = facts / "long.parquet", facts / "long.toml"
    duckdb.execute(f"""
        COPY (SELECT o.address_id::VARCHAR AS address, 1000 + a.postcode AS postcode,
                     n.code AS municipality_code, a.easting_m, a.northing_m,
                     o.operator, o.technology, o.download_kbps, o.upload_kbps
              FROM '{facts / "offers.parquet"}' o
              JOIN '{facts / "addresses.parquet"}' a USING (address_id)
              JOIN ({names()}) n USING (municipality))
        TO '{file}' (COMPRESSION zstd)""")
    values = "\n".join(f'"{code}" = "{word.value}"' for code, word in enumerate(Technology))
    profile.write_text(PROFILE + values + "\n", encoding="utf-8")
    shelf = Shelf(facts / "shelf")
    choices = Choices(as_of=date(2026, 6, 30), profile=str(profile), allow_rejected=True)
    collect_coverage(shelf, [file], choices)
    return shelf.latest()

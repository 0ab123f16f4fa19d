"""The same question put to each engine: addresses and need by municipality, at 100/30.

A contender is a process: `python -m benchmarks.engines NAME FOLDER`. Every one reads its files anew
for each answer, as a command or a report does.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.stopwatch import repeat
from taskforce.vocabulary.speed import DEFAULT_THRESHOLD
from taskforce.vocabulary.technology import FIXED, Technology

DOWN, UP = DEFAULT_THRESHOLD.download_kbps, DEFAULT_THRESHOLD.upload_kbps
FIXED_CODES = tuple(list(Technology).index(technology) for technology in FIXED)
Counted = Iterable[tuple[int, int, int]]

SQL = f"""
WITH best AS (
  SELECT address_id, bool_or(technology IN {FIXED_CODES} AND download_kbps >= {DOWN}
                             AND upload_kbps >= {UP}) AS enough
  FROM {{offers}} GROUP BY address_id)
SELECT a.municipality, count(*), count(*) FILTER (WHERE NOT coalesce(b.enough, false))
FROM {{addresses}} a LEFT JOIN best b USING (address_id) GROUP BY 1
"""


def answer_of(counted: Counted) -> str:
    """The whole answer in one short text, so that contenders can be compared."""
    rows = sorted((int(code), int(n), int(below)) for code, n, below in counted)
    total, below = sum(row[1] for row in rows), sum(row[2] for row in rows)
    mark = hash(tuple(rows)) & 0xFFFFFFFF
    return f"{len(rows)} groups, {total} addresses, {below} below, {mark:08x}"


def taskforce(folder: Path) -> Callable[[], str]:
    """The product as it is: the cube where it is shorter than the rows."""
    from taskforce.need.overview import overview
    from taskforce.snapshot.shelf import Shelf

    def work() -> str:
        newest = Shelf(folder / "shelf").latest()
        areas = overview(newest, threshold=DEFAULT_THRESHOLD, by="municipality")
        return answer_of((int(area.area), area.addresses, area.below) for area in areas)

    return work


def taskforce_rows(folder: Path) -> Callable[[], str]:
    """The product where no two offers are alike: counted from the rows, the cube unused."""
    from taskforce.need import tables

    tables._WORTHWHILE = 0.0
    return taskforce(folder)


def limit(folder: Path) -> Callable[[], str]:
    """The least that must be done with the rows: decode the columns, one compiled pass."""
    from benchmarks.limit import counted

    return lambda: answer_of(counted(folder))


def duckdb(folder: Path) -> Callable[[], str]:
    import duckdb

    connection = duckdb.connect()
    question = SQL.format(
        offers=f"'{folder / 'offers.parquet'}'", addresses=f"'{folder / 'addresses.parquet'}'"
    )
    return lambda: answer_of(connection.execute(question).fetchall())


def polars(folder: Path) -> Callable[[], str]:
    import polars as pl

    def work() -> str:
        offers = pl.scan_parquet(folder / "offers.parquet")
        enough = (
            pl.col("technology").is_in(FIXED_CODES)
            & (pl.col("download_kbps") >= DOWN)
            & (pl.col("upload_kbps") >= UP)
        )
        best = offers.group_by("address_id").agg(enough.any().alias("enough"))
        addresses = pl.scan_parquet(folder / "addresses.parquet")
        found = (
            addresses.select("address_id", "municipality")
            .join(best, on="address_id", how="left")
            .group_by("municipality")
            .agg(pl.len(), (~pl.col("enough").fill_null(value=False)).sum().alias("below"))
            .collect(engine="streaming")
        )
        return answer_of(found.iter_rows())

    return work


def pandas(folder: Path) -> Callable[[], str]:
    import pandas as pd

    def work() -> str:
        offers = pd.read_parquet(folder / "offers.parquet").drop(columns="operator")
        enough = (
            offers["technology"].isin(FIXED_CODES)
            & (offers["download_kbps"] >= DOWN)
            & (offers["upload_kbps"] >= UP)
        )
        best = enough.groupby(offers["address_id"], sort=False).max()
        addresses = pd.read_parquet(
            folder / "addresses.parquet", columns=["address_id", "municipality"]
        )
        below = ~addresses["address_id"].map(best).fillna(value=False).astype(bool)
        found = below.groupby(addresses["municipality"]).agg(["size", "sum"])
        return answer_of(
            (key, *row) for key, row in zip(found.index, found.to_numpy(), strict=True)
        )

    return work


def postgresql(folder: Path) -> Callable[[], str]:
    import psycopg

    connection = psycopg.connect(os.environ["BENCH_POSTGRESQL"])
    question = SQL.format(offers="offers", addresses="addresses")
    return lambda: answer_of(connection.execute(question).fetchall())


ENGINES = {
    "taskforce": taskforce,
    "taskforce-rows": taskforce_rows,
    "limit": limit,
    "duckdb": duckdb,
    "polars": polars,
    "pandas": pandas,
    "postgresql": postgresql,
}

if __name__ == "__main__":
    repeat(ENGINES[sys.argv[1]](Path(sys.argv[2])))

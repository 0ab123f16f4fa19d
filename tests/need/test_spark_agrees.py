"""The same expressions on Spark give the same answers as on DuckDB, to the row."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import cycle
from typing import TYPE_CHECKING, Any

import ibis
import pytest

from taskforce.need.areas import AreaKind
from taskforce.need.overview import need_by_area
from taskforce.need.passages import passages
from taskforce.need.tables import open_tables, standings
from taskforce.snapshot.frozen import Snapshot
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.speed import DESIGN_THRESHOLDS, Threshold
from taskforce.vocabulary.technology import Counting, Technology, counted
from taskforce.vocabulary.use import Use
from tests.makers import OFFICIAL_TECHNOLOGIES, Address, make_snapshot, uuid_of

if TYPE_CHECKING:
    import ibis.expr.types as ir
    from ibis.backends import BaseBackend

# Spark warns of pandas 3, of its own sockets and of much else; none of it is about our figures.
pytestmark = [pytest.mark.spark, pytest.mark.filterwarnings("ignore")]

SPEEDS = (None, 0, 5_000, 30_000, 100_000, 1_000_000)


@pytest.fixture(scope="module")
def spark() -> Iterator[BaseBackend]:
    """Spark on this machine alone, with two threads."""
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java 17 or newer; install it and run `make test-spark`")
    sql = pytest.importorskip(
        "pyspark.sql", reason="the extra [spark] is not installed; run `make test-spark`"
    )
    session = (
        sql.SparkSession.builder.master("local[2]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield ibis.pyspark.connect(session)
    session.stop()


@pytest.fixture(scope="module")
def snapshots(tmp_path_factory: pytest.TempPathFactory) -> tuple[Snapshot, Snapshot]:
    """Two years of a region with every kind of offer: unknown, missing and incomparable ones."""
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    then = make_snapshot(shelf, _region(seed=1, first=0), "2025-06-30")
    return then, make_snapshot(shelf, _region(seed=2, first=50), "2026-06-30")


def _region(*, seed: int, first: int) -> list[Address]:
    chance = random.Random(seed)  # noqa: S311
    return [_address(chance, number) for number in range(first, first + 600)]


def _address(chance: random.Random, number: int) -> Address:
    offers: dict[Technology, list[tuple[int | None, int | None]]] = {
        technology: [
            (chance.choice(SPEEDS), chance.choice(SPEEDS)) for _ in range(chance.choice((1, 1, 3)))
        ]
        for technology in OFFICIAL_TECHNOLOGIES
        if chance.random() < 0.4
    }
    return Address(
        uuid_of(number),
        None if chance.random() < 0.1 else offers,
        municipality=chance.choice(["0360", "0376", "0101", None]),
        postcode=chance.choice(["4900", "4800", None]),
        easting_m=chance.choice([None, 620_000.0, 640_000.0, 641_000.0]),
        use=chance.choice(list(Use)),
    )


def _rows(connection: BaseBackend, answer: ir.Table) -> list[tuple[Any, ...]]:
    columns = connection.to_pyarrow(answer).columns
    return sorted(zip(*(column.to_pylist() for column in columns), strict=True), key=repr)


@pytest.mark.parametrize(
    ("kind", "threshold"), list(zip(AreaKind, cycle(DESIGN_THRESHOLDS), strict=False))
)
def test_the_overview_is_the_same_to_the_row(
    spark: BaseBackend,
    snapshots: tuple[Snapshot, Snapshot],
    kind: AreaKind,
    threshold: Threshold,
) -> None:
    snapshot = snapshots[1]

    here, there = (
        _rows(
            connection,
            need_by_area(
                open_tables(snapshot, connection),
                threshold=threshold,
                technologies=counted(Counting.ALL, snapshot.technologies),
                kind=kind,
            ),
        )
        for connection in (ibis.duckdb.connect(), spark)
    )

    assert here == there
    assert sum(row[4] for row in here) == snapshot.manifest.addresses


@pytest.mark.parametrize("counting", Counting)
def test_the_standing_of_every_address_is_the_same(
    spark: BaseBackend, snapshots: tuple[Snapshot, Snapshot], counting: Counting
) -> None:
    here, there = (
        _rows(
            connection,
            standings(snapshots[1], connection, threshold=DESIGN_THRESHOLDS[1], counting=counting),
        )
        for connection in (ibis.duckdb.connect(), spark)
    )

    assert here == there
    assert {row[2] for row in here} == {True, False, None}


def test_the_passage_of_every_address_is_the_same(
    spark: BaseBackend, snapshots: tuple[Snapshot, Snapshot]
) -> None:
    here, there = (
        _rows(
            connection,
            passages(
                *snapshots,
                connection=connection,
                threshold=DESIGN_THRESHOLDS[1],
                counting=Counting.FIXED,
                kind=AreaKind.MUNICIPALITY,
            ),
        )
        for connection in (ibis.duckdb.connect(), spark)
    )

    assert here == there
    assert len(here) == 650

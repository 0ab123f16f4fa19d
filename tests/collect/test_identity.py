"""The same inputs make the same snapshot, and never a second one."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from taskforce.collect.coverage import Choices, collect_coverage
from taskforce.collect.identity import as_of
from taskforce.snapshot import quality
from taskforce.snapshot.shelf import Shelf
from tests.official import official, rows, written


def test_the_same_file_twice_is_a_no_op_that_says_so(tmp_path, shelf):
    file = written(tmp_path, official(rows(3)))
    first = collect_coverage(shelf, [file])
    second = collect_coverage(shelf, [file])
    assert second.unchanged
    assert not first.unchanged
    assert second.id == first.id
    assert len(shelf.snapshots()) == 1


def test_a_copy_with_another_date_of_change_is_the_same_delivery(tmp_path, shelf):
    content = official(rows(3))
    file = written(tmp_path, content, "udbudt.csv")
    first = collect_coverage(shelf, [file])
    copy = written(tmp_path / "copy", content, "udbudt.csv")
    os.utime(copy, (1_000_000_000, 1_000_000_000))
    assert collect_coverage(shelf, [copy]).id == first.id


def test_another_day_is_another_snapshot(tmp_path, shelf):
    file = written(tmp_path, official(rows(3)))
    first = collect_coverage(shelf, [file], Choices(as_of=date(2020, 1, 1)))
    second = collect_coverage(shelf, [file], Choices(as_of=date(2021, 1, 1)))
    assert first.id.startswith("2020-01-01-")
    assert second.id.startswith("2021-01-01-")
    assert len(shelf.snapshots()) == 2


def test_two_shelves_hold_the_same_bytes(tmp_path):
    file = written(tmp_path, official(rows(200)))
    prints = []
    for name in ("one", "other"):
        shelf = Shelf(tmp_path / name)
        collect_coverage(shelf, [file])
        prints.append(shelf.latest().manifest.files)
    assert prints[0] == prints[1]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("BBK26_udbudt private hatigheder inkl. mobil.csv", date(2026, 6, 30)),
        ("restgruppe_1gbit_BBK26.csv", date(2026, 6, 30)),
        ("bbk23-privat.zip", date(2023, 6, 30)),
        ("udbudt 2016.csv", date(2016, 6, 30)),
        ("levering_2024-03-01.csv", date(2024, 3, 1)),
        ("bdc_11_Cable_fixed_broadband_D23_x.csv", date(2023, 12, 31)),
    ],
)
def test_the_day_is_read_from_the_name(name, day):
    assert as_of([Path(name)], None).day == day


def test_the_day_comes_from_the_file_where_nothing_else_tells(tmp_path):
    file = written(tmp_path, "x", "udbudt.csv")
    os.utime(file, (1_600_000_000, 1_600_000_000))
    found = as_of([file], None)
    assert (found.day, found.basis) == (date(2020, 9, 13), "file modified")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("BBK26_udbudt.csv", "The as-of date is read from the name of the file."),
        ("udbudt.csv", "The as-of date is the day the file was last changed."),
    ],
)
def test_the_reader_is_told_how_the_day_is_known(tmp_path, shelf, name, told):
    collect_coverage(shelf, [written(tmp_path, official(rows(3)), name)])
    assert told in quality.read(shelf.latest().path).notes

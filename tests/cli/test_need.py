"""`taskforce need`, as others script against it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.cli.conftest import Run


def test_json_is_a_list_of_areas(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("need", "--threshold", "100/30", "--format", "json")

    assert result.exit_code == 0
    assert json.loads(result.stdout) == [
        {
            "area": "0360",
            "name": "Lolland",
            "addresses": 3,
            "below": 2,
            "unknown": 0,
            "share_below": pytest.approx(2 / 3),
        },
        {
            "area": "0101",
            "name": "København",
            "addresses": 1,
            "below": 1,
            "unknown": 0,
            "share_below": 1.0,
        },
        {
            "area": "",
            "name": "unknown",
            "addresses": 1,
            "below": 0,
            "unknown": 0,
            "share_below": 0.0,
        },
    ]


def test_an_older_snapshot_can_be_asked(run: Run, two_snapshots: tuple[str, str]) -> None:
    old, _ = two_snapshots

    result = run("need", "--snapshot", old, "--within", "0360", "--format", "json")

    (area,) = json.loads(result.stdout)
    assert (area["addresses"], area["below"], area["unknown"]) == (3, 1, 1)


def test_csv_has_the_columns_of_json(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("need", "--by", "region", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert list(rows[0]) == ["area", "name", "addresses", "below", "unknown", "share_below"]
    assert [row["area"] for row in rows] == ["1085", "1084", ""]


def test_split_by_use_gives_one_csv_row_per_use(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("need", "--split-use", "--within", "0360", "--format", "csv")

    (row,) = csv.DictReader(io.StringIO(result.stdout))
    assert (row["use"], row["below"]) == ("home", "2")


@pytest.mark.parametrize("by", ["region", "municipality", "postcode", "hex"])
def test_every_division_holds_every_address(
    run: Run, two_snapshots: tuple[str, str], by: str
) -> None:
    result = run("need", "--by", by, "--format", "json")

    assert sum(area["addresses"] for area in json.loads(result.stdout)) == 5


def test_table_tells_threshold_origin_and_the_sum_of_the_region(
    run: Run, two_snapshots: tuple[str, str]
) -> None:
    result = run("need", "--threshold", "100/30")

    assert result.exit_code == 0
    for words in (
        "below 100/30 Mbit/s",
        "Lolland",
        "Region Sjælland",
        "All",
        two_snapshots[1],
        "30 June 2026",
        "Test publisher",
        "Fixed wireless",
    ):
        assert words in result.stdout
    assert "Mobile" not in result.stdout


def test_table_counts_mobile_when_asked(run: Run, two_snapshots: tuple[str, str]) -> None:
    assert "Mobile broadband" in run("need", "--count", "all").stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--threshold", "abc"], 2, "100/30"),
        (["--threshold", "0/0"], 2, "believable"),
        (["--by", "parish"], 2, "municipality"),
        (["--snapshot", "1999"], 1, "On the shelf"),
        (["--within", "9999"], 1, "9999"),
    ],
)
def test_wrong_questions_are_answered_with_a_remedy(
    run: Run, two_snapshots: tuple[str, str], arguments: list[str], status: int, words: str
) -> None:
    result = run("need", *arguments)

    assert (result.exit_code, result.stdout) == (status, "")
    assert words in result.stderr


def test_an_empty_shelf_tells_how_to_collect(run: Run) -> None:
    result = run("need")

    assert result.exit_code == 1
    assert "taskforce collect coverage" in result.stderr

"""`taskforce compare`, as others script against it."""

from __future__ import annotations

import csv
import io
import json

from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.technology import Technology
from tests.cli.conftest import Run
from tests.makers import GIGABIT, Address, make_snapshot, uuid_of


def test_json_counts_the_passages(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("compare", *two_snapshots, "--threshold", "100/30", "--format", "json")

    assert result.exit_code == 0
    lolland, copenhagen, nowhere = json.loads(result.stdout)
    assert {key: lolland[key] for key in ("area", "gained", "lost", "newly_known_below")} == {
        "area": "0360",
        "gained": 1,
        "lost": 1,
        "newly_known_below": 1,
    }
    assert (lolland["below_before"], lolland["below_after"]) == (1, 2)
    assert copenhagen["still_below"] == 1
    assert (nowhere["area"], nowhere["new"], nowhere["new_above"]) == ("", 1, 1)


def test_addresses_are_listed_in_csv(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("compare", *two_snapshots, "--addresses", "--format", "csv")

    rows = {row["source_id"]: row for row in csv.DictReader(io.StringIO(result.stdout))}
    assert {key: row["change"] for key, row in rows.items()} == {
        uuid_of(1): "gained",
        uuid_of(2): "lost",
        uuid_of(3): "newly_known_below",
        uuid_of(5): "new_above",
    }
    assert rows[uuid_of(1)]["road"] == "Strandvej"


def test_beginning_of_an_id_and_latest_are_understood(
    run: Run, two_snapshots: tuple[str, str]
) -> None:
    result = run("compare", "2025", "latest", "--by", "region", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [row["name"] for row in rows] == ["Region Sjælland", "Region Hovedstaden", "unknown"]


def test_table_is_made_for_reading(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("compare", *two_snapshots)

    assert "100/30 Mbit/s" in result.stdout
    assert all(one in result.stdout.replace("\n", "") for one in two_snapshots)
    assert "do not report the same" not in result.stdout


def test_it_warns_when_the_two_do_not_report_the_same(
    run: Run, shelf: Shelf, two_snapshots: tuple[str, str]
) -> None:
    make_snapshot(
        shelf, [Address(uuid_of(1), GIGABIT)], "2020-06-30", technologies=(Technology.FIBRE,)
    )

    result = run("compare", "2020", "latest")

    assert "do not report the same technologies" in result.stdout


def test_wrong_questions_are_refused(run: Run, two_snapshots: tuple[str, str]) -> None:
    assert run("compare", "2025").exit_code == 2
    assert run("compare", "2025", "latest", "--threshold", "x").exit_code == 2
    unknown = run("compare", "1999", "latest")
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "On the shelf" in unknown.stderr

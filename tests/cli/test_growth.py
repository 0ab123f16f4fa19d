"""`taskforce growth`, as others script against it."""

from __future__ import annotations

import json

from tests.cli.conftest import Run


def test_json_tells_year_and_need(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("growth", "--year", "2028", "--rate", "charter", "--format", "json")

    assert result.exit_code == 0
    lolland = json.loads(result.stdout)[0]
    assert lolland == {
        "area": "0360",
        "name": "Lolland",
        "year": 2028,
        "needed": "225/67.5",
        "addresses": 3,
        "below_today": 2,
        "unknown_today": 0,
        "below_then": 2,
        "unknown_then": 0,
    }


def test_any_growth_can_be_given(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("growth", "--year", "2036", "--growth", "30", "--format", "json")

    lolland = json.loads(result.stdout)[0]
    assert (lolland["needed"], lolland["below_then"]) == ("1378.585/413.575", 3)


def test_table_shows_rate_year_and_source(run: Run, two_snapshots: tuple[str, str]) -> None:
    result = run("growth", "--year", "2030")

    for words in ("13.8%", "2030", "Telestatistik", "30 June 2026"):
        assert words in result.stdout


def test_a_year_that_is_past_is_wrong_use(run: Run, two_snapshots: tuple[str, str]) -> None:
    assert run("growth", "--year", "2020").exit_code == 2
    assert run("growth").exit_code == 2

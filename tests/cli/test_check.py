"""`taskforce check` and `taskforce rules`, as a digger's system scripts against them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SMALL_DIG = """\
case: dig
work: new
trench_length_m: 9.5
trench_width_m: 1.5
trench_depth_m: 0.8
margin_m: 1
surface: grass
method: hand
duration_h: 36
speed_limit_kmh: 40
road_on_list: true
one_direction_open: true
ler_inquiry_done: true
start: 2026-11-27T08:00
"""
ON = ("--on", "2026-11-27")


@pytest.fixture
def dig(tmp_path: Path) -> str:
    path = tmp_path / "dig.yaml"
    path.write_text(SMALL_DIG, encoding="utf-8")
    return str(path)


def test_a_small_dig_is_only_notified_by_the_next_working_day(run: Run, dig: str) -> None:
    result = run("check", dig, "--municipality", "0340", *ON, "--format", "json")

    answer = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (answer["municipality"], answer["outcome"]) == ("0340", "notify_only")
    assert answer["missing_facts"] == []
    deciding = next(one for one in answer["findings"] if one["decides"])
    assert deciding["rule"] == "DIG-17"
    assert {"layer", "outcome", "source", "certainty"} <= deciding.keys()
    # Friday's dig is notified on Monday.
    assert {"rule": "DIG-17", "due": "2026-11-30"}.items() <= next(
        one for one in answer["deadlines"] if one["rule"] == "DIG-17"
    ).items()
    assert answer["assumed"] == ["distance_to_road_m"]


def test_a_missing_fact_keeps_the_answer_open(run: Run, dig: str) -> None:
    path = Path(dig)
    path.write_text(SMALL_DIG.replace("surface: grass\n", ""), encoding="utf-8")
    result = run("check", dig, "--municipality", "0340", *ON, "--format", "json")

    answer = json.loads(result.stdout)
    assert (answer["outcome"], answer["missing_facts"]) == ("unknown", ["surface"])


def test_everywhere_lists_the_seventeen_and_where_they_differ(run: Run, dig: str) -> None:
    answers = json.loads(run("check", dig, "--everywhere", *ON, "--format", "json").stdout)
    text = run("check", dig, "--everywhere", *ON, "--language", "en").stdout

    assert len(answers) == 17
    assert "Where the municipalities differ" in text
    assert "DIG-41" in text


def test_the_text_says_the_outcome_first_and_what_to_do(run: Run, dig: str) -> None:
    danish = run("check", dig, "--municipality", "0376", *ON).stdout
    english = run("check", dig, "--municipality", "0376", *ON, "--language", "en").stdout

    assert danish.startswith("Du skal kun anmelde – Guldborgsund (0376), 2026-11-27")
    assert "Det skal du aflevere" in danish
    assert english.startswith("You only have to notify – Guldborgsund (0376), 2026-11-27")
    assert "https://www.guldborgsund.dk" in english


def test_bad_facts_are_refused_with_file_line_and_remedy(run: Run, dig: str) -> None:
    Path(dig).write_text(SMALL_DIG + "mast_height_m: 30\n", encoding="utf-8")
    result = run("check", dig, "--municipality", "0340")

    assert result.exit_code == 1
    assert result.stdout == ""
    assert 'dig.yaml, row 15, column "mast_height_m"' in result.stderr
    assert "leave it out" in result.stderr


@pytest.mark.parametrize(
    "where", [("--municipality", "9999"), ("--municipality", "0340", "--everywhere")]
)
def test_a_question_put_wrongly_says_so(run: Run, dig: str, where: tuple[str, ...]) -> None:
    result = run("check", dig, *where)

    assert result.exit_code == 2
    assert "taskforce:" in result.stderr


def test_the_rulebook_can_be_proved_and_its_facts_listed(run: Run, tmp_path: Path) -> None:
    proved = run("rules", "validate")
    facts = json.loads(run("rules", "facts", "--case", "mast", "--format", "json").stdout)
    table = run("rules", "facts", "--case", "dig", "--language", "en").stdout
    run("rules", "pages", str(tmp_path / "pages"))

    assert proved.exit_code == 0
    assert "The rulebook holds" in proved.stdout
    assert {"mast_height_m", "zone", "designations"} <= {fact["name"] for fact in facts}
    assert "trench_length_m (m)" in table
    assert (tmp_path / "pages" / "DIG-09.md").read_text(encoding="utf-8").startswith("# DIG-09: ")


def test_a_broken_rulebook_is_told_line_by_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("rules:\n  - id: A\n", encoding="utf-8")
    result = run("rules", "validate", str(tmp_path))

    assert result.exit_code == 1
    assert "rules.yaml, row 2" in result.stderr


def test_what_only_the_municipality_can_tell_is_named_in_the_answer(
    run: Run, tmp_path: Path
) -> None:
    facts = tmp_path / "lease.yaml"
    facts.write_text("case: lease\nlandlord: municipality\n", encoding="utf-8")
    answer = json.loads(
        run("check", str(facts), "--municipality", "0340", "--format", "json").stdout
    )
    told = run("check", str(facts), "--municipality", "0340").stdout
    asked = told.split("Det kan kun kommunen svare på")[1].split("\n\n")[0]

    assert answer["outcome"] == "ask"
    assert "LEASE-15" in {finding["rule"] for finding in answer["findings"]}
    assert "LEASE-15" in asked

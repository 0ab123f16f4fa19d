"""`taskforce validate` and `taskforce warm-up`, as others script against them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.official import real_file


@pytest.fixture
def p1812(tmp_path: Path) -> Path:
    """Two profiles and forty cross cases, to be broken."""
    folder = tmp_path / "p1812"
    (folder / "profiles").mkdir(parents=True)
    for name in ("b2iseac_rural_land_1km_eqdist.csv", "rburg_urban_with_clutter.csv"):
        shutil.copy(real_file("p1812-validation", "profiles", name), folder / "profiles")
    cross = real_file("p1812-validation", "cross_cases.jsonl").read_text().splitlines()
    (folder / "cross_cases.jsonl").write_text("\n".join(cross[:40]) + "\n")
    return folder


@pytest.fixture
def p2109(tmp_path: Path) -> Path:
    folder = tmp_path / "p2109"
    folder.mkdir()
    shutil.copy(real_file("p2109-validation", "p2109.csv"), folder)
    return folder


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_bytes().decode("latin-1")
    file.chmod(0o644)
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode("latin-1"))


def test_the_reference_cases_of_path_loss_agree(run: Run) -> None:
    result = run("validate", "p1812", str(real_file("p1812-validation")), "--json")

    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert (answer["cases"], answer["passed"]) == (270, True)
    assert [one["cases"] for one in answer["sets"]] == [30, 240]
    assert answer["max_abs_difference_db"] < 1e-6


def test_the_reference_cases_of_entry_loss_agree(run: Run) -> None:
    result = run("validate", "p2109", str(real_file("p2109-validation")))

    assert result.exit_code == 0
    assert "1875 cases, max |ΔL|" in result.stdout
    assert "agrees" in result.stdout


def test_text_tells_count_and_difference_of_each_set_and_of_all(run: Run, p1812: Path) -> None:
    lines = run("validate", "p1812", str(p1812)).stdout.splitlines()

    assert lines[0].startswith("profiles: 9 cases, max |ΔL| ")
    assert lines[1].startswith("cross cases: 40 cases, max |ΔL| ")
    assert lines[2].startswith("ITU-R P.1812-8 agrees: 49 cases, max |ΔL| ")


@pytest.mark.parametrize("gone", ["profiles", "cross_cases.jsonl"])
def test_one_of_the_sets_is_enough(run: Run, p1812: Path, gone: str) -> None:
    (p1812 / gone).rename(p1812.parent / gone)
    result = run("validate", "p1812", str(p1812), "--json")

    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["sets"]) == 1


def test_a_loss_that_is_off_ends_with_status_one_and_names_the_case(run: Run, p1812: Path) -> None:
    changed(p1812 / "profiles" / "rburg_urban_with_clutter.csv", "203.85623915", "203.86723915")
    result = run("validate", "p1812", str(p1812))

    assert result.exit_code == 1
    assert "DIFFERS" in result.stdout
    assert "rburg_urban_with_clutter.csv, row 1009" in result.stdout


def test_a_loss_just_within_the_limit_passes(run: Run, p1812: Path) -> None:
    changed(p1812 / "profiles" / "rburg_urban_with_clutter.csv", "203.85623915", "203.86523915")

    assert run("validate", "p1812", str(p1812)).exit_code == 0


def test_an_entry_loss_that_is_off_ends_with_status_one(run: Run, p2109: Path) -> None:
    changed(p2109 / "p2109.csv", "-2.5408058452142495", "-2.5420058452142495")

    assert run("validate", "p2109", str(p2109)).exit_code == 1


def test_line_ends_trailing_commas_and_letters_of_the_west_are_read(run: Run, p1812: Path) -> None:
    file = p1812 / "profiles" / "b2iseac_rural_land_1km_eqdist.csv"
    lines = file.read_text("latin-1").splitlines()
    file.chmod(0o644)
    file.write_bytes(
        "".join(f"{line},,\r\n" for line in ["Søndergård é", *lines]).encode("latin-1")
    )

    assert run("validate", "p1812", str(p1812)).exit_code == 0


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("profiles/rburg_urban_with_clutter.csv", "500,12,", "fem,12,", ("row 1009", "no number")),
        ("profiles/rburg_urban_with_clutter.csv", "Rx LAT:", "Somewhere:", ("Rx LAT",)),
        ("profiles/rburg_urban_with_clutter.csv", "500,12,", "50000,12,", ("row 1009", "GHz")),
        ("profiles/rburg_urban_with_clutter.csv", "Points:,963", "Points:,964", ("964",)),
        ("cross_cases.jsonl", '"p": 10.0', '"p": "ten"', ("row 1",)),
        ("cross_cases.jsonl", '"htg"', '"mast"', ("row 1", "htg")),
        ("cross_cases.jsonl", '{"id"', '"id"', ("row 1",)),
        ("cross_cases.jsonl", "[0.0, 0.093833", "[0.093833", ("row 1", "differ in length")),
    ],
)
def test_a_broken_file_is_named_with_its_row(
    run: Run, p1812: Path, file: str, old: str, new: str, words: tuple[str, ...]
) -> None:
    changed(p1812 / file, old, new)
    result = run("validate", "p1812", str(p1812))

    assert result.exit_code == 1
    for word in (Path(file).name, *words):
        assert word in result.stderr
    assert "Traceback" not in result.output


def test_a_cell_that_is_no_number_or_not_there_is_named(run: Run, p2109: Path) -> None:
    changed(p2109 / "p2109.csv", "0.080000000,0.000001000,1,-75.000000000,", "0.08,nan,1,-75,")
    assert "row 3" in run("validate", "p2109", str(p2109)).stderr

    changed(p2109 / "p2109.csv", "0.08,nan,1,-75,-2.7601864268647192", "0.08,1")
    assert "row 3: Cell 3 is missing" in run("validate", "p2109", str(p2109)).stderr


@pytest.mark.parametrize("recommendation", ["p1812", "p2109"])
def test_a_missing_or_empty_folder_is_refused(
    run: Run, tmp_path: Path, recommendation: str
) -> None:
    missing = run("validate", recommendation, str(tmp_path / "nowhere"))
    empty = run("validate", recommendation, str(tmp_path))

    assert (missing.exit_code, empty.exit_code) == (1, 1)
    assert "There is no folder" in missing.stderr
    assert "No reference cases" in empty.stderr


def test_warming_up_tells_how_long_it_took(run: Run) -> None:
    first, second = run("warm-up"), run("warm-up")

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "seconds" in first.stdout
    assert "compiled already" in second.stdout

"""The command on a certificate is one that runs, and it gives the figure that was published."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from taskforce.cli import main
from taskforce.report.bundle import Bundles
from taskforce.report.certificates.certificate import certificate_of
from taskforce.report.certificates.key import parse
from taskforce.report.certificates.record import Record, read_record
from tests.made_once import small_region


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Record]:
    root = small_region(tmp_path_factory, tmp_path_factory.mktemp("commands"))
    bundle = Bundles(root).latest()
    assert bundle is not None
    return root, read_record(bundle.path, bundle.edition)


def ran(root: Path, command: str) -> Any:
    program, *arguments = shlex.split(command)
    assert program == "taskforce"
    result = CliRunner().invoke(
        main, ["--shelf", str(root), *arguments, "--format", "json"], catch_exceptions=False
    )
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


@pytest.mark.parametrize(
    ("key", "area", "column"),
    [
        ("below.1085.100-30.fixed.now", "1085", "below"),
        ("below.0340.100-30.fixed.now", "0340", "below"),
        ("share.0370.1000-100.all.then", "0370", "share_below"),
        ("unknown.0340.30-5.fixed.now", "0340", "unknown"),
        ("addresses.0340-4180.100-30.fixed.now", "4180", "addresses"),
        ("change-gained.0340.100-30.fixed.now", "0340", "gained"),
        ("change-below_now.1085.100-30.fixed.now", "1085", "below_after"),
        ("growth-fixed-2030.0340.100-30.fixed.now", "0340", "below_then"),
    ],
)
def test_the_command_gives_the_published_figure(region, key, area, column):
    root, record = region
    certificate = certificate_of(record, parse(key))
    told = ran(root, certificate.command)
    row = next(one for one in told if one["area"] == area)
    assert row[column] == certificate.value.number


def test_the_command_of_white_spots_lists_as_many_as_were_published(region):
    root, record = region
    certificate = certificate_of(record, parse("spots.0340.100-30.fixed.now"))
    listed = ran(root, certificate.command)
    assert sum(one["addresses"] >= 3 for one in listed) == certificate.value.number

"""`taskforce site` lets the web do its work in a process of its own, and ends as it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def web(tmp_path_factory):
    """A web of its own, with a database that has been made ready by the command itself."""
    folder = tmp_path_factory.mktemp("web")
    kept = {name: value for name, value in os.environ.items() if "TASKFORCE" not in name}
    kept |= {"TASKFORCE_VAR": str(folder), "TASKFORCE_DEBUG": "yes"}

    def typed(*words):
        command = Path(sys.executable).with_name("taskforce")
        return subprocess.run(
            [command, "--shelf", folder / "shelf", "site", *words],
            env=kept,
            capture_output=True,
            text=True,
            check=False,
        )

    ready = typed("prepare")
    assert (ready.returncode, ready.stderr) == (0, "")
    return typed


def test_the_journal_is_verified(web):
    told = web("verify-journal")
    assert told.returncode == 0
    assert told.stdout.startswith("The journal is whole")


def test_the_night_is_told_in_a_line_for_each_piece_of_work(web):
    told = web("nightly")
    assert told.returncode == 0
    assert [line.partition(":")[0] for line in told.stdout.splitlines()] == [
        "retention",
        "confirmation",
        "guidelines",
        "sites",
        "rankings",
        "plans",
        "mobile",
        "reports",
        "dialogue",
        "materials",
        "sparring",
        "white spots",
        "meetings",
        "news",
        "papers",
        "digests",
    ]


def test_what_waits_is_calculated_when_the_operations_ask_for_it(web):
    told = web("work")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.splitlines() == [
        "rankings: calculated 0 of those asked for",
        "plans: compared 0",
        "papers: 0 reports are ready, 0 old files went",
    ]


def test_the_first_account_is_invited(web):
    told = web("invite", "anna@example.org", "Anna Holm", "--role", "administrator")
    assert (told.returncode, told.stderr) == (0, "")
    again = web("invite", "anna@example.org", "Anna Holm", "--role", "administrator")
    assert again.returncode == 1
    assert again.stderr


def test_a_role_that_does_not_exist_is_wrong_use(web):
    told = web("invite", "anna@example.org", "Anna Holm", "--role", "king")
    assert told.returncode == 2
    assert "coordinator" in told.stderr


def test_every_command_shows_an_example(web):
    for words in ((), ("invite",), ("nightly",), ("work",), ("prepare",), ("verify-journal",)):
        assert "taskforce site" in web(*words, "--help").stdout.partition("Examples:")[2]

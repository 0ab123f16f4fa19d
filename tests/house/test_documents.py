"""The documents say what the software does today."""

import re

import pytest

from taskforce import __version__
from tests.house.source_files import ROOT, SOURCE, ours, shown

PAGES = (
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "LICENSE",
    "publiccode.yml",
    "docs/architecture.md",
    "docs/glossary.md",
    "docs/operations.md",
    "docs/mapping-profiles.md",
    "benchmarks/README.md",
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_there_and_says_something(page):
    assert len((ROOT / page).read_text(encoding="utf-8")) > 200


def documents():
    return [*ours("*.md", ROOT / "docs", ROOT / "benchmarks"), *sorted(ROOT.glob("*.md"))]


def test_every_link_between_documents_leads_somewhere():
    broken = [
        f"{shown(path)} -> {target}"
        for path in documents()
        for target in LINK.findall(path.read_text(encoding="utf-8"))
        if not (path.parent / target).exists()
    ]
    assert broken == []


def test_the_changelog_tells_of_this_version():
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_command_stands_in_the_readme_or_the_operations_page():
    from taskforce.cli import main

    told = "".join(
        (ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "docs/operations.md")
    )
    commands = main.list_commands(None)
    assert commands
    assert [name for name in commands if f"taskforce {name}" not in told] == []


def test_the_architecture_page_names_every_room():
    told = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
    rooms = {path.stem for path in SOURCE.iterdir() if not path.name.startswith(("_", "."))} - {
        "py"
    }
    assert [room for room in sorted(rooms) if f"`{room}" not in told] == []


def test_every_decision_has_its_own_number_and_its_reasons():
    decisions = sorted((ROOT / "docs/decisions").glob("*.md"))
    numbers = [path.name[:4] for path in decisions]
    assert len(numbers) == len(set(numbers)) > 0
    for path in decisions:
        text = path.read_text(encoding="utf-8")
        assert re.search(r"^## Decision", text, re.MULTILINE), path.name
        assert re.search(r"^## (Why|Consequences)", text, re.MULTILINE), path.name

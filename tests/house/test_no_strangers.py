"""Nothing in the repository names a machine's paths, a registry, or carries third-party code."""

import re
import subprocess

from tests.house.source_files import ROOT

REGISTRIES = re.compile(
    r"py[p]i\.org|pytho[n]hosted|registry\.npmjs|deb\.de[b]ian|regis[t]ry\.npm", re.IGNORECASE
)
MACHINE_PATHS = re.compile(r"(?<![\w.-])/(?:wo[r]k|ro[o]t|ho[m]e/\w+)/")
TEXT_FILES = (
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".json",
    ".html",
    ".js",
    ".css",
    ".scss",
    ".sh",
    ".yml",
    ".in",
    ".po",
)


def tracked():
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    names = [name for name in listed.stdout.split("\0") if name]
    return [
        ROOT / name
        for name in names
        if name.endswith(TEXT_FILES) or "." not in name.rsplit("/")[-1]
    ]


def lines_with(pattern):
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        if path.exists()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_registry_is_named():
    assert lines_with(REGISTRIES) == []


def test_no_path_of_a_machine_is_named():
    assert lines_with(MACHINE_PATHS) == []


def test_nothing_third_party_is_committed():
    assert [path for path in tracked() if {"vendor", "node_modules"} & set(path.parts)] == []

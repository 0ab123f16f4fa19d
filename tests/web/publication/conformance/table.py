"""Writes docs/ogc-conformance.md: every requirement, and what holds the service to it."""

from __future__ import annotations

import sys
from itertools import groupby

from tests.web.publication.conformance import core_documents, core_items, encodings, systems
from tests.web.publication.conformance.service import REQUIREMENTS

_CHECKED_IN = (core_documents, core_items, encodings, systems)
HEAD = """# OGC API – Features: what is kept, requirement by requirement

Every requirement of the conformance classes that the service claims, with the test that walks
through it. The tests follow the abstract test suites of Part 1 (core, GeoJSON, HTML, OpenAPI 3.0)
and Part 2 (coordinate systems) on every collection, and hold every answer against the schema that
`/ogc/api` gives for it, which restates the standard's own. This page is written from the tests
(`python -m tests.web.publication.conformance.table > docs/ogc-conformance.md`), and a test fails
when the two differ.

"""
NOT_TESTED = (
    (
        "the executable test suite of OGC (TEAM Engine)",
        "it is a Java program that is fetched from the internet; the abstract suite, which it "
        "carries out, is walked through here instead",
    ),
    ("HTTPS", "the server in front of the site does it; in service the site leads there"),
    (
        "HTML by a validator of HTML 5",
        "the pages are held to the rules of access in a browser; the shape itself is not written "
        "out on a page, but stands behind its link to JSON",
    ),
    ("one list of systems for all collections", "not used: every collection lists its own"),
    ("heights (CRS84h) and coordinate epochs", "no shape here has any"),
    ("GML", "not offered, and not claimed"),
)


def table() -> str:
    """The page."""
    rows = sorted(REQUIREMENTS.items(), key=lambda one: one[0].split("/")[2])
    parts = []
    for name, group in groupby(rows, key=lambda one: one[0].split("/")[2]):
        told = "\n".join(f"| `{one}` | {_words(check)} |" for one, check in group)
        parts.append(f"## {_TITLES[name]}\n\n| requirement | held to it |\n|---|---|\n{told}\n")
    left = "\n".join(f"| {what} | {why} |" for what, why in NOT_TESTED)
    parts.append(f"## What has not been tested\n\n| what | why |\n|---|---|\n{left}\n")
    return HEAD + "\n".join(parts)


_TITLES = {
    "core": "Part 1, core",
    "geojson": "Part 1, GeoJSON",
    "html": "Part 1, HTML",
    "oas30": "Part 1, OpenAPI 3.0",
    "crs": "Part 2, coordinate systems by reference",
}


def _words(check: object) -> str:
    return (getattr(check, "__doc__", None) or "").strip()


if __name__ == "__main__":
    sys.stdout.write(table())

"""Long and wide forms of the same facts give the same speeds and the same overflow."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as some

from taskforce.collect.coverage import Choices, collect_coverage
from taskforce.snapshot.frozen import Snapshot
from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.technology import Technology

SPEEDS = some.sampled_from([0, 10, 30, 100, 500, 1000])
PAIRS = some.lists(some.tuples(SPEEDS, SPEEDS), min_size=1, max_size=4)
TECHNOLOGIES = (Technology.FIBRE, Technology.XDSL)
OFFERS = some.fixed_dictionaries(dict.fromkeys(TECHNOLOGIES, PAIRS))
FACTS = some.lists(OFFERS, min_size=1, max_size=12)

LONG = """
title = "long"
[address]
id = "id"
[long]
technology = "technology"
download = "down"
upload = "up"
"""
WIDE = """
title = "wide"
[address]
id = "id"
[technologies.fibre]
download = "fibre_down"
upload = "fibre_up"
[technologies.xdsl]
download = "xdsl_down"
upload = "xdsl_up"
"""


@settings(max_examples=6, deadline=None)
@given(FACTS)
def test_long_and_wide_files_of_the_same_facts_agree(facts):
    with TemporaryDirectory() as folder:
        long = frozen(Path(folder) / "long", LONG, [as_long(facts)])
        wide = frozen(Path(folder) / "wide", WIDE, as_wide(facts))
        for question in (SPEEDS_BY_ID, OVERFLOW_BY_ID):
            assert answers(long, question) == answers(wide, question)


def as_long(facts):
    lines = ["id,technology,down,up"]
    for number, offers in enumerate(facts):
        lines += [
            f"a{number},{technology.value},{down},{up}"
            for technology, pairs in offers.items()
            for down, up in pairs
        ]
    return "\n".join(lines) + "\n"


def as_wide(facts):
    """One file can hold one pair of each technology, so further pairs come in further files."""
    depth = max(len(pairs) for offers in facts for pairs in offers.values())
    files = []
    for layer in range(depth):
        lines = ["id,fibre_down,fibre_up,xdsl_down,xdsl_up"]
        for number, offers in enumerate(facts):
            cells = [
                str(speed)
                for technology in TECHNOLOGIES
                for speed in offers[technology][min(layer, len(offers[technology]) - 1)]
            ]
            lines.append(f"a{number}," + ",".join(cells))
        files.append("\n".join(lines) + "\n")
    return files


def frozen(folder: Path, profile: str, contents: list[str]) -> Snapshot:
    folder.mkdir()
    (folder / "profile.toml").write_text(profile)
    files = []
    for number, content in enumerate(contents):
        files.append(folder / f"2026-06-30-{number}.csv")
        files[-1].write_text(content)
    shelf = Shelf(folder / "shelf")
    collect_coverage(shelf, files, Choices(profile=str(folder / "profile.toml")))
    return shelf.latest()


SPEEDS_BY_ID = """
    SELECT source_id, fibre_download_kbps, fibre_upload_kbps, xdsl_download_kbps, xdsl_upload_kbps
    FROM '{path}/speeds.parquet' JOIN '{path}/address.parquet' USING (address_id) ORDER BY 1
"""
OVERFLOW_BY_ID = """
    SELECT source_id, technology, download_kbps, upload_kbps
    FROM '{path}/speeds.parquet' JOIN '{path}/address.parquet' USING (address_id)
    JOIN '{path}/overflow.parquet' USING (overflow_set) ORDER BY ALL
"""


def answers(snapshot: Snapshot, question: str) -> list[tuple[object, ...]]:
    with duckdb.connect() as connection:
        return connection.execute(question.format(path=snapshot.path)).fetchall()

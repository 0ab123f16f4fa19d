"""What is kept of many offers answers every threshold exactly as the offers themselves would."""

from __future__ import annotations

import duckdb
from hypothesis import given, settings
from hypothesis import strategies as some

from taskforce.collect.offers import best_pairs
from taskforce.vocabulary.technology import Technology

SPEED = some.sampled_from([0, 10, 30, 50, 100])
OFFER = some.tuples(some.sampled_from(["a", "b"]), SPEED, some.one_of(some.none(), SPEED))


def enough(pairs, down, up):
    """Kleene's logic: true if one pair suffices, unknown if one might, otherwise false."""
    answers = [
        False if pair[0] < down else (None if pair[1] is None else pair[1] >= up) for pair in pairs
    ]
    return True if True in answers else None if None in answers else False


@settings(max_examples=40, deadline=None)
@given(some.lists(OFFER, min_size=1, max_size=8))
def test_every_threshold_is_answered_as_before(offers):
    kept = reduced(offers)
    for address in {name for name, _, _ in offers}:
        told = [(down, up) for name, down, up in offers if name == address]
        for down in (5, 10, 30, 50, 100):
            for up in (5, 10, 30, 50, 100):
                assert enough(kept[address], down, up) == enough(told, down, up)


def reduced(offers):
    with duckdb.connect() as connection:
        connection.execute(
            "CREATE TABLE pairs (source_id VARCHAR, technology VARCHAR, "
            "download_kbps INTEGER, upload_kbps INTEGER)"
        )
        rows = [[name, "fibre", down, up] for name, down, up in offers]
        connection.executemany("INSERT INTO pairs VALUES (?, ?, ?, ?)", rows)
        best_pairs(connection, covers=(Technology.FIBRE,))
        found = connection.execute(
            "SELECT source_id, fibre_download_kbps, fibre_upload_kbps FROM best UNION ALL "
            "SELECT b.source_id, o.download_kbps, o.upload_kbps "
            "FROM overflow AS o JOIN best AS b USING (overflow_set)"
        ).fetchall()
    kept = {}
    for name, down, up in found:
        kept.setdefault(name, []).append((down, up))
    return kept

"""The quality report of a delivery: its gaps, its oddities, and what changed since the last one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from taskforce.collect.judgement import Tally
from taskforce.collect.offers import SPEEDS
from taskforce.snapshot.frozen import Snapshot
from taskforce.snapshot.quality import QualityReport
from taskforce.sources.raw_table import quoted
from taskforce.vocabulary.places import Region, load_region
from taskforce.vocabulary.technology import Technology
from taskforce.vocabulary.use import Use

# Sold to homes in 2026 up to 10 Gbit/s; what lies above is rare enough to be looked at.
_RARE_KBPS = 10_000_000

_GAPS = ("road", "house_number", "postcode", "municipality", "easting_m")


def quality_report(
    connection: Any,
    counted: Tally,
    *,
    previous: Snapshot | None,
    region: Region,
    technologies: tuple[Technology, ...],
    notes: tuple[str, ...],
) -> QualityReport:
    """Judge a delivery by its finished tables.

    Parameters
    ----------
    connection
        Holds `ordered`, `place` and `codes`.
    counted
        What became of the rows.
    previous
        The snapshot of the same layout to compare with, if there is one.
    region
        The region whose addresses are counted apart; the others are kept all the same.
    technologies
        Those that the delivery tells about.
    notes
        Sentences that reading has left.
    """
    figures = _figures(connection, region, technologies)
    addresses = figures.pop("addresses")
    return QualityReport(
        counts={
            "rows": counted.rows,
            "accepted": counted.accepted,
            "rejected": counted.rejected,
            "addresses": addresses,
            "addresses_in_region": figures.pop("in_region"),
            "addresses_outside_region": figures.pop("outside_region"),
            "blank_or_not_kept_rows": counted.passed_over,
        },
        rejected_by_reason=counted.rejected_by_reason,
        gaps={name: figures[f"gap_{name}"] for name in (*_GAPS, "use", "speeds")},
        duplicates=counted.duplicates,
        outliers={
            "download_without_upload": figures["no_upload"],
            "upload_above_download": figures["upload_above"],
            "above_10_gbit": figures["rare"],
        },
        place_disagreements=figures["disagreements"],
        since_previous=_since(connection, previous) if previous else None,
        notes=notes,
    )


def joined_quality(
    connection: Any, report: QualityReport, technologies: tuple[Technology, ...]
) -> QualityReport:
    """Bring a report up to date after a snapshot was joined with a new layer."""
    region = load_region()
    figures = _figures(connection, region, technologies)
    counts = report.counts | {
        "addresses": figures["addresses"],
        "addresses_in_region": figures["in_region"],
        "addresses_outside_region": figures["outside_region"],
    }
    gaps = {name: figures[f"gap_{name}"] for name in (*_GAPS, "use", "speeds")}
    disagreements = figures["disagreements"]
    return replace(report, counts=counts, gaps=gaps, place_disagreements=disagreements)


def addresses_in(connection: Any) -> int:
    """Count the addresses that a snapshot will hold."""
    return int(connection.execute("SELECT count(*) FROM ordered").fetchone()[0])


def _figures(
    connection: Any, region: Region, technologies: tuple[Technology, ...]
) -> dict[str, int]:
    listed = ", ".join(quoted(place.code) for place in region.municipalities) or "''"
    inside = f"SELECT position FROM codes WHERE municipality IN ({listed})"
    gaps = {name: "code" if name == "municipality" else name for name in _GAPS}
    counts = {
        "addresses": "true",
        "in_region": f"code IN ({inside})",
        "outside_region": f"code NOT IN ({inside})",
        "disagreements": "disagrees",
        "gap_use": f"use = {Use.UNKNOWN.code}",
        "gap_speeds": f"coalesce({', '.join(SPEEDS)}) IS NULL",
        "no_upload": _any(technologies, "{d} > 0 AND {u} = 0"),
        "upload_above": _any(technologies, "{u} > {d}"),
        "rare": _any(technologies, f"{{d}} > {_RARE_KBPS}"),
        **{f"gap_{name}": f"{column} IS NULL" for name, column in gaps.items()},
    }
    columns = ", ".join(f"count(*) FILTER ({what}) AS {name}" for name, what in counts.items())
    row = connection.execute(f"SELECT {columns} FROM ordered").fetchone()
    return dict(zip(counts, map(int, row), strict=True))


def _any(technologies: tuple[Technology, ...], condition: str) -> str:
    each = [
        f"({condition.format(d=one.download_column, u=one.upload_column)})" for one in technologies
    ]
    return " OR ".join(each) or "false"


def _since(connection: Any, previous: Snapshot) -> dict[str, int]:
    """Compare addresses and their best pairs with those of an earlier snapshot."""
    address, speeds = (quoted(str(previous.file(name))) for name in ("address", "speeds"))
    told = ", ".join(SPEEDS)
    row = connection.execute(
        f"""
        WITH old AS (
            SELECT a.source_id, hash({", ".join(f"s.{column}" for column in SPEEDS)}) AS offer
            FROM read_parquet({address}) AS a JOIN read_parquet({speeds}) AS s USING (address_id)
        ),
        new AS (SELECT source_id, hash({told}) AS offer FROM ordered)
        SELECT count(*) FILTER (old.source_id IS NULL), count(*) FILTER (new.source_id IS NULL),
               count(*) FILTER (old.offer <> new.offer)
        FROM new FULL JOIN old USING (source_id)
        """
    ).fetchone()
    return dict(zip(("new", "gone", "changed"), map(int, row), strict=True))

"""How many rows were taken in, how many were not and why, and when that is too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from taskforce.sources import reasons
from taskforce.sources.rejected import Rejected, rejected_rows
from taskforce.sources.staging import Staged
from taskforce.tables.coverage import REJECTS
from taskforce.vocabulary.errors import Refused

# Above this share of rejected rows something is wrong with the file, not with single rows.
LARGEST_REJECTED_SHARE = 0.02

_SHOWN = 5
_ROWS_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows of a delivery: `rows = accepted + rejected`, per file and together."""

    accepted: int
    rejected_by_reason: dict[str, int]
    rows_of_table: tuple[int, ...]
    passed_over: int
    duplicates: int

    @property
    def rejected(self) -> int:
        return sum(self.rejected_by_reason.values())

    @property
    def rows(self) -> int:
        return self.accepted + self.rejected

    @property
    def rejected_share(self) -> float:
        """The share of rejected rows; 1 where there are no rows at all."""
        return self.rejected / self.rows if self.rows else 1.0

    @property
    def too_many(self) -> bool:
        return self.rejected_share > LARGEST_REJECTED_SHARE


def tally(connection: Any, staged: Staged) -> Tally:
    """Count the rows of a delivery by what became of them.

    Parameters
    ----------
    connection
        Holds `staged` and `faults`.
    staged
        What `stage` returned.
    """
    counts = connection.execute(
        f"SELECT file, split_part(fault, '{reasons.SEPARATOR}', 1), count(*) "
        "FROM faults GROUP BY ALL UNION ALL "
        "SELECT file, NULL, count(*) FROM staged "
        "WHERE fault IS NULL AND row NOT IN (SELECT row FROM faults) GROUP BY file ORDER BY ALL"
    ).fetchall()
    accepted, passed_over, by_reason = 0, 0, dict[str, int]()
    of_table = [0] * len(staged.delivery.tables)
    for file, reason, count in [*counts, *((one.file, one.reason, 1) for one in staged.broken)]:
        if reason and reason.startswith(reasons.PASSED_OVER):
            passed_over += count
            continue
        of_table[file] += count
        if reason:
            by_reason[reason] = by_reason.get(reason, 0) + count
        else:
            accepted += count
    most_common_first = dict(sorted(by_reason.items(), key=lambda item: (-item[1], item[0])))
    return Tally(
        accepted,
        most_common_first,
        tuple(of_table),
        passed_over,
        by_reason.get(reasons.DUPLICATE, 0),
    )


def refuse_too_many(connection: Any, staged: Staged, counted: Tally) -> None:
    """Refuse a delivery of which too much is wrong.

    Raises
    ------
    Refused
        A file is cut off, or more than the allowed share of its rows is rejected; lists the
        commonest reasons with an example of each.
    """
    examples = list(islice(rejected_rows(connection, staged), 200))
    _refuse_cut_short(staged, examples)
    if not counted.too_many:
        return
    first = examples[0] if examples else None
    commonest = next(iter(counted.rejected_by_reason), "")
    raise Refused(
        f"{counted.rejected:,} of {counted.rows:,} rows would be rejected "
        f"({counted.rejected_share:.1%}; at most {LARGEST_REJECTED_SHARE:.0%} may be). "
        f"{_in_words(counted, examples)}",
        remedy=f"{reasons.REMEDIES.get(commonest, '')} --dry-run shows what would be rejected, "
        "--allow-rejected takes in the rest all the same.",
        file=first.file if first else None,
        row=first.line if first else None,
        column=first.column if first else None,
    )


def write_rejected(connection: Any, staged: Staged, target: Path) -> None:
    """Write the table `rejects`: every rejected row with its file, line and reason."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = rejected_rows(connection, staged)
    with pq.ParquetWriter(target, REJECTS.schema(), compression="zstd") as writer:
        while piece := list(islice(rows, _ROWS_AT_ONCE)):
            table = pa.Table.from_pylist([described(one) for one in piece], REJECTS.schema())
            writer.write_table(table)


def described(row: Rejected) -> dict[str, Any]:
    """A rejected row in words."""
    reason = f"{row.reason} ({row.detail})" if row.detail else row.reason
    return {
        "file": row.file,
        "line": row.line,
        "column": row.column,
        "value": row.value,
        "reason": reason,
        "row": row.row,
    }


def examples_of(connection: Any, staged: Staged) -> tuple[dict[str, Any], ...]:
    """The first rejected rows, for showing."""
    return tuple(described(one) for one in islice(rejected_rows(connection, staged), _SHOWN))


def _refuse_cut_short(staged: Staged, examples: list[Rejected]) -> None:
    for number, table in enumerate(staged.delivery.tables):
        broken = [one for one in staged.broken if one.file == number]
        if not (table.cut_short and broken and table.text):
            continue
        with table.text.file.open("rb") as stream:
            stream.seek(max(0, table.text.file.stat().st_size - 100_000))
            last = stream.read().splitlines()[-1].decode("utf-8", errors="replace")
        if broken[-1].text.rstrip("\r\n").endswith(last):
            line = next((one.line for one in examples if one.row == broken[-1].text), None)
            raise Refused(
                "The file ends in the middle of a row: it is cut off.",
                remedy="Fetch it again; --allow-rejected takes in the rows that are whole.",
                file=table.shown,
                row=line,
            )


def _in_words(counted: Tally, examples: list[Rejected]) -> str:
    words = []
    for reason, count in islice(counted.rejected_by_reason.items(), _SHOWN):
        example = next(_like(examples, reason), None)
        value = f', for instance "{example.value}" in line {example.line}' if example else ""
        words.append(f"{reason} {count:,}{value}")
    return "Reasons: " + "; ".join(words) + "."


def _like(examples: list[Rejected], reason: str) -> Iterator[Rejected]:
    return (one for one in examples if one.reason == reason and one.value is not None)

"""How good a delivery was: what was missing, repeated, odd, or changed since the one before."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

FILE_NAME = "quality.json"


@dataclass(frozen=True, slots=True)
class QualityReport:
    """The quality of one delivery, in counts that add up.

    `counts` rows, accepted, rejected, addresses and their places; `rejected_by_reason`;
    `gaps` addresses without a value, by column; `duplicates` repeated addresses; `outliers`
    believable but rare values; `place_disagreements` addresses whose named municipality is not
    the one they lie in; `since_previous` addresses new, gone and changed against the earlier
    snapshot, or None where there is none; `notes` sentences for the reader.
    """

    counts: dict[str, int]
    rejected_by_reason: dict[str, int] = field(default_factory=dict)
    gaps: dict[str, int] = field(default_factory=dict)
    duplicates: int = 0
    outliers: dict[str, int] = field(default_factory=dict)
    place_disagreements: int = 0
    since_previous: dict[str, int] | None = None
    notes: tuple[str, ...] = ()


def write(report: QualityReport, folder: Path) -> None:
    """Put the report into the snapshot's folder."""
    content = json.dumps(asdict(report), indent=1, ensure_ascii=False)
    (folder / FILE_NAME).write_text(content + "\n", encoding="utf-8")


def read(folder: Path) -> QualityReport:
    """Read the report of a snapshot."""
    content = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    return QualityReport(**{**content, "notes": tuple(content["notes"])})

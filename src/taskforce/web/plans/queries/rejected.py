"""The rows of a plan that are left out, kept with it so that they can be mended."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import get_language, gettext

from taskforce.siting.plan_list.faults import Fault
from taskforce.siting.plan_list.reading import RejectedRow
from taskforce.web.commitments.queries.sheet import Sheet
from taskforce.web.commitments.spreadsheet import as_csv
from taskforce.web.plans.models import PlanVersion


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One row that is not taken in, why not, and what can be done about it."""

    file: str
    row: int
    column: str
    value: str
    fault: Fault
    text: str


def as_kept(rows: Iterable[RejectedRow]) -> bytes:
    """The rows as they lie beside the plan."""
    told = [[one.file, one.row, one.column, one.value, one.fault, one.text] for one in rows]
    return json.dumps(told, ensure_ascii=False).encode()


def left_out(version: PlanVersion) -> list[LeftOut]:
    """The rows of a version that are left out, in the order of the file."""
    kept = json.loads(Path(version.rejected_file.path).read_text(encoding="utf-8"))
    return [
        LeftOut(file, row, column, value, Fault(fault), text)
        for file, row, column, value, fault, text in kept
    ]


def left_out_csv(version: PlanVersion) -> bytes:
    """Each row with its number, the column, the value, the reason and the remedy."""
    language = get_language() or "da"
    heads = (
        gettext("File"),
        gettext("Row"),
        gettext("Column"),
        gettext("Value"),
        gettext("What is wrong"),
        gettext("What you can do"),
        gettext("The row as it stood"),
    )
    rows = tuple(
        (
            one.file,
            one.row,
            one.column,
            one.value,
            one.fault.sentence.in_language(language),
            one.fault.remedy.in_language(language),
            one.text,
        )
        for one in left_out(version)
    )
    title, note = gettext("Rows left out"), gettext("Mend them and upload again.")
    return as_csv(Sheet(title, note, heads, rows))

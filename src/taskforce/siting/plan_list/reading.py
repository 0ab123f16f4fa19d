"""Read what a plan says, row by row: where, what, how fast, by when; or what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from taskforce.siting.plan_list.cells import day_of, kbps_of, sureness_of, technology_of
from taskforce.siting.plan_list.columns import Columns
from taskforce.siting.plan_list.faults import Fault
from taskforce.siting.plan_list.opening import PlanRow, PlanTable
from taskforce.siting.plan_list.promise import Terms

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One row that is not taken in: where it stands, and what is wrong with it."""

    file: str
    row: int
    column: str
    value: str
    fault: Fault
    text: str


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One row that can be read; its place is looked up later."""

    row: PlanRow
    columns: Columns
    file: str
    terms: Terms

    def cell(self, fact: str) -> str:
        """What the row says of a fact, or ""."""
        return _cell(self.row, self.columns, fact)

    def rejected(self, fault: Fault, fact: str | None = None) -> RejectedRow:
        """The row as one that is not taken in."""
        title = self.columns.title(fact) or ""
        value = self.cell(fact) if fact else ""
        line = self.row.line
        return RejectedRow(self.file, line.number, title, value, fault, line.text.rstrip())


class _Wrong(Exception):
    def __init__(self, fault: Fault, fact: str) -> None:
        super().__init__(fault)
        self.fault, self.fact = fault, fact


def read_rows(table: PlanTable, usual: Terms) -> Iterator[SaidRow | RejectedRow]:
    """Read the rows of one table, in its order.

    Parameters
    ----------
    table
        One table of a plan.
    usual
        What holds where a row or the whole table does not say.

    Yields
    ------
    SaidRow or RejectedRow
        One for each row.
    """
    for row in table.rows:
        if len(row.line.cells) != len(table.columns.header):
            text = row.line.text.rstrip()
            yield RejectedRow(table.shown, row.line.number, "", "", Fault.BROKEN, text)
            continue
        try:
            terms = _terms(row, table.columns, usual)
        except _Wrong as wrong:
            title = table.columns.title(wrong.fact) or ""
            value, text = _cell(row, table.columns, wrong.fact), row.line.text.rstrip()
            yield RejectedRow(table.shown, row.line.number, title, value, wrong.fault, text)
            continue
        yield SaidRow(row, table.columns, table.shown, terms)


def _terms(row: PlanRow, columns: Columns, usual: Terms) -> Terms:
    told = {fact: _cell(row, columns, fact) for fact in columns.at}
    technology, due, sureness = usual.technology, usual.due, usual.sureness
    if text := told.get("technology"):
        technology = _found(technology_of(text), Fault.NO_TECHNOLOGY, "technology")
    if text := told.get("due"):
        due = _found(day_of(text), Fault.NO_DAY, "due")
    if text := told.get("sureness"):
        sureness = _found(sureness_of(text), Fault.NO_SURENESS, "sureness")
    down, up = (
        _found(kbps_of(told[fact]), Fault.NO_SPEED, fact) if told.get(fact) else otherwise
        for fact, otherwise in (("download", usual.download_kbps), ("upload", usual.upload_kbps))
    )
    return Terms(technology, down, up, due, sureness)


def _found(value: Kind | None, fault: Fault, fact: str) -> Kind:
    if value is None:
        raise _Wrong(fault, fact)
    return value


def _cell(row: PlanRow, columns: Columns, fact: str) -> str:
    return row.line.cells[columns.at[fact]].strip() if fact in columns.at else ""

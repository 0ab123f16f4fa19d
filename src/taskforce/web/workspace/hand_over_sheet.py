"""The hand-over pack as a spreadsheet: one sheet for each kind of thing."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.writer.excel import save_workbook

from taskforce.web.people.models import ContactLog
from taskforce.web.workspace.queries.hand_over import HandOver

Row = Sequence[str | int | date | None]
_WIDTH = 36
# What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet_of(pack: HandOver) -> bytes:
    """The whole pack as an XLSX file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _fill(book, _("Roles"), (_("Role"), _("From"), _("Until"), _("Mandate")), _roles(pack))
    _fill(
        book,
        _("Commitments"),
        (_("Commitment"), _("By"), _("Status"), _("Per cent done")),
        _commitments(pack),
    )
    _fill(book, _("Next steps"), (_("Next step"), _("By"), _("Agreed on")), _next_steps(pack))
    _fill(
        book,
        _("Contacts"),
        (_("Date"), _("Kind of contact"), _("What was said")),
        [_contact(one) for one in pack.contacts],
    )
    _fill(book, _("Notes"), (_("Date"), _("Written by"), _("Note")), _notes(pack))
    made = io.BytesIO()
    save_workbook(book, made)
    return made.getvalue()


def _roles(pack: HandOver) -> Iterable[Row]:
    for one in pack.duties:
        yield one.get_kind_display(), one.since, one.until, one.mandate


def _commitments(pack: HandOver) -> Iterable[Row]:
    for one in pack.commitments:
        yield one.heading, one.due, one.get_state_display(), one.progress_percent
    for step in pack.milestones:
        yield f"{step.commitment.heading}: {step.title}", step.due, _("Milestone"), None


def _next_steps(pack: HandOver) -> Iterable[Row]:
    for one in pack.next_steps:
        yield one.next_step, one.next_step_on, one.held_on


def _contact(one: ContactLog) -> Row:
    return one.held_on, one.get_channel_display(), one.summary


def _notes(pack: HandOver) -> Iterable[Row]:
    for one in pack.notes:
        writer = one.written_by.name if one.written_by else ""
        yield localdate(one.written_at), writer, one.text


def _fill(book: Workbook, title: str, head: Row, rows: Iterable[Row]) -> None:
    sheet = book.create_sheet(title)
    sheet.append(list(head))
    for row in rows:
        sheet.append([_safe(value) for value in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = _WIDTH
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"


def _safe(value: str | int | date | None) -> str | int | date | None:
    if value is None or isinstance(value, int | date):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text

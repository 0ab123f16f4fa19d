"""The rows of a list that are left out, as a file in which they can be mended."""

from __future__ import annotations

from django.utils.translation import get_language, gettext

from taskforce.web.commitments.queries.sheet import Sheet
from taskforce.web.commitments.spreadsheet import as_csv
from taskforce.web.sites.queries.plan import Plan


def rejected_rows(plan: Plan) -> bytes:
    """Each row with its number, the column, the value, the reason and the remedy."""
    language = get_language() or "da"
    rows = tuple(
        (
            one.row,
            one.column,
            one.value,
            one.reason.in_language(language),
            one.remedy.in_language(language),
            one.text,
        )
        for one in plan.left_out
    )
    heads = (
        gettext("Row"),
        gettext("Column"),
        gettext("Value"),
        gettext("What is wrong"),
        gettext("What you can do"),
        gettext("The row as it stood"),
    )
    return as_csv(
        Sheet(gettext("Rows left out"), gettext("Mend them and upload again."), heads, rows)
    )

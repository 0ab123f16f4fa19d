"""Numbers as offices write them: 50,000 is fifty in Denmark, and fifty thousand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from taskforce.sources.raw_table import quoted


def number_sql(column: str, *, decimal: str, nulls: Sequence[str] = ()) -> str:
    """Write the SQL that reads a text column as a number.

    Parameters
    ----------
    column
        The SQL of a text.
    decimal
        "," or ".": the sign before the decimals. The other sign is understood where it can only
        group thousands ("6.223.215,94") or only stand before decimals ("50.5"). What can be read
        in two ways, "1.000" with a decimal comma, is no number.
    nulls
        Texts that stand for an empty cell.

    Returns
    -------
    str
        SQL of a DOUBLE: NULL for an empty cell, NaN for what is no number.
    """
    other = "." if decimal == "," else ","
    point = f"replace({column}, ',', '.')" if decimal == "," else column
    quick = f"CASE WHEN NOT contains({column}, '{other}') THEN TRY_CAST({point} AS DOUBLE) END"
    # The careful reading is reached only by the few texts that the quick one cannot take.
    careful = _careful(column, decimal, nulls)
    return f"CASE WHEN {column} IS NOT NULL THEN coalesce({quick}, {careful}) END"


def _careful(column: str, decimal: str, nulls: Sequence[str]) -> str:
    sign = "\\" + decimal
    other = "\\." if decimal == "," else ","
    text = f"trim(replace({column}, chr(160), ' '))"
    groups = rf"({other}\d{{3}})"
    grouped = rf"[+-]?\d{{1,3}}({groups}+{sign}\d+|{groups}{{2,}}|( \d{{3}})+({sign}\d+)?)"
    foreign = rf"[+-]?\d+{other}(\d{{1,2}}|\d{{4,}})"
    empty = ", ".join(quoted(token) for token in ("", *nulls))
    bare = f"regexp_replace({text}, '({other})| ', '', 'g')"
    return (
        f"CASE WHEN {text} IN ({empty}) THEN NULL "
        f"WHEN regexp_full_match({text}, '{grouped}') "
        f"THEN TRY_CAST(replace({bare}, ',', '.') AS DOUBLE) "
        f"WHEN regexp_full_match({text}, '{foreign}') "
        f"THEN TRY_CAST(replace({text}, ',', '.') AS DOUBLE) "
        "ELSE 'nan'::DOUBLE END"
    )

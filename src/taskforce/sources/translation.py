"""From a publisher's columns to the house's: the one SELECT that reads a row and judges it."""

from __future__ import annotations

import re
from pathlib import Path

from taskforce.sources import reasons
from taskforce.sources.binding import Binding, BoundPair
from taskforce.sources.numbers_as_text import number_sql
from taskforce.sources.profile import LongForm, Profile
from taskforce.sources.raw_table import RawTable, quoted
from taskforce.vocabulary.coordinates import DENMARK_BOUNDS, METRIC_CRS
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.speed import HIGHEST_BELIEVABLE_KBPS
from taskforce.vocabulary.technology import Technology

TEXT_FACTS = (
    "road",
    "house_number",
    "postcode",
    "municipality_name",
    "municipality_code",
    "region_code",
    "hex",
)

_Judged = list[tuple[str, str, str]]


def translation(profile: Profile, table: RawTable, binding: Binding, *, file: int) -> str:
    """Write the SELECT that turns a table of text into rows of the house, judged one by one.

    Parameters
    ----------
    profile, table, binding
        What to read, where, and which columns are there.
    file
        The number of the table within the delivery.

    Returns
    -------
    str
        SQL. Its rows carry `file`, `source_id`, `x` and `y` (in the file's CRS), `fault` (null
        for a good row, otherwise reason, column and detail), and of the texts of the address and
        the speeds in kbit/s those that the file tells; `untold` names the others.
    """
    speeds = _speeds(profile, table, binding)
    inner = [
        f"{file}::SMALLINT AS file",
        *_texts(profile, binding),
        *_coordinates(profile, table, binding),
    ]
    inner += [f"{sql} AS n{number}" for number, (sql, _, _) in enumerate(speeds)]
    inner += _long_columns(profile, table)
    inner.append(f"{_passed_over(profile, table)} AS passed_over")
    codes = [
        f"{_kbps(f'n{number}', pair)} AS s{number}" for number, (_, pair, _) in enumerate(speeds)
    ]
    kept = ["file", "source_id", *(name for name in TEXT_FACTS if name in binding.facts), "x", "y"]
    middle = f"SELECT *, {', '.join(codes)} FROM (SELECT {', '.join(inner)} FROM {table.scan})"
    fault = f"{_fault(profile, binding, speeds)} AS fault"
    return f"SELECT {', '.join([*kept, *_offers(profile, binding), fault])} FROM ({middle})"


def untold(profile: Profile, binding: Binding) -> list[str]:
    """The columns that a translation leaves out, as SQL that says nothing is known."""
    texts = [f"NULL::VARCHAR AS {name}" for name in TEXT_FACTS if name not in binding.facts]
    told = {pair.technology for pair in binding.pairs}
    speeds = [
        f"NULL::INTEGER AS {name}"
        for technology in Technology
        if technology not in told and not profile.long
        for name in (technology.download_column, technology.upload_column)
    ]
    return texts + speeds


def technology_of_file(long: LongForm, name: str) -> Technology:
    """Find the technology in a file's name.

    Raises
    ------
    Refused
        The name tells none.
    """
    plain = Path(name).name.lower()
    for pattern, technology in long.by_file_name.items():
        if re.search(pattern, plain):
            return technology
    raise Refused(
        "This layout has one file for each technology, and the file's name tells none.",
        remedy="Rename it so that it holds one of: fiber, kabel, xdsl, fwa, mobil.",
        file=name,
    )


def _texts(profile: Profile, binding: Binding) -> list[str]:
    texts = {fact: binding.facts[fact].sql for fact in binding.facts}
    # Registers write the same UUID now in capitals, now in small letters.
    source_id = f"lower({texts['id']})" if profile.danish else texts["id"]
    others = [f"{texts[fact]} AS {fact}" for fact in TEXT_FACTS if fact in texts]
    return [f"{source_id} AS source_id", *others]


def _coordinates(profile: Profile, table: RawTable, binding: Binding) -> list[str]:
    return [
        (
            f"{_number(binding.facts[fact].sql, profile, table)} AS {fact}"
            if fact in binding.facts
            else f"NULL::DOUBLE AS {fact}"
        )
        for fact in ("x", "y")
    ]


def _speeds(
    profile: Profile, table: RawTable, binding: Binding
) -> list[tuple[str, BoundPair, str]]:
    """The columns that hold a speed: SQL of the number, their pair, their name in the file."""
    found = []
    for pair in binding.pairs:
        for column, name in ((pair.download, pair.download_name), (pair.upload, pair.upload_name)):
            if column is not None:
                number = _number(column, profile, table)
                told = number if profile.empty_is_unknown else f"coalesce({number}, 0)"
                found.append((told, pair, name))
    return found


def _number(column: str, profile: Profile, table: RawTable) -> str:
    if table.reads_number(column):
        return column
    return number_sql(column, decimal=profile.layout.decimal, nulls=profile.layout.nulls)


def _kbps(number: str, pair: BoundPair) -> str:
    """Whole kbit/s, or a small negative number that says what is wrong with it."""
    highest = HIGHEST_BELIEVABLE_KBPS / pair.kbps_per_unit
    # The usual case comes first: this is asked of every cell. NaN is above every number.
    return (
        f"CASE WHEN {number} >= 0 AND {number} <= {highest} "
        f"THEN CAST({number} * {pair.kbps_per_unit} AS INTEGER) WHEN {number} IS NULL THEN NULL "
        f"WHEN isnan({number}) THEN -1 WHEN {number} < 0 THEN -2 ELSE -3 END"
    )


def _long_columns(profile: Profile, table: RawTable) -> list[str]:
    long = profile.long
    if long is None:
        return []
    position = table.column(long.technology) if long.technology else None
    if position is not None:
        told = f"lower(trim(c{position}))"
        cases = " ".join(
            f"WHEN {quoted(value.lower())} THEN {quoted(technology.value)}"
            for value, technology in long.values.items()
        )
        names = ", ".join(quoted(technology.value) for technology in Technology)
        other = f"CASE WHEN {told} IN ({names}) THEN {told} END"
        technology = f"CASE {told} {cases} ELSE {other} END" if cases else other
    else:
        technology = quoted(technology_of_file(long, table.shown).value)
    operator = table.column(long.operator) if long.operator else None
    named = f"nullif(trim(c{operator}), '')" if operator is not None else "NULL::VARCHAR"
    return [f"{technology} AS technology", f"{named} AS operator"]


def _offers(profile: Profile, binding: Binding) -> list[str]:
    if profile.long:
        upload = "s1" if binding.pairs[0].upload else _unknown_upload("s0")
        return [
            "technology",
            "operator",
            "s0 AS download_kbps",
            f"{upload} AS upload_kbps",
        ]
    columns, number = {}, 0
    for pair in binding.pairs:
        columns[pair.technology.download_column] = f"s{number}"
        number += 1
        columns[pair.technology.upload_column] = (
            f"s{number}" if pair.upload else _unknown_upload(f"s{number - 1}")
        )
        number += 1 if pair.upload else 0
    return [f"{speed} AS {name}" for name, speed in columns.items()]


def _unknown_upload(download: str) -> str:
    # Where nothing is offered down, nothing is offered up; otherwise the upload is not told.
    return f"CASE WHEN {download} = 0 THEN 0 ELSE NULL::INTEGER END"


def _passed_over(profile: Profile, table: RawTable) -> str:
    empty = " AND ".join(f"c{number} IS NULL" for number in range(len(table.header)))
    cases = [f"WHEN {empty} THEN {quoted(reasons.BLANK)}"]
    for column, kept in profile.keep_rows_where.items():
        position = table.column(column)
        if position is not None:
            values = ", ".join(quoted(value) for value in kept)
            told = f"coalesce(trim(c{position}), '')"
            cases.append(f"WHEN {told} NOT IN ({values}) THEN {quoted(reasons.NOT_KEPT)}")
    return f"CASE {' '.join(cases)} END"


def _fault(profile: Profile, binding: Binding, speeds: list[tuple[str, BoundPair, str]]) -> str:
    judged: _Judged = [("source_id IS NULL", reasons.NO_ID, binding.facts["id"].column)]
    if speeds:
        bad = [
            f"WHEN s{number} = {sign} THEN {_told(reason, name)}"
            for number, (_, _, name) in enumerate(speeds)
            for sign, reason in (
                (-1, reasons.NO_NUMBER),
                (-2, reasons.NEGATIVE),
                (-3, reasons.ABSURD),
            )
        ]
        lowest = ", ".join(f"s{number}" for number in range(len(speeds)))
        judged.append((f"least({lowest}) < 0", f"CASE {' '.join(bad)} END", ""))
    if profile.long:
        judged += _judged_offer(profile.long)
    if "x" in binding.facts:
        judged += _judged_place(profile, binding)
    cases = "".join(
        f" WHEN {condition} THEN {_told(reason, column) if column else reason}"
        for condition, reason, column in judged
    )
    return f"CASE WHEN passed_over IS NOT NULL THEN passed_over{cases} END"


def _judged_offer(long: LongForm) -> _Judged:
    return [
        ("technology IS NULL", reasons.UNKNOWN_TECHNOLOGY, long.technology or "technology"),
        ("s0 IS NULL", reasons.NO_SPEED, long.download),
    ]


def _judged_place(profile: Profile, binding: Binding) -> _Judged:
    east, north = binding.facts["x"].column, binding.facts["y"].column
    judged: _Judged = [
        ("isnan(x)", reasons.NO_NUMBER, east),
        ("isnan(y)", reasons.NO_NUMBER, north),
    ]
    if profile.danish:
        west, south, east_end, north_end = _bounds(profile.layout.crs)
        inside = f"(x BETWEEN {west} AND {east_end} AND y BETWEEN {south} AND {north_end})"
        turned = f"(y BETWEEN {west} AND {east_end} AND x BETWEEN {south} AND {north_end})"
        judged += [
            (f"NOT {inside} AND {turned}", reasons.SWAPPED, east),
            (f"NOT {inside}", reasons.OUTSIDE, east),
        ]
    return judged


def _bounds(crs: str) -> tuple[float, float, float, float]:
    """The box around Denmark in the file's own coordinates."""
    from pyproj import Transformer
    from pyproj.exceptions import CRSError

    if crs == METRIC_CRS:
        return DENMARK_BOUNDS
    try:
        turned = Transformer.from_crs(METRIC_CRS, crs, always_xy=True)
    except CRSError as error:
        raise Refused(
            f'The coordinate system "{crs}" is not known.',
            remedy='Write it like "EPSG:25832" under file.crs in the profile.',
        ) from error
    west, south, east, north = turned.transform_bounds(*DENMARK_BOUNDS)
    return west, south, east, north


def _told(reason: str, column: str) -> str:
    return quoted(reason + reasons.SEPARATOR + column.strip("﻿"))

"""A profile meets a file: which of its columns are there, and which are missed."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.sources.profile import Field, LongForm, Pair, Profile
from taskforce.sources.raw_table import RawTable, folded, quoted
from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.technology import Technology


@dataclass(frozen=True, slots=True)
class BoundFact:
    """One fact of the address: the SQL of its text, and the column to name when it is wrong."""

    sql: str
    column: str


@dataclass(frozen=True, slots=True)
class BoundPair:
    """One technology's pair of columns, by position."""

    technology: Technology
    download: str
    upload: str | None
    download_name: str
    upload_name: str
    kbps_per_unit: float


@dataclass(frozen=True, slots=True)
class Binding:
    """What of the profile is found in one table."""

    facts: dict[str, BoundFact]
    pairs: tuple[BoundPair, ...]
    absent: tuple[Technology, ...]
    unread: tuple[str, ...]


def bind(profile: Profile, table: RawTable) -> Binding:
    """Find every column that the profile names.

    Raises
    ------
    Refused
        A column that is needed is missing, or half of a pair is.
    """
    facts = {
        fact: bound
        for fact, field in profile.fields.items()
        if (bound := _fact(fact, field, profile, table)) is not None
    }
    pairs = [_pair(pair, table) for pair in profile.pairs]
    if profile.pairs and not any(pairs):
        raise _missing(table, profile.pairs[0].download, profile)
    if profile.long:
        pairs.append(_long_pair(profile.long, table, profile))
    absent = tuple(
        pair.technology for pair, bound in zip(profile.pairs, pairs, strict=False) if bound is None
    )
    return Binding(facts, tuple(pair for pair in pairs if pair), absent, _unread(profile, table))


def number_columns(profile: Profile, table: RawTable) -> frozenset[int]:
    """The columns of a table that hold nothing but numbers."""
    names = [name for pair in profile.pairs for name in (pair.download, pair.upload)]
    if profile.long:
        names += [profile.long.download, profile.long.upload]
    for fact in ("x", "y"):
        names += profile.fields[fact].columns if fact in profile.fields else ()
    found = [table.column(name) for name in names if name]
    return frozenset(position for position in found if position is not None)


def _fact(fact: str, field: Field, profile: Profile, table: RawTable) -> BoundFact | None:
    if field.constant is not None:
        return BoundFact(quoted(field.constant), fact)
    found = [table.column(name) for name in field.columns]
    present = [f"c{position}" for position in found if position is not None]
    if len(present) < len(found) and fact not in profile.optional:
        raise _missing(table, field.columns[found.index(None)], profile)
    if not present:
        return None
    if len(present) == 1 and table.reads_number(present[0]):
        return BoundFact(present[0], field.columns[0])
    texts = [_clean(column, profile.layout.nulls) for column in present]
    sql = (
        texts[0] if len(texts) == 1 else f"concat_ws({quoted(field.joined_by)}, {', '.join(texts)})"
    )
    if field.length is not None or field.start is not None:
        sql = f"nullif(substr({sql}, {field.start or 1}, {field.length or 10_000}), '')"
    position = next(position for position in found if position is not None)
    return BoundFact(sql, table.header[position].strip("﻿"))


def _clean(column: str, nulls: tuple[str, ...]) -> str:
    # Trimming every text would cost a third of the whole reading; few have blanks at their ends.
    blank = f"starts_with({column}, ' ') OR ends_with({column}, ' ') OR {column} = ''"
    text = f"CASE WHEN {blank} THEN nullif(trim({column}), '') ELSE {column} END"
    for token in nulls:
        text = f"nullif({text}, {quoted(token)})"
    return text


def _pair(pair: Pair, table: RawTable) -> BoundPair | None:
    download = table.column(pair.download)
    upload = table.column(pair.upload) if pair.upload else None
    if download is None and upload is None:
        return None
    if download is None or (upload is None and pair.upload):
        lacking = pair.download if download is None else pair.upload
        raise Refused(
            f'Of {pair.technology.label.en.lower()} only half is there: "{lacking}" is missing.',
            remedy="Download and upload are judged together. Give both columns, or neither; "
            "where the upload is truly not known, say so in a mapping profile.",
            file=table.shown,
            row=table.header_line or None,
            column=lacking,
        )
    return BoundPair(
        pair.technology,
        f"c{download}",
        None if upload is None else f"c{upload}",
        table.header[download],
        pair.upload or "",
        pair.kbps_per_unit,
    )


def _long_pair(long: LongForm, table: RawTable, profile: Profile) -> BoundPair:
    download = table.column(long.download)
    upload = table.column(long.upload) if long.upload else None
    if download is None or (long.upload and upload is None):
        raise _missing(table, long.upload if download is not None else long.download, profile)
    return BoundPair(
        Technology.OTHER,
        f"c{download}",
        None if upload is None else f"c{upload}",
        long.download,
        long.upload or "",
        long.kbps_per_unit,
    )


def _unread(profile: Profile, table: RawTable) -> tuple[str, ...]:
    """Name the speed columns of the file that the profile does not know."""
    told = {pair.download for pair in profile.pairs} | {pair.upload or "" for pair in profile.pairs}
    known = {folded(name) for name in told}
    return tuple(
        name
        for name in table.header
        if profile.pairs
        and folded(name).startswith(("download_", "upload_"))
        and folded(name) not in known
    )


def _missing(table: RawTable, column: str | None, profile: Profile) -> Refused:
    return Refused(
        f'The column "{column}" is missing ({profile.title}).',
        remedy="Give the file as its publisher made it, or describe it in a mapping profile "
        "(--profile, see docs/mapping-profiles.md).",
        file=table.shown,
        row=table.header_line or None,
        column=column,
    )

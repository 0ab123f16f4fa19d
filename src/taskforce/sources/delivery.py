"""The files that were handed over together, opened and recognised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from taskforce.sources import archive, columnar, spreadsheet
from taskforce.sources.delimited import DELIMITED_ENDINGS, text_table
from taskforce.sources.profile import Field, Profile
from taskforce.sources.raw_table import RawTable
from taskforce.sources.text_form import TextForm, text_form
from taskforce.vocabulary.errors import Refused

_Opened = tuple[RawTable, Profile]


@dataclass(frozen=True, slots=True)
class DeliveredFile:
    """One file as it was handed over."""

    path: Path
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """Files handed over together: they share one layout, and speak of one day."""

    profile: Profile
    files: tuple[DeliveredFile, ...]
    tables: tuple[RawTable, ...]


def open_delivery(
    files: Sequence[Path],
    *,
    profile: Profile | None,
    workroom: Path,
    kind: str = "coverage",
) -> Delivery:
    """Open the files of one delivery and find out who published them.

    Parameters
    ----------
    files
        CSV, XLSX, Parquet, GeoPackage or zip files.
    profile
        How to read them; None to recognise a publisher by the column names.
    workroom
        A folder for unpacked and re-encoded copies; the caller removes it.
    kind
        "coverage" or "addresses".

    Returns
    -------
    Delivery
        Every table of every file, and the profile they share.

    Raises
    ------
    Refused
        A file is missing, empty, a folder, damaged or not recognised; or two files have
        different layouts.
    """
    opened: list[_Opened] = []
    delivered = []
    for file in dict.fromkeys(files):
        refuse_folders(file)
        form, tables = _open(file, profile=profile, kind=kind, workroom=workroom)
        delivered.append(DeliveredFile(file, form.sha256, form.bytes))
        opened += [(replace(table, delivered_in=file), found) for table, found in tables]
    return Delivery(_shared_profile(opened), tuple(delivered), tuple(table for table, _ in opened))


def refuse_folders(file: Path) -> None:
    """Refuse what is no readable file.

    Raises
    ------
    Refused
        The path is a folder, or does not exist, or may not be read.
    """
    if file.is_dir():
        raise Refused(
            "This is a folder, not a file.", remedy="Name the files in it one by one.", file=file
        )
    try:
        file.open("rb").close()
    except OSError as error:
        raise Refused(
            f"The file cannot be opened ({error.strerror}).", remedy="Check the path.", file=file
        ) from error


def _open(
    file: Path, *, profile: Profile | None, kind: str, workroom: Path
) -> tuple[TextForm, list[_Opened]]:
    ending = file.suffix.lower()
    if ending in DELIMITED_ENDINGS:
        form = text_form(file)
        return form, [_text(file, form, profile, kind, file.name, workroom)]
    form = _form_of_bytes(file)
    if ending == ".zip":
        inside = archive.unpacked(file, workroom)
        return form, [
            replaced
            for name, path in inside
            for replaced in _inside(name, path, profile=profile, kind=kind, workroom=workroom)
        ]
    return form, _binary(file, profile=profile, kind=kind, workroom=workroom)


def _inside(
    name: str, path: Path, *, profile: Profile | None, kind: str, workroom: Path
) -> list[_Opened]:
    _, tables = _open(path, profile=profile, kind=kind, workroom=workroom)
    return [(replace(table, shown=name), found) for table, found in tables]


def _text(
    file: Path, form: TextForm, profile: Profile | None, kind: str, shown: str, workroom: Path
) -> _Opened:
    if profile and profile.layout.encoding:
        form = replace(form, encoding=profile.layout.encoding)
    return text_table(file, form, profile=profile, kind=kind, shown=shown, workroom=workroom)


def _binary(file: Path, *, profile: Profile | None, kind: str, workroom: Path) -> list[_Opened]:
    ending = file.suffix.lower()
    if ending in spreadsheet.ENDINGS:
        return spreadsheet.sheets(file, profile=profile, kind=kind, workroom=workroom)
    if ending in columnar.PARQUET_ENDINGS:
        return [columnar.parquet_table(file, profile=profile, kind=kind)]
    if ending in columnar.MAP_ENDINGS:
        table, found, crs = columnar.map_table(file, profile=profile, kind=kind, workroom=workroom)
        return [(table, _with_points(found, table, crs))]
    raise Refused(
        f'Files ending in "{ending}" are not read.',
        remedy="Give CSV, XLSX, Parquet, GeoPackage or zip.",
        file=file,
    )


def _with_points(profile: Profile, table: RawTable, crs: str | None) -> Profile:
    """Take the coordinates from the points of a map file, unless the profile names columns."""
    if "x" in profile.fields or columnar.POINT_COLUMNS[0] not in table.header:
        return profile
    points = {
        fact: Field(columns=(column,))
        for fact, column in zip(("x", "y"), columnar.POINT_COLUMNS, strict=True)
    }
    layout = replace(profile.layout, crs=crs or profile.layout.crs)
    return replace(profile, fields=profile.fields | points, layout=layout)


def _form_of_bytes(file: Path) -> TextForm:
    import hashlib

    with file.open("rb") as stream:
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    size = file.stat().st_size
    if size == 0:
        raise Refused("The file is empty.", remedy="Fetch it again.", file=file)
    return TextForm("binary", sha256, size, last_line_closed=True)


def _shared_profile(opened: Sequence[_Opened]) -> Profile:
    first_table, first = opened[0]
    for table, profile in opened[1:]:
        if profile != first:
            raise Refused(
                f"{table.shown} has the layout {profile.name}, "
                f"{first_table.shown} the layout {first.name}.",
                remedy="Files of one delivery share one layout; collect these one after another.",
            )
    return first

"""Zip files: the tables inside are unpacked to disk, never into memory, and never without end."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path, PurePosixPath

from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

# The national files hold about 400 MB each; a text shrinks to a tenth, hardly ever to a hundredth.
LARGEST_UNPACKED = 40 * 1024**3
LARGEST_RATIO = 200
_ALWAYS_ALLOWED = 50 * 1024**2

_TABLES = (".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".parquet", ".gpkg")


def unpacked(file: Path, workroom: Path) -> list[tuple[str, Path]]:
    """Unpack the tables of a zip file.

    Parameters
    ----------
    file
        The zip.
    workroom
        Where to unpack; removed by the caller.

    Returns
    -------
    list of (name for messages, path)

    Raises
    ------
    Refused
        The zip is damaged, locked, holds no table, or unpacks to an unreasonable size.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = [entry for entry in archive.infolist() if _is_table(entry.filename)]
            _check(entries, archive, file)
            return [_unpack(archive, entry, file, workroom) for entry in entries]
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise Refused(
            Text(
                "Zip-filen er beskadiget eller af en ukendt slags.",
                f"The zip file is damaged or of an unknown kind ({error}).",
            ),
            remedy=Text(
                "Hent den igen, eller pak den ud, og brug CSV-filerne.",
                "Fetch it again, or unpack it and give the CSV.",
            ),
            file=file,
        ) from error


def _is_table(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return path.suffix.lower() in _TABLES and not hidden


def _check(entries: list[zipfile.ZipInfo], archive: zipfile.ZipFile, file: Path) -> None:
    if not entries:
        inside = ", ".join(archive.namelist()[:5]) or "nothing"
        raise Refused(
            Text(
                f"Zip-filen har ingen tabel (indhold: {inside}).",
                f"The zip file holds no table (inside: {inside}).",
            ),
            remedy=Text("Brug en zip med CSV-filer.", "Give a zip with CSV files."),
            file=file,
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused(
            Text(
                "Zip-filen er låst med en adgangskode.", "The zip file is locked with a password."
            ),
            remedy=Text("Pak den ud.", "Unpack it."),
            file=file,
        )
    if sum(entry.file_size for entry in entries) > allowed_bytes(file):
        raise _too_large(file)


def allowed_bytes(file: Path) -> int:
    """How much a zip file of this size may unpack to."""
    reasonable = max(_ALWAYS_ALLOWED, LARGEST_RATIO * file.stat().st_size)
    return min(LARGEST_UNPACKED, reasonable)


def _unpack(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: Path, workroom: Path
) -> tuple[str, Path]:
    folder = workroom / f"unpacked-{entry.header_offset}-{file.stem}"
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / PurePosixPath(entry.filename).name
    # The sizes in a zip are claims; reading stops there all the same, so they cannot be exceeded.
    with archive.open(entry) as packed, target.open("wb") as copy:
        shutil.copyfileobj(packed, copy, 1 << 22)
    return f"{file.name}/{entry.filename}", target


def _too_large(file: Path) -> Refused:
    limit_gb = allowed_bytes(file) / 1024**3
    return Refused(
        Text(
            f"Zip-filen ville fylde mere end {limit_gb:.1f} GB.".replace(".", ",", 1),
            f"The zip file would unpack to more than {limit_gb:.1f} GB.",
        ),
        remedy=Text(
            "Er det rigtigt, så pak den selv ud, og brug CSV-filerne.",
            "If that is right, unpack it yourself and give the CSV.",
        ),
        file=file,
    )

"""What a file really is, told by its content and never by its name alone."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Collection
from pathlib import PurePosixPath

import puremagic
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from taskforce.web.notes.models import LONGEST_NAME

LARGEST = 25_000_000
_TOO_LARGE = gettext_lazy("The file is larger than 25 MB. Make it smaller, or divide it.")
# What an office document may hold when it is unpacked; a bomb holds a thousand times its size.
LARGEST_UNPACKED = 200_000_000
_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"
TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OPEN_XML}.wordprocessingml.document",
    "xlsx": f"{_OPEN_XML}.spreadsheetml.sheet",
    "odt": f"{_ODF}.text",
    "ods": f"{_ODF}.spreadsheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "csv": "text/csv",
    "txt": "text/plain",
}
ACCEPT = ",".join(f".{ending}" for ending in TYPES)
# The part that only this kind of office document has.
_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_MARKUP = ("<!doctype", "<html", "<head", "<body", "<script", "<svg", "<iframe", "<?xml", "<?php")
# How much of a file tells what it is.
_HEAD = 4096
_BLANKS = "\t\n\r\f"


def ending_of(name: str) -> str:
    """What stands after the last dot, in small letters."""
    return PurePosixPath(name).suffix.lower().removeprefix(".")


def checked_list(given: File[bytes], endings: Collection[str], *, otherwise: str) -> File[bytes]:
    """A file that can be a list of something: of a known ending, not empty, not too large.

    Raises
    ------
    ValidationError
        It is not; `otherwise` says which endings there are.
    """
    if ending_of(given.name or "") not in endings:
        raise ValidationError(otherwise)
    if not given.size:
        raise ValidationError(_("The file is empty."))
    if given.size > LARGEST:
        raise ValidationError(_TOO_LARGE)
    return given


def checked_type(name: str, content: bytes) -> str:
    """The type of a file, when it is one that may be kept.

    Raises
    ------
    ValidationError
        The file is empty, too large, of another type, or not what its name says.
    """
    if not content:
        raise ValidationError(_("The file is empty."))
    if len(content) > LARGEST:
        raise ValidationError(_TOO_LARGE)
    ending = ending_of(name)
    if ending not in TYPES:
        raise ValidationError(_not_allowed())
    if not _is_what_it_says(ending, content):
        raise ValidationError(
            _(
                "The content of the file is not what its name says (%(ending)s), or it is damaged. "
                "Open the file, save it again, and try once more."
            ),
            params={"ending": ending.upper()},
        )
    return TYPES[ending]


def clean_name(name: str) -> str:
    """The name without folders, without signs that cannot be seen, and not too long."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C").strip(" .")
    ending = ending_of(seen)
    stem = seen[: len(seen) - len(ending) - 1] if ending else seen
    room = LONGEST_NAME - len(ending) - 1
    return f"{stem[:room].rstrip()}.{ending}" if ending else seen[:LONGEST_NAME]


def _is_what_it_says(ending: str, content: bytes) -> bool:
    if ending in ("csv", "txt"):
        return _is_plain_text(content)
    if ending in (*_PARTS, "odt", "ods"):
        return _is_office_document(ending, content)
    return TYPES[ending] in _told(content)


def _told(content: bytes) -> set[str]:
    try:
        return {found.mime_type for found in puremagic.magic_string(content[:_HEAD])}
    except (puremagic.PureError, ValueError):
        return set()


def _is_plain_text(content: bytes) -> bool:
    text = _decoded(content)
    if text is None or any(unicodedata.category(sign) == "Cc" for sign in set(text) - {*_BLANKS}):
        return False
    small = text.lower()
    return not any(mark in small for mark in _MARKUP)


def _decoded(content: bytes) -> str | None:
    # Danish spreadsheets still write the Western European character set of Windows.
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _is_office_document(ending: str, content: bytes) -> bool:
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _is_sound(archive) and _has_its_part(ending, archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError):
        return False


def _is_sound(archive: zipfile.ZipFile) -> bool:
    """Not a bomb, and without programs inside. Nothing is unpacked to find out."""
    parts = archive.infolist()
    programs = any(part.filename.lower().endswith("vbaproject.bin") for part in parts)
    return not programs and sum(part.file_size for part in parts) <= LARGEST_UNPACKED


def _has_its_part(ending: str, archive: zipfile.ZipFile) -> bool:
    names = archive.namelist()
    if ending in _PARTS:
        return "[Content_Types].xml" in names and _PARTS[ending] in names
    if "mimetype" not in names or "content.xml" not in names:
        return False
    with archive.open("mimetype") as told:
        return told.read(len(TYPES[ending]) + 1).strip() == TYPES[ending].encode()


def _not_allowed() -> str:
    return _(
        "Files of this type cannot be kept here. Choose PDF, Word (DOCX), Excel (XLSX), "
        "OpenDocument (ODT, ODS), CSV, plain text (TXT), PNG or JPEG."
    )

"""What kind of text a file is: its encoding, and whether it ends where a line ends."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from taskforce.vocabulary.errors import Refused
from taskforce.vocabulary.text import Text

# Small enough to stay in the processor's cache while it is read twice.
_PIECE = 1 << 19

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Danish letters in the bytes of the old Macintosh and DOS code pages; in Windows text they would
# be signs that no road name holds.
_OLD_PAGES = {"mac_roman": b"\xbe\xbf\x8c\xae\xaf\x81", "cp850": b"\x91\x9b\x86\x92\x9d\x8f"}


@dataclass(frozen=True, slots=True)
class TextForm:
    """The encoding of a text, its checksum, and whether its last line is closed."""

    encoding: str
    sha256: str
    bytes: int
    last_line_closed: bool


def text_form(file: Path) -> TextForm:
    """Read a file once and say how it is encoded.

    Parameters
    ----------
    file
        A text file; UTF-8 (with or without mark), UTF-16 with mark, or a Windows text.

    Raises
    ------
    Refused
        The file is empty, or is no text.
    """
    digest, size, last, is_utf8 = hashlib.sha256(), 0, b"", True
    decoder = codecs.getincrementaldecoder("utf-8")()
    for piece in pieces(file):
        if size == 0:
            start = bytes(piece[:4096])
            mark = next((encoding for sign, encoding in _MARKS if start.startswith(sign)), None)
            _refuse_what_is_no_text(start, mark, file)
        digest.update(piece)
        size += len(piece)
        last = bytes(piece[-4:])
        is_utf8 = is_utf8 and _decodes(decoder, piece)
    if size == 0:
        raise Refused(
            Text("Filen er tom.", "The file is empty."),
            remedy=Text("Hent den igen.", "Fetch it again."),
            file=file,
        )
    encoding = mark or ("utf-8" if is_utf8 else _old_encoding(file))
    return TextForm(encoding, digest.hexdigest(), size, b"\n" in last or b"\r" in last)


def pieces(file: Path) -> Iterator[memoryview]:
    """The bytes of a file, piece by piece; each piece is gone when the next is asked for."""
    room = memoryview(bytearray(_PIECE))
    with file.open("rb", buffering=0) as stream:
        while size := stream.readinto(room):
            yield room[:size]


def as_utf8(file: Path, form: TextForm, target: Path) -> Path:
    """Give the text as UTF-8 without mark: the file itself where it is so, otherwise a copy."""
    if form.encoding in ("utf-8", "utf-8-sig"):
        return file
    try:
        with (
            file.open(encoding=form.encoding, newline="") as source,
            target.open("w", encoding="utf-8", newline="") as copy,
        ):
            while piece := source.read(_PIECE):
                copy.write(piece)
    except UnicodeDecodeError as error:
        raise Refused(
            Text(
                f"Teksten kan ikke læses som {form.encoding}.",
                f"The text cannot be read as {form.encoding} (byte {error.start:,}).",
            ),
            remedy=Text(
                "Gem den som UTF-8.",
                "Save it as UTF-8, or name the encoding in a mapping profile.",
            ),
            file=file,
        ) from error
    return target


def _decodes(decoder: codecs.IncrementalDecoder, piece: memoryview) -> bool:
    try:
        decoder.decode(piece)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_what_is_no_text(start: bytes, mark: str | None, file: Path) -> None:
    if mark is None and b"\0" in start:
        raise Refused(
            Text("Filen er ingen tekst.", "The file is no text."),
            remedy=Text(
                "Brug en CSV-, XLSX-, Parquet-, GeoPackage- eller zip-fil med sin sædvanlige "
                "endelse.",
                "Give a CSV, XLSX, Parquet, GeoPackage or zip file under its usual ending.",
            ),
            file=file,
        )


def _old_encoding(file: Path) -> str:
    """Tell Windows text from Mac, DOS and broken UTF-8 by the letters that it would hold."""
    beyond_ascii = b""
    for piece in pieces(file):
        beyond_ascii += bytes(byte for byte in piece[:200_000] if byte > 127)
        if len(beyond_ascii) > 1000:
            break
    windows = sum(byte in b"\xe6\xf8\xe5\xc6\xd8\xc5\xe9\xf6\xe4\xfc" for byte in beyond_ascii)
    if beyond_ascii.count(b"\xc3") > windows:
        return "utf-8"
    for page, letters in _OLD_PAGES.items():
        if sum(byte in letters for byte in beyond_ascii) > 2 * windows:
            return page
    return "cp1252"

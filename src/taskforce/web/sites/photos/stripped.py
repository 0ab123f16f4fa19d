"""Take out of a photo what it tells besides the picture: where, when and with what it was taken."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taskforce.web.sites.photos.orientation import as_segment, orientation_in

_PNG = b"\x89PNG\r\n\x1a\n"
_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
# JFIF, colour profile and Adobe's colours are how the picture looks; the rest of APPn is not.
_KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
_APPLICATIONS, _COMMENT, _EXIF = range(0xE0, 0xF0), 0xFE, 0xE1
_TELLING = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}


def stripped(content: bytes) -> bytes:
    """The same picture, without its labels; a JPEG keeps which way is up.

    Raises
    ------
    ValidationError
        It is neither a JPEG nor a PNG, or it is damaged.
    """
    try:
        if content.startswith(_PNG):
            return b"".join(_png(content))
        if content.startswith(bytes([0xFF, _START])):
            return b"".join(_jpeg(content))
    except (IndexError, struct.error):
        raise ValidationError(_("The photo is damaged. Save it again, then retry.")) from None
    raise ValidationError(_("Choose a photo in JPEG or PNG."))


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise IndexError
        if kind not in _TELLING:
            yield content[at:end]
        at = end


def _jpeg(content: bytes) -> Iterator[bytes]:
    """Segment by segment to the end of the picture; what hangs on after it is left behind."""
    yield content[:2]
    at = 2
    while (marker := _marker(content, at)) != _END:
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        segment = content[at:end]
        if marker == _EXIF:
            yield as_segment(orientation_in(segment[4:]))
        elif _belongs_to_picture(marker, segment):
            yield segment
        if marker == _SCAN:
            at, end = end, _after_scan(content, end)
            yield content[at:end]
        at = end
    yield content[at : at + 2]


def _marker(content: bytes, at: int) -> int:
    if content[at] != 0xFF:
        raise IndexError
    return content[at + 1]


def _belongs_to_picture(marker: int, segment: bytes) -> bool:
    if marker in _APPLICATIONS:
        return marker in _KEPT and segment[4:].startswith(_KEPT[marker])
    return marker != _COMMENT


def _after_scan(content: bytes, at: int) -> int:
    """Where the next marker stands: a stuffed zero and a restart belong to the scan."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0:
            raise IndexError
        following = content[at + 1]
        if following not in (0x00, 0xFF, *range(0xD0, 0xD8)):
            return at
        at += 1 if following == 0xFF else 2

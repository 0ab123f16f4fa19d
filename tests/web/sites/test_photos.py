"""A photo of a site keeps its picture and nothing else, and is shown to those it is meant for."""

import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.sites.actions.photos import remove_photo, set_photo
from taskforce.web.sites.actions.sites import set_audiences
from taskforce.web.sites.models import Audience
from taskforce.web.sites.photos.orientation import orientation_in
from taskforce.web.sites.photos.stripped import stripped

PLACE = b"55.4272 11.4601"


def segment(marker, body):
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def exif(orientation):
    entries = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entries + b"\0\0\0\0" + PLACE


# A start, a scan with a stuffed zero and a restart, and a second scan: enough to walk through.
JPEG = (
    b"\xff\xd8"
    + segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    + segment(0xE1, exif(6))
    + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + PLACE)
    + segment(0xED, b"Photoshop 3.0\0" + PLACE)
    + segment(0xFE, PLACE)
    + segment(0xDB, b"\0" * 65)
    + segment(0xDA, b"\1\1\0\0\x3f\0")
    + b"\x12\xff\x00\x34\xff\xd0\x56"
    + segment(0xDA, b"\1\1\0\0\x3f\0")
    + b"\x78\xff\xd9"
    + b"afterwards "
    + PLACE
)


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + chunk(b"tEXt", b"Comment\0" + PLACE)
    + chunk(b"eXIf", PLACE)
    + chunk(b"IDAT", zlib.compress(b"\0\1\2\3"))
    + chunk(b"IEND", b"")
)


@pytest.mark.parametrize("content", [JPEG, PNG], ids=["jpeg", "png"])
def test_where_a_photo_was_taken_is_taken_out(content):
    assert PLACE in content
    assert PLACE not in stripped(content)


def test_the_picture_itself_is_left_as_it_was():
    told, scan = stripped(JPEG), b"\x12\xff\x00\x34\xff\xd0\x56"
    assert JPEG[JPEG.index(segment(0xDB, b"\0" * 65)) : JPEG.index(b"afterwards")] in told
    assert scan in told
    assert told.endswith(b"\x78\xff\xd9")
    assert stripped(told) == told
    assert chunk(b"IDAT", zlib.compress(b"\0\1\2\3")) in stripped(PNG)


def test_which_way_is_up_is_kept():
    told = stripped(JPEG)
    label = told[told.index(b"Exif\0\0") :]
    assert orientation_in(label) == 6


@pytest.mark.parametrize("cut", [3, 25, 60, 140, len(JPEG) - 40])
def test_a_photo_that_breaks_off_is_refused(cut):
    with pytest.raises(ValidationError):
        stripped(JPEG[:cut])


def test_what_is_no_photo_is_refused():
    with pytest.raises(ValidationError, match="JPEG"):
        stripped(b"<svg onload=alert(1)>")


@pytest.mark.django_db
def test_a_photo_is_kept_without_its_label_and_shown_to_its_audience(site, enter):
    set_photo(site, ContentFile(PNG, "taarn.png"), alt="Tårnet fra vejen", by=SOFTWARE)
    answer = enter("visitor").get(f"/ejendomme/{site.pk}/foto/")
    assert answer["Content-Type"] == "image/png"
    assert b"".join(answer) == stripped(PNG)
    assert (
        'alt="Tårnet fra vejen"' in enter("visitor").get(f"/ejendomme/{site.pk}/").content.decode()
    )
    set_audiences(site, {"photo": Audience.OPERATORS}, [], by=SOFTWARE)
    assert enter("visitor").get(f"/ejendomme/{site.pk}/foto/").status_code == 404
    shown = enter("operator").get(f"/ejendomme/{site.pk}/foto/")
    assert (shown.status_code, b"".join(shown)) == (200, stripped(PNG))


@pytest.mark.django_db
def test_a_photo_needs_words_for_those_who_cannot_see_it(site):
    with pytest.raises(ValidationError, match="Beskriv"):
        set_photo(site, ContentFile(PNG, "taarn.png"), alt=" ", by=SOFTWARE)


@pytest.mark.django_db
def test_the_file_of_a_photo_goes_with_it(site, settings, django_capture_on_commit_callbacks):
    def kept():
        return [one.name for one in settings.MEDIA_ROOT.iterdir()]

    with django_capture_on_commit_callbacks(execute=True):
        set_photo(site, ContentFile(PNG, "taarn.png"), alt="Tårnet", by=SOFTWARE)
    first = kept()
    with django_capture_on_commit_callbacks(execute=True):
        set_photo(site, ContentFile(PNG, "igen.png"), alt="Tårnet", by=SOFTWARE)
    assert len(kept()) == 1
    assert kept() != first
    with django_capture_on_commit_callbacks(execute=True):
        remove_photo(site, by=SOFTWARE)
    assert kept() == []

"""Profiles and stories for the tests: one call makes one."""

from __future__ import annotations

import struct
import zlib
from typing import Any

from django.core.files.base import ContentFile
from django.db.models import Model

from taskforce.web.frame.journal.actor import SOFTWARE, Actor
from taskforce.web.people.models import Organisation
from taskforce.web.profiles.actions.approving import approve, send
from taskforce.web.profiles.actions.writing import write, write_profile, write_story
from taskforce.web.profiles.models import ProfileVersion

WORDS = {"title_da": "Hurtigt net til alle", "text_da": "Vi graver sammen."}


def png(width: int = 640, height: int = 480) -> ContentFile:
    """A picture that a browser can show, with a remark that nobody is to see."""
    rows = b"".join(b"\0" + b"\x0b\x4a\x6f" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"tEXt", b"Place\x0055.43 11.46"), (b"IDAT", zlib.compress(rows))]
    body = b"".join(_chunk(*one) for one in (*chunks, (b"IEND", b"")))
    return ContentFile(b"\x89PNG\r\n\x1a\n" + body, "billede.png")


def profile_of(code: str = "0340", *, by: Actor = SOFTWARE, **facts: Any) -> ProfileVersion:
    """The draft of a municipality's words."""
    return write_profile(_place(code), {**WORDS, **facts}, by=by)


def story_of(code: str = "0340", *, by: Actor = SOFTWARE, **facts: Any) -> ProfileVersion:
    """The draft of a story."""
    return write_story(_place(code), {**WORDS, "title_da": "Da nettet kom", **facts}, by=by)


def approved(version: ProfileVersion, *, by: Actor = SOFTWARE) -> ProfileVersion:
    """The same, sent and approved."""
    send(version, by=by)
    approve(version, by=by)
    return version


def things_of_a_profile(code: str) -> tuple[Model, ...]:
    """A public profile, a public story with a picture, and the draft of its next version."""
    approved(profile_of(code, quote_da="Det haster.", quote_by_da="Borgmesteren"))
    picture = {"photo": png(), "photo_alt_da": "En mark", "photo_credit": "Kommunen"}
    story = approved(story_of(code, **picture))
    return story.piece, write(story.piece, {"title_da": "Da nettet kom til os"}, by=SOFTWARE)


def _place(code: str) -> Organisation:
    return Organisation.objects.get(code=code)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

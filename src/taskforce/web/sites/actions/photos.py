"""Keep a photo of a site, without what it tells besides the picture, and take it away again."""

from __future__ import annotations

import secrets
from contextlib import ExitStack
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.db import transaction
from django.utils.translation import gettext as _

from taskforce.web.frame.journal.actor import Actor
from taskforce.web.frame.journal.writing import change
from taskforce.web.notes.content import checked_type, ending_of
from taskforce.web.sites.models import Site
from taskforce.web.sites.photos.stripped import stripped

LARGEST = 8_000_000
TYPES = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png"}
ACCEPT = ",".join(f".{ending}" for ending in TYPES)


@transaction.atomic
def set_photo(site: Site, upload: File[bytes], *, alt: str, by: Actor) -> None:
    """Keep a photo in place of the one before.

    Raises
    ------
    ValidationError
        It is no photo, or too large, or not described.
    """
    content = upload.read()
    ending = ending_of(upload.name or "")
    if ending not in TYPES:
        raise ValidationError(_("Choose a photo in JPEG or PNG."))
    if len(content) > LARGEST:
        raise ValidationError(_("The photo is larger than 8 MB. Make it smaller."))
    checked_type(upload.name or "", content)
    old, kept = site.photo.name, ContentFile(stripped(content), f"{secrets.token_hex(16)}.{ending}")
    with ExitStack() as undo:
        undo.callback(lambda: _unlink(site, site.photo.name) if site.photo.name != old else None)
        change(site, {"photo": kept, "photo_alt": alt.strip()}, by=by)
        undo.pop_all()
    transaction.on_commit(lambda: _unlink(site, old))


@transaction.atomic
def describe_photo(site: Site, *, alt: str, by: Actor) -> bool:
    """Say better what the photo shows."""
    return change(site, {"photo_alt": alt.strip()}, by=by)


@transaction.atomic
def remove_photo(site: Site, *, by: Actor) -> None:
    """Take the photo away; the file goes once nothing refers to it any more."""
    old = site.photo.name
    change(site, {"photo": "", "photo_alt": ""}, by=by)
    transaction.on_commit(lambda: _unlink(site, old))


def _unlink(site: Site, name: str | None) -> None:
    if name:
        Path(site.photo.storage.path(name)).unlink(missing_ok=True)

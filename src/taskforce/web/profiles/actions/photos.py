"""Take in a picture for the web: without what it tells besides, and not too heavy for a phone."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from taskforce.web.notes.content import checked_type, ending_of
from taskforce.web.profiles.models import ProfileVersion
from taskforce.web.sites.actions.photos import TYPES
from taskforce.web.sites.photos.stripped import stripped

# Shown as it is to everybody who opens the page, so it has to be made for the web already.
LARGEST = 1_000_000


def kept_photo(given: Any, old: str) -> Any:
    """A new picture taken in; none where it is given up (False); else the one that is named."""
    if given is False or given == "":
        return ""
    if given is None:
        return old
    return given.name or "" if isinstance(given, FieldFile) else taken_in(given)


def taken_in(upload: File[bytes]) -> ContentFile[bytes]:
    """The picture under a name that nobody can guess.

    Raises
    ------
    ValidationError
        It is no picture, or too large.
    """
    content, ending = upload.read(), ending_of(upload.name or "")
    if ending not in TYPES:
        raise ValidationError({"photo": _("Choose a picture in JPEG or PNG.")})
    if len(content) > LARGEST:
        raise ValidationError({"photo": _("The picture is larger than 1 MB. Make it smaller.")})
    try:
        checked_type(upload.name or "", content)
        clean = stripped(content)
    except ValidationError as error:
        raise ValidationError({"photo": error.messages}) from error
    return ContentFile(clean, f"{secrets.token_hex(16)}.{ending}")


def forget(name: str | None) -> None:
    """Delete a picture's file once no version shows it any more."""
    if name and not ProfileVersion.objects.filter(photo=name).exists():
        Path(default_storage.path(name)).unlink(missing_ok=True)

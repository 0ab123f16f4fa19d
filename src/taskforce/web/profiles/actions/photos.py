"""Take in a picture for the web, in two sizes, and let its files go with the last that shows it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.db.models.fields.files import FieldFile

from taskforce.web.profiles.models import ProfileVersion
from taskforce.web.profiles.photos.sizes import ENDING, narrow_name, sized

_NO_PICTURE = {"photo": "", "photo_width": None, "photo_height": None}


def kept_photo(told: Mapping[str, Any], before: ProfileVersion | None) -> Mapping[str, Any]:
    """A new picture taken in; none where it is given up (False); else the one that is named."""
    given = told["photo"]
    if given is None:
        return _of(before)
    if not given:
        return _NO_PICTURE
    if isinstance(given, FieldFile):
        names = ("photo_width", "photo_height")
        return {"photo": given.name, **{name: told[name] for name in names if name in told}}
    return taken_in(given)


def taken_in(upload: File[bytes]) -> Mapping[str, Any]:
    """The picture under a name that nobody can guess; its narrow size lies beside it.

    Raises
    ------
    ValidationError
        It is no picture, or damaged, too large or too small.
    """
    try:
        picture = sized(upload.read())
    except ValidationError as error:
        raise ValidationError({"photo": error.messages}) from error
    name = f"{secrets.token_hex(16)}.{ENDING}"
    default_storage.save(narrow_name(name), ContentFile(picture.narrow))
    kept = ContentFile(picture.broad, name)
    return {"photo": kept, "photo_width": picture.width, "photo_height": picture.height}


def forget(name: str | None) -> None:
    """Delete a picture's files once no version shows it any more."""
    if name and not ProfileVersion.objects.filter(photo=name).exists():
        for each in (name, narrow_name(name)):
            Path(default_storage.path(each)).unlink(missing_ok=True)


def _of(before: ProfileVersion | None) -> Mapping[str, Any]:
    if before is None:
        return _NO_PICTURE
    return {
        "photo": before.photo.name or "",
        "photo_width": before.photo_width,
        "photo_height": before.photo_height,
    }

"""A version as it will be read, made of what is in the form and kept nowhere."""

from __future__ import annotations

from typing import Any

from django.core.files.base import File
from django.db.models.fields.files import FieldFile

from taskforce.web.profiles.models import ProfileVersion


def preview_of(told: dict[str, Any]) -> ProfileVersion:
    """The version; a picture that is only just chosen is shown once it has been saved."""
    photo = told.get("photo")
    fresh = isinstance(photo, File) and not isinstance(photo, FieldFile)
    said = {name: value for name, value in told.items() if name != "photo"}
    return ProfileVersion(**said, photo="" if fresh or not photo else str(photo))

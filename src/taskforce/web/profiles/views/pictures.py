"""Hand out a picture, as a picture and as nothing else."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.http import FileResponse

from taskforce.web.profiles.models import ProfileVersion
from taskforce.web.sites.actions.photos import TYPES


def handed_out(version: ProfileVersion) -> FileResponse:
    """The file, which no browser takes for a page of ours."""
    ending = PurePosixPath(version.photo.name or "").suffix.removeprefix(".")
    response = FileResponse(version.photo.open("rb"), content_type=TYPES[ending])
    response["X-Content-Type-Options"] = "nosniff"
    return response

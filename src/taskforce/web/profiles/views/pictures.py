"""Hand out a picture in one of its two sizes, as a picture and as nothing else."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse, HttpRequest

from taskforce.web.profiles.models import ProfileVersion
from taskforce.web.profiles.photos.sizes import MEDIA_TYPE, NARROW, narrow_name


def handed_out(request: HttpRequest, version: ProfileVersion) -> FileResponse:
    """The file that is asked for, which no browser takes for a page of ours."""
    name = version.photo.name or ""
    narrow = request.GET.get("w") == str(NARROW)
    file = default_storage.open(narrow_name(name) if narrow else name, "rb")
    response = FileResponse(file, content_type=MEDIA_TYPE)
    response["X-Content-Type-Options"] = "nosniff"
    return response

"""Keep a photo or a paper that came with a report, without what it tells besides the picture."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _

from taskforce.web.gaps.models import Gap
from taskforce.web.notes.content import checked_type, ending_of
from taskforce.web.sites.actions.photos import LARGEST
from taskforce.web.sites.actions.photos import TYPES as PHOTOS
from taskforce.web.sites.photos.stripped import stripped

TYPES = {**PHOTOS, "pdf": "application/pdf"}
ACCEPT = ",".join(f".{ending}" for ending in TYPES)


def stripped_file(upload: File[bytes]) -> ContentFile[bytes]:
    """The file under a name of our own; a photo loses where and when it was taken.

    Raises
    ------
    ValidationError
        It is neither a photo nor a PDF, or it is damaged or too large.
    """
    content, ending = upload.read(), ending_of(upload.name or "")
    if ending not in TYPES:
        raise ValidationError({"photo": _("Choose a photo in JPEG or PNG, or a PDF.")})
    if len(content) > LARGEST:
        raise ValidationError({"photo": _("The file is larger than 8 MB. Make it smaller.")})
    try:
        checked_type(upload.name or "", content)
        kept = stripped(content) if ending in PHOTOS else content
    except ValidationError as error:
        raise ValidationError({"photo": error.messages}) from None
    return ContentFile(kept, f"{secrets.token_hex(16)}.{ending}")


def unlink(gap: Gap, name: str | None = None) -> None:
    """Remove the file itself; nothing refers to it any more."""
    gone = name or gap.photo.name
    if gone:
        Path(gap.photo.storage.path(gone)).unlink(missing_ok=True)

"""In which municipality a site lies, by its coordinates."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from taskforce.snapshot.shelf import Shelf
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.web.frame.edition import latest
from taskforce.web.people.borders import locate
from taskforce.web.people.models import Organisation


def municipality_at(longitude: float, latitude: float) -> Organisation | None:
    """The municipality of a point; None where it is not known, or none of ours."""
    bundle = latest()
    found = locate(bundle, longitude, latitude) if bundle else None
    return municipality_of(found.code) if found else None


def municipality_of(code: str | None) -> Organisation | None:
    """The municipality of a code, where it takes part."""
    return Organisation.objects.filter(code=code).first() if code else None


def boundaries() -> Path | None:
    """The outlines of all municipalities, where they have been collected."""
    layer = Shelf(settings.SHELF).layer("boundaries")
    try:
        return layer.file("boundaries") if layer else None
    except NotOnShelf:
        return None

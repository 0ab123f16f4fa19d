"""The editions of the figures: each has a name under which it can be quoted and found again."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from taskforce.report.bundle import Bundle
from taskforce.web.frame import edition

router = Router(tags=["editions"])


class EditionShape(Schema):
    """One edition; `on_show` is true of the one that answers where none is named."""

    edition: str = Field(description="Its name for ever; give it as `edition` to the figures.")
    bundle: str = Field(description="The folder of its files and map tiles.")
    as_of: date
    as_of_then: date | None
    snapshot: str
    previous: str | None
    software: str
    demonstration: bool
    on_show: bool


@router.get("/editions", response=list[EditionShape])
def editions(request: HttpRequest) -> list[EditionShape]:
    """Every edition that stands, the newest first."""
    shown = edition.latest()
    name = shown.edition if shown else ""
    return [_told(one, on_show=one.edition == name) for one in reversed(edition.history())]


def _told(bundle: Bundle, *, on_show: bool) -> EditionShape:
    label = bundle.label
    return EditionShape(
        edition=bundle.edition,
        bundle=bundle.id,
        as_of=label.as_of,
        as_of_then=label.as_of_then,
        snapshot=label.snapshot,
        previous=label.previous,
        software=label.software,
        demonstration=label.demonstration,
        on_show=on_show,
    )

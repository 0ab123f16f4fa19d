"""The door of the API: what it is called, and where to go on from there."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Schema
from pydantic import Field

router = Router(tags=["editions"])


class RootShape(Schema):
    """Where to go on."""

    title: str
    version: str
    description: str = Field(description="Where the API is described for programs.")
    documentation: str = Field(description="The page for developers.")
    editions: str


@router.get("/", response=RootShape)
def root(request: HttpRequest) -> RootShape:
    """Where the API is described, and which editions there are."""
    at = request.build_absolute_uri
    return RootShape(
        title="Digital Taskforce: open data",
        version="1",
        description=at(reverse("api:openapi-json")),
        documentation=at(reverse("developers")),
        editions=at(reverse("api:editions")),
    )

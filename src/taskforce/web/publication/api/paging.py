"""Hand out long lists page by page, and never lose or repeat a row while new figures arrive."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from ninja.params import Query
from pydantic import Field

from taskforce.report.bundle import Bundle
from taskforce.vocabulary.errors import WrongUse
from taskforce.web.publication.api.which import asked_edition

Row = TypeVar("Row")
MOST = 1000


class Page(Schema):
    """Which page: everything at once unless a limit is given."""

    limit: int | None = Field(
        None, ge=1, le=MOST, description="Rows in a page; everything at once if left out."
    )
    cursor: str | None = Field(
        None, description="From the Link header of the page before; keeps to its edition."
    )
    edition: str | None = Field(
        None, description="A named edition, from /editions; the one on show if left out."
    )


AskedPage = Annotated[Page, Query(...)]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in which edition the next page begins."""

    edition: str
    row: int

    def cursor(self) -> str:
        """The place in letters that fit into an address."""
        return base64.urlsafe_b64encode(f"{self.edition}~{self.row}".encode()).decode().rstrip("=")


def place_of(cursor: str) -> Place:
    """Read a cursor back.

    Raises
    ------
    WrongUse
        It is none of ours.
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        edition, _, row = base64.urlsafe_b64decode(padded.encode()).decode().rpartition("~")
        return Place(edition, int(row))
    except (ValueError, binascii.Error):
        wrong = "This cursor is none of ours."
        raise WrongUse(wrong, remedy="Take it from the page before, whole.") from None


def edition_of(request: HttpRequest, page: Page) -> Bundle:
    """The edition that the page is from: the cursor's, else the named one, else that on show."""
    name = place_of(page.cursor).edition if page.cursor else page.edition
    return asked_edition(request, name)


def cut(
    request: HttpRequest, response: HttpResponse, page: Page, *, rows: Sequence[Row], of: Bundle
) -> list[Row]:
    """The rows of a page; a Link header leads to the next one, where there is one."""
    begin = place_of(page.cursor).row if page.cursor else 0
    if page.limit is None:
        return list(rows[begin:])
    end = begin + page.limit
    if end < len(rows):
        there = next_page(request, Place(of.edition, end))
        response["Link"] = f'<{there}>; rel="next"'
    return list(rows[begin:end])


def next_page(request: HttpRequest, place: Place) -> str:
    """The whole address of the page that begins there, with all else asked as before."""
    asked = [(k, v) for k, vs in request.GET.lists() for v in vs if k not in ("cursor", "edition")]
    question = urlencode([*asked, ("cursor", place.cursor())])
    return request.build_absolute_uri(f"{request.path}?{question}")

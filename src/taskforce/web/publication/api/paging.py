"""Hand out long lists page by page, and never lose or repeat a row while new figures arrive."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from ninja.params import Query
from pydantic import Field

from taskforce.report.bundle import Bundle
from taskforce.web.publication.api.which import asked_edition
from taskforce.web.publication.openness.cursors import Place, next_page, place_of

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

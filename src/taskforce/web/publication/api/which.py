"""Which edition a question is about: the one on show, or one that is named for ever."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.params.functions import Query

from taskforce.report.bundle import Bundle
from taskforce.vocabulary.errors import NotOnShelf
from taskforce.vocabulary.speed import Threshold
from taskforce.web.frame import edition
from taskforce.web.publication.openness.unchanged import rests_on

EDITION: Any = Query(
    None, description="A named edition, from /editions; the one on show if left out."
)
THRESHOLD: Any = Query(
    None, description="Down/up in Mbit/s, e.g. 100/30; the region's own if left out."
)


def asked_edition(request: HttpRequest, name: str | None) -> Bundle:
    """The edition of that name, or the one on show; the answer then rests on it alone.

    Raises
    ------
    NotOnShelf
        No such edition is or was on show.
    """
    if not name:
        return rests_on(request, edition.current())
    found = edition.by_id(name)
    if found is None:
        raise NotOnShelf(f"No edition has the name {name}.", remedy="See /editions.")
    return rests_on(request, found)


def asked_threshold(text: str | None, bundle: Bundle) -> Threshold:
    """The speeds that were asked for, or the region's own."""
    return Threshold.parse(text or bundle.region().default_threshold)

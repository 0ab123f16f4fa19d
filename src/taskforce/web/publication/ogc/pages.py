"""The same answers as pages for readers: words, links and a table."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from taskforce.web.publication.ogc.answers import HTML, Answer

Linked = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a page shows: words, a list of links, and a table."""

    title: str
    lead: str = ""
    links: tuple[Linked, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()


def page(request: HttpRequest, answer: Answer, title: str = "") -> HttpResponse:
    """An answer of the service as a page; shapes come under the title of their collection."""
    return render(request, "publication/ogc.html", {"told": told(answer, title)})


def told(answer: Answer, title: str) -> Told:
    """What a page shows of an answer, by what the answer holds."""
    if "features" in answer:
        return _items(answer, title)
    if "properties" in answer:
        rows = tuple((name, _cell(value)) for name, value in answer["properties"].items())
        return Told(answer["id"], heads=(gettext("Column"), gettext("Value")), rows=rows)
    if "conformsTo" in answer:
        parts: tuple[tuple[Any, ...], ...] = tuple((one,) for one in answer["conformsTo"])
        return Told(gettext("Parts of the standard"), heads=(gettext("Address"),), rows=parts)
    if "collections" in answer:
        links = tuple((one["title"], _here(one["links"])) for one in answer["collections"])
        return Told(gettext("What can be drawn"), links=links)
    return Told(answer["title"], answer["description"], _links(answer["links"]))


def _items(answer: Answer, title: str) -> Told:
    features = answer["features"]
    names = tuple(features[0]["properties"]) if features else ()
    rows = tuple((one["id"], *map(_cell, one["properties"].values())) for one in features)
    further = [one for one in answer["links"] if one["rel"] == "next"]
    links = tuple((gettext("Next page"), one["href"] + "&f=html") for one in further)
    shown = {"shown": answer["numberReturned"], "all": answer["numberMatched"]}
    lead = gettext("%(shown)s of %(all)s shapes") % shown
    return Told(title, lead, links, heads=("id", *names), rows=rows)


def _cell(value: Any) -> str:
    """As the data hold it; what is not known is left empty."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def _links(links: list[dict[str, str]]) -> tuple[Linked, ...]:
    titled = [one for one in links if one["rel"] not in ("self", "alternate")]
    return tuple((one.get("title", one["type"]), _for_readers(one)) for one in titled)


def _here(links: list[dict[str, str]]) -> str:
    return _for_readers(next(one for one in links if one["rel"] == "self"))


def _for_readers(link: dict[str, str]) -> str:
    if link["type"] == HTML or "openapi" in link["type"] or "geo+json" in link["type"]:
        return link["href"]
    return link["href"] + "?f=html"

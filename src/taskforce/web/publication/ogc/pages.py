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
# What a page of a collection shows of it beside its words.
_ABOUT = ("id", "itemType", "extent", "crs", "storageCrs")


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
    links = _links(answer["links"])
    if "properties" in answer:
        heads = (gettext("Column"), gettext("Value"))
        return Told(answer["id"], links=links, heads=heads, rows=_rows(answer["properties"]))
    if "conformsTo" in answer:
        parts = tuple((one,) for one in answer["conformsTo"])
        address = (gettext("Address"),)
        return Told(gettext("Parts of the standard"), links=links, heads=address, rows=parts)
    if "collections" in answer:
        every = tuple((one["title"], _here(one["links"])) for one in answer["collections"])
        return Told(gettext("What can be drawn"), links=every + links)
    heads = (gettext("Column"), gettext("Value"))
    about = _rows(_flat({name: answer[name] for name in _ABOUT if name in answer}))
    return Told(answer["title"], answer["description"], links, heads if about else (), about)


def _items(answer: Answer, title: str) -> Told:
    features = answer["features"]
    names = tuple(features[0]["properties"]) if features else ()
    rows = tuple((one["id"], *map(_cell, one["properties"].values())) for one in features)
    further = [one for one in answer["links"] if one["rel"] == "next"]
    following = tuple((gettext("Next page"), _asking(one["href"], "html")) for one in further)
    links = following + _links(answer["links"])
    shown = {"shown": answer["numberReturned"], "all": answer["numberMatched"]}
    lead = gettext("%(shown)s of %(all)s shapes") % shown
    return Told(title, lead, links, heads=("id", *names), rows=rows)


def _rows(facts: dict[str, Any]) -> tuple[tuple[Any, ...], ...]:
    return tuple((name, _cell(value)) for name, value in facts.items())


def _flat(facts: dict[str, Any]) -> dict[str, Any]:
    """Facts within facts under a name of their own, and lists with nothing but commas."""
    told: dict[str, Any] = {}
    for name, value in facts.items():
        if isinstance(value, dict):
            told |= {f"{name}.{inner}": one for inner, one in _flat(value).items()}
        else:
            told[name] = ", ".join(map(str, _each(value))) if isinstance(value, list) else value
    return told


def _each(value: Any) -> list[Any]:
    """Every value of a list of lists."""
    return [one for each in value for one in _each(each)] if isinstance(value, list) else [value]


def _cell(value: Any) -> str:
    """As the data hold it; what is not known is left empty."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _links(links: list[dict[str, str]]) -> tuple[Linked, ...]:
    """Every link of an answer but that to this page, and its next page, which has words."""
    shown = [one for one in links if one["rel"] not in ("alternate", "next")]
    return tuple((_words(one), _for_readers(one)) for one in shown)


def _words(link: dict[str, str]) -> str:
    if link["rel"] == "self":
        return gettext("This page as JSON")
    return link.get("title") or f"{link['rel']} ({link['type']})"


def _here(links: list[dict[str, str]]) -> str:
    return _asking(next(one["href"] for one in links if one["rel"] == "self"), "html")


def _for_readers(link: dict[str, str]) -> str:
    if link["rel"] == "self":
        return _asking(link["href"], "json")
    if link["type"] == HTML or "openapi" in link["type"] or "geo+json" in link["type"]:
        return link["href"]
    return _asking(link["href"], "html")


def _asking(address: str, form: str) -> str:
    return f"{address}{'&' if '?' in address else '?'}f={form}"

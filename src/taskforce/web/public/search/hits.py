"""Everything that a stranger may find with some words, in groups."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language, gettext

from taskforce.report.bundle import Bundle
from taskforce.vocabulary.places import plain
from taskforce.web.frame import edition
from taskforce.web.frame.found import Found
from taskforce.web.guidelines.queries.found import found as among_rules
from taskforce.web.library.queries.found import found as among_materials
from taskforce.web.news.queries.found import found as among_news
from taskforce.web.people.caller import NOBODY
from taskforce.web.profiles.queries.found import found as among_stories
from taskforce.web.public.search.pages import pages
from taskforce.web.public.search.ranking import ranked
from taskforce.web.sites.queries.found import found as among_sites

_MOST = 8
_LEAST_TYPED = 2


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found of one sort, and whether there is more of it."""

    heading: str
    hits: list[Found]
    more: bool


def search(text: str) -> list[Hits]:
    """What has all the words; nothing for less than two letters."""
    if len(text) < _LEAST_TYPED:
        return []
    bundle = edition.latest()
    groups = (
        (gettext("Municipalities"), _places(bundle, text)),
        (gettext("Pages"), _pages(text)),
        (gettext("Addresses"), _addresses(bundle, text)),
        (gettext("News"), among_news(NOBODY, text)),
        (gettext("Stories"), among_stories(NOBODY, text)),
        (gettext("Inspiration"), among_materials(NOBODY, text)),
        (gettext("Rules"), among_rules(NOBODY, text)),
        (gettext("Public sites for masts"), among_sites(NOBODY, text)),
    )
    return [
        Hits(heading, found[:_MOST], more=len(found) > _MOST) for heading, found in groups if found
    ]


def _places(bundle: Bundle | None, text: str) -> list[Found]:
    words = plain(text).split()
    detail = gettext("Need, white spots, point of entry and guidelines.")
    return [
        Found(area.name, detail, reverse("municipality", args=[area.slug]))
        for area in (bundle.areas() if bundle else ())
        if any(word == plain(area.name) for word in words) or plain(text) in plain(area.name)
    ]


def _pages(text: str) -> list[Found]:
    language = (get_language() or "da")[:2]
    return [
        Found(page.title, page.detail, page.path)
        for page in ranked(pages(language), text, language)
    ]


def _addresses(bundle: Bundle | None, text: str) -> list[Found]:
    # A road's name alone would bring addresses to every question; a number asks for one.
    if bundle is None or not any(letter.isdigit() for letter in text):
        return []
    return [
        Found(hit.label, "", reverse("address-answer", args=[hit.id]))
        for hit in bundle.search(text, _MOST + 1)
    ]
